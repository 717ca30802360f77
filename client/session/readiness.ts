import type { LocalMs } from '../../shared/base/units.ts';
import type { Member } from '../../shared/room/state.ts';

interface ReadinessDeps {
  readonly isReady: () => boolean;
  readonly errorMs: () => number;
  /** Oneself, as the room has it. */
  readonly told: () => Member | undefined;
  readonly tell: (isReady: boolean, clockErrorMs: number) => void;
  readonly now: () => LocalMs;
}

/** Tells the room when this device is ready to play in time, and how sure its clock is. */
export interface Readiness {
  /** To be called at every tick. */
  look(): void;
  /** The room may have forgotten: tell it again if it differs. */
  again(): void;
}

/** The bound is told in steps of this and only when it moved by more: changes are announced further ahead by it. */
const ERROR_STEP_MS = 10;
/** Between two tellings, so that a clock that wavers does not fill the log. */
const NOT_AGAIN_WITHIN_MS = 3000;

export function createReadiness({ isReady, errorMs, told, tell, now }: ReadinessDeps): Readiness {
  let lastToldMs = Number.NEGATIVE_INFINITY;
  let lastTold: boolean | undefined;
  return {
    again() {
      lastTold = undefined;
    },
    look() {
      const member = told();
      if (!member) return;
      const ready = isReady();
      const isNews = ready !== member.isReady && ready !== lastTold;
      const error = stepped(errorMs());
      const isLessSure = ready && member.isReady && error > member.clockErrorMs + ERROR_STEP_MS;
      const isSurer = ready && member.isReady && error < member.clockErrorMs / 2;
      const mayAgain = now() - lastToldMs > NOT_AGAIN_WITHIN_MS;
      if (!isNews && !(mayAgain && (isLessSure || isSurer))) return;
      lastTold = ready;
      lastToldMs = now();
      tell(ready, error);
    },
  };
}

const MAX_ERROR_MS = 2000;
const stepped = (ms: number) => Math.min(MAX_ERROR_MS, Math.ceil(ms / ERROR_STEP_MS) * ERROR_STEP_MS);
