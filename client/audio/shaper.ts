import { type Context, WaveShaper } from './tone.ts';

/**
 * A memoryless curve over -1 to 1. It is set here and now: given as Tone's `mapping` it would be set only once the
 * context is known to run, and the first blocks would pass unshaped.
 */
export function createShaper(context: Context, points: number, curve: (x: number) => number): WaveShaper {
  const shaper = new WaveShaper({ context });
  shaper.curve = Float32Array.from({ length: points }, (_, i) => curve((i / (points - 1)) * 2 - 1));
  shaper.oversample = 'none';
  return shaper;
}
