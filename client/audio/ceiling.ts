import { createShaper } from './shaper.ts';
import { type Context, Gain } from './tone.ts';

/** -6.02 dBFS: nothing louder leaves the page (TRUST C1). */
export const CEILING = 0.5;
/** Below -9.1 dBFS the curve is a straight line and adds nothing. */
const KNEE = 0.35;
/** What comes in may be this many times full scale before the curve's end is reached; beyond it stays at the ceiling. */
const HEADROOM = 16;
const CURVE_POINTS = 16_385;

/** What leaves the ceiling for a sample `x` that comes in: odd, rising, straight up to the knee, never above the ceiling. */
export function ceilingOf(x: number): number {
  const size = Math.abs(x);
  if (size <= KNEE) return x;
  const room = CEILING - KNEE;
  return Math.sign(x) * (KNEE + room * Math.tanh((size - KNEE) / room));
}

/**
 * The last stage: a memoryless saturating curve, so that it holds from the very first sample. Not oversampled: an
 * oversampled shaper filters its result and may overshoot by a decibel, and it delays.
 */
export function createCeiling(context: Context) {
  const input = new Gain({ context, gain: 1 / HEADROOM });
  const shaper = createShaper(context, CURVE_POINTS, (place) => ceilingOf(place * HEADROOM));
  input.connect(shaper);
  return { input, output: shaper };
}
