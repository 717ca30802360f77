import { type Hit, rootsBetween, type StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** Singing bowls under a felt mallet: they open slowly, breathe, and take their time to leave. */
export const bowls: StruckRecipe = {
  kind: 'struck',
  rateHz: 24_000,
  send: 0.4,
  roots: rootsBetween(50, 74, 6),
  strengths: [0.3, 0.85],
  variants: 1,
  lengthSec: (pitch) => 8.5 * 2 ** ((50 - pitch) / 48),
  cutoffHz: ({ hz, strength, colour }) => 500 + hz * (1.6 + 6 * strength) * (0.5 + colour),
  draw,
};

/** Ratio, level, ring, beats a second: wall modes of a round bowl, each split in two. */
const PARTIALS: readonly (readonly [number, number, number, number])[] = [
  [1, 0.62, 1, 0.5],
  [2.72, 0.42, 0.62, 1.1],
  [5.04, 0.24, 0.36, 1.7],
  [7.9, 0.1, 0.2, 2.3],
];

function draw(stage: Stage, { hz, pitch, strength, random }: Hit): void {
  const ringSec = 9 * 2 ** ((50 - pitch) / 40);
  const hard = 0.4 + 0.6 * strength;
  PARTIALS.forEach(([ratio, level, ring, beatHz], i) => {
    const loud = level * hard ** i;
    const apartHz = beatHz * (0.85 + 0.3 * random());
    const fall = { t60Sec: ringSec * ring, riseSec: 0.045 / (1 + i) };
    mode(stage, { hz: hz * ratio - apartHz * 0.35, level: loud * 0.65, ...fall });
    mode(stage, { hz: hz * ratio + apartHz * 0.65, level: loud * 0.35, ...fall });
  });
  burst(stage, {
    type: 'lowpass',
    hz: 500 + 400 * strength,
    q: 0.5,
    level: 0.16 * hard,
    t60Sec: 0.09,
    riseSec: 0.006,
    seed: random() * 1e9,
  });
}
