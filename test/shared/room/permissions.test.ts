import { describe, expect, it } from 'vitest';
import { type Author, THE_ROOM } from '../../../shared/base/ids.ts';
import { decide } from '../../../shared/room/decide.ts';
import { PERMISSIONS, whyNot } from '../../../shared/room/permissions.ts';
import type { OwnWish, RoomWish } from '../../../shared/event/wish.ts';
import { LIVE_ECHO } from '../../../shared/time/echo.ts';
import { bpm } from '../../../shared/base/units.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';
import { ADA, admit, BEN, LIV, OPENED_AT, roomOfThree, STRANGER, wished } from './a-room.ts';

/**
 * The table once more, by hand: f facilitator, p player, l listener, r the room itself. A change of the one in
 * shared/room has to be made here as well, and so is never made by accident.
 */
const MAY: Readonly<Record<keyof typeof PERMISSIONS, string>> = {
  leave: 'fpl',
  chooseInstrument: 'fp',
  setKeeping: 'fp',
  reportReadiness: 'fpl',
  inviteCompany: 'fr',
  sendCompanyHome: 'fr',
  setTempo: 'f',
  setMetre: 'f',
  startPulse: 'f',
  stopPulse: 'f',
  setFrame: 'f',
  fixEcho: 'f',
  closeRoom: 'fr',
  playNote: 'fp',
  releaseNote: 'fp',
  bendNote: 'fp',
  setLoop: 'fp',
  stopLoop: 'fp',
  admit: 'r',
  loseLink: 'r',
  goAway: 'r',
  returnToSeat: 'r',
  expireSeat: 'r',
  proposeEcho: 'r',
  stopWaiting: 'r',
};

const WISHERS: readonly (readonly [who: string, id: Author, letter: string])[] = [
  ['the facilitator', ADA, 'f'],
  ['a player', BEN, 'p'],
  ['a listener', LIV, 'l'],
  ['the room', THE_ROOM, 'r'],
  ['a stranger', STRANGER, '-'],
];

const open = roomOfThree();
const closed = wished(open, { type: 'closeRoom' });

describe('who may wish for what', () => {
  it('[R7] is said of every wish there is', () => {
    expect(Object.keys(MAY).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  for (const [wish, letters] of Object.entries(MAY) as [keyof typeof PERMISSIONS, string][])
    for (const [who, id, letter] of WISHERS)
      it(`[R7] ${who} ${letters.includes(letter) ? 'may' : 'may not'} ${wish}`, () => {
        const expected = letters.includes(letter) ? undefined : id === STRANGER ? 'notHere' : 'notAllowed';
        expect(whyNot(open, wish, id)).toBe(expected);
      });

  for (const [wish, letters] of Object.entries(MAY) as [keyof typeof PERMISSIONS, string][])
    it(`[R9] in a closed room nobody but the room itself may ${wish}`, () => {
      for (const [, id] of WISHERS.filter(([, , letter]) => letter !== 'r'))
        expect(whyNot(closed, wish, id)).toBe('roomClosed');
      expect(whyNot(closed, wish, THE_ROOM)).toBe(letters.includes('r') ? undefined : 'notAllowed');
    });
});

/** One wish of each type that decide takes. */
const WISHES: readonly (RoomWish | OwnWish)[] = [
  { type: 'leave' },
  { type: 'chooseInstrument', instrument: 'harp' },
  { type: 'setKeeping', isKept: true },
  { type: 'reportReadiness', isReady: true, clockErrorMs: 3 },
  { type: 'inviteCompany' },
  { type: 'sendCompanyHome' },
  { type: 'setTempo', bpm: bpm(90), glideBars: 0 },
  { type: 'setMetre', metre: '3/4' },
  { type: 'startPulse' },
  { type: 'stopPulse' },
  { type: 'setFrame', frame: { ...DEFAULT_FRAME, tonic: 5 } },
  { type: 'fixEcho', echo: 'bar' },
  { type: 'closeRoom' },
  admit(STRANGER, 'player', 'Someone'),
  { type: 'loseLink', member: BEN },
  { type: 'goAway', member: BEN },
  { type: 'returnToSeat', member: BEN },
  { type: 'expireSeat', member: BEN },
  { type: 'proposeEcho', echo: LIVE_ECHO },
  { type: 'stopWaiting' },
];

describe('decide', () => {
  it.each(WISHES)('[R7] asks the table first about $type', (wish) => {
    for (const state of [open, closed])
      for (const [, id] of WISHERS) {
        const objection = whyNot(state, wish.type, id);
        const decided = decide(state, wish, id, OPENED_AT);
        const reason = decided.type === 'refused' ? decided.reason : undefined;
        // What the table lets pass may still be refused for how things are, but not for who asks.
        const isAbout = reason === 'notAllowed' || reason === 'notHere' ? 'who asks' : 'how things are';
        expect(objection ? reason : isAbout).toBe(objection ?? 'how things are');
      }
  });
});
