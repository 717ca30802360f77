import { bpm, type Bpm } from '../base/units.ts';
import type { Chord, ChordKind, ChordStep } from './chord.ts';
import { type Feel, type Frame, homeChord } from './frame.ts';
import type { PitchClass } from './pitch-class.ts';
import { SCALES, type ScaleName } from './scale.ts';

/** A setting known to carry a group: a frame without its home note, and the pace it is known by, if it has one. */
export interface FramePreset {
  readonly scale: ScaleName;
  readonly feel: Feel;
  readonly chords?: readonly ChordStep[];
  /** As it is written; the room's metres know both. */
  readonly metre?: '3/4' | '4/4';
  readonly bpm?: Bpm;
}

const held = (root: PitchClass, kind: ChordKind, bars: number): ChordStep => ({ root, kind, bars });

/** Twelve bars, three lines of four: home; away and home; further, away, home. */
const TWELVE_BAR_BLUES = [
  held(0, 'dominant', 4),
  held(5, 'dominant', 2),
  held(0, 'dominant', 2),
  held(7, 'dominant', 1),
  held(5, 'dominant', 1),
  held(0, 'dominant', 2),
];
const LULLABY = [
  held(0, 'major', 2),
  held(5, 'major', 1),
  held(0, 'major', 1),
  held(7, 'major', 2),
  held(0, 'major', 2),
];

/** Moods first, which need no chords; then forms people know; at last a single chord that stays. */
export const FRAME_PRESETS = {
  open: { scale: 'majorPentatonic', feel: 'straight' },
  deep: { scale: 'minorPentatonic', feel: 'straight' },
  thoughtful: { scale: 'dorian', feel: 'straight' },
  floating: { scale: 'lydian', feel: 'straight' },
  easy: { scale: 'mixolydian', feel: 'swing' },
  tender: { scale: 'aeolian', feel: 'straight' },
  stillWater: { scale: 'hirajoshi', feel: 'straight' },
  blues: { scale: 'minorBlues', feel: 'swing', chords: TWELVE_BAR_BLUES, metre: '4/4', bpm: bpm(84) },
  lullaby: { scale: 'major', feel: 'straight', chords: LULLABY, metre: '3/4', bpm: bpm(72) },
  drone: { scale: 'mixolydian', feel: 'straight', chords: [held(0, 'fifth', 1)] },
} as const satisfies Readonly<Record<string, FramePreset>>;

export type FramePresetName = keyof typeof FRAME_PRESETS;
export const FRAME_PRESET_NAMES = Object.keys(FRAME_PRESETS) as readonly FramePresetName[];

export const framePreset = (name: FramePresetName): FramePreset => FRAME_PRESETS[name];

/** A preset on a home note. Without chords of its own it has none: what was under the mood before goes with it. */
export function frameOfPreset(name: FramePresetName, tonic: PitchClass): Frame {
  const { scale, feel, chords } = framePreset(name);
  return chords ? { tonic, scale, feel, chords } : { tonic, scale, feel };
}

/** The preset a frame is, whatever its home note; undefined where it was made freely. */
export function presetOf(frame: Frame): FramePresetName | undefined {
  return FRAME_PRESET_NAMES.find((name) => {
    const { scale, feel, chords = [] } = framePreset(name);
    return scale === frame.scale && feel === frame.feel && isSameSequence(chords, frame.chords ?? []);
  });
}

/** Chords by where they lead, in words anyone can follow: home, away, further, and colours between. */
export const CHORD_NAMES = ['home', 'away', 'further', 'shade', 'light', 'wide', 'aside', 'still'] as const;
export type ChordName = (typeof CHORD_NAMES)[number];
export type ChordChoices = Readonly<Partial<Record<ChordName, Chord>>>;

const chord = (root: PitchClass, kind: ChordKind): Chord => ({ root, kind });
/** The bare fifth: neither glad nor sad, and nothing rubs against it. */
const STILL = chord(0, 'fifth');

const MAJOR_CHORDS = {
  home: chord(0, 'major'),
  away: chord(5, 'major'),
  further: chord(7, 'major'),
  shade: chord(9, 'minor'),
  aside: chord(2, 'minor'),
  wide: chord(10, 'major'),
  still: STILL,
} as const satisfies ChordChoices;

const MINOR_CHORDS = {
  home: chord(0, 'minor'),
  away: chord(5, 'minor'),
  further: chord(7, 'minor'),
  light: chord(3, 'major'),
  shade: chord(8, 'major'),
  wide: chord(10, 'major'),
  still: STILL,
} as const satisfies ChordChoices;

const BLUES_CHORDS = {
  home: chord(0, 'dominant'),
  away: chord(5, 'dominant'),
  further: chord(7, 'dominant'),
  still: STILL,
} as const satisfies ChordChoices;

/** The chords on offer over a scale. */
export function chordChoices(scale: ScaleName): ChordChoices {
  if (scale === 'minorBlues') return BLUES_CHORDS;
  return hasMinorHome(scale) ? MINOR_CHORDS : MAJOR_CHORDS;
}

const hasMinorHome = (scale: ScaleName): boolean => {
  const steps: readonly number[] = SCALES[scale];
  return homeChord({ tonic: 0, scale, feel: 'straight' }).kind === 'minor' || !steps.includes(4);
};

/** What a chord is called over a scale; undefined for one that is not on offer there. */
export function chordNameOf(scale: ScaleName, { root, kind }: Chord): ChordName | undefined {
  const choices = chordChoices(scale);
  return CHORD_NAMES.find((name) => choices[name]?.root === root && choices[name]?.kind === kind);
}

/** Sequences as ways to go, one bar a step unless the way asks for more. */
export const SEQUENCES = {
  thereAndBack: ['home', 'away', 'further', 'home'],
  swaying: ['home', 'away'],
  turning: ['home', 'shade', 'away', 'further'],
  walkingDown: ['home', 'wide', 'away', 'home'],
} as const satisfies Readonly<Record<string, readonly ChordName[]>>;

export type SequenceName = keyof typeof SEQUENCES;
export const SEQUENCE_NAMES = Object.keys(SEQUENCES) as readonly SequenceName[];

/** A way to go over a scale, each step `bars` long; undefined where the scale lacks one of its chords. */
export function sequenceOf(
  name: SequenceName,
  scale: ScaleName,
  bars: number,
): readonly ChordStep[] | undefined {
  const choices: ChordChoices = chordChoices(scale);
  const chords = SEQUENCES[name].map((step) => choices[step]);
  return chords.every((one) => one !== undefined) ? chords.map((one) => ({ ...one, bars })) : undefined;
}

export const isSameSequence = (one: readonly ChordStep[], other: readonly ChordStep[]): boolean =>
  one.length === other.length &&
  one.every((step, index) => {
    const { root, kind, bars } = other[index] ?? step;
    return step.root === root && step.kind === kind && step.bars === bars;
  });
