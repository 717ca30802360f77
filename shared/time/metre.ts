import { type Beats, beats, type Strength, strength } from '../base/units.ts';

/** How a bar is counted, and how it is felt. Lengths are in units of the lower number of the time signature. */
export type Metre = {
  /** The upper number: units in a bar. */
  readonly beatsPerBar: number;
  /** The lower number: which note value is one unit. */
  readonly beatUnit: 4 | 8;
  /** Units in each beat as it is felt and tapped; together a bar. Three eighths of 6/8 are one felt beat. */
  readonly grouping: readonly number[];
  /** How strongly each felt beat is marked by the pulse, 1 on the one. */
  readonly accents: readonly Strength[];
};

const ONE = strength(1);
const STRONG = strength(0.75);
const PLAIN = strength(0.5);

/** The metres a room may have. 5/4 is felt as 3 + 2 and 7/8 as 2 + 2 + 3, as they are most often played. */
export const METRES = {
  '2/4': { beatsPerBar: 2, beatUnit: 4, grouping: [1, 1], accents: [ONE, PLAIN] },
  '3/4': { beatsPerBar: 3, beatUnit: 4, grouping: [1, 1, 1], accents: [ONE, PLAIN, PLAIN] },
  '4/4': { beatsPerBar: 4, beatUnit: 4, grouping: [1, 1, 1, 1], accents: [ONE, PLAIN, STRONG, PLAIN] },
  '5/4': {
    beatsPerBar: 5,
    beatUnit: 4,
    grouping: [1, 1, 1, 1, 1],
    accents: [ONE, PLAIN, PLAIN, STRONG, PLAIN],
  },
  '6/8': { beatsPerBar: 6, beatUnit: 8, grouping: [3, 3], accents: [ONE, PLAIN] },
  '7/8': { beatsPerBar: 7, beatUnit: 8, grouping: [2, 2, 3], accents: [ONE, PLAIN, STRONG] },
} as const satisfies Record<string, Metre>;

/** A metre as it is written; this is what travels and is stored. */
export type MetreName = keyof typeof METRES;
export const METRE_NAMES = Object.keys(METRES) as readonly MetreName[];

export const metreOf = (name: MetreName): Metre => METRES[name];

/** Length of a bar, in quarter notes. */
export function barBeats(metre: Metre): Beats {
  return beats((metre.beatsPerBar * 4) / metre.beatUnit);
}

/** Length of each felt beat of a bar, in quarter notes. */
export function feltBeatLengths(metre: Metre): readonly Beats[] {
  return metre.grouping.map((units) => beats((units * 4) / metre.beatUnit));
}
