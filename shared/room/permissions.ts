import type { Author } from '../base/ids.ts';
import { THE_ROOM } from '../base/ids.ts';
import type { Refusal } from '../base/refusal.ts';
import type { Control } from '../event/holding.ts';
import type { Role } from '../event/membership.ts';
import type { OwnWish, Wish } from '../event/wish.ts';
import { holds } from './holding.ts';
import { isComingToEnd, memberOf } from './questions.ts';
import type { Member, RoomState } from './state.ts';

/** Who may wish for what. The one table: the server refuses by it, the screens show and grey by it. */
type Wisher = Role | typeof THE_ROOM;

export type Row =
  /** By what one is in the room. */
  | { readonly by: readonly Wisher[] }
  /**
   * By what one holds. `isSafety`: it keeps people safe, so the facilitator always may, whoever holds the control.
   * `byRoom`: so may the room itself.
   */
  | { readonly holderOf: Control; readonly isSafety?: true; readonly byRoom?: true };

const EVERYONE: Row = { by: ['facilitator', 'player', 'listener'] };
const PLAYERS: Row = { by: ['facilitator', 'player'] };
const FACILITATORS: Row = { by: ['facilitator'] };
const FACILITATORS_AND_ROOM: Row = { by: ['facilitator', THE_ROOM] };
const ROOM_ONLY: Row = { by: [THE_ROOM] };
const holder = (holderOf: Control): Row => ({ holderOf });
const safety = (holderOf: Control): Row => ({ holderOf, isSafety: true });

export const PERMISSIONS: Readonly<Record<Wish['type'] | OwnWish['type'], Row>> = {
  leave: EVERYONE,
  chooseInstrument: PLAYERS,
  setKeeping: PLAYERS,
  reportReadiness: EVERYONE,
  takeBreak: EVERYONE,
  endBreak: EVERYONE,

  playNote: PLAYERS,
  releaseNote: PLAYERS,
  bendNote: PLAYERS,
  setLoop: PLAYERS,
  stopLoop: PLAYERS,

  setDoor: holder('door'),
  renewCode: holder('door'),
  putAtDoor: safety('door'),
  remove: safety('door'),
  callIn: holder('door'),
  sayAtDoor: holder('door'),
  notNow: holder('door'),
  turnAway: holder('door'),
  objectToListener: EVERYONE,
  inviteCompany: FACILITATORS_AND_ROOM,
  sendCompanyHome: FACILITATORS_AND_ROOM,

  inviteToHold: FACILITATORS,
  openToAll: FACILITATORS,
  takeBack: FACILITATORS,
  giveBack: EVERYONE,
  inviteToInstrument: holder('people'),
  acceptInvitation: EVERYONE,
  declineInvitation: EVERYONE,
  withdrawInvitation: EVERYONE,

  setTempo: holder('tempo'),
  setMetre: holder('tempo'),
  startPulse: holder('tempo'),
  stopPulse: holder('tempo'),
  pause: holder('tempo'),
  fixEcho: holder('tempo'),
  setFrame: holder('frame'),
  holdGround: holder('frame'),

  swell: holder('dynamics'),
  setDensity: holder('dynamics'),
  conduct: holder('dynamics'),
  hush: safety('dynamics'),
  liftHush: safety('dynamics'),
  soften: holder('people'),
  endSoftening: safety('people'),

  beginRound: holder('rounds'),
  beginCallAndAnswer: holder('rounds'),
  endRound: safety('rounds'),

  setArc: holder('arc'),
  moveArc: holder('arc'),
  setGoals: holder('arc'),

  announceEnding: safety('ending'),
  callOffEnding: safety('ending'),
  stopNow: safety('ending'),
  closeRoom: { holderOf: 'ending', isSafety: true, byRoom: true },

  sendSignal: EVERYONE,
  clearSignal: holder('people'),
  propose: PLAYERS,
  second: PLAYERS,
  takeProposal: PLAYERS,
  setAside: PLAYERS,

  admit: ROOM_ONLY,
  loseLink: ROOM_ONLY,
  goAway: ROOM_ONLY,
  returnToSeat: ROOM_ONLY,
  expireSeat: ROOM_ONLY,
  disable: ROOM_ONLY,
  proposeEcho: ROOM_ONLY,
  stopWaiting: ROOM_ONLY,
  doWhatIsDue: ROOM_ONLY,
};

/** Someone who rests is asked nothing of and plays nothing; what keeps them safe and here stays open to them. */
const PLAYING: ReadonlySet<string> = new Set<Wish['type']>(['playNote', 'bendNote', 'setLoop']);

/** What would shape the music anew once its end has been announced (C4). */
const SHAPING: ReadonlySet<string> = new Set<Wish['type']>([
  'setTempo',
  'setMetre',
  'setFrame',
  'startPulse',
  'stopPulse',
  'pause',
  'holdGround',
  'swell',
  'setDensity',
  'conduct',
  'liftHush',
  'endSoftening',
  'beginRound',
  'beginCallAndAnswer',
  'fixEcho',
]);

/** Undefined when `by` may wish for it now, else why not. */
export function whyNot(state: RoomState, wish: keyof typeof PERMISSIONS, by: Author): Refusal | undefined {
  if (by === THE_ROOM) return allowsRoom(PERMISSIONS[wish]) ? undefined : 'notAllowed';
  if (state.isClosed) return 'roomClosed';
  const member = memberOf(state, by);
  if (!member) return 'notHere';
  if (!allows(state, PERMISSIONS[wish], member) && !isOfferedToAll(state, wish, member)) return 'notAllowed';
  if (member.isOnBreak && PLAYING.has(wish)) return 'onBreak';
  if (SHAPING.has(wish) && isComingToEnd(state)) return 'endingNow';
  return undefined;
}

const allowsRoom = (row: Row) => ('by' in row ? row.by.includes(THE_ROOM) : row.byRoom === true);

const allows = (state: RoomState, row: Row, member: Member) =>
  'by' in row
    ? row.by.includes(member.role)
    : holds(state, row.holderOf, member.id) || (row.isSafety === true && member.role === 'facilitator');

/** Where nobody has held the room for long, anyone who plays may end it calmly (TRUST R10). */
const isOfferedToAll = (state: RoomState, wish: string, { role }: Member) =>
  state.isCalmEndOffered && role !== 'listener' && (wish === 'announceEnding' || wish === 'callOffEnding');
