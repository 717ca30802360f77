import { type Hit, rootsBetween, type StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** Bars tuned 1 : 4 : 10 over a resonating tube, struck with yarn. Warm, round, short above and long below. */
export const marimba: StruckRecipe = {
  kind: 'struck',
  rateHz: 32_000,
  send: 0.22,
  roots: rootsBetween(48, 76, 4),
  strengths: [0.3, 0.85],
  variants: 2,
  lengthSec: (pitch) => 2.6 * 2 ** ((48 - pitch) / 30),
  cutoffHz: ({ hz, strength, colour }) => 900 + hz * (1.5 + 8 * strength) * (0.6 + 0.8 * colour),
  draw,
};

function draw(stage: Stage, { hz, pitch, strength, random }: Hit): void {
  const ringSec = 2.3 * 2 ** ((48 - pitch) / 20);
  const differ = () => 0.9 + 0.2 * random();
  const hard = 0.25 + 0.75 * strength;
  mode(stage, { hz, level: 0.75, t60Sec: ringSec, riseSec: 0.0025 });
  // The tube below the bar takes a moment to speak and then holds the tone.
  mode(stage, { hz: hz * 1.0006, level: 0.4, t60Sec: ringSec * 1.15, riseSec: 0.022 });
  mode(stage, { hz: hz * 3.93, level: 0.42 * hard ** 1.5 * differ(), t60Sec: ringSec * 0.3 });
  mode(stage, { hz: hz * 9.6, level: 0.3 * hard ** 3 * differ(), t60Sec: ringSec * 0.12 });
  mode(stage, { hz: hz * 16.2, level: 0.12 * hard ** 4 * differ(), t60Sec: ringSec * 0.06 });
  burst(stage, {
    type: 'bandpass',
    hz: 380 + 1100 * strength,
    q: 0.7,
    level: 0.8 * hard,
    t60Sec: 0.05,
    riseSec: 0.002,
    seed: random() * 1e9,
  });
}
