import type { Hit, StruckRecipe } from './recipe.ts';
import { burst, type Stage } from './stage.ts';

/** Seeds in a small gourd: many grains in a short gathering, silky rather than sharp. */
export const shaker: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.16,
  roots: [0, 0.5, 1],
  strengths: [0.3, 0.85],
  variants: 4,
  lengthSec: () => 0.42,
  cutoffHz: ({ strength, colour }) => 3000 + 1800 * strength + 1100 * colour,
  draw,
};

const GRAINS = 22;

function draw(stage: Stage, { colour, random }: Hit): void {
  const seed = random() * 1e9;
  const body = 3300 + 1500 * colour;
  // The rush as a whole...
  burst(stage, { type: 'bandpass', hz: body, q: 1.2, level: 0.42, t60Sec: 0.15, riseSec: 0.007, seed });
  burst(stage, {
    type: 'bandpass',
    hz: body * 1.5,
    q: 1.4,
    level: 0.2,
    t60Sec: 0.1,
    riseSec: 0.008,
    seed: seed + 1,
  });
  // ...the hollow of the gourd...
  burst(stage, {
    type: 'bandpass',
    hz: 760,
    q: 2,
    level: 0.16,
    t60Sec: 0.07,
    riseSec: 0.004,
    seed: seed + 2,
  });
  // ...and single seeds that land late, so that no two shakes are the same.
  for (let i = 0; i < GRAINS; i++) {
    const hz = body * (0.7 + 0.9 * random());
    const riseSec = 0.012 + 0.1 * random() ** 2;
    burst(stage, {
      type: 'bandpass',
      hz,
      q: 9,
      level: 0.3 * random() ** 2,
      t60Sec: 0.03,
      riseSec,
      seed: seed + 3 + i,
    });
  }
}
