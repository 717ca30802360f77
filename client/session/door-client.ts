import type { SessionId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { AtDoor, Door, Join, Opened, RoomKey, Seat } from '../../shared/wire/door.ts';
import type { Answer, Ask } from './ask.ts';

/** What came of asking at the door. */
export type DoorAnswer<Value> = Answer<Value>;

/** The HTTP side of the door, as the pages use it (the routes are listed in shared/wire/door.ts). Never throws. */
export interface DoorClient {
  /** The number of the language the server speaks. */
  hello(): Promise<DoorAnswer<{ readonly protocol: number }>>;
  look(key: RoomKey): Promise<DoorAnswer<Door>>;
  /** Knocks: in at once, or to wait at the door. */
  join(join: Join): Promise<DoorAnswer<AtDoor>>;
  /** What is said to someone who waits; `undefined` to someone who is not known there (any more). */
  atDoor(session: SessionId): Promise<DoorAnswer<AtDoor | undefined>>;
  /** Waits no longer. */
  leaveDoor(session: SessionId): Promise<DoorAnswer<undefined>>;
  /** The seat this browser holds in a room; `undefined` if it holds none. */
  seat(session: SessionId): Promise<DoorAnswer<Seat | undefined>>;
  /** Code and invitation of a room one is in. */
  door(session: SessionId): Promise<DoorAnswer<Opened>>;
}

/** The door, asked over HTTP. */
export function createDoorClient(ask: Ask): DoorClient {
  return {
    hello: () => ask('GET', 'hello'),
    look: (key) => ask('POST', 'look', key),
    async join(join) {
      const answer = await ask<Seat | AtDoor>('POST', 'join', join);
      if (answer.type !== 'granted' || 'type' in answer.value) return answer as DoorAnswer<AtDoor>;
      return { type: 'granted', value: { type: 'in', ...answer.value } };
    },
    async atDoor(session) {
      const answer = await ask<AtDoor>('GET', `rooms/${session}/at-door`);
      if (answer.type !== 'refused') return answer;
      // Asked too often is no reason to be forgotten: the next answer will do.
      return isTooOften(answer.reason) ? { type: 'unreachable' } : { type: 'granted', value: undefined };
    },
    leaveDoor: (session) => ask('POST', `rooms/${session}/leave-door`, {}),
    async seat(session) {
      const answer = await ask<Seat>('GET', `rooms/${session}/seat`);
      return answer.type === 'refused' ? { type: 'granted', value: undefined } : answer;
    },
    door: (session) => ask('GET', `rooms/${session}/door`),
  };
}

const isTooOften = (reason: Refusal) => reason === 'tryLater' || reason === 'tooMany';
