import { createRandom } from '../../../shared/base/random.ts';
import type { Pitch } from '../../../shared/base/units.ts';
import { type Frame, isTonic } from '../../../shared/music/frame.ts';

/**
 * A tune for one switch: each press plays the next note of a walk through the frame, in small steps around the middle of
 * the register, coming home to the tonic every so often. The same seed walks the same way.
 */
export interface Wander {
  /** The next place in `pitches`, which may have changed since the last. -1 when there are none. */
  next(pitches: readonly Pitch[], frame: Frame): number;
}

/** A step's chance: neighbours most, a third now and then, the same note seldom. */
const STEPS = [-1, 1, -1, 1, -1, 1, 2, -2, 0] as const;
/** After this many notes it looks for the tonic. */
const HOME_EVERY = 8;

export function createWander(seed: number): Wander {
  const random = createRandom(seed);
  let at: number | undefined;
  let sinceHome = 0;
  return {
    next(pitches, frame) {
      if (pitches.length === 0) return -1;
      const last = pitches.length - 1;
      const middle = Math.round(last / 2);
      if (at === undefined || at > last || sinceHome >= HOME_EVERY) {
        sinceHome = 0;
        at = nearestTonic(pitches, frame, at ?? middle);
        return at;
      }
      sinceHome += 1;
      const step = STEPS[Math.floor(random() * STEPS.length)] ?? 1;
      const drawn = Math.abs(at + step - middle) > last / 3 ? Math.sign(middle - at) : step;
      at = Math.min(last, Math.max(0, at + drawn));
      return at;
    },
  };
}

function nearestTonic(pitches: readonly Pitch[], frame: Frame, from: number): number {
  let best = Math.min(from, pitches.length - 1);
  let bestAway = Number.POSITIVE_INFINITY;
  pitches.forEach((each, place) => {
    const away = Math.abs(place - from);
    if (isTonic(frame, each) && away < bestAway) [best, bestAway] = [place, away];
  });
  return best;
}
