/**
 * Scales as semitones above the tonic, the tonic first. Chosen so that any two of their notes can sound together
 * without harshness, or so that people know them by ear. A test compares each with the tonal library's table.
 */
export const SCALES = {
  majorPentatonic: [0, 2, 4, 7, 9],
  minorPentatonic: [0, 3, 5, 7, 10],
  major: [0, 2, 4, 5, 7, 9, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  aeolian: [0, 2, 3, 5, 7, 8, 10],
  minorBlues: [0, 3, 5, 6, 7, 10],
  hirajoshi: [0, 2, 3, 7, 8],
} as const satisfies Record<string, readonly number[]>;

export type ScaleName = keyof typeof SCALES;
export const SCALE_NAMES = Object.keys(SCALES) as readonly ScaleName[];
