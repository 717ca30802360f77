/** Semitones above C or above a tonic, 0 to 11. */
export type PitchClass = number;

/** Into 0 to 11. */
export const pitchClass = (semitones: number): PitchClass => ((semitones % 12) + 12) % 12;
