import type { RoomMs } from '../../shared/base/units.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { After } from './ports.ts';

/** Ends the pulse's wait for devices that are not ready when its time is up (T13). */
export interface PulseWait {
  /** The pulse may be awaited now. */
  watch(): void;
  stop(): void;
}

/** @param startAnyway of no effect while the time is not up. A timer that comes a hair early is set once more. */
export function createPulseWait(
  state: () => RoomState,
  now: () => RoomMs,
  after: After,
  startAnyway: () => void,
): PulseWait {
  let cancel: (() => void) | undefined;
  const watch = () => {
    cancel?.();
    cancel = undefined;
    const { pulse } = state();
    if (pulse.type !== 'awaited') return;
    cancel = after(Math.max(MIN_WAIT_MS, pulse.untilMs - now()), () => {
      startAnyway();
      watch();
    });
  };
  return { watch, stop: () => cancel?.() };
}

/** Timers of Node are whole milliseconds. */
const MIN_WAIT_MS = 1;
