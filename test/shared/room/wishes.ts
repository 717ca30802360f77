import { memberId } from '../../../shared/base/ids.ts';
import { bpm, pitch, strength, ticks } from '../../../shared/base/units.ts';
import type { LineWish } from '../../../shared/event/line.ts';
import type { OwnWish, PassingWish, RoomWish } from '../../../shared/event/wish.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';
import { LIVE_ECHO } from '../../../shared/time/echo.ts';
import { ADA, admit, STRANGER } from './a-room.ts';

/** Someone who plays and of whom others wish something. */
export const EVA = memberId('eva0000000');

/** One wish of each type. */
export const ROOM_WISHES: readonly RoomWish[] = [
  { type: 'leave' },
  { type: 'chooseInstrument', instrument: 'harp' },
  { type: 'setKeeping', isKept: true },
  { type: 'reportReadiness', isReady: true, clockErrorMs: 3 },
  { type: 'takeBreak' },
  { type: 'endBreak' },
  { type: 'setDoor', hasDoor: true, isLocked: false },
  { type: 'renewCode' },
  { type: 'putAtDoor', member: EVA },
  { type: 'remove', member: EVA },
  { type: 'inviteCompany' },
  { type: 'sendCompanyHome' },
  { type: 'openToAll', control: 'tempo' },
  { type: 'giveBack', controls: ['tempo'] },
  { type: 'takeBack', controls: ['tempo'] },
  { type: 'setTempo', bpm: bpm(90), glideBars: 0 },
  { type: 'setMetre', metre: '3/4' },
  { type: 'startPulse' },
  { type: 'stopPulse' },
  { type: 'pause' },
  { type: 'fixEcho', echo: 'bar' },
  { type: 'setFrame', frame: { ...DEFAULT_FRAME, tonic: 5 } },
  { type: 'holdGround', grounds: ['drone'] },
  { type: 'swell', to: 0.5, bars: 2 },
  { type: 'setDensity', part: 'all', to: 0.5, bars: 2 },
  { type: 'conduct', loudness: 0.5, density: 0.5 },
  { type: 'hush' },
  { type: 'liftHush' },
  { type: 'soften', member: EVA, kind: 'softer' },
  { type: 'endSoftening', member: EVA },
  { type: 'setArc', steps: [] },
  { type: 'moveArc', step: null },
  { type: 'setGoals', goals: 'To listen' },
  { type: 'announceEnding', leadBars: null, closeBars: 4 },
  { type: 'callOffEnding' },
  { type: 'stopNow' },
  { type: 'closeRoom' },
];

export const PASSING_WISHES: readonly PassingWish[] = [
  { type: 'callIn', knocks: [1] },
  { type: 'sayAtDoor', knock: 1, sentence: 'seenYou' },
  { type: 'notNow', knock: 1 },
  { type: 'turnAway', knock: 1 },
  { type: 'objectToListener', knock: 1 },
  { type: 'inviteToHold', member: EVA, controls: ['tempo'], bars: null },
  { type: 'inviteToInstrument', member: EVA, instrument: 'harp' },
  { type: 'acceptInvitation', invitation: 1 },
  { type: 'declineInvitation', invitation: 1, listens: false },
  { type: 'withdrawInvitation', invitation: 1 },
  { type: 'beginRound', order: [EVA], bars: 2, laps: 1 },
  { type: 'beginCallAndAnswer', caller: EVA, answerer: 'all', bars: 2, times: 1 },
  { type: 'endRound' },
  { type: 'sendSignal', signal: 'tooLoud', isNamed: false },
  { type: 'clearSignal', signal: 1 },
  { type: 'propose', proposal: { type: 'ending' } },
  { type: 'second', proposal: 1 },
  { type: 'takeProposal', proposal: 1 },
  { type: 'setAside', proposal: 1 },
];

export const LINE_WISHES: readonly LineWish[] = [
  {
    type: 'playNote',
    played: ticks(0),
    sounds: ticks(0),
    instrument: 'harp',
    pitch: pitch(60),
    strength: strength(0.5),
    colour: 0,
    length: null,
  },
  { type: 'releaseNote', note: 1, played: ticks(0) },
  {
    type: 'bendNote',
    note: 1,
    points: [{ played: ticks(0), pitch: pitch(60), colour: 0, strength: strength(1) }],
  },
  { type: 'setLoop', loop: { instrument: 'harp', steps: 8, stepTicks: ticks(480), cells: [] } },
  { type: 'stopLoop' },
];

export const OWN_WISHES: readonly OwnWish[] = [
  admit(STRANGER, 'player', 'Someone'),
  { type: 'loseLink', member: ADA },
  { type: 'goAway', member: ADA },
  { type: 'returnToSeat', member: ADA },
  { type: 'expireSeat', member: ADA },
  { type: 'disable', member: ADA },
  { type: 'proposeEcho', echo: LIVE_ECHO },
  { type: 'stopWaiting' },
  { type: 'doWhatIsDue' },
];

export const ONE_OF_EACH = [...ROOM_WISHES, ...PASSING_WISHES, ...LINE_WISHES, ...OWN_WISHES];
