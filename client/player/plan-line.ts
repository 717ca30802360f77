import type { LineEntry } from '../../shared/event/entry.ts';
import type { NotePlayed } from '../../shared/event/line.ts';
import { MAX_NOTE_MS } from '../../shared/base/limits.ts';
import { type Ticks, ticks } from '../../shared/base/units.ts';
import { INSTRUMENTS } from '../../shared/music/instrument.ts';
import { type Echo, type EchoMap, echoAt } from '../../shared/time/echo.ts';
import type { Command, Moment } from './command.ts';
import type { NoteKey } from './synth.ts';

/** How a note that began was placed, so that what follows of it is placed alike. */
export interface NotePlace {
  readonly key: NoteKey;
  /** From the finger to the ear of whoever listens. */
  readonly shiftTicks: number;
  readonly plusMs: number;
}

/** The ends of notes that began, by key; a line's later entries refer to them. */
export type NotePlaces = ReadonlyMap<NoteKey, NotePlace>;

export const noteKey = (by: string, note: number): NoteKey => `${by}:${note}`;

/**
 * Commands of one line entry as someone else hears it, and how its note was placed if it began one. Loops are planned
 * by the bar (`planLoops`). What belongs to a note that was never placed gives nothing.
 */
export function planLine(
  entry: LineEntry,
  echoes: EchoMap,
  placeOf: (key: NoteKey) => NotePlace | undefined,
): { readonly commands: readonly Command[]; readonly place?: NotePlace } {
  const { event, by } = entry;
  switch (event.type) {
    case 'notePlayed':
      return planNote(entry, event, echoAt(echoes, event.sounds));
    case 'noteReleased': {
      const place = placeOf(noteKey(by, event.note));
      if (!place) return NOTHING;
      return { commands: [{ type: 'end', at: placed(event.played, place), key: place.key, part: by }] };
    }
    case 'noteBent': {
      const place = placeOf(noteKey(by, event.note));
      if (!place) return NOTHING;
      return {
        commands: event.points.map(({ played, pitch, colour, strength }) => ({
          type: 'bend',
          at: placed(played, place),
          key: place.key,
          part: by,
          to: { pitch, colour, strength },
        })),
      };
    }
    default:
      return NOTHING;
  }
}

const NOTHING = { commands: [] } as const;

function planNote({ by, seq }: LineEntry, event: NotePlayed, echo: Echo) {
  const key = noteKey(by, seq);
  const place: NotePlace =
    echo.type === 'live'
      ? { key, shiftTicks: event.sounds - event.played, plusMs: echo.ms }
      : { key, shiftTicks: event.sounds - event.played + echo.length, plusMs: 0 };
  const at = placed(event.played, place);
  const { instrument, pitch, strength, colour } = event;
  const length = event.length ?? undefined;
  const note = { key, part: by, instrument, pitch, strength, colour, length, seed: seq };
  const start: Command = { type: 'start', at, note };
  const isEndless = length === undefined && INSTRUMENTS[instrument].kind === 'held';
  // Every note ends: its release may be lost with its player (N6).
  const end: Command = { type: 'end', at: { ...at, plusMs: at.plusMs + MAX_NOTE_MS }, key, part: by };
  return { commands: isEndless ? [start, end] : [start], place };
}

const placed = (played: Ticks, place: NotePlace): Moment => ({
  tick: ticks(played + place.shiftTicks),
  plusMs: place.plusMs,
});
