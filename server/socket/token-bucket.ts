/** A rate with some slack: `burst` at once, `perSec` in the long run. */
export interface Rate {
  readonly perSec: number;
  readonly burst: number;
}

export interface TokenBucket {
  /** Whether one more is within the rate now; if so it is counted. What is refused is not counted. */
  take(): boolean;
}

/** @param nowMs rises steadily. */
export function createTokenBucket({ perSec, burst }: Rate, nowMs: () => number): TokenBucket {
  let tokens = burst;
  let filledAtMs = nowMs();
  return {
    take() {
      const now = nowMs();
      tokens = Math.min(burst, tokens + ((now - filledAtMs) * perSec) / 1000);
      filledAtMs = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
