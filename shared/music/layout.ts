import { MAX_LOOP_ROWS } from '../base/limits.ts';
import { type Pitch, pitch } from '../base/units.ts';
import { type Harmony, pitchesWithin } from './frame.ts';
import { INSTRUMENTS, type InstrumentId } from './instrument.ts';

/** The pitches under one surface of an instrument, lowest first; for unpitched instruments its one pitch. */
export function surfacePitches(frame: Harmony, id: InstrumentId): readonly Pitch[] {
  const { isPitched, lowest, highest } = INSTRUMENTS[id];
  return isPitched ? pitchesWithin(frame, lowest, highest) : [pitch(Math.round((lowest + highest) / 2))];
}

/** Rows of a drum loop: rim, half way, centre. */
const DRUM_ROWS = 3;

/** How many rows a loop of this instrument has in this frame. */
export function loopRows(frame: Harmony, id: InstrumentId): number {
  return INSTRUMENTS[id].isPitched ? Math.min(8, MAX_LOOP_ROWS, surfacePitches(frame, id).length) : DRUM_ROWS;
}

/** What a loop's row sounds like in a frame. Rows beyond what the register holds fold back an octave's worth of steps. */
export function loopRowSound(
  frame: Harmony,
  id: InstrumentId,
  row: number,
): { readonly pitch: Pitch; readonly colour: number } {
  const instrument = INSTRUMENTS[id];
  const pitches = surfacePitches(frame, id);
  if (!instrument.isPitched) {
    return {
      pitch: pitches[0] ?? pitch(instrument.lowest),
      colour: 1 - Math.min(row, DRUM_ROWS - 1) / (DRUM_ROWS - 1),
    };
  }
  return { pitch: pitches[row % pitches.length] ?? pitch(instrument.lowest), colour: 0.5 };
}
