import type { RoomMs } from '../../shared/base/units.ts';
import type { Command, Moment } from './command.ts';

/** Commands that lie ahead, in ticks: a tempo that changes moves them along (P5). */
export interface Agenda {
  add(commands: readonly Command[]): void;
  /** Takes out what is due before `horizon`, in order of time. */
  takeUntil(horizon: RoomMs): readonly { readonly command: Command; readonly atMs: RoomMs }[];
  momentMs(moment: Moment): RoomMs;
  clear(): void;
}

/** Far more than eight people play within the longest echo; beyond it the furthest ahead is dropped. */
const MAX_WAITING = 4000;

export function createAgenda(momentMs: (moment: Moment) => RoomMs): Agenda {
  let waiting: Command[] = [];
  return {
    momentMs,
    add(commands) {
      waiting.push(...commands);
      if (waiting.length > MAX_WAITING) waiting.length = MAX_WAITING;
    },
    takeUntil(horizon) {
      if (waiting.length === 0) return [];
      const timed = waiting.map((command) => ({ command, atMs: momentMs(command.at) }));
      const due = timed.filter(({ atMs }) => atMs < horizon);
      if (due.length === 0) return [];
      waiting = timed.filter(({ atMs }) => atMs >= horizon).map(({ command }) => command);
      // A stable sort: a start and its bends at one moment stay in the order they were played.
      return due.sort((one, other) => one.atMs - other.atMs);
    },
    clear() {
      waiting = [];
    },
  };
}
