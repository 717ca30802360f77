import { Gain } from '../tone.ts';
import { type HeldRecipe, type Hit, rootsBetween } from './recipe.ts';
import { band, type Stage, steadyNoise, steadyTone } from './stage.ts';

/** A few singers on an open vowel, close and unforced: dark it is nearer to oo, bright to ah. */
export const voice: HeldRecipe = {
  kind: 'held',
  rateHz: 32_000,
  send: 0.34,
  roots: rootsBetween(57, 81, 4),
  reach: 8,
  loopSec: 5,
  riseSec: 0.09,
  fallSec: 0.14,
  vibrato: { rateHz: 5.1, cents: 16 },
  cutoffHz: ({ hz, strength, colour }) =>
    420 + hz * 0.7 + 2600 * (0.15 + 0.85 * colour) * (0.4 + 0.9 * strength),
  draw,
};

/** The breath's tone before the mouth shapes it: falls 10 dB an octave. */
const GLOTTIS = Array.from({ length: 32 }, (_, i) => 1 / (i + 1) ** 1.15);
/** An ah, between man and woman: Hz, Q, gain. */
const MOUTH: readonly (readonly [number, number, number])[] = [
  [560, 4, 0.9],
  [760, 5, 1],
  [1150, 7, 1],
  [2750, 9, 1],
  [3400, 10, 0.6],
];
const SINGERS: readonly (readonly [number, number])[] = [
  [-4, 4.8],
  [0, 5.4],
  [4, 5],
];

function draw(stage: Stage, { hz, random }: Hit): void {
  const throat = new Gain({ context: stage.context });
  for (const [cents, swayHz] of SINGERS) {
    const sway = { hz: swayHz, cents: 9, phase: random() };
    const phaseSec = random() / hz;
    steadyTone(stage, { hz: hz * 2 ** (cents / 1200), levels: GLOTTIS, level: 0.3, phaseSec, sway }).connect(
      throat,
    );
  }
  const breath = new Gain({ context: stage.context, gain: 0.02 });
  steadyNoise(stage, random() * 1e9).chain(
    band(stage, { type: 'highpass', hz: 900, q: 0.5 }),
    breath,
    throat,
  );
  throat.chain(
    band(stage, { type: 'lowpass', hz: hz * 1.5, q: 0.5 }),
    new Gain({ context: stage.context, gain: 0.22 }),
    stage.output,
  );
  for (const [mouthHz, q, gain] of MOUTH) {
    const formant = band(stage, { type: 'bandpass', hz: mouthHz, q });
    throat.chain(formant, new Gain({ context: stage.context, gain }), stage.output);
  }
}
