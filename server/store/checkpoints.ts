import type { After } from '../room/ports.ts';
import type { SqliteLog } from './sqlite-log.ts';

/** A pause in the playing this long is a quiet moment: no note has to wait for the few ms a checkpoint takes. Guess. */
const QUIET_MS = 300;
/** Deleted bytes leave the disk at the latest after this, quiet or not. */
const ERASE_WITHIN_MS = 1000;
/** Beyond this the write-ahead log is emptied, quiet or not: SQLite's own usual mark, 4 MB. */
const MAX_WAITING_PAGES = 1000;
/** A checkpoint that failed (a reader in the way, a full disk) is tried again after this. */
const AGAIN_MS = 5000;

/** When to checkpoint. Nothing is done within `onCommit` itself: its caller has an answer to send first. */
export interface Checkpoints {
  onCommit(): void;
  stop(): void;
}

/**
 * Empties the write-ahead log in quiet moments, so that it is short when the server starts again, and so that what was
 * deleted is gone from the disk and not only from the tables.
 */
export function keepCheckpoints(log: SqliteLog, after: After): Checkpoints {
  const timers = new Map<'look' | 'quiet' | 'erase' | 'again', () => void>();

  const stop = () => {
    for (const stopTimer of timers.values()) stopTimer();
    timers.clear();
  };

  const checkpoint = () => {
    stop();
    if (!tryCheckpoint(log)) timers.set('again', after(AGAIN_MS, checkpoint));
  };

  const look = () => {
    timers.delete('look');
    if (log.waitingPages() > MAX_WAITING_PAGES) checkpoint();
    else if (log.mustErase && !timers.has('erase')) timers.set('erase', after(ERASE_WITHIN_MS, checkpoint));
  };

  return {
    onCommit() {
      if (timers.has('again')) return;
      timers.get('quiet')?.();
      timers.set('quiet', after(QUIET_MS, checkpoint));
      if (!timers.has('look')) timers.set('look', after(0, look));
    },
    stop,
  };
}

function tryCheckpoint(log: SqliteLog): boolean {
  try {
    return log.checkpoint();
  } catch {
    // The log itself is safe where it is; whether the disk takes more is told by the next commit.
    return false;
  }
}
