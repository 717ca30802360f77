import { type Pitch, pitch } from '../base/units.ts';
import { type Chord, type ChordStep, chordSteps } from './chord.ts';
import { type PitchClass, pitchClass } from './pitch-class.ts';
import { SCALES, type ScaleName } from './scale.ts';

/** How eighth notes lie: even, or the first of each two longer (a swing of two to one). */
export const FEELS = ['straight', 'swing'] as const;
export type Feel = (typeof FEELS)[number];

/** The tonal setting everything that is played fits into. */
export interface Frame {
  readonly tonic: PitchClass;
  readonly scale: ScaleName;
  readonly feel: Feel;
  /** A sequence that goes round from the bar the frame begins in; none or an empty one where the scale itself is enough. */
  readonly chords?: readonly ChordStep[] | undefined;
}

/** A frame at one moment: with the chord that holds then, if there is a sequence. */
export interface Harmony extends Frame {
  readonly chord?: Chord | undefined;
}

export const DEFAULT_FRAME: Frame = { tonic: 2, scale: 'majorPentatonic', feel: 'straight' };

/**
 * All pitches of the frame from `lowest` to `highest`, both included, rising. Whole MIDI numbers. Under a chord there are as
 * many, in the same places: those that would rub against it are drawn to the nearest that do not.
 */
export function pitchesWithin(frame: Harmony, lowest: number, highest: number): readonly Pitch[] {
  const steps: readonly number[] = SCALES[frame.scale];
  const fitting = frame.chord && fittingSteps(frame, frame.chord);
  const found: Pitch[] = [];
  for (let midi = Math.ceil(lowest); midi <= highest; midi++) {
    const step = pitchClass(midi - frame.tonic);
    if (steps.includes(step)) found.push(pitch(midi + (fitting ? drawnBy(step, fitting) : 0)));
  }
  return found;
}

/** What fits under a chord: its own steps, and those of the scale that lie no semitone from one of them. */
function fittingSteps(frame: Frame, chord: Chord): readonly PitchClass[] {
  const own = chordSteps(chord);
  const rubs = (step: PitchClass) => own.some((tone) => [1, 11].includes(pitchClass(step - tone)));
  const passing = SCALES[frame.scale].filter((step) => !own.includes(step) && !rubs(step));
  return [...own, ...passing];
}

/** How many semitones a step is moved to reach the nearest that fits; of two equally near, the lower. */
function drawnBy(step: PitchClass, fitting: readonly PitchClass[]): number {
  for (let away = 0; away <= 6; away++) {
    if (fitting.includes(pitchClass(step - away))) return -away;
    if (fitting.includes(pitchClass(step + away))) return away;
  }
  return 0;
}

/** The pitch of the frame nearest to `wanted`; of two equally near, the lower. A fraction is drawn to a whole step. */
export function nearestInFrame(frame: Harmony, wanted: number): Pitch {
  const around = pitchesWithin(frame, wanted - 12, wanted + 12);
  return around.reduce((best, candidate) =>
    Math.abs(candidate - wanted) < Math.abs(best - wanted) ? candidate : best,
  );
}

/** Whether a whole pitch belongs to the frame. */
export function fitsFrame(frame: Harmony, midi: number): boolean {
  return Number.isInteger(midi) && nearestInFrame(frame, midi) === midi;
}

/** Whether a pitch is the tonic in any octave. */
export const isTonic = (frame: Frame, midi: number) => pitchClass(midi - frame.tonic) === 0;

/** Home: the tonic's own chord, as far as the scale has it. */
export function homeChord(frame: Frame): Chord {
  const steps: readonly number[] = SCALES[frame.scale];
  if (!steps.includes(7)) return { root: 0, kind: 'fifth' };
  return { root: 0, kind: steps.includes(4) ? 'major' : steps.includes(3) ? 'minor' : 'fifth' };
}

export function isSameFrame(one: Frame, other: Frame): boolean {
  const [chords, others] = [one.chords ?? [], other.chords ?? []];
  return (
    one.tonic === other.tonic &&
    one.scale === other.scale &&
    one.feel === other.feel &&
    chords.length === others.length &&
    chords.every(({ root, kind, bars }, index) => {
      const step = others[index];
      return step?.root === root && step.kind === kind && step.bars === bars;
    })
  );
}
