import { ALL_INSTRUMENTS } from '../../../shared/event/plan.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';

/** Choices that often fit, as a beginning: each can be changed instrument by instrument. */
export const INSTRUMENT_SETS = {
  all: ALL_INSTRUMENTS,
  gentle: ['kalimba', 'bowls', 'harp', 'warmPad', 'voice', 'flute', 'oceanDrum'],
  drums: ['handDrum', 'frameDrum', 'shaker', 'woodblock', 'oceanDrum'],
  melody: ['marimba', 'kalimba', 'bells', 'harp', 'bass', 'strings', 'voice', 'flute'],
} as const satisfies Readonly<Record<string, readonly InstrumentId[]>>;

export type InstrumentSetName = keyof typeof INSTRUMENT_SETS;
export const INSTRUMENT_SET_NAMES = Object.keys(INSTRUMENT_SETS) as readonly InstrumentSetName[];

/** The set that is on offer just now; undefined where it was chosen one by one. */
export function setOf(instruments: readonly InstrumentId[]): InstrumentSetName | undefined {
  return INSTRUMENT_SET_NAMES.find((name) => {
    const set: readonly InstrumentId[] = INSTRUMENT_SETS[name];
    return set.length === instruments.length && set.every((one) => instruments.includes(one));
  });
}

/** Puts one out or takes it away, in the order of the ensemble. The last one stays: without any nobody could play. */
export function withInstrument(
  instruments: readonly InstrumentId[],
  one: InstrumentId,
  isOut: boolean,
): readonly InstrumentId[] {
  const next = ALL_INSTRUMENTS.filter((each) => (each === one ? isOut : instruments.includes(each)));
  return next.length === 0 ? instruments : next;
}
