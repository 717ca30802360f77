import { LAST_CHORD_RINGS_MS, STOPPED_CLOSES_MS, UNHELD_OFFERS_END_MS } from '../base/limits.ts';
import { type Beats, type RoomMs, roomMs } from '../base/units.ts';
import type { RoomEvent } from '../event/entry.ts';
import { CONTROLS, type Control } from '../event/holding.ts';
import { beatAt, roomMsAt } from '../time/tempo-map.ts';
import type { RoomState } from './state.ts';

/** Something that happens by itself at a time, unless the room changes before. */
interface Due {
  readonly atMs: RoomMs;
  readonly event: (now: RoomMs) => RoomEvent;
}

/** What is due now, in order of time; nothing follows the room's closing. */
export function dueEvents(state: RoomState, now: RoomMs): readonly RoomEvent[] {
  const events = [...dues(state)]
    .filter(({ atMs }) => atMs <= now)
    .sort((one, other) => one.atMs - other.atMs)
    .map(({ event }) => event(now));
  const closes = events.findIndex(({ type }) => type === 'roomClosed');
  return closes < 0 ? events : events.slice(0, closes + 1);
}

/** When something is due next; undefined while nothing is. */
export function nextDueMs(state: RoomState): RoomMs | undefined {
  const times = [...dues(state)].map(({ atMs }) => atMs);
  return times.length === 0 ? undefined : roomMs(Math.min(...times));
}

function* dues(state: RoomState): Generator<Due> {
  if (state.isClosed) return;
  const { ending, stoppedAt, unheldSince, tempo } = state;
  if (stoppedAt !== undefined) {
    yield { atMs: roomMs(stoppedAt + STOPPED_CLOSES_MS), event: () => ({ type: 'roomClosed' }) };
    return;
  }
  if (ending) {
    const atMs = roomMs(roomMsAt(tempo, ending.until) + LAST_CHORD_RINGS_MS);
    yield { atMs, event: () => ({ type: 'roomClosed' }) };
  } else {
    // In a close nobody gets louder any more.
    for (const { id, softened } of state.members) {
      if (!softened) continue;
      const event = (now: RoomMs): RoomEvent => ({
        type: 'softeningEnded',
        member: id,
        from: beatAt(tempo, now),
      });
      yield { atMs: softened.until, event };
    }
  }
  yield* controlsDue(state);
  if (unheldSince !== undefined && !state.isCalmEndOffered) {
    yield { atMs: roomMs(unheldSince + UNHELD_OFFERS_END_MS), event: () => ({ type: 'calmEndOffered' }) };
  }
}

/** Controls that were given for some bars, together where they return together. */
function* controlsDue({ holding, tempo }: RoomState): Generator<Due> {
  const returning = new Map<Beats, Control[]>();
  for (const control of CONTROLS) {
    const holder = holding[control];
    if (holder.type !== 'member' || holder.until === null) continue;
    returning.set(holder.until, [...(returning.get(holder.until) ?? []), control]);
  }
  for (const [until, controls] of returning) {
    yield {
      atMs: roomMsAt(tempo, until),
      event: () => ({ type: 'controlsReturned', controls }),
    };
  }
}
