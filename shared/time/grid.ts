import { type Beats, beats, type Bpm, type RoomMs, roomMs, type Strength, strength } from '../base/units.ts';
import { feltBeatLengths, type MetreName } from './metre.ts';
import { barAt, beatOfBar, createMetreMap, type MetreMap, metreOfBar, nextBarLine } from './metre-map.ts';
import { beatAt, createTempoMap, roomMsAt, type TempoMap } from './tempo-map.ts';

/** Tempo and metre over time: pulse, beat, bar. */
export type Grid = { readonly tempo: TempoMap; readonly metre: MetreMap };

/** A beat as it is felt: where the pulse sounds, and how much it is marked. */
export type FeltBeat = {
  readonly beat: Beats;
  readonly lengthBeats: Beats;
  readonly bar: number;
  /** Place in the bar, from 0. */
  readonly index: number;
  readonly accent: Strength;
};

/** The first bar line that is far enough ahead, and when it is. */
export type SafeBar = { readonly bar: number; readonly beat: Beats; readonly atMs: RoomMs };

/** At 250 ms 2 % of changes came late, at 500 ms none of 16,000 (measured on the simulated paths). */
const CHANGE_LEAD_MS = 500;

/** A grid whose first bar begins at `originMs`. */
export function createGrid(originMs: RoomMs, tempo: Bpm, metre: MetreName): Grid {
  return { tempo: createTempoMap(originMs, tempo), metre: createMetreMap(metre) };
}

/** How far ahead a change must be announced, where no member's clock is further off than `largestErrorMs`. */
export function safeLeadMs(largestErrorMs: number): number {
  return CHANGE_LEAD_MS + 2 * Math.max(0, largestErrorMs);
}

/** The first bar line at least `leadMs` after `now`: from where a change holds that everyone is to have in time. */
export function firstSafeBar(tempo: TempoMap, metre: MetreMap, now: RoomMs, leadMs: number): SafeBar {
  const beat = nextBarLine(metre, beatAt(tempo, roomMs(now + leadMs)));
  return { bar: barAt(metre, beat), beat, atMs: roomMsAt(tempo, beat) };
}

/** The felt beats that begin from `from` on and before `to`, in order: what the pulse sounds in one look ahead. */
export function feltBeatsBetween(metre: MetreMap, from: Beats, to: Beats): readonly FeltBeat[] {
  const found: FeltBeat[] = [];
  for (let bar = Math.max(0, barAt(metre, from)); beatOfBar(metre, bar) < to; bar++) {
    found.push(...feltBeatsOfBar(metre, bar).filter(({ beat }) => beat >= from && beat < to));
  }
  return found;
}

/** The felt beats of one bar, the one first. */
export function feltBeatsOfBar(metre: MetreMap, bar: number): readonly FeltBeat[] {
  const counted = metreOfBar(metre, bar);
  let beat = beatOfBar(metre, bar);
  return feltBeatLengths(counted).map((lengthBeats, index) => {
    const felt = { beat, lengthBeats, bar, index, accent: counted.accents[index] ?? strength(1) };
    beat = beats(beat + lengthBeats);
    return felt;
  });
}
