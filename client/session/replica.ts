import type { Entry, LineEntry } from '../../shared/event/entry.ts';
import { type Beats, ticksOfBeats } from '../../shared/base/units.ts';
import { evolve } from '../../shared/room/evolve.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { Welcome } from '../../shared/wire/down.ts';
import { type LoopSpan, stillSounding, withLoop, withoutLoop } from '../player/plan-loops.ts';

/** This browser's copy of the room: the same log through the same `evolve`, and the loops that go round. */
export interface Replica {
  readonly state: RoomState | undefined;
  readonly loops: readonly LoopSpan[];
  onWelcome(welcome: Welcome): void;
  /** False when an entry in between is missing: only a fresh welcome helps. */
  onEntries(entries: readonly Entry[]): boolean;
  /** Which of these were not here yet; loops among them are taken up. */
  onLines(lines: readonly LineEntry[]): readonly LineEntry[];
  /** Lets go of loops that ended before this beat. */
  forgetBefore(beat: Beats): void;
}

/** Line entries remembered to recognise repeats around a welcome. */
const REMEMBERED = 512;

/**
 * What makes a line entry itself: its time too, since a server that began anew may see a number again that it never
 * wrote down, from a page that was loaded anew, or for a loop that was sent again.
 */
const keyOf = ({ by, seq, at }: LineEntry) => `${by}:${seq}:${at}`;

export function createReplica(): Replica {
  let state: RoomState | undefined;
  let loops: readonly LoopSpan[] = [];
  let recent = new Set<string>();

  const take = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      if (!state || entry.seq > state.seq + 1) return false;
      state = evolve(state, entry);
    }
    return true;
  };

  const isNew = (entry: LineEntry) => {
    const key = keyOf(entry);
    if (recent.has(key)) return false;
    recent.add(key);
    if (recent.size > 2 * REMEMBERED) recent = new Set([...recent].slice(-REMEMBERED));
    return true;
  };

  return {
    get state() {
      return state;
    },
    get loops() {
      return loops;
    },
    onWelcome({ room, loops: going }) {
      if (room.type === 'snapshot') state = room.state;
      else take(room.entries);
      // What went round meanwhile without being told of its end has ended.
      loops = going.map((entry) => ({ by: entry.by, entry, until: undefined }));
    },
    onEntries: take,
    onLines(lines) {
      const fresh = lines.filter(isNew);
      for (const entry of fresh) {
        if (entry.event.type === 'loopSet') loops = withLoop(loops, { ...entry, event: entry.event });
        if (entry.event.type === 'loopStopped') loops = withoutLoop(loops, entry.by, entry.event.from);
      }
      return fresh;
    },
    forgetBefore(beat) {
      loops = stillSounding(loops, ticksOfBeats(beat));
    },
  };
}
