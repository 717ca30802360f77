import type { After, ServerClock } from '../../../server/room/ports.ts';
import { roomMs, type RoomMs } from '../../../shared/base/units.ts';

/** Time as a variable: a clock that stands until it is moved, and the timers that are due on the way. */
export interface VirtualTime {
  now(): RoomMs;
  readonly after: After;
  /** The clock of one run of a server. */
  clock(epoch: string): ServerClock;
  /** Moves on by `ms`: runs what is due in order of time, and lets promises settle after each. */
  advance(ms: number): Promise<void>;
  /** As `advance`, without letting promises settle: for what must be done in one go. */
  leap(ms: number): void;
  /** Timers that wait. */
  waiting(): number;
}

/** Lets everything promised so far come to pass. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A Tuesday in 2023: room times are as large as in life, so that rounding shows. */
const SOME_DAY_MS = 1_700_000_000_000;

export function createVirtualTime(startMs: number = SOME_DAY_MS): VirtualTime {
  interface Timer {
    readonly dueMs: number;
    readonly task: () => void;
  }
  let nowMs = startMs;
  /** In order of time; of two due at once, the one set first. */
  let timers: readonly Timer[] = [];

  const after: After = (delayMs, task) => {
    const timer = { dueMs: nowMs + Math.max(0, delayMs), task };
    const place = timers.findIndex(({ dueMs }) => dueMs > timer.dueMs);
    timers = place < 0 ? [...timers, timer] : timers.toSpliced(place, 0, timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };

  /** Runs the next timer due until `endMs`; false when there is none. */
  const runNext = (endMs: number): boolean => {
    const [next, ...rest] = timers;
    if (!next || next.dueMs > endMs) return false;
    timers = rest;
    nowMs = Math.max(nowMs, next.dueMs);
    next.task();
    return true;
  };

  return {
    now: () => roomMs(nowMs),
    after,
    clock: (epoch) => ({ now: () => roomMs(nowMs), epoch }),
    async advance(ms) {
      const endMs = nowMs + ms;
      await settled();
      while (runNext(endMs)) await settled();
      nowMs = endMs;
    },
    leap(ms) {
      const endMs = nowMs + ms;
      while (runNext(endMs));
      nowMs = endMs;
    },
    waiting: () => timers.length,
  };
}
