import { assertNever } from '../base/assert.ts';
import type { MemberId } from '../base/ids.ts';
import { granted, refused } from '../base/result.ts';
import type { RoomEvent } from '../event/entry.ts';
import type { RoomWish } from '../event/wish.ts';
import type { Decision } from './decision.ts';
import { memberOf } from './questions.ts';
import type { RoomState } from './state.ts';

type DoorKeeping = Extract<RoomWish, { type: 'setDoor' | 'renewCode' | 'putAtDoor' | 'remove' }>;

/** The door itself, and who is sent back to it. Permission has been given before. */
export function decideDoor(state: RoomState, wish: DoorKeeping): Decision {
  switch (wish.type) {
    case 'setDoor': {
      const { hasDoor, isLocked } = wish;
      const isSo = state.door.hasDoor === hasDoor && state.door.isLocked === isLocked;
      return granted(isSo ? [] : [{ type: 'doorSet', hasDoor, isLocked }]);
    }
    case 'renewCode':
      return granted([{ type: 'codeRenewed' }]);
    case 'putAtDoor':
      return sentOut(state, wish.member, 'putAtDoor');
    case 'remove':
      return sentOut(state, wish.member, 'removed');
    default:
      return assertNever(wish);
  }
}

/** Whoever is sent out comes back through the door only, so there is one from now on (TRUST S4). */
function sentOut(state: RoomState, member: MemberId, why: 'putAtDoor' | 'removed'): Decision {
  const found = memberOf(state, member);
  if (!found) return refused('noSuchMember');
  if (found.role === 'facilitator') return refused('notAllowed');
  const { isLocked } = state.door;
  const door: readonly RoomEvent[] = state.door.hasDoor ? [] : [{ type: 'doorSet', hasDoor: true, isLocked }];
  return granted([...door, { type: 'left', member, why }]);
}
