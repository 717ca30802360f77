import { type HeldRecipe, type Hit, rootsBetween } from './recipe.ts';
import { band, movement, type Stage, steadyTone } from './stage.ts';

/** A soft wide tone like many reeds far away: three voices that drift about one another over an octave below. */
export const warmPad: HeldRecipe = {
  kind: 'held',
  rateHz: 24_000,
  send: 0.3,
  roots: rootsBetween(48, 72, 6),
  reach: 12,
  loopSec: 6,
  riseSec: 0.14,
  fallSec: 0.35,
  cutoffHz: ({ hz, strength, colour }) => 320 + hz * (0.8 + 2 * strength + 3.6 * colour),
  draw,
};

const ROLL_OFF = Array.from({ length: 24 }, (_, i) => 1 / (i + 1) ** 1.35);
const SINE = [1, 0.12];

function draw(stage: Stage, { hz, random }: Hit): void {
  const filter = band(stage, { type: 'lowpass', hz: hz * 5, q: 0.4 });
  movement(stage, 1 / 3, hz * 1.6, random()).connect(filter.frequency);
  for (const [cents, swayHz] of [
    [-5, 0.5],
    [0, 1 / 3],
    [5.5, 2 / 3],
  ] as const) {
    const sway = { hz: swayHz, cents: 3, phase: random() };
    const phaseSec = random() / hz;
    steadyTone(stage, { hz: hz * 2 ** (cents / 1200), levels: ROLL_OFF, level: 0.3, phaseSec, sway }).connect(
      filter,
    );
  }
  filter.connect(stage.output);
  steadyTone(stage, { hz: hz / 2, levels: SINE, level: 0.16 }).connect(stage.output);
}
