import { type Hit, rootsBetween, type StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** Steel tongues on a gourd: a clear tone, a high glassy tink that is gone at once, a thumb on wood. */
export const kalimba: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.26,
  roots: rootsBetween(60, 84, 4),
  strengths: [0.3, 0.85],
  variants: 2,
  lengthSec: (pitch) => 3 * 2 ** ((60 - pitch) / 36),
  cutoffHz: ({ hz, strength, colour }) => 1400 + hz * (1.5 + 7 * strength) * (0.5 + colour),
  draw,
};

function draw(stage: Stage, { hz, pitch, strength, random }: Hit): void {
  const ringSec = 2.8 * 2 ** ((60 - pitch) / 26);
  const hard = 0.3 + 0.7 * strength;
  const differ = () => 0.88 + 0.24 * random();
  mode(stage, { hz, level: 0.7, t60Sec: ringSec, riseSec: 0.0018, drop: 1.004, dropSec: 0.06 });
  // The neighbours' tongues hum along, a hair apart: a slow shimmer.
  mode(stage, { hz: hz + random() - 0.5, level: 0.14, t60Sec: ringSec * 0.8, riseSec: 0.03 });
  mode(stage, { hz: hz * 2.003, level: 0.3 * hard, t60Sec: ringSec * 0.45 });
  mode(stage, { hz: hz * 3.01, level: 0.14 * hard, t60Sec: ringSec * 0.3 });
  mode(stage, { hz: hz * 5.93 * (1 + 0.004 * random()), level: 0.34 * hard ** 1.5 * differ(), t60Sec: 0.34 });
  mode(stage, { hz: hz * 8.4, level: 0.16 * hard ** 2 * differ(), t60Sec: 0.16 });
  mode(stage, { hz: 182, level: 0.22 * hard, t60Sec: 0.14, riseSec: 0.003 });
  burst(stage, {
    type: 'bandpass',
    hz: 1500 + 900 * strength,
    q: 1.1,
    level: 0.4 * hard,
    t60Sec: 0.03,
    riseSec: 0.0015,
    seed: random() * 1e9,
  });
}
