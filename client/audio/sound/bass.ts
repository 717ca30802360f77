import { type Hit, rootsBetween, type StruckRecipe } from './recipe.ts';
import { burst, harmonics, mode, type Stage } from './stage.ts';

/** An upright bass under a soft finger. Its overtones carry the tune where a tablet has no lows. */
export const bass: StruckRecipe = {
  kind: 'struck',
  rateHz: 24_000,
  send: 0.1,
  roots: rootsBetween(28, 50, 4),
  strengths: [0.3, 0.85],
  variants: 2,
  lengthSec: (pitch) => 3 * 2 ** ((28 - pitch) / 40),
  cutoffHz: ({ strength, colour }) => 450 + 2800 * strength * (0.4 + 1.2 * colour),
  draw,
};

const GROUPS: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [2, 2, 0.85],
  [3, 3, 0.6],
  [4, 6, 0.36],
  [7, 11, 0.17],
  [12, 18, 0.09],
];

function draw(stage: Stage, { hz, pitch, strength, random }: Hit): void {
  const ringSec = 3.2 * 2 ** ((28 - pitch) / 36);
  const dull = 1.15 - 0.5 * strength;
  for (const [first, last, ring] of GROUPS) {
    const levels = Array.from({ length: last }, (_, i) => (i + 1 < first ? 0 : fingerLevel(i + 1, dull)));
    const level = 0.85 + 0.3 * random();
    const riseSec = first === 1 ? 0.011 : 0.005;
    harmonics(stage, hz * (1 + 0.00003 * first ** 2), levels, { level, t60Sec: ringSec * ring, riseSec });
  }
  // The body's air and the finger leaving the string.
  mode(stage, { hz: 98, level: 0.16 * strength, t60Sec: 0.16, riseSec: 0.006 });
  burst(stage, {
    type: 'bandpass',
    hz: 620 + 350 * strength,
    q: 0.8,
    level: 0.3 * (0.3 + 0.7 * strength),
    t60Sec: 0.045,
    riseSec: 0.004,
    seed: random() * 1e9,
  });
}

/** Plucked near a fifth of the string; the second harmonic is held up so that small loudspeakers know the tone. */
const fingerLevel = (n: number, dull: number) =>
  (Math.abs(Math.sin(n * Math.PI * 0.21)) / n ** dull) * (n === 2 || n === 3 ? 1.15 : 1);
