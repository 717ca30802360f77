/** The scores the instruments are asked to play. */
import { INSTRUMENTS, type InstrumentId } from '../../../shared/music/instrument.ts';
import type { Score, ScoreNote } from './score.ts';

export const RATE_HZ = 48_000;
/** When a single note is asked for. */
export const NOTE_SEC = 0.25;
/** How long a held one is held. */
export const HELD_SEC = 0.9;

/** Five places of the register, bottom to top; for a drum five places from centre to rim. */
export function fivePlaces(
  instrument: InstrumentId,
): readonly { readonly pitch: number; readonly colour: number }[] {
  const { lowest, highest, isPitched } = INSTRUMENTS[instrument];
  return [0, 0.25, 0.5, 0.75, 1].map((share) =>
    isPitched
      ? { pitch: Math.round(lowest + share * (highest - lowest)), colour: 0.5 }
      : { pitch: lowest, colour: share },
  );
}

/** By when even the longest of each kind has ended, the room included. */
export function lengthSec(instrument: InstrumentId): number {
  const longest: Partial<Record<InstrumentId, number>> = { bowls: 13, bells: 8, harp: 7, kalimba: 6 };
  return longest[instrument] ?? 5.5;
}

/** One note in the middle of the register. Long enough for everything to end. */
export function singleNote(instrument: InstrumentId, over: Partial<ScoreNote> = {}): Score {
  const { pitch, colour } = fivePlaces(instrument)[2] ?? { pitch: 60, colour: 0.5 };
  const note = { atSec: NOTE_SEC, instrument, pitch, colour, strength: 0.8, lengthSec: HELD_SEC, ...over };
  return { lengthSec: lengthSec(instrument), rateHz: RATE_HZ, notes: [note] };
}

/** Seconds from one note of the tour to the next. */
export const TOUR_STEP_SEC = 2;

/** Five notes over the register, far enough apart to be measured one by one. */
export function tour(instrument: InstrumentId, strength: number): Score {
  const notes = fivePlaces(instrument).map((place, i) => ({
    ...place,
    atSec: NOTE_SEC + i * TOUR_STEP_SEC,
    instrument,
    strength,
    lengthSec: 1.4,
    seed: i + 1,
    key: `tour ${i}`,
  }));
  return { lengthSec: NOTE_SEC + 5 * TOUR_STEP_SEC, rateHz: RATE_HZ, notes };
}

/** Sixty-four at once, as hard as can be, with the master fully up; those a single instrument may not hold are tried too. */
export function crowd(instruments: readonly InstrumentId[]): Score {
  const notes = Array.from({ length: 64 }, (_, i) => {
    const instrument = instruments[i % instruments.length] ?? 'marimba';
    const { lowest, highest } = INSTRUMENTS[instrument];
    return {
      atSec: NOTE_SEC + (i >= 48 ? 0.2 : 0),
      instrument,
      pitch: lowest + (i % (highest - lowest + 1)),
      colour: (i % 5) / 4,
      strength: 1,
      lengthSec: 1,
      part: `part ${i % 24}`,
      key: `crowd ${i}`,
      seed: i,
    };
  });
  return { lengthSec: 2.5, rateHz: RATE_HZ, loudness: 1, notes };
}
