import { assertNever } from '../base/assert.ts';
import { MAX_NOTE_MS } from '../base/limits.ts';
import type { RoomMs } from '../base/units.ts';
import type { LineEntry, LineEventOf } from '../event/entry.ts';
import type { LoopSet } from '../event/line.ts';

/** What is going on in one player's line: the notes they hold and the loop that goes round. */
export interface LineState {
  readonly held: readonly LineEventOf<'notePlayed'>[];
  readonly loop: LoopSet | undefined;
}

export const SILENT_LINE: LineState = { held: [], loop: undefined };

/** The notes still held at a time: none longer than a note may last, though its release never came (N6). */
export const heldAt = (line: LineState, at: RoomMs): LineState['held'] =>
  line.held.filter((note) => at - note.at < MAX_NOTE_MS);

/** The line after one more entry. The same object when nothing changed. */
export function evolveLine(line: LineState, entry: LineEntry): LineState {
  const { event } = entry;
  switch (event.type) {
    case 'notePlayed':
      return event.length === null
        ? { ...line, held: [...heldAt(line, entry.at), { ...entry, event }] }
        : line;
    case 'noteReleased':
      return line.held.some((note) => note.seq === event.note)
        ? { ...line, held: line.held.filter((note) => note.seq !== event.note) }
        : line;
    case 'noteBent':
      return line;
    case 'loopSet':
      return { ...line, loop: event };
    case 'loopStopped':
      return line.loop ? { ...line, loop: undefined } : line;
    default:
      return assertNever(event);
  }
}
