import type { SessionId } from '../../shared/base/ids.ts';
import type { Entry } from '../../shared/event/entry.ts';
import type { Left } from '../../shared/event/membership.ts';
import type { Farewell } from '../../shared/wire/down.ts';
import type { Write } from './ports.ts';

/** Writes that belong to an entry, in the same transaction. */
export function consequences(session: SessionId, { event, at }: Entry): readonly Write[] {
  if (event.type === 'left') return [{ type: 'seatGone', session, member: event.member }];
  if (event.type === 'roomClosed') return [{ type: 'sessionClosed', session, closedAt: at }];
  return [];
}

/** What someone is told who is no longer in the room. */
export function farewellFor(why: Left['why']): Farewell {
  return why === 'putAtDoor' || why === 'removed' ? why : 'leftRoom';
}
