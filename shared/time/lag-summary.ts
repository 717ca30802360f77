import { MAX_LIVE_AGE_MS } from '../base/limits.ts';

/**
 * How late notes came, as a browser reports it every few seconds: pairs of a bin and how many notes fell into it, the
 * bins in order. A lag is the arrival here minus the moment the player sounded it, both in room time, whatever the echo.
 *
 * Bin 0 holds lags up to 4 ms, each further bin reaches 5 % higher, and the last holds all beyond: finer than the
 * 10 ms an echo keeps to spare wherever a lag of that size decides.
 */
export type LagSummary = readonly (readonly [bin: number, count: number])[];

const FIRST_EDGE_MS = 4;
const STEP = 1.05;

/** As many as reach the age at which a note no longer sounds live, and one for what is beyond. */
export const LAG_BINS = Math.ceil(Math.log(MAX_LIVE_AGE_MS / FIRST_EDGE_MS) / Math.log(STEP)) + 2;

/** Counts deliveries between two reports. */
export type LagCounter = {
  /** A note of someone else arrived `lagMs` after it was played. What is not a number is not counted. */
  onDelivery(lagMs: number): void;
  /** What was counted since the last time. Empty if nothing was played. */
  take(): LagSummary;
};

export function createLagCounter(): LagCounter {
  let counts = new Map<number, number>();
  return {
    onDelivery(lagMs) {
      if (Number.isNaN(lagMs)) return;
      const bin = binOfLag(lagMs);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    },
    take() {
      const summary = [...counts].sort(([one], [other]) => one - other);
      counts = new Map();
      return summary;
    },
  };
}

export function binOfLag(lagMs: number): number {
  if (lagMs <= FIRST_EDGE_MS) return 0;
  return Math.min(LAG_BINS - 1, Math.ceil(Math.log(lagMs / FIRST_EDGE_MS) / Math.log(STEP) - 1e-9));
}

/** The longest lag a bin holds; of the last, no end. */
export function longestLagMs(bin: number): number {
  return bin >= LAG_BINS - 1 ? Number.POSITIVE_INFINITY : FIRST_EDGE_MS * STEP ** bin;
}
