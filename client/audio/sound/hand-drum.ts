import type { Hit, StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** A goblet drum under the hand: a deep open centre, a ringing tone half-way, a dry slap at the rim. */
export const handDrum: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.2,
  roots: [0, 0.35, 0.7, 1],
  strengths: [0.3, 0.85],
  variants: 3,
  lengthSec: () => 1.1,
  cutoffHz: ({ strength, colour }) => 600 + 5200 * strength * (0.5 + 0.9 * colour) + 1400 * colour,
  draw,
};

/** Of a round skin, by frequency, with how much of each is heard at the centre and at the rim. */
const SKIN: readonly (readonly [number, number, number])[] = [
  [1, 0.5, 0.42],
  [1.59, 0.08, 0.4],
  [2.14, 0.04, 0.34],
  [2.3, 0.14, 0.12],
  [2.65, 0.02, 0.24],
  [3.5, 0.04, 0.16],
];

function draw(stage: Stage, { colour, strength, random }: Hit): void {
  const hard = 0.4 + 0.6 * strength;
  const centre = (1 - colour) ** 1.3;
  const differ = () => 0.92 + 0.16 * random();
  // The air in the drum: only the centre moves it.
  mode(stage, { hz: 84, level: 1.1 * centre, t60Sec: 0.75, riseSec: 0.004, drop: 1.35, dropSec: 0.08 });
  const skinHz = 206 * (0.995 + 0.01 * random());
  for (const [ratio, atCentre, atRim] of SKIN) {
    mode(stage, {
      hz: skinHz * ratio,
      level: (atCentre * centre * 0.6 + atRim * Math.sqrt(colour)) * hard * differ(),
      t60Sec: (0.42 - 0.2 * colour) / ratio ** 0.7,
      riseSec: 0.0016,
      drop: 1.06,
      dropSec: 0.05,
    });
  }
  const seed = random() * 1e9;
  const slap = { type: 'bandpass', riseSec: 0.0012, seed } as const;
  burst(stage, {
    ...slap,
    hz: 1250 + 900 * colour,
    q: 0.8,
    level: (0.1 + 0.75 * colour ** 2) * hard,
    t60Sec: 0.08,
  });
  burst(stage, {
    ...slap,
    type: 'lowpass',
    hz: 500,
    q: 0.5,
    level: 0.45 * centre * hard,
    t60Sec: 0.04,
    riseSec: 0.003,
  });
}
