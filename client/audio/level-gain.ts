import { LEVEL_STEP_SEC } from '../player/synth.ts';
import type { Context } from './tone.ts';

/** A straight way from one gain to another. */
export interface Ramp {
  readonly fromSec: number;
  readonly toSec: number;
  readonly from: number;
  readonly to: number;
}

export const FULL: Ramp = { fromSec: 0, toSec: 0, from: 1, to: 1 };

/** Where a ramp is at a time. */
export function gainOn({ fromSec, toSec, from, to }: Ramp, atSec: number): number {
  if (atSec >= toSec) return to;
  if (atSec <= fromSec) return from;
  return from + ((to - from) * (atSec - fromSec)) / (toSec - fromSec);
}

/** The ramp that leaves `before` for a new gain, one step long, never in the past and never shorter: nothing jumps. */
export function nextRamp(before: Ramp, to: number, whenSec: number, nowSec: number): Ramp {
  const fromSec = Math.max(nowSec, whenSec - LEVEL_STEP_SEC);
  return { fromSec, toSec: fromSec + LEVEL_STEP_SEC, from: gainOn(before, fromSec), to };
}

/** A gain that is led along ramps, each taking back what was planned after it. */
export interface LevelGain {
  readonly node: GainNode;
  follow(ramp: Ramp): void;
}

/** @param first what holds when it is made; it may be under way. */
export function createLevelGain(context: Context, first: Ramp = FULL): LevelGain {
  const node = context.createGain();
  const { gain } = node;
  const follow = ({ fromSec, toSec, from, to }: Ramp) => {
    gain.cancelScheduledValues(fromSec);
    // A line to where it is anyway: what was cancelled may have been the end of the line it is on.
    gain.linearRampToValueAtTime(from, fromSec);
    gain.linearRampToValueAtTime(to, toSec);
  };
  const now = context.currentTime;
  gain.setValueAtTime(gainOn(first, now), now);
  if (first.toSec > now)
    follow({ ...first, fromSec: Math.max(now, first.fromSec), from: gainOn(first, now) });
  return { node, follow };
}
