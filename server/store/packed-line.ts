import type { MemberId, Seq } from '../../shared/base/ids.ts';
import { MAX_GLIDE_POINTS } from '../../shared/base/limits.ts';
import { pitch, roomMs, type RoomMs, strength, ticks } from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import type { BendPoint, LineEvent, NoteBent, NotePlayed, NoteReleased } from '../../shared/event/line.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import {
  formOf,
  type NumberForm,
  readNumber,
  readTime,
  timeFormOf,
  writeNumber,
  writeTime,
} from './packed-number.ts';

/**
 * A line entry in few bytes, for notes come by the thousand. What is read is exactly what was written; an event that
 * does not fit the packing, or is rare, is kept as JSON.
 *
 *   byte 0   bits 0-2 kind   bit 3 still held   bit 4 drawn to the grid   bits 5-6 form of the time
 *   JSON     text of { at, event }
 *   played   time, forms byte, instrument, played, [sounds - played], pitch, strength, colour, [length]
 *   released time, seq - note, played
 *   bent     time, seq - note, count, then of each point: forms byte, ticks since the last, pitch, strength, colour
 */
const KINDS = { json: 0, played: 1, released: 2, bent: 3 } as const;
const STILL_HELD = 0b1000;
const DRAWN = 0b1_0000;
const TIME_FORM_BIT = 5;

/** Numbers on disk for ever: add, never change or use again. */
export const INSTRUMENT_CODES: Readonly<Record<InstrumentId, number>> = {
  handDrum: 1,
  frameDrum: 2,
  shaker: 3,
  woodblock: 4,
  marimba: 5,
  kalimba: 6,
  bells: 7,
  bowls: 8,
  harp: 9,
  bass: 10,
  warmPad: 11,
  strings: 12,
  voice: 13,
  flute: 14,
  oceanDrum: 15,
};
const INSTRUMENTS_BY_CODE = new Map(
  Object.entries(INSTRUMENT_CODES).map(([id, code]) => [code, id as InstrumentId]),
);

/** What the packing carries. A field added to one of these events does not compile until the packing carries it too. */
type Packed = {
  readonly played: Record<keyof NotePlayed, true>;
  readonly released: Record<keyof NoteReleased, true>;
  readonly bent: Record<keyof NoteBent, true>;
  readonly point: Record<keyof BendPoint, true>;
};
export const PACKED_FIELDS: Packed = {
  played: {
    type: true,
    played: true,
    sounds: true,
    instrument: true,
    pitch: true,
    strength: true,
    colour: true,
    length: true,
  },
  released: { type: true, note: true, played: true },
  bent: { type: true, note: true, points: true },
  point: { played: true, pitch: true, colour: true, strength: true },
};

/** Head, time and count, then at most 34 bytes a point. */
const writer = new ByteWriter(64 + MAX_GLIDE_POINTS * 40);

/** The entry without its `seq` and author, which are the row's key. `baseMs`: whole ms, the same when it is read. */
export function packLine(entry: LineEntry, baseMs: number): Uint8Array {
  const { event, seq, at } = entry;
  switch (event.type) {
    case 'notePlayed':
      return isPackable(event) ? packPlayed(event, at, baseMs) : packJson(entry);
    case 'noteReleased':
      return isWhole(event.played) && isWhole(seq - event.note)
        ? packReleased(event, seq, at, baseMs)
        : packJson(entry);
    case 'noteBent':
      return isPackableBend(event, seq) ? packBent(event, seq, at, baseMs) : packJson(entry);
    default:
      return packJson(entry);
  }
}

/** What `packLine` packed. Throws on bytes it never wrote. */
export function unpackLine(bytes: Uint8Array, seq: Seq, by: MemberId, baseMs: number): LineEntry {
  const from = new ByteReader(bytes);
  const head = from.byte();
  const kind = head & 0b111;
  if (kind === KINDS.json) {
    const { at, event } = JSON.parse(utf8.decode(bytes.subarray(1))) as { at: RoomMs; event: LineEvent };
    return { seq, at, by, event };
  }
  const at = roomMs(readTime(from, form(head >> TIME_FORM_BIT), baseMs));
  if (kind === KINDS.played) return { seq, at, by, event: readPlayed(from, head) };
  if (kind === KINDS.released) {
    const note = seq - from.whole();
    return { seq, at, by, event: { type: 'noteReleased', note, played: ticks(from.whole()) } };
  }
  if (kind === KINDS.bent) return { seq, at, by, event: readBent(from, seq) };
  throw new Error(`A line entry of kind ${kind} is none of those known`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
const form = (bits: number) => (bits & 0b11) as NumberForm;

function packJson({ at, event }: LineEntry): Uint8Array {
  return Buffer.concat([Buffer.from([KINDS.json]), Buffer.from(JSON.stringify({ at, event }), 'utf8')]);
}

function startPacking(kind: number, flags: number, at: number, baseMs: number): ByteWriter {
  const timeForm = timeFormOf(at, baseMs);
  writer.start();
  writer.byte(kind | flags | (timeForm << TIME_FORM_BIT));
  writeTime(writer, timeForm, at, baseMs);
  return writer;
}

const isPackable = ({ played, sounds, length, instrument }: NotePlayed) =>
  isWhole(played) &&
  isWhole(sounds) &&
  (length === null || isWhole(length)) &&
  INSTRUMENT_CODES[instrument] !== undefined;

function packPlayed(event: NotePlayed, at: number, baseMs: number): Uint8Array {
  const { played, sounds, length } = event;
  const flags = (length === null ? STILL_HELD : 0) | (sounds === played ? 0 : DRAWN);
  const to = startPacking(KINDS.played, flags, at, baseMs);
  writeTouchForms(to, event);
  to.byte(INSTRUMENT_CODES[event.instrument]);
  to.whole(played);
  if (sounds !== played) to.signed(sounds - played);
  writeTouch(to, event);
  if (length !== null) to.whole(length);
  return to.bytes();
}

function readPlayed(from: ByteReader, head: number): NotePlayed {
  const forms = from.byte();
  const code = from.byte();
  const instrument = INSTRUMENTS_BY_CODE.get(code);
  if (!instrument) throw new Error(`Instrument ${code} is none of those known`);
  const played = ticks(from.whole());
  const sounds = head & DRAWN ? ticks(played + from.signed()) : played;
  const touch = readTouch(from, forms);
  const length = head & STILL_HELD ? null : ticks(from.whole());
  return { type: 'notePlayed', played, sounds, instrument, ...touch, length };
}

function packReleased({ note, played }: NoteReleased, seq: Seq, at: number, baseMs: number): Uint8Array {
  const to = startPacking(KINDS.released, 0, at, baseMs);
  to.whole(seq - note);
  to.whole(played);
  return to.bytes();
}

const isPackableBend = ({ points, note }: NoteBent, seq: Seq) =>
  isWhole(seq - note) &&
  points.length <= MAX_GLIDE_POINTS &&
  points.every(({ played }, index) => isWhole(played) && isWhole(played - (points[index - 1]?.played ?? 0)));

function packBent({ points, note }: NoteBent, seq: Seq, at: number, baseMs: number): Uint8Array {
  const to = startPacking(KINDS.bent, 0, at, baseMs);
  to.whole(seq - note);
  to.whole(points.length);
  let before = 0;
  for (const point of points) {
    writeTouchForms(to, point);
    to.whole(point.played - before);
    writeTouch(to, point);
    before = point.played;
  }
  return to.bytes();
}

function readBent(from: ByteReader, seq: Seq): NoteBent {
  const note = seq - from.whole();
  const count = from.whole();
  const points: BendPoint[] = [];
  let played = 0;
  for (let index = 0; index < count; index += 1) {
    const forms = from.byte();
    played += from.whole();
    points.push({ played: ticks(played), ...readTouch(from, forms) });
  }
  return { type: 'noteBent', note, points };
}

type Touch = Pick<BendPoint, 'pitch' | 'strength' | 'colour'>;

function writeTouchForms(to: ByteWriter, touch: Touch): void {
  to.byte(formOf(touch.pitch) | (formOf(touch.strength) << 2) | (formOf(touch.colour) << 4));
}

function writeTouch(to: ByteWriter, touch: Touch): void {
  writeNumber(to, formOf(touch.pitch), touch.pitch);
  writeNumber(to, formOf(touch.strength), touch.strength);
  writeNumber(to, formOf(touch.colour), touch.colour);
}

function readTouch(from: ByteReader, forms: number): Touch {
  return {
    pitch: pitch(readNumber(from, form(forms))),
    strength: strength(readNumber(from, form(forms >> 2))),
    colour: readNumber(from, form(forms >> 4)),
  };
}
