import { Gain } from '../tone.ts';
import { type HeldRecipe, type Hit, rootsBetween } from './recipe.ts';
import { band, movement, type Stage, steadyNoise, steadyTone } from './stage.ts';

/** A wooden flute: nearly a sine, with breath around it that moves. */
export const flute: HeldRecipe = {
  kind: 'held',
  rateHz: 32_000,
  send: 0.3,
  roots: rootsBetween(65, 93, 5),
  reach: 14,
  loopSec: 4,
  riseSec: 0.035,
  fallSec: 0.07,
  vibrato: { rateHz: 4.7, cents: 11 },
  cutoffHz: ({ hz, strength, colour }) => 600 + hz * (1.1 + 2.6 * strength * (0.5 + colour)),
  draw,
};

const PIPE = [1, 0.34, 0.2, 0.06, 0.045, 0.015, 0.01];

function draw(stage: Stage, { hz, random }: Hit): void {
  const sway = { hz: 0.5, cents: 2, phase: random() };
  const tone = steadyTone(stage, { hz, levels: PIPE, level: 0.5, sway });
  movement(stage, 0.75, 0.035, random()).connect(tone.gain);
  tone.connect(stage.output);
  const breath = new Gain({ context: stage.context, gain: 0.05 });
  movement(stage, 1.25, 0.015, random()).connect(breath.gain);
  const air = steadyNoise(stage, random() * 1e9);
  // Breath that the pipe has coloured, and some that has passed it by.
  air.chain(band(stage, { type: 'bandpass', hz: hz * 1.01, q: 6 }), breath);
  air.chain(band(stage, { type: 'bandpass', hz: hz * 2.02, q: 5 }), breath);
  air.chain(
    band(stage, { type: 'bandpass', hz: 3800, q: 0.7 }),
    new Gain({ context: stage.context, gain: 0.25 }),
    breath,
  );
  breath.connect(stage.output);
}
