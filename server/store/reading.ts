import {
  type MemberId,
  memberId,
  type SessionId,
  sessionId,
  type Seq,
  THE_ROOM,
} from '../../shared/base/ids.ts';
import { type RoomMs, roomMs } from '../../shared/base/units.ts';
import type { Entry, LineEntry, RoomEvent } from '../../shared/event/entry.ts';
import type { SeatRecord, StoredSession } from '../room/ports.ts';
import type { Database } from './database.ts';
import { unpackLine } from './packed-line.ts';

/** Finds in the tables. Throws what JSON and the packing throw on bytes that no writer wrote. */
export interface Reading {
  openSessions(): readonly StoredSession[];
  lineOf(session: SessionId, member: MemberId): readonly LineEntry[];
  latestMs(): number;
}

interface SessionRow {
  readonly number: number;
  readonly session: string;
  readonly openedAt: RoomMs;
  readonly codeHash: string;
  readonly inviteHash: string;
  readonly sealedKeys: string;
  readonly account: string | null;
}

interface EntryRow {
  readonly seq: Seq;
  readonly at: RoomMs;
  readonly author: Entry['by'];
  readonly n: number | null;
  readonly event: string;
}

export function createReading(database: Database): Reading {
  const find = statements(database);

  const storedSession = (row: SessionRow): StoredSession => {
    const { number, session, openedAt, codeHash, inviteHash, sealedKeys, account } = row;
    const entries = find.entries.all(number) as readonly EntryRow[];
    const seats = find.seats.all(number) as readonly Omit<SeatRecord, 'session'>[];
    const id = sessionId(session);
    return {
      record: {
        session: id,
        openedAt,
        closedAt: undefined,
        codeHash,
        inviteHash,
        sealedKeys,
        account: account ?? undefined,
      },
      entries: entries.map(({ seq, at, author, event }) => ({
        seq,
        at,
        by: author,
        event: JSON.parse(event) as RoomEvent,
      })),
      seats: seats.map(({ member, tokenHash }) => ({ session: id, member, tokenHash })),
      lastRoomWish: lastRoomWishOf(entries),
      numbers: numbersOf(entries, find.lineNumbers.all(number) as readonly LineNumbers[]),
    };
  };

  return {
    openSessions: () => (find.open.all() as readonly SessionRow[]).map(storedSession),
    lineOf(session, member) {
      const rows = find.line.all(session, member) as readonly PackedRow[];
      return rows.map(({ seq, packed, baseMs }) => unpackLine(packed, seq, member, baseMs));
    },
    latestMs: () => roomMs((find.latest.get() as { latestMs: number }).latestMs),
  };
}

interface LineNumbers {
  readonly member: string;
  /** A JSON array: one text a line is read a hundred times faster than a row a note. */
  readonly seqs: string;
}

interface PackedRow {
  readonly seq: Seq;
  readonly packed: Uint8Array;
  readonly baseMs: number;
}

/** Of the room's line and of their own, rising, each once. */
function numbersOf(
  entries: readonly EntryRow[],
  lines: readonly LineNumbers[],
): ReadonlyMap<MemberId, readonly number[]> {
  const numbers = new Map<MemberId, Set<number>>();
  for (const { member, seqs } of lines)
    numbers.set(memberId(member), new Set(JSON.parse(seqs) as readonly number[]));
  for (const { author, n } of entries) {
    if (n === null || author === THE_ROOM) continue;
    const known = numbers.get(author);
    if (known) known.add(n);
    else numbers.set(author, new Set([n]));
  }
  return new Map([...numbers].map(([member, ns]) => [member, [...ns].sort((one, other) => one - other)]));
}

function lastRoomWishOf(entries: readonly EntryRow[]): ReadonlyMap<MemberId, number> {
  const last = new Map<MemberId, number>();
  for (const { author, n } of entries)
    if (n !== null && author !== THE_ROOM) last.set(author, Math.max(n, last.get(author) ?? 0));
  return last;
}

const statements = (database: Database) => ({
  open: database.prepare(`
    SELECT number, session, opened_at AS openedAt, code_hash AS codeHash, invite_hash AS inviteHash,
      sealed_keys AS sealedKeys, account
    FROM sessions WHERE closed_at IS NULL ORDER BY number`),
  entries: database.prepare('SELECT seq, at, author, n, event FROM entries WHERE session = ? ORDER BY seq'),
  seats: database.prepare(
    'SELECT member, token_hash AS tokenHash FROM seats WHERE session = ? ORDER BY member',
  ),
  lineNumbers: database.prepare(
    'SELECT member, (SELECT json_group_array(seq) FROM line_entries WHERE line = lines.line) AS seqs FROM lines WHERE session = ?',
  ),
  line: database.prepare(`
    SELECT seq, packed, base_ms AS baseMs
    FROM sessions JOIN lines ON lines.session = sessions.number JOIN line_entries USING (line)
    WHERE sessions.session = ? AND member = ? ORDER BY seq`),
  latest: database.prepare('SELECT latest_ms AS latestMs FROM meta'),
});
