/** The highest reading of a stretch of time, and of how many. */
export type SlottedMax = { readonly atMs: number; readonly offsetMs: number; readonly readings: number };

/** A slope and how much is known of it: the sum of squared times (ms²) of what it rests on. */
export type Slope = { readonly perMs: number; readonly certainty: number };

export type FittedLine = { readonly atMs: number; readonly offsetMs: number; readonly slope: Slope };

/** Points above the line weigh this much, those below the rest: the line goes along the upper ones (an expectile). */
const ABOVE = 0.8;
const ROUNDS = 4;
/** A stretch counts in full from so many readings on. */
const FULL = 40;
/** Before anything is known: as if a level slope had been seen over a few seconds. Sound cards are within 50 ppm. */
const LEVEL_CERTAINTY = 1.6e7;
/** However long it was watched, a sound card warms up. */
const MAX_CERTAINTY = 1e10;
/** No sound card is further off; what looks like more is something else. */
const MAX_SLOPE = 300e-6;

/**
 * The line along the tops of stretches of a staircase of `heightMs`: asymmetric least squares, with `known` as what is
 * believed of the slope beforehand. Of n readings spread over a stair the highest misses its top by a part in n + 1.
 * Given as its height at `atMs`. `undefined` for no points.
 */
export function fitAbove(
  points: readonly SlottedMax[],
  heightMs: number,
  known: Slope,
  atMs: number,
): FittedLine | undefined {
  const [first] = points;
  if (!first) return undefined;
  const tops = points.map(({ atMs: pointMs, offsetMs, readings }) => ({
    x: pointMs - atMs,
    y: offsetMs - first.offsetMs + heightMs / (readings + 1),
    weight: Math.min(1, readings / FULL),
  }));
  const prior = Math.max(LEVEL_CERTAINTY, known.certainty);
  let [level, perMs, spread] = [Number.NEGATIVE_INFINITY, known.perMs, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const share = ({ x, y }: { x: number; y: number }) => (y > level + perMs * x ? ABOVE : 1 - ABOVE);
    let [sum, sumX, sumY] = [0, 0, 0];
    for (const top of tops) {
      const weight = top.weight * share(top);
      sum += weight;
      sumX += weight * top.x;
      sumY += weight * top.y;
    }
    const [meanX, meanY] = [sumX / sum, sumY / sum];
    let rise = prior * known.perMs;
    spread = 0;
    for (const top of tops) {
      const weight = top.weight * share(top) * 2;
      rise += weight * (top.x - meanX) * (top.y - meanY);
      spread += weight * (top.x - meanX) ** 2;
    }
    perMs = Math.max(-MAX_SLOPE, Math.min(MAX_SLOPE, rise / (prior + spread)));
    level = meanY - perMs * meanX;
  }
  const certainty = Math.min(MAX_CERTAINTY, prior + spread);
  return { atMs, offsetMs: level + first.offsetMs, slope: { perMs, certainty } };
}
