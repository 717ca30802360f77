import type { Hit, StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** A hollow block under a rubber head: hollow and round at the centre, dry and high at the edge. */
export const woodblock: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.3,
  roots: [0, 0.5, 1],
  strengths: [0.3, 0.85],
  variants: 3,
  lengthSec: () => 0.5,
  cutoffHz: ({ strength, colour }) => 1500 + 3600 * strength + 1800 * colour,
  draw,
};

function draw(stage: Stage, { colour, strength, random }: Hit): void {
  const hard = 0.4 + 0.6 * strength;
  const hollowHz = 690 * 2 ** (colour * 0.55) * (0.994 + 0.012 * random());
  const differ = () => 0.88 + 0.24 * random();
  mode(stage, {
    hz: hollowHz,
    level: 0.8,
    t60Sec: 0.2 - 0.06 * colour,
    riseSec: 0.0015,
    drop: 1.03,
    dropSec: 0.02,
  });
  mode(stage, { hz: hollowHz * 1.52, level: 0.3 * differ(), t60Sec: 0.12 });
  mode(stage, { hz: hollowHz * 2.58, level: 0.24 * hard * differ() * (0.6 + 0.6 * colour), t60Sec: 0.08 });
  mode(stage, { hz: hollowHz * 4.1, level: 0.1 * hard ** 2 * differ(), t60Sec: 0.04 });
  burst(stage, {
    type: 'bandpass',
    hz: 1700 + 900 * colour,
    q: 0.9,
    level: 0.4 * hard,
    t60Sec: 0.03,
    riseSec: 0.001,
    seed: random() * 1e9,
  });
}
