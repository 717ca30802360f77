import { type Hit, rootsBetween, type StruckRecipe } from './recipe.ts';
import { burst, harmonics, mode, type Stage } from './stage.ts';

/** Gut strings plucked a third of the way along, on a wooden body. */
export const harp: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.28,
  roots: rootsBetween(48, 84, 6),
  strengths: [0.3, 0.85],
  variants: 1,
  lengthSec: (pitch) => 3.6 * 2 ** ((48 - pitch) / 36),
  cutoffHz: ({ hz, strength, colour }) => 1000 + hz * (2 + 12 * strength) * (0.45 + 1.1 * colour),
  draw,
};

/** Where along the string the finger is: harmonics with a node there stay silent. */
const PLUCKED_AT = 0.31;
/** Harmonics that die away together: the higher, the sooner. First, last, share of the ring. */
const GROUPS: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [2, 2, 0.78],
  [3, 4, 0.52],
  [5, 7, 0.32],
  [8, 12, 0.19],
  [13, 20, 0.1],
];

function draw(stage: Stage, { hz, pitch, strength, random }: Hit): void {
  const ringSec = 4 * 2 ** ((48 - pitch) / 28);
  const dull = 1.5 - 0.75 * strength;
  for (const [first, last, ring] of GROUPS) {
    const levels = Array.from({ length: last }, (_, i) => (i + 1 < first ? 0 : pluckLevel(i + 1, dull)));
    // A stiff string's overtones lie a little high; within a group the difference is not heard.
    const stretch = 1 + 0.00004 * ((first + last) / 2) ** 2;
    const level = 0.9 + 0.2 * random();
    harmonics(stage, hz * stretch, levels, { level, t60Sec: ringSec * ring, riseSec: 0.0015 });
  }
  // The string's other plane of swing: the same tone, a breath apart, living longer.
  mode(stage, { hz: hz * 1.0007, level: 0.2, t60Sec: ringSec * 1.1, riseSec: 0.01 });
  mode(stage, { hz: 128, level: 0.12 * strength, t60Sec: 0.12, riseSec: 0.003 });
  burst(stage, {
    type: 'bandpass',
    hz: 1900 + 1000 * strength,
    q: 0.8,
    level: 0.2 * (0.2 + strength),
    t60Sec: 0.03,
    riseSec: 0.002,
    seed: random() * 1e9,
  });
}

const pluckLevel = (n: number, dull: number) => Math.abs(Math.sin(n * Math.PI * PLUCKED_AT)) / n ** dull;
