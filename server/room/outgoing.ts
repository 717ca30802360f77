import type { RoomMs } from '../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../shared/event/entry.ts';
import type { Broadcast } from './live-room.ts';
import type { After } from './ports.ts';

/** Collects what goes to everyone, so that the notes of a few milliseconds travel as one message. */
export interface Outgoing {
  entries(entries: readonly Entry[]): void;
  line(entry: LineEntry): void;
  /** Sends what waits. */
  flush(): void;
  stop(): void;
}

/**
 * @param patienceMs how long a note may wait for company now: 0 when the room plays live.
 * Entries do not wait, and take with them, in order, what waited.
 */
export function createOutgoing(
  broadcast: Broadcast,
  now: () => RoomMs,
  after: After,
  patienceMs: () => number,
): Outgoing {
  let waiting: LineEntry[] = [];
  let cancel: (() => void) | undefined;

  const flush = (entries: readonly Entry[]) => {
    cancel?.();
    cancel = undefined;
    const lines = waiting;
    waiting = [];
    if (lines.length === 0 && entries.length === 0) return;
    broadcast({
      serverMs: now(),
      ...(entries.length > 0 ? { entries } : {}),
      ...(lines.length > 0 ? { lines } : {}),
    });
  };

  return {
    entries: flush,
    line(entry) {
      waiting.push(entry);
      const patience = patienceMs();
      if (patience === 0) flush([]);
      else cancel ??= after(patience, () => flush([]));
    },
    flush: () => flush([]),
    stop: () => cancel?.(),
  };
}

/** Notes leave together with those of the same 20 ms where the echo leaves that time. */
const LEAVE_EVERY_MS = 20;

/**
 * How long a note waits for others: up to the next of the moments at which all rooms' notes leave. Many small writes in
 * a row cost the processor far less than the same writes one at a time.
 */
export const untilLeavingMs = (now: RoomMs): number => LEAVE_EVERY_MS - (now % LEAVE_EVERY_MS);
