/**
 * The light of one person: it rises when they are heard, stays a while, and goes. However densely they play it never
 * flickers: a new fall waits until `FALL_EVERY_MS` after the last one began, so that under dense playing the light simply
 * stays. That keeps it below three opposing changes a second (TRUST C5).
 *
 *     level   ___/‾‾‾‾‾\__      rise 70 ms, hold at least 260 ms, fall 550 ms (time constants)
 */
export interface Bloom {
  /** Heard at `nowMs`, with a strength of 0 to 1. */
  hear(strength: number, nowMs: number): void;
  /** Moves the light to `nowMs` and returns it, 0 to 1. Times never run backwards. */
  levelAt(nowMs: number): number;
  readonly isDark: boolean;
}

const RISE_MS = 70;
const HOLD_MS = 260;
const FALL_MS = 550;
const FALL_EVERY_MS = 1200;
/** The softest touch is seen as well. */
const LEAST = 0.45;
const DARK = 0.004;

export function createBloom(): Bloom {
  let level = 0;
  let aim = 0;
  let isFalling = false;
  let fallBeganMs = Number.NEGATIVE_INFINITY;
  let holdUntilMs = Number.NEGATIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;

  const advance = (nowMs: number) => {
    const passedMs = Math.min(200, Math.max(0, nowMs - lastMs));
    lastMs = Math.max(lastMs, nowMs);
    if (!isFalling && level > 0 && nowMs >= Math.max(holdUntilMs, fallBeganMs + FALL_EVERY_MS)) {
      isFalling = true;
      fallBeganMs = nowMs;
    }
    const tau = isFalling ? FALL_MS : RISE_MS;
    level += ((isFalling ? 0 : aim) - level) * (1 - Math.exp(-passedMs / tau));
    if (isFalling && level < DARK) level = 0;
  };

  return {
    hear(strength, nowMs) {
      advance(nowMs);
      const wanted = LEAST + (1 - LEAST) * Math.min(1, Math.max(0, strength));
      aim = Math.max(isFalling ? level : aim, wanted, level);
      isFalling = false;
      holdUntilMs = nowMs + HOLD_MS;
      if (level === 0) level = DARK;
    },
    levelAt(nowMs) {
      advance(nowMs);
      return level;
    },
    get isDark() {
      return level === 0;
    },
  };
}
