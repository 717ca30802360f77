/**
 * A light that cannot flicker. It rises when it is lit, stays a while and goes; a new fall waits until `FALL_EVERY_MS` after
 * the last one began, so that under dense playing it simply stays on (TRUST C5: at most three opposing changes a second).
 */
export interface Light {
  /** Lit at `nowMs` to at least `level`, 0 to 1. */
  light(level: number, nowMs: number): void;
  /** Stays lit from now until `let`: a finger rests on it. */
  hold(nowMs: number): void;
  let(nowMs: number): void;
  /** Moves the light to `nowMs` and returns it, 0 to 1. Times never run backwards. */
  levelAt(nowMs: number): number;
  readonly isDark: boolean;
}

export interface LightPace {
  readonly riseMs: number;
  readonly holdMs: number;
  readonly fallMs: number;
}

/** One's own touch: at once, and gone soon. */
export const OWN_PACE: LightPace = { riseMs: 28, holdMs: 110, fallMs: 380 };
/** What others play: as through a curtain. */
export const OTHERS_PACE: LightPace = { riseMs: 110, holdMs: 260, fallMs: 620 };

const FALL_EVERY_MS = 1200;
const DARK = 0.004;

export function createLight({ riseMs, holdMs, fallMs }: LightPace): Light {
  let level = 0;
  let aim = 0;
  let isFalling = false;
  let isHeld = false;
  let fallBeganMs = Number.NEGATIVE_INFINITY;
  let holdUntilMs = Number.NEGATIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;

  const advance = (nowMs: number) => {
    const passedMs = Math.min(200, Math.max(0, nowMs - lastMs));
    lastMs = Math.max(lastMs, nowMs);
    const mayFall = !isHeld && nowMs >= Math.max(holdUntilMs, fallBeganMs + FALL_EVERY_MS);
    if (!isFalling && level > 0 && mayFall) {
      isFalling = true;
      fallBeganMs = nowMs;
    }
    level += ((isFalling ? 0 : aim) - level) * (1 - Math.exp(-passedMs / (isFalling ? fallMs : riseMs)));
    if (isFalling && level < DARK) level = 0;
  };

  return {
    light(wanted, nowMs) {
      advance(nowMs);
      aim = Math.max(isFalling ? level : aim, level, Math.min(1, Math.max(0, wanted)));
      isFalling = false;
      holdUntilMs = nowMs + holdMs;
      if (level === 0) level = DARK;
    },
    hold(nowMs) {
      advance(nowMs);
      isHeld = true;
    },
    let(nowMs) {
      advance(nowMs);
      isHeld = false;
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
