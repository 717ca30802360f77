import type { RoomMs } from '../../shared/base/units.ts';
import type { After } from './ports.ts';

/** Wakes when the next thing is due that happens by itself. */
export interface DueWatch {
  /** What is due next may have changed. */
  watch(): void;
  stop(): void;
}

/** Timers of Node are whole milliseconds, and none is longer than 24 days. */
const MIN_WAIT_MS = 1;
const MAX_WAIT_MS = 60 * 60_000;

/** @param doWhatIsDue of no effect while nothing is. A timer that comes a hair early is set once more. */
export function createDueWatch(
  nextDueMs: () => RoomMs | undefined,
  now: () => RoomMs,
  after: After,
  doWhatIsDue: () => void,
): DueWatch {
  let cancel: (() => void) | undefined;
  let armedForMs: RoomMs | undefined;
  const watch = () => {
    const dueMs = nextDueMs();
    if (cancel && dueMs === armedForMs) return;
    cancel?.();
    cancel = undefined;
    armedForMs = dueMs;
    if (dueMs === undefined) return;
    cancel = after(Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, Math.ceil(dueMs - now()))), () => {
      cancel = undefined;
      if (now() >= dueMs) doWhatIsDue();
      watch();
    });
  };
  return { watch, stop: () => cancel?.() };
}
