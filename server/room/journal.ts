import { MAX_TAIL_ENTRIES } from '../../shared/base/limits.ts';
import type { Entry } from '../../shared/event/entry.ts';
import type { Joined } from '../../shared/event/membership.ts';
import { evolve } from '../../shared/room/evolve.ts';
import { fold } from '../../shared/room/fold.ts';
import type { RoomState } from '../../shared/room/state.ts';

/** The room's line in memory: the state it has led to, and the last entries for those who missed them. */
export interface Journal {
  state(): RoomState;
  append(entries: readonly Entry[]): void;
  /** What came after `haveSeq`; undefined when that is too long ago or was never here. */
  tailAfter(haveSeq: number): readonly Entry[] | undefined;
  /** How the facilitator came in, the last time. */
  lastFacilitator(): Joined | undefined;
}

/** @param entries the log so far; at least its first entry. */
export function createJournal(entries: readonly Entry[]): Journal {
  let state = fold(entries);
  let facilitator = lastFacilitator(entries);
  let recent = entries.slice(-MAX_TAIL_ENTRIES);
  return {
    state: () => state,
    append(more) {
      state = more.reduce(evolve, state);
      facilitator = lastFacilitator(more) ?? facilitator;
      recent = [...recent, ...more].slice(-MAX_TAIL_ENTRIES);
    },
    lastFacilitator: () => facilitator,
    tailAfter(haveSeq) {
      const first = recent[0];
      if (!first || haveSeq < first.seq || haveSeq > state.seq) return undefined;
      return recent.filter((entry) => entry.seq > haveSeq);
    },
  };
}

function lastFacilitator(entries: readonly Entry[]): Joined | undefined {
  const found = entries.findLast(({ event }) => event.type === 'joined' && event.role === 'facilitator');
  return found?.event.type === 'joined' ? found.event : undefined;
}
