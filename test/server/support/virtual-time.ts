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
  /** Moves on to the next timer due until then and runs it; false when there is none. Lets no promise settle. */
  runNext(untilMs: number): boolean;
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
    isCancelled: boolean;
  }
  let nowMs = startMs;
  /** In order of time; of two due at once, the one set first. */
  const timers: Timer[] = [];

  const placeOf = (dueMs: number): number => {
    let low = 0;
    let high = timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((timers[middle]?.dueMs ?? 0) <= dueMs) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const after: After = (delayMs, task) => {
    const timer = { dueMs: nowMs + Math.max(0, delayMs), task, isCancelled: false };
    timers.splice(placeOf(timer.dueMs), 0, timer);
    return () => {
      timer.isCancelled = true;
    };
  };

  const runNext = (endMs: number): boolean => {
    while (timers[0]?.isCancelled) timers.shift();
    const [next] = timers;
    if (!next || next.dueMs > endMs) return false;
    timers.shift();
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
    runNext,
    waiting: () => timers.filter(({ isCancelled }) => !isCancelled).length,
  };
}
