import { Gain } from '../tone.ts';
import type { HeldRecipe, Hit } from './recipe.ts';
import { band, movement, type Stage, steadyNoise } from './stage.ts';

/** Beads rolling over a skin: the hand's slow movement is the wave. Bright when they run along the rim. */
export const oceanDrum: HeldRecipe = {
  kind: 'held',
  rateHz: 32_000,
  send: 0.3,
  roots: [48],
  reach: 99,
  loopSec: 9,
  riseSec: 0.16,
  fallSec: 0.32,
  cutoffHz: ({ strength, colour }) => 500 + 5400 * (0.3 + 0.7 * colour) * (0.5 + 0.5 * strength),
  draw,
};

/** Streams of beads: Hz, Q, level, gathering a second. None of the rates divides another. */
const STREAMS: readonly (readonly [number, number, number, number])[] = [
  [420, 0.9, 0.5, 2 / 9],
  [980, 1.1, 0.42, 3 / 9],
  [1900, 1.2, 0.4, 5 / 9],
  [3300, 1.3, 0.36, 7 / 9],
  [5200, 1.3, 0.24, 4 / 9],
];

function draw(stage: Stage, { random }: Hit): void {
  for (const [hz, q, level, rateHz] of STREAMS) {
    const stream = new Gain({ context: stage.context, gain: level * 0.6 });
    movement(stage, rateHz, level * 0.26, random()).connect(stream.gain);
    movement(stage, rateHz * 4 + 11 / 9, level * 0.14, random()).connect(stream.gain);
    steadyNoise(stage, random() * 1e9).chain(band(stage, { type: 'bandpass', hz, q }), stream, stage.output);
  }
  // The skin below, which the beads set humming.
  const skin = new Gain({ context: stage.context, gain: 0.5 });
  movement(stage, 2 / 9, 0.2, random()).connect(skin.gain);
  const noise = steadyNoise(stage, random() * 1e9);
  for (const hz of [92, 147, 198]) noise.chain(band(stage, { type: 'bandpass', hz, q: 7 }), skin);
  skin.connect(stage.output);
}
