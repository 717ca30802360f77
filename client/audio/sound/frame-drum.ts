import type { Hit, StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** A wide goatskin on a ring: a long dark dum, a humming tone, a thin bright tak at the rim. */
export const frameDrum: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.3,
  roots: [0, 0.35, 0.7, 1],
  strengths: [0.3, 0.85],
  variants: 2,
  lengthSec: () => 2.2,
  cutoffHz: ({ strength, colour }) => 420 + 3600 * strength * (0.4 + 1.2 * colour) + 1800 * colour,
  draw,
};

const SKIN: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.1],
  [1.59, 0.22, 0.34],
  [2.14, 0.12, 0.32],
  [2.3, 0.24, 0.16],
  [2.65, 0.07, 0.26],
  [2.92, 0.07, 0.22],
  [3.6, 0.05, 0.2],
  [4.83, 0.02, 0.22],
  [6.2, 0.01, 0.2],
];

function draw(stage: Stage, { colour, strength, random }: Hit): void {
  const hard = 0.35 + 0.65 * strength;
  for (const [ratio, atCentre, atRim] of SKIN) {
    mode(stage, {
      hz: 69 * ratio * (0.996 + 0.008 * random()),
      level: (atCentre * (1 - colour) + atRim * colour) * (ratio > 2 ? hard : 1) * (0.9 + 0.2 * random()),
      t60Sec: (1.9 - 0.9 * colour) / ratio ** 0.85,
      riseSec: ratio < 2 ? 0.006 * (1 - colour) + 0.002 : 0.002,
      drop: 1.035,
      dropSec: 0.12,
    });
  }
  // The wooden ring answers the fingers that strike it.
  mode(stage, { hz: 905, level: 0.3 * colour ** 2 * hard, t60Sec: 0.12 });
  mode(stage, { hz: 1490, level: 0.16 * colour ** 2 * hard, t60Sec: 0.08 });
  const seed = random() * 1e9;
  burst(stage, {
    type: 'bandpass',
    hz: 2300,
    q: 0.7,
    level: 0.42 * colour ** 1.5 * hard,
    t60Sec: 0.06,
    seed,
  });
  burst(stage, {
    type: 'lowpass',
    hz: 330,
    q: 0.5,
    level: 0.4 * (1 - colour),
    t60Sec: 0.07,
    riseSec: 0.005,
    seed,
  });
}
