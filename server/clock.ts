import { randomUUID } from 'node:crypto';
import { type RoomMs, roomMs } from '../shared/base/units.ts';
import type { ServerClock } from './room/ports.ts';

/**
 * now = max(wall clock at start, the latest moment in any log) + monotonic time since
 *
 * So the room's time never jumps while the server runs, whatever is done to the wall clock; after a restart it goes
 * on where Unix time is, and never before what has been written.
 *
 * @param monotonicMs rises steadily, from any origin.
 */
export function createServerClock(sources: {
  wallMs: () => number;
  monotonicMs: () => number;
  notBefore: RoomMs;
}): ServerClock {
  const startMs = Math.max(sources.wallMs(), sources.notBefore);
  const originMs = sources.monotonicMs();
  return {
    now: () => roomMs(toHundredths(startMs + sources.monotonicMs() - originMs)),
    epoch: randomUUID().replaceAll('-', ''),
  };
}

/** Finer than any network, and a third fewer digits on the wire. */
const toHundredths = (ms: number) => Math.round(ms * 100) / 100;
