import { MAX_TAIL_ENTRIES } from '../../shared/base/limits.ts';
import type { Entry } from '../../shared/event/entry.ts';
import { evolve } from '../../shared/room/evolve.ts';
import { fold } from '../../shared/room/fold.ts';
import type { RoomState } from '../../shared/room/state.ts';

/** The room's line in memory: the state it has led to, and the last entries for those who missed them. */
export interface Journal {
  state(): RoomState;
  append(entries: readonly Entry[]): void;
  /** What came after `haveSeq`; undefined when that is too long ago or was never here. */
  tailAfter(haveSeq: number): readonly Entry[] | undefined;
}

/** @param entries the log so far; at least its first entry. */
export function createJournal(entries: readonly Entry[]): Journal {
  let state = fold(entries);
  let recent = entries.slice(-MAX_TAIL_ENTRIES);
  return {
    state: () => state,
    append(more) {
      state = more.reduce(evolve, state);
      recent = [...recent, ...more].slice(-MAX_TAIL_ENTRIES);
    },
    tailAfter(haveSeq) {
      const first = recent[0];
      if (!first || haveSeq < first.seq || haveSeq > state.seq) return undefined;
      return recent.filter((entry) => entry.seq > haveSeq);
    },
  };
}
