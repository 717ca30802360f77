import type { Write } from '../room/ports.ts';
import type { Append } from './log-engine.ts';
import { StoreFault } from './store-fault.ts';

/**
 * What may wait for a disk that takes nothing: half an hour of a full house playing (8 x 4 notes/s, kept by half), and
 * a bound in bytes for loops and glides, which are larger.
 */
export const MAX_WAITING_WRITES = 50_000;
export const MAX_WAITING_BYTES = 8 * 1024 * 1024;
/**
 * The same again for what changes the room, the seats and the staff: notes may have gaps, the room's line must not, and
 * leaving, closing and taking back what was agreed to must go through when notes no longer do.
 */
const RESERVE = 2;

/** One `append` and those who wait for it. */
export interface Waiting {
  readonly writes: Append;
  readonly bytes: number;
  readonly keep: () => void;
  readonly refuse: (fault: StoreFault) => void;
}

/** Appends in order, bounded. */
export interface WaitingLine {
  /** Resolves or rejects when the append leaves the line; at once, with `tooMuch`, if it is full. */
  add(writes: Append): Promise<void>;
  /** The first ones, of at most `mostWrites` writes together, but at least one. They stay in the line. */
  next(mostWrites: number): readonly Waiting[];
  /** Takes the first ones off. */
  remove(count: number): void;
  refuseAll(fault: StoreFault): void;
  isEmpty(): boolean;
}

export function createWaitingLine(): WaitingLine {
  let line: Waiting[] = [];
  let writesWaiting = 0;
  let bytesWaiting = 0;

  const count = ({ writes, bytes }: Waiting, sign: 1 | -1) => {
    writesWaiting += sign * writes.length;
    bytesWaiting += sign * bytes;
  };

  return {
    add(writes) {
      const bytes = writes.reduce((sum, write) => sum + weightOf(write), 0);
      const share = writes.every((write) => write.type === 'line') ? 1 : RESERVE;
      const isTooMuch =
        writesWaiting + writes.length > MAX_WAITING_WRITES * share ||
        bytesWaiting + bytes > MAX_WAITING_BYTES * share;
      if (isTooMuch) return Promise.reject(new StoreFault('tooMuch', TOO_MUCH));
      return new Promise((keep, refuse) => {
        const waiting = { writes, bytes, keep, refuse };
        line.push(waiting);
        count(waiting, 1);
      });
    },
    next(mostWrites) {
      let writes = 0;
      const end = line.findIndex((waiting, index) => {
        writes += waiting.writes.length;
        return index > 0 && writes > mostWrites;
      });
      return line.slice(0, end < 0 ? line.length : end);
    },
    remove(many) {
      for (const waiting of line.slice(0, many)) count(waiting, -1);
      line = line.slice(many);
    },
    refuseAll(fault) {
      const refused = line;
      line = [];
      writesWaiting = 0;
      bytesWaiting = 0;
      for (const { refuse } of refused) refuse(fault);
    },
    isEmpty: () => line.length === 0,
  };
}

const TOO_MUCH = `More than ${MAX_WAITING_WRITES} writes or ${MAX_WAITING_BYTES} bytes wait for the disk.`;

/** About what a write takes in memory; measuring each exactly would cost more than it is worth. Guess. */
function weightOf(write: Write): number {
  if (write.type !== 'line') return 400;
  const { event } = write.entry;
  if (event.type === 'loopSet') return 200 + event.loop.cells.length * 50;
  return event.type === 'noteBent' ? 150 + event.points.length * 80 : 150;
}
