import type { PulseWeight } from '../../player/synth.ts';
import type { Hit, StruckRecipe } from './recipe.ts';
import { burst, mode, type Stage } from './stage.ts';

/** Which stroke is which root of the recipe. */
export const PULSE_ROOTS: Readonly<Record<PulseWeight, number>> = {
  one: 0,
  beat: 1,
  countIn: 2,
  countInOne: 3,
};

/** How loud each is against a note played at full strength, in dB. */
export const PULSE_GAIN_DB: Readonly<Record<PulseWeight, number>> = {
  one: -8,
  beat: -11,
  countIn: -9,
  countInOne: -7,
};

interface Stroke {
  readonly skinHz: number;
  readonly drop: number;
  readonly ringSec: number;
  readonly wood: number;
  readonly woodHz: number;
}

/** A felt mallet on a large soft drum, near a heartbeat. The count-in has some wood, so that it is heard as a call. */
const STROKES: readonly Stroke[] = [
  { skinHz: 78, drop: 1.5, ringSec: 0.42, wood: 0.05, woodHz: 310 },
  { skinHz: 104, drop: 1.4, ringSec: 0.3, wood: 0.05, woodHz: 360 },
  { skinHz: 118, drop: 1.3, ringSec: 0.22, wood: 0.5, woodHz: 520 },
  { skinHz: 88, drop: 1.4, ringSec: 0.32, wood: 0.6, woodHz: 390 },
];

export const pulse: StruckRecipe = {
  kind: 'struck',
  rateHz: 24_000,
  send: 0.12,
  roots: [0, 1, 2, 3],
  strengths: [0.6],
  variants: 1,
  lengthSec: () => 0.7,
  cutoffHz: () => 2600,
  draw,
};

function draw(stage: Stage, { colour, random }: Hit): void {
  const stroke = STROKES[colour] ?? { skinHz: 100, drop: 1.4, ringSec: 0.3, wood: 0, woodHz: 360 };
  const { skinHz, drop, ringSec, wood, woodHz } = stroke;
  mode(stage, { hz: skinHz, level: 0.8, t60Sec: ringSec, riseSec: 0.004, drop, dropSec: 0.07 });
  // An octave and a fifth above, so that a tablet's small loudspeaker has something to say.
  mode(stage, { hz: skinHz * 2.02, level: 0.3, t60Sec: ringSec * 0.6, riseSec: 0.004, drop, dropSec: 0.05 });
  mode(stage, { hz: skinHz * 3.1, level: 0.1, t60Sec: ringSec * 0.4, riseSec: 0.003 });
  mode(stage, { hz: woodHz, level: 0.4 * wood, t60Sec: 0.16, riseSec: 0.002 });
  mode(stage, { hz: woodHz * 2.3, level: 0.16 * wood, t60Sec: 0.09, riseSec: 0.002 });
  const seed = random() * 1e9;
  burst(stage, { type: 'lowpass', hz: 480, q: 0.5, level: 0.22, t60Sec: 0.04, riseSec: 0.003, seed });
}
