import { assert } from '../base/assert.ts';
import { type Beats, beats } from '../base/units.ts';
import { barBeats, type Metre, type MetreName, metreOf } from './metre.ts';

/** From bar `startBar` on, which begins at `startBeat`, bars are of this metre. */
export type MetreSegment = {
  readonly startBar: number;
  readonly startBeat: Beats;
  readonly metre: MetreName;
};

/** Metre over the whole session; it changes at bar lines only. Bars count from 0, bar 0 begins at beat 0. Plain JSON. */
export type MetreMap = { readonly segments: readonly MetreSegment[] };

/** Where a beat lies in its bar. `phase` is the part of the bar that is over, 0 up to 1. */
export type BarPosition = { readonly bar: number; readonly beatInBar: Beats; readonly phase: number };

/**
 * A beat that was a room time in between is right to a millionth. One that falls short of a line by no more than
 * that is on the line, so that the moment of a bar line is never told to belong to the bar before.
 */
const ON_THE_LINE_BEATS = 1e-6;

/** A map of one metre. */
export function createMetreMap(metre: MetreName): MetreMap {
  return { segments: [{ startBar: 0, startBeat: beats(0), metre }] };
}

/** The map with bars of `metre` from `fromBar` on, in place of whatever was planned there. The same map if nothing changes. */
export function withMetre(map: MetreMap, fromBar: number, metre: MetreName): MetreMap {
  assert(Number.isInteger(fromBar) && fromBar >= 0, `a metre starts at a bar line from 0 on, not ${fromBar}`);
  const kept = map.segments.filter((segment) => segment.startBar < fromBar);
  const goesOn = kept.at(-1)?.metre === metre;
  const startBeat = beatOfBar(map, fromBar);
  const segments = goesOn ? kept : [...kept, { startBar: fromBar, startBeat, metre }];
  const last = segments.at(-1);
  const before = map.segments.at(-1);
  const same =
    segments.length === map.segments.length &&
    last?.startBar === before?.startBar &&
    last?.metre === before?.metre;
  return same ? map : { segments };
}

/** Metre of bar `bar`. */
export function metreOfBar(map: MetreMap, bar: number): Metre {
  return metreOf(segmentWhere(map, (segment) => segment.startBar <= bar).metre);
}

/** The bar that `beat` is in. Before beat 0 the first metre counts backwards: bars -1, -2, … */
export function barAt(map: MetreMap, beat: Beats): number {
  return positionAt(map, beat).bar;
}

/** The beat on which bar `bar` begins. */
export function beatOfBar(map: MetreMap, bar: number): Beats {
  const segment = segmentWhere(map, ({ startBar }) => startBar <= bar);
  return beats(segment.startBeat + (bar - segment.startBar) * barBeats(metreOf(segment.metre)));
}

/** Bar, place in the bar and phase of `beat`. */
export function positionAt(map: MetreMap, beat: Beats): BarPosition {
  const reached = beat + ON_THE_LINE_BEATS;
  const segment = segmentWhere(map, ({ startBeat }) => startBeat <= reached);
  const length = barBeats(metreOf(segment.metre));
  const barsInto = Math.floor((reached - segment.startBeat) / length);
  const beatInBar = Math.max(0, beat - segment.startBeat - barsInto * length);
  return { bar: segment.startBar + barsInto, beatInBar: beats(beatInBar), phase: beatInBar / length };
}

/** The first bar line at or after `beat`: itself, if it is one. */
export function nextBarLine(map: MetreMap, beat: Beats): Beats {
  const { bar, beatInBar } = positionAt(map, beat);
  return beatOfBar(map, beatInBar <= ON_THE_LINE_BEATS ? bar : bar + 1);
}

function segmentWhere(map: MetreMap, hasBegun: (segment: MetreSegment) => boolean): MetreSegment {
  const segment = map.segments.findLast(hasBegun) ?? map.segments[0];
  assert(segment, 'a metre map has a metre');
  return segment;
}
