import { type Author, memberId, seq, type SessionId, sessionId, THE_ROOM } from '../../../shared/base/ids.ts';
import { beats, bpm, pitch, roomMs, strength, ticks } from '../../../shared/base/units.ts';
import type { Entry, LineEntry, RoomEvent } from '../../../shared/event/entry.ts';
import type { LineEvent } from '../../../shared/event/line.ts';
import type { SessionRecord, Write } from '../../../server/room/ports.ts';

/** Writes as rooms make them, for whoever tests a store. */

export const SESSION = sessionId('tuesdaygroup');
export const OTHER_SESSION = sessionId('thursdaygroup');
export const ANNA = memberId('anna000001');
export const BEN = memberId('ben0000001');
/** A room clock reads like this: Unix ms with a fraction. */
export const OPENED_AT = roomMs(1_800_000_000_000.25);

export const hashOf = (letter: string) => letter.repeat(64);

export const recordOf = (session: SessionId, over: Partial<SessionRecord> = {}): SessionRecord => ({
  session,
  openedAt: OPENED_AT,
  closedAt: undefined,
  codeHash: hashOf('c'),
  inviteHash: hashOf('d'),
  sealedKeys: 'sealed',
  account: undefined,
  ...over,
});

export const sessionWrite = (session = SESSION): Write => ({ type: 'session', record: recordOf(session) });

export const tempoSet = (tempo: number): RoomEvent => ({
  type: 'tempoSet',
  from: beats(16),
  bpm: bpm(tempo),
  glideBeats: beats(0),
});

export const entryOf = (
  place: number,
  by: Author = THE_ROOM,
  event: RoomEvent = tempoSet(60 + place),
): Entry => ({
  seq: seq(place),
  at: roomMs(OPENED_AT + place * 1000.125),
  by,
  event,
});

export const entryWrite = (entry: Entry, n?: number, session = SESSION): Write => ({
  type: 'entry',
  session,
  entry,
  n,
});

export const notePlayed = (
  over: Partial<Extract<LineEvent, { readonly type: 'notePlayed' }>> = {},
): LineEvent => ({
  type: 'notePlayed',
  played: ticks(9600),
  sounds: ticks(9600),
  instrument: 'marimba',
  pitch: pitch(60),
  strength: strength(0.72),
  colour: 0.5,
  length: ticks(240),
  ...over,
});

export const lineEntryOf = (place: number, by = ANNA, event: LineEvent = notePlayed()): LineEntry => ({
  seq: seq(place),
  at: roomMs(OPENED_AT + place * 250),
  by,
  event,
});

export const lineWrite = (entry: LineEntry, session = SESSION): Write => ({ type: 'line', session, entry });
