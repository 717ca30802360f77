/**
 * Keeps what appears with each touch from flickering when touches come thick and fast: the more that began within the last
 * second, the fainter each new one is (TRUST C5). Up to two a second are drawn in full.
 */
export interface Calm {
  /** Something begins at `nowMs`: how strongly to draw it, 0 to 1. */
  begin(nowMs: number): number;
}

const FULL_A_SECOND = 2;
const WINDOW_MS = 1000;

export function createCalm(): Calm {
  let begun: number[] = [];
  return {
    begin(nowMs) {
      begun = begun.filter((atMs) => nowMs - atMs < WINDOW_MS);
      begun.push(nowMs);
      return Math.min(1, (FULL_A_SECOND / begun.length) ** 2.5);
    },
  };
}
