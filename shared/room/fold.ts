import type { Entry } from '../event/entry.ts';
import { evolve, openedRoom } from './evolve.ts';
import type { RoomState } from './state.ts';

/** The room at the end of its log. Throws on a log that does not begin with `sessionOpened` or has a gap. */
export function fold(entries: readonly Entry[]): RoomState {
  const [first, ...rest] = entries;
  if (first?.event.type !== 'sessionOpened') throw new Error('A log begins with sessionOpened');
  return rest.reduce(evolve, openedRoom(first, first.event));
}
