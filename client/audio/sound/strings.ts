import { type HeldRecipe, type Hit, rootsBetween } from './recipe.ts';
import { band, type Stage, steadyNoise, steadyTone } from './stage.ts';
import { Gain } from '../tone.ts';

/** A small string section: five bows, each with its own vibrato, through wooden bodies. */
export const strings: HeldRecipe = {
  kind: 'held',
  rateHz: 32_000,
  send: 0.28,
  roots: rootsBetween(43, 79, 6),
  reach: 10,
  loopSec: 5,
  riseSec: 0.075,
  fallSec: 0.16,
  cutoffHz: ({ hz, strength, colour }) =>
    800 + 500 * colour + hz * (1.5 + 5 * strength) * (0.4 + 1.3 * colour),
  draw,
};

const SAW = Array.from({ length: 40 }, (_, i) => 1 / (i + 1));
/** Resonances of the bodies: Hz, Q, share. */
const BODY: readonly (readonly [number, number, number])[] = [
  [290, 1.6, 0.2],
  [480, 2, 0.35],
  [1050, 1.4, 0.6],
  [2500, 1.2, 0.75],
];
const PLAYERS: readonly (readonly [number, number])[] = [
  [-5, 5.2],
  [-2, 4.8],
  [0.4, 5.6],
  [2.4, 5],
  [4.6, 5.4],
];

function draw(stage: Stage, { hz, random }: Hit): void {
  const section = new Gain({ context: stage.context });
  for (const [cents, swayHz] of PLAYERS) {
    const sway = { hz: swayHz, cents: 7, phase: random() };
    const phaseSec = random() / hz;
    steadyTone(stage, { hz: hz * 2 ** (cents / 1200), levels: SAW, level: 0.2, phaseSec, sway }).connect(
      section,
    );
  }
  // Rosin: a little air in the bow.
  const rosin = new Gain({ context: stage.context, gain: 0.012 });
  steadyNoise(stage, random() * 1e9).chain(
    band(stage, { type: 'bandpass', hz: 3200, q: 0.5 }),
    rosin,
    section,
  );
  section.chain(new Gain({ context: stage.context, gain: 0.34 }), stage.output);
  for (const [bodyHz, q, share] of BODY) {
    const resonance = band(stage, { type: 'bandpass', hz: bodyHz, q });
    section.chain(resonance, new Gain({ context: stage.context, gain: share }), stage.output);
  }
}
