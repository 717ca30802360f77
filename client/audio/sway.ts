import { type Context, ToneOscillatorNode } from './tone.ts';

/** A slow sine that all voices with vibrato of this rate share, each to its own depth. Runs from the first use on. */
export function createSway(context: Context, rateHz: number): AudioNode {
  const sway = new ToneOscillatorNode({ context, frequency: rateHz, type: 'sine' });
  sway.start(0);
  return sway.output.output;
}
