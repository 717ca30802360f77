import { beatsOfTicks, type RoomMs, roomMs, TICKS_PER_BEAT, ticks } from '../base/units.ts';
import { SIXTEENTH } from './echo.ts';
import { beatAt, roomMsAt, type TempoMap } from './tempo-map.ts';

/** What becomes of a note: sounded where it was meant, moved to the next line of the grid, or shown and not sounded. */
export type NoteFate =
  | { readonly type: 'inTime'; readonly atMs: RoomMs }
  | { readonly type: 'moved'; readonly atMs: RoomMs }
  | { readonly type: 'notSounded' };

/** One tone displaced in an even sequence is noticed from 6 ms on (Friberg and Sundberg 1995). */
const UNNOTICED_MS = 5;

/**
 * What to do with a note that others should hear at `meantMs` and that can be sounded from `soonestMs` on. A late one
 * goes to the next sixteenth if that is no further than a sixteenth from where it was meant, else it is not sounded:
 * it is never a flam.
 */
export function fateOfNote(tempo: TempoMap, meantMs: RoomMs, soonestMs: RoomMs): NoteFate {
  if (soonestMs - meantMs <= UNNOTICED_MS)
    return { type: 'inTime', atMs: roomMs(Math.max(meantMs, soonestMs)) };
  const tickOf = (at: RoomMs) => beatAt(tempo, at) * TICKS_PER_BEAT;
  const line = ticks(Math.ceil(tickOf(soonestMs) / SIXTEENTH) * SIXTEENTH);
  if (line - Math.round(tickOf(meantMs)) > SIXTEENTH) return { type: 'notSounded' };
  return { type: 'moved', atMs: roomMsAt(tempo, beatsOfTicks(line)) };
}
