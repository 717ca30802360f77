import { type Author, seq } from '../base/ids.ts';
import type { RoomMs } from '../base/units.ts';
import type { Entry, RoomEvent } from '../event/entry.ts';
import { evolve } from './evolve.ts';
import type { RoomState } from './state.ts';

/** Gives events their places behind the state they were decided on. */
export function sequence(
  state: RoomState,
  events: readonly RoomEvent[],
  by: Author,
  at: RoomMs,
): readonly Entry[] {
  return events.map((event, index) => ({ seq: seq(state.seq + 1 + index), at, by, event }));
}

/** The room as it would be after these events: for decisions that have several steps. */
export function evolveAll(state: RoomState, events: readonly RoomEvent[], by: Author, at: RoomMs): RoomState {
  return sequence(state, events, by, at).reduce(evolve, state);
}
