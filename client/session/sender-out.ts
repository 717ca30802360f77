import type { MemberId } from '../../shared/base/ids.ts';
import type { Entry } from '../../shared/event/entry.ts';
import { memberOf } from '../../shared/room/questions.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';

/** Who decided that a member is no longer in the room; undefined where nobody else did. */
export function senderOut(
  entries: readonly Entry[],
  room: RoomState | undefined,
  me: MemberId | undefined,
): Member | undefined {
  const out = entries.find(({ event }) => event.type === 'left' && event.member === me);
  return out && out.by !== me && room ? memberOf(room, out.by) : undefined;
}
