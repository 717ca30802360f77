import { type Author, memberId, type MemberId, seq, THE_ROOM } from '../../../shared/base/ids.ts';
import { bpm, roomMs, type RoomMs } from '../../../shared/base/units.ts';
import type { Entry, RoomEvent } from '../../../shared/event/entry.ts';
import type { Role } from '../../../shared/event/membership.ts';
import type { SessionOpened } from '../../../shared/event/setting.ts';
import type { OwnWish, RoomWish } from '../../../shared/event/wish.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';
import { decide } from '../../../shared/room/decide.ts';
import { fold } from '../../../shared/room/fold.ts';
import { evolveAll } from '../../../shared/room/foresee.ts';
import type { RoomState } from '../../../shared/room/state.ts';

export const OPENED_AT = roomMs(1_700_000_000_000);
export const after = (ms: number): RoomMs => roomMs(OPENED_AT + ms);

export const opening = (changed: Partial<SessionOpened> = {}): Entry => ({
  seq: seq(1),
  at: OPENED_AT,
  by: THE_ROOM,
  event: {
    type: 'sessionOpened',
    title: 'Tuesday',
    place: 'apart',
    bpm: bpm(120),
    metre: '4/4',
    frame: DEFAULT_FRAME,
    ...changed,
  },
});

/** A room of 120 bpm in 4/4, a bar of which is two seconds. */
export const emptyRoom = (changed: Partial<SessionOpened> = {}): RoomState => fold([opening(changed)]);

export const ADA = memberId('ada0000000');
export const BEN = memberId('ben0000000');
export const LIV = memberId('liv0000000');
export const STRANGER = memberId('stranger00');

const SHAPE_OF: Readonly<Record<Role, 'circle' | 'star' | 'leaf'>> = {
  facilitator: 'circle',
  player: 'star',
  listener: 'leaf',
};

export const admit = (member: MemberId, role: Role, name?: string): OwnWish => ({
  type: 'admit',
  member,
  name,
  shape: SHAPE_OF[role],
  role,
  isKept: false,
  isCompany: false,
});

/** What a granted wish says; throws when it is refused. */
export function eventsOf(
  state: RoomState,
  wish: RoomWish | OwnWish,
  by: Author,
  now: RoomMs,
): readonly RoomEvent[] {
  const decided = decide(state, wish, by, now);
  if (decided.type === 'refused') throw new Error(`${wish.type} was refused: ${decided.reason}`);
  return decided.value;
}

/** The room after a wish that is granted. */
export const wished = (
  state: RoomState,
  wish: RoomWish | OwnWish,
  by: Author = ADA,
  now: RoomMs = OPENED_AT,
): RoomState => evolveAll(state, eventsOf(state, wish, by, now), by, now);

/** Why a wish is refused; undefined when it is granted. */
export function refusalOf(
  state: RoomState,
  wish: RoomWish | OwnWish,
  by: Author = ADA,
  now: RoomMs = OPENED_AT,
): string | undefined {
  const decided = decide(state, wish, by, now);
  return decided.type === 'refused' ? decided.reason : undefined;
}

/** Ada facilitates, Ben plays, Liv listens. */
export function roomOfThree(changed: Partial<SessionOpened> = {}): RoomState {
  const admissions = [
    admit(ADA, 'facilitator', 'Ada'),
    admit(BEN, 'player', 'Ben'),
    admit(LIV, 'listener', 'Liv'),
  ];
  return admissions.reduce((state, wish) => wished(state, wish, THE_ROOM), emptyRoom(changed));
}
