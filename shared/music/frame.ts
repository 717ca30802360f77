import { type Pitch, pitch } from '../base/units.ts';
import { SCALES, type ScaleName } from './scale.ts';

/** Semitones above C, 0 to 11. */
export type PitchClass = number;

/** How eighth notes lie: even, or the first of each two longer (a swing of two to one). */
export const FEELS = ['straight', 'swing'] as const;
export type Feel = (typeof FEELS)[number];

/** The tonal setting everything that is played fits into. */
export interface Frame {
  readonly tonic: PitchClass;
  readonly scale: ScaleName;
  readonly feel: Feel;
}

export const DEFAULT_FRAME: Frame = { tonic: 2, scale: 'majorPentatonic', feel: 'straight' };

/** All pitches of the frame from `lowest` to `highest`, both included, rising. Whole MIDI numbers. */
export function pitchesWithin(frame: Frame, lowest: number, highest: number): readonly Pitch[] {
  const steps: readonly number[] = SCALES[frame.scale];
  const found: Pitch[] = [];
  for (let midi = Math.ceil(lowest); midi <= highest; midi++) {
    if (steps.includes((((midi - frame.tonic) % 12) + 12) % 12)) found.push(pitch(midi));
  }
  return found;
}

/** The pitch of the frame nearest to `wanted`; of two equally near, the lower. A fraction is drawn to a whole step. */
export function nearestInFrame(frame: Frame, wanted: number): Pitch {
  const around = pitchesWithin(frame, wanted - 12, wanted + 12);
  return around.reduce((best, candidate) =>
    Math.abs(candidate - wanted) < Math.abs(best - wanted) ? candidate : best,
  );
}

/** Whether a whole pitch belongs to the frame. */
export function fitsFrame(frame: Frame, midi: number): boolean {
  return Number.isInteger(midi) && nearestInFrame(frame, midi) === midi;
}

/** Whether a pitch is the tonic in any octave. */
export const isTonic = (frame: Frame, midi: number) => (((midi - frame.tonic) % 12) + 12) % 12 === 0;
