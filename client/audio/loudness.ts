import type { InstrumentId } from '../../shared/music/instrument.ts';

/** What each instrument is turned up or down by, in dB, so that the same touch is equally loud. */
export const LOUDNESS_TRIM_DB: Readonly<Record<InstrumentId, number>> = {
  handDrum: 0,
  frameDrum: 0,
  shaker: 0,
  woodblock: 0,
  marimba: 0,
  kalimba: 0,
  bells: 0,
  bowls: 0,
  harp: 0,
  bass: 0,
  warmPad: 0,
  strings: 0,
  voice: 0,
  flute: 0,
  oceanDrum: 0,
};
