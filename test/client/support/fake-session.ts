import type { MemberId } from '../../../shared/base/ids.ts';
import { pitch, roomMs, strength } from '../../../shared/base/units.ts';
import type { Loop } from '../../../shared/event/loop.ts';
import type { PassingWish, RoomWish } from '../../../shared/event/wish.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import { NOTHING_TO_SEE } from '../../../shared/room/passing/view.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import type { HeardNote } from '../../../client/session/hands.ts';
import { pulsePosition } from '../../../client/session/pulse-position.ts';
import type { Session, SessionView } from '../../../client/session/session.ts';

export interface FakeSession extends Session {
  /** What was asked of the room. */
  readonly wishes: readonly (RoomWish | PassingWish)[];
  change(change: Partial<SessionView>): void;
  /** Lets someone be heard. */
  hear(member: MemberId): void;
}

/** A room that stands still unless told, seen by one of its members. `nowMs` is the room's time. */
export function createFakeSession(
  room: RoomState | undefined,
  me: MemberId,
  over: Partial<SessionView> = {},
  nowMs: () => number = () => 0,
): FakeSession {
  let view: SessionView = {
    link: { type: 'here' },
    room,
    you: room && memberOf(room, me),
    passing: NOTHING_TO_SEE,
    sound: 'running',
    clock: { isSettled: true, errorMs: 2 },
    loops: new Map<MemberId, Loop>(),
    refusal: undefined,
    unstored: 0,
    isDiskWell: true,
    ...over,
  };
  const wishes: (RoomWish | PassingWish)[] = [];
  const listeners = new Set<() => void>();
  const hearing = new Set<(note: HeardNote) => void>();
  const change = (next: Partial<SessionView>) => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wishes,
    wish: (wish) => void wishes.push(wish),
    change,
    hands: { onTouchStart() {}, onTouchMove() {}, onTouchEnd() {} },
    heardNotes(listener) {
      hearing.add(listener);
      return () => hearing.delete(listener);
    },
    hear(member) {
      const person = view.room && memberOf(view.room, member);
      if (!person) return;
      const { colour, shape, instrument } = person;
      const note = { member, colour, shape, instrument, pitch: pitch(62), strength: strength(0.8) };
      for (const listener of hearing) listener({ ...note, isOwn: member === me });
    },
    pulseNow: () =>
      view.room
        ? pulsePosition(view.room, roomMs(nowMs()))
        : { isGoing: false, isCountIn: false, bar: 0, feltBeats: 4, feltBeat: 0, tick: 0 },
    setLoop: () => undefined,
    stopLoop: () => undefined,
    soundAgain: () => Promise.resolve(),
    leave: () => change({ link: { type: 'ended', why: 'leftRoom', by: undefined } }),
    close: () => undefined,
  };
}
