import type { Author } from '../base/ids.ts';
import { THE_ROOM } from '../base/ids.ts';
import type { Refusal } from '../base/refusal.ts';
import type { Role } from '../event/membership.ts';
import type { OwnWish, Wish } from '../event/wish.ts';
import { memberOf } from './questions.ts';
import type { RoomState } from './state.ts';

/** Who may wish for what. The one table: the server refuses by it, the screens show and grey by it. */
type Wisher = Role | typeof THE_ROOM;

const EVERYONE: readonly Wisher[] = ['facilitator', 'player', 'listener'];
const PLAYERS: readonly Wisher[] = ['facilitator', 'player'];
const FACILITATORS: readonly Wisher[] = ['facilitator'];
const FACILITATORS_AND_ROOM: readonly Wisher[] = ['facilitator', THE_ROOM];
const ROOM_ONLY: readonly Wisher[] = [THE_ROOM];

export const PERMISSIONS: Readonly<Record<Wish['type'] | OwnWish['type'], readonly Wisher[]>> = {
  leave: EVERYONE,
  chooseInstrument: PLAYERS,
  setKeeping: PLAYERS,
  reportReadiness: EVERYONE,
  inviteCompany: FACILITATORS_AND_ROOM,
  sendCompanyHome: FACILITATORS_AND_ROOM,
  setTempo: FACILITATORS,
  setMetre: FACILITATORS,
  startPulse: FACILITATORS,
  stopPulse: FACILITATORS,
  setFrame: FACILITATORS,
  fixEcho: FACILITATORS,
  closeRoom: FACILITATORS_AND_ROOM,
  playNote: PLAYERS,
  releaseNote: PLAYERS,
  bendNote: PLAYERS,
  setLoop: PLAYERS,
  stopLoop: PLAYERS,
  admit: ROOM_ONLY,
  loseLink: ROOM_ONLY,
  goAway: ROOM_ONLY,
  returnToSeat: ROOM_ONLY,
  expireSeat: ROOM_ONLY,
  proposeEcho: ROOM_ONLY,
  stopWaiting: ROOM_ONLY,
};

/** Undefined when `by` may wish for it now, else why not. */
export function whyNot(state: RoomState, wish: keyof typeof PERMISSIONS, by: Author): Refusal | undefined {
  if (state.isClosed && by !== THE_ROOM) return 'roomClosed';
  const wisher = by === THE_ROOM ? THE_ROOM : memberOf(state, by)?.role;
  if (wisher === undefined) return 'notHere';
  return PERMISSIONS[wish].includes(wisher) ? undefined : 'notAllowed';
}
