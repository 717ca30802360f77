import { type LocalMs, localMs } from '../../../shared/base/units.ts';

/** Strings side by side: where each lies across the direction of a stroke. */
export interface StringLayout {
  /** Strings stand upright (`x` goes across them, low at the left) or lie flat (`y`, low at the bottom). */
  readonly across: 'x' | 'y';
  /** The first pitch of the instrument that has a string here. */
  readonly firstPlace: number;
  /** Place of each string in css pixels, lowest note first. */
  readonly places: readonly number[];
  readonly spacing: number;
  /** Length of a string. */
  readonly length: number;
}

/** Strings are never closer than this (TRUST A3). */
export const MIN_SPACING_PX = 60;

/**
 * As many strings of `count` as fit with `MIN_SPACING_PX` between them, along the longer side. If some must be left out they
 * are the outermost, so that a tonic (`home`, a place of the first) lies at the low end when that can be.
 */
export function layoutStrings(count: number, width: number, height: number, home = 0): StringLayout {
  const across = width >= height ? 'x' : 'y';
  const [room, length] = across === 'x' ? [width, height] : [height, width];
  const fitting = Math.min(count, Math.max(1, Math.floor(room / MIN_SPACING_PX)));
  if (count <= 0 || room <= 0) return { across, firstPlace: 0, places: [], spacing: 0, length };
  const spare = count - fitting;
  const firstPlace = spare === 0 ? 0 : home <= spare ? home : Math.floor(spare / 2);
  const spacing = room / fitting;
  const places = Array.from({ length: fitting }, (_, index) =>
    across === 'x' ? (index + 0.5) * spacing : room - (index + 0.5) * spacing,
  );
  return { across, firstPlace, places, spacing, length };
}

/** A reading of a finger: its place across the strings and along them, in css pixels. */
export interface StrokePoint {
  readonly across: number;
  readonly along: number;
  readonly atMs: LocalMs;
}

/** A string met by a finger. */
export interface Crossing {
  readonly string: number;
  readonly along: number;
  readonly atMs: LocalMs;
}

/**
 * The strings between two readings of a finger, in the order in which they were met, each at the moment and place it was
 * met if the finger moved evenly. A string at the first reading was met before, one at the second is met now: no string is
 * ever met twice or missed where two strokes join.
 */
export function crossings(
  from: StrokePoint,
  to: StrokePoint,
  places: readonly number[],
): readonly Crossing[] {
  const met: Crossing[] = [];
  const way = to.across - from.across;
  if (way === 0) return met;
  places.forEach((place, string) => {
    const share = (place - from.across) / way;
    if (share <= 0 || share > 1) return;
    met.push({
      string,
      along: from.along + (to.along - from.along) * share,
      atMs: localMs(from.atMs + (to.atMs - from.atMs) * share),
    });
  });
  return met.sort((first, second) => first.atMs - second.atMs || orderOf(first, second, places, way));
}

/** Of strings met in the same instant, the nearer to where the stroke began comes first. */
function orderOf(first: Crossing, second: Crossing, places: readonly number[], way: number): number {
  return ((places[first.string] ?? 0) - (places[second.string] ?? 0)) * Math.sign(way);
}

/** The string nearest to a place; -1 when there is none. */
export function nearestString(places: readonly number[], across: number): number {
  let best = -1;
  let bestAway = Number.POSITIVE_INFINITY;
  places.forEach((place, string) => {
    const away = Math.abs(place - across);
    if (away < bestAway) [best, bestAway] = [string, away];
  });
  return best;
}

/** How strong a stroke is by its speed across the strings, as a factor on the person's own setting. */
export function strokeFactor(pixelsPerMs: number): number {
  return 0.6 + 0.65 * Math.min(1, Math.abs(pixelsPerMs) / 1.6);
}

/** Bright near the ends of a string, dark in its middle: 0.2 to 0.95. */
export function colourAlong(along: number, length: number): number {
  if (length <= 0) return 0.5;
  return 0.2 + 0.75 * Math.min(1, Math.abs((2 * along) / length - 1));
}
