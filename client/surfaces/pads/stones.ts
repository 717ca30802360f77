import { createRandom } from '../../../shared/base/random.ts';

/** A stone's bed, in css pixels from the top left. */
export interface Bed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StoneLayout {
  readonly columns: number;
  readonly rows: number;
  /** One bed a stone, lowest note first: from the bottom row upwards, each from left to right. */
  readonly beds: readonly Bed[];
}

/** A playing target is never smaller than this where the room allows it (TRUST A3). */
export const MIN_STONE_PX = 60;
/** Beds as wide as this times their height look best. */
const BEST_ASPECT = 1.12;
/** How much a row that holds exactly one octave may cost in aspect. */
const OCTAVE_BONUS = 0.35;
/** A row much emptier than the others looks unfinished. */
const GAP_COST = 0.5;

/**
 * Lays `count` stones into a box: as many rows as make the beds near to square, by preference an octave a row, and none
 * narrower or lower than `MIN_STONE_PX` if that can be. Rows may differ by a stone, and each spreads over the width.
 */
export function layoutStones(count: number, width: number, height: number, octave = 0): StoneLayout {
  if (count <= 0 || width <= 0 || height <= 0) return { columns: 0, rows: 0, beds: [] };
  let best = { columns: count, cost: Number.POSITIVE_INFINITY };
  for (let columns = 1; columns <= count; columns++) {
    const cost = costOf(columns, count, width, height, octave);
    if (cost < best.cost) best = { columns, cost };
  }
  return bedsOf(rowLengths(best.columns, count, octave), best.columns, width, height);
}

/** Stones in each row from the bottom up: an octave a row where that was chosen, else spread evenly, none far longer. */
function rowLengths(columns: number, count: number, octave: number): readonly number[] {
  const rows = Math.ceil(count / columns);
  return Array.from({ length: rows }, (_, row) =>
    columns === octave
      ? Math.min(columns, count - row * columns)
      : Math.floor(count / rows) + (row < count % rows ? 1 : 0),
  );
}

function costOf(columns: number, count: number, width: number, height: number, octave: number): number {
  const rows = Math.ceil(count / columns);
  const [bedWidth, bedHeight] = [width / columns, height / rows];
  const tooSmall = Math.max(0, MIN_STONE_PX - bedWidth) + Math.max(0, MIN_STONE_PX - bedHeight);
  const missing = rows * columns - count;
  return (
    tooSmall * 10 +
    Math.abs(Math.log(bedWidth / bedHeight / BEST_ASPECT)) +
    (GAP_COST * missing) / columns -
    (columns === octave ? OCTAVE_BONUS : 0)
  );
}

function bedsOf(lengths: readonly number[], columns: number, width: number, height: number): StoneLayout {
  const bedHeight = height / lengths.length;
  const beds = lengths.flatMap((length, row) =>
    Array.from({ length }, (_, place) => ({
      x: (place * width) / length,
      y: height - (row + 1) * bedHeight,
      width: width / length,
      height: bedHeight,
    })),
  );
  return { columns, rows: lengths.length, beds };
}

/** Beds meet to within rounding; a point on the line between two belongs to one of them. */
const LINE_PX = 1e-6;

/** The stone whose bed holds a point, from 0; -1 outside of all. */
export function stoneAt(layout: StoneLayout, x: number, y: number): number {
  return layout.beds.findIndex(
    (bed) =>
      x >= bed.x - LINE_PX &&
      x < bed.x + bed.width + LINE_PX &&
      y >= bed.y - LINE_PX &&
      y < bed.y + bed.height + LINE_PX,
  );
}

/** How far a point is from the middle of its bed: 0 in the middle, 1 at an edge, more in a corner. */
export function fromMiddle(bed: Bed, x: number, y: number): number {
  return Math.hypot((x - bed.x) / bed.width - 0.5, (y - bed.y) / bed.height - 0.5) * 2;
}

/**
 * The outline of a stone around (0, 0) as points, worn round by water: no two alike, the same seed the same stone. Its half
 * width and height are at most `halfWidth` and `halfHeight`.
 */
export function stoneOutline(
  seed: number,
  halfWidth: number,
  halfHeight: number,
): readonly (readonly [number, number])[] {
  const random = createRandom(seed * 7919 + 17);
  const [lean, turn, bulge] = [random() * 0.05, random() * 6.28, random() * 0.03];
  const wornTo = 2.6 + random() * 0.5;
  return Array.from({ length: 40 }, (_, step) => {
    const angle = (step / 40) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    // A superellipse: between an ellipse (2) and a box (beyond 4).
    const round = (Math.abs(cos) ** wornTo + Math.abs(sin) ** wornTo) ** (-1 / wornTo);
    const worn = 1 - lean - bulge + lean * Math.cos(2 * angle + turn) + bulge * Math.cos(3 * angle - turn);
    return [cos * round * worn * halfWidth, sin * round * worn * halfHeight] as const;
  });
}
