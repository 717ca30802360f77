import { type Hit, rootsBetween, type StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** Small hand bells, softly struck: the top that glints. Each partial is a pair that beats slowly. */
export const bells: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.34,
  roots: rootsBetween(74, 98, 6),
  strengths: [0.3, 0.85],
  variants: 1,
  lengthSec: (pitch) => 4.6 * 2 ** ((74 - pitch) / 36),
  cutoffHz: ({ hz, strength, colour }) => 2200 + hz * (1.2 + 3.5 * strength) * (0.6 + 0.8 * colour),
  draw,
};

/** Ratio, level, ring: hum left out, prime, tierce kept faint so that no chord of another key rings along. */
const PARTIALS: readonly (readonly [number, number, number])[] = [
  [1, 0.6, 1],
  [2, 0.42, 0.72],
  [2.76, 0.3, 0.5],
  [4.07, 0.2, 0.36],
  [5.4, 0.16, 0.26],
  [6.8, 0.08, 0.16],
];

function draw(stage: Stage, { hz, pitch, strength, random }: Hit): void {
  const ringSec = 4.4 * 2 ** ((74 - pitch) / 30);
  const hard = 0.35 + 0.65 * strength;
  PARTIALS.forEach(([ratio, level, ring], i) => {
    const loud = level * hard ** (i * 0.7) * (0.92 + 0.16 * random());
    const apartHz = i === 0 ? 0.35 : 0.8 + random();
    const fall = { t60Sec: ringSec * ring, riseSec: 0.0016 };
    mode(stage, { hz: hz * ratio - apartHz * 0.38, level: loud * 0.62, ...fall });
    mode(stage, { hz: hz * ratio + apartHz * 0.62, level: loud * 0.38, ...fall });
  });
  const seed = random() * 1e9;
  burst(stage, { type: 'bandpass', hz: 3200, q: 0.9, level: 0.1 * hard, t60Sec: 0.02, riseSec: 0.001, seed });
}
