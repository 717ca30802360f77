/**
 * How late a device sounds, found by tapping along with a beat whose place is known:
 *
 *   offset of a tap  =  lateness of the sound  -  how far ahead of a beat people tap  +  their unsteadiness
 *
 * The middle offset of some taps, and how far they spread around it, say whether that can be believed.
 */
export type TapResult =
  /** So many taps are still needed. */
  | { readonly type: 'listening'; readonly left: number }
  | { readonly type: 'notSteady'; readonly spreadMs: number }
  /** Beyond what the browser reports, and below zero for a device that sounds early. Whole ms. */
  | { readonly type: 'steady'; readonly lateMs: number; readonly spreadMs: number };

/** Taps before it is told anything, and at most. */
export const LEAST_TAPS = 12;
export const MOST_TAPS = 16;
/** The first taps find the beat and are not counted. */
const SETTLING_TAPS = 3;
/** Most of the taps within this of their middle: twice what people without training reach at this pace (Repp 2005). */
const STEADY_MS = 45;
/** People tap a little ahead of a beat they hear, 20 to 50 ms (Repp 2005); the lesser is taken. */
const AHEAD_MS = 20;
/** Less than this nobody notices, and taps cannot tell. */
const IN_TIME_MS = 15;
/** No device is further off; such taps were on another beat. */
const MOST_LATE_MS = 500;
const MOST_EARLY_MS = 100;

/** What a row of offsets says, in the order of the taps. */
export function tapResult(offsetsMs: readonly number[]): TapResult {
  if (offsetsMs.length < LEAST_TAPS) return { type: 'listening', left: LEAST_TAPS - offsetsMs.length };
  const counted = offsetsMs.slice(SETTLING_TAPS);
  const middle = quantileOf(counted, 0.5);
  // Between the quartiles, as a standard deviation: it sees taps that lie in two heaps, which a median deviation does not.
  const spreadMs = Math.round((quantileOf(counted, 0.75) - quantileOf(counted, 0.25)) / 1.349);
  const lateMs = Math.round(middle + AHEAD_MS);
  if (spreadMs > STEADY_MS || lateMs > MOST_LATE_MS || lateMs < -MOST_EARLY_MS) {
    return { type: 'notSteady', spreadMs };
  }
  return { type: 'steady', lateMs: Math.abs(lateMs) < IN_TIME_MS ? 0 : lateMs, spreadMs };
}

/** Whether tapping can end: the taps are steady, or there are as many as anyone should be asked for. */
export function isEnough(offsetsMs: readonly number[]): boolean {
  return tapResult(offsetsMs).type === 'steady' || offsetsMs.length >= MOST_TAPS;
}

/**
 * How far a tap lies from its beat, the beats being `betweenMs` apart and one of them at `beatMs`. Sound is late far more
 * often than early, so a tap belongs to the beat up to two thirds before it, or one third after it.
 */
export function offsetFromBeat(tapMs: number, beatMs: number, betweenMs: number): number {
  const ahead = betweenMs / 3;
  const into = (((tapMs - beatMs + ahead) % betweenMs) + betweenMs) % betweenMs;
  return into - ahead;
}

/** The value below which that fraction lies, between two values in proportion. */
function quantileOf(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * fraction;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
