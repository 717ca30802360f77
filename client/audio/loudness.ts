import type { InstrumentId } from '../../shared/music/instrument.ts';

/** What each instrument is turned up or down by, in dB, so that the same touch is equally loud. */
export const LOUDNESS_TRIM_DB: Readonly<Record<InstrumentId, number>> = {
  handDrum: 0.5,
  frameDrum: -0.1,
  shaker: 0.9,
  woodblock: -0.1,
  marimba: 0.6,
  kalimba: -0.2,
  bells: 0.1,
  bowls: -1.3,
  harp: -0.1,
  bass: 0.7,
  warmPad: -2.3,
  strings: -1.2,
  voice: -1.5,
  flute: -1.3,
  oceanDrum: 1,
};
