import type { PitchClass } from './pitch-class.ts';

/** Semitones of each kind of chord above its root. */
export const CHORDS = {
  major: [0, 4, 7],
  minor: [0, 3, 7],
  fifth: [0, 7],
  suspended: [0, 5, 7],
  dominant: [0, 4, 7, 10],
} as const satisfies Record<string, readonly number[]>;

export type ChordKind = keyof typeof CHORDS;
export const CHORD_KINDS = Object.keys(CHORDS) as readonly ChordKind[];

/** A chord within a frame: its root counts from the tonic, so that the sequence moves with it. */
export interface Chord {
  readonly root: PitchClass;
  readonly kind: ChordKind;
}

/** A chord and for how many bars it holds. */
export interface ChordStep extends Chord {
  readonly bars: number;
}

/** Pitch classes of a chord, counted from the tonic of its frame. */
export const chordSteps = ({ root, kind }: Chord): readonly PitchClass[] =>
  CHORDS[kind].map((step) => (root + step) % 12);

/** How many bars a sequence lasts before it begins anew. */
export const sequenceBars = (steps: readonly ChordStep[]): number =>
  steps.reduce((sum, { bars }) => sum + bars, 0);

/** The step that holds in bar `bar` of a sequence that goes round; undefined for an empty one. */
export function stepInBar(steps: readonly ChordStep[], bar: number): ChordStep | undefined {
  const length = sequenceBars(steps);
  let left = length === 0 ? 0 : ((bar % length) + length) % length;
  return steps.find((step) => {
    left -= step.bars;
    return left < 0;
  });
}
