import type { MemberId } from '../../shared/base/ids.ts';
import { seq } from '../../shared/base/ids.ts';
import type { RoomMs, Ticks } from '../../shared/base/units.ts';
import type { LineEntry, LineEventOf } from '../../shared/event/entry.ts';
import type { LineEvent } from '../../shared/event/line.ts';
import { evolveLine, heldAt, type LineState, SILENT_LINE } from '../../shared/room/line-state.ts';

/** What is going on in every player's line, in memory only. */
export interface Lines {
  of(member: MemberId): LineState;
  /** @param isKept whether it is written down. */
  append(entry: LineEntry, isKept: boolean): void;
  loops(): readonly LineEventOf<'loopSet'>[];
  held(now: RoomMs): readonly LineEventOf<'notePlayed'>[];
  /** Entries that end the notes someone holds; they bear the negative number of what they end (L10). */
  releasing(member: MemberId, at: RoomMs, tick: Ticks): readonly Ending[];
  /** The entry that ends someone's loop at a bar line, if one goes round. */
  stoppingLoop(member: MemberId, at: RoomMs, from: Ticks): Ending | undefined;
  forget(member: MemberId): void;
}

/** An entry with which the room itself ends something, and whether the beginning of that was written down. */
export interface Ending {
  readonly entry: LineEntry;
  readonly wasKept: boolean;
}

/** What the room itself ends bears the negative number of what it ends (L10). */
const endOf = (entry: LineEntry) => seq(0 - entry.seq);

export function createLines(): Lines {
  const states = new Map<MemberId, LineState>();
  const loopEntries = new Map<MemberId, LineEventOf<'loopSet'>>();
  const kept = new WeakSet<LineEvent>();
  const of = (member: MemberId) => states.get(member) ?? SILENT_LINE;

  return {
    of,
    append(entry, isKept) {
      if (isKept) kept.add(entry.event);
      states.set(entry.by, evolveLine(of(entry.by), entry));
      if (entry.event.type === 'loopSet') loopEntries.set(entry.by, { ...entry, event: entry.event });
      if (entry.event.type === 'loopStopped') loopEntries.delete(entry.by);
    },
    loops: () => [...loopEntries.values()],
    held: (now) => [...states.values()].flatMap((line) => heldAt(line, now)),
    releasing: (member, at, tick) =>
      of(member).held.map((note) => ({
        entry: {
          seq: endOf(note),
          at,
          by: member,
          event: { type: 'noteReleased', note: note.seq, played: tick },
        },
        wasKept: kept.has(note.event),
      })),
    stoppingLoop(member, at, from) {
      const loop = loopEntries.get(member);
      return (
        loop && {
          entry: { seq: endOf(loop), at, by: member, event: { type: 'loopStopped', from } },
          wasKept: kept.has(loop.event),
        }
      );
    },
    forget(member) {
      states.delete(member);
      loopEntries.delete(member);
    },
  };
}
