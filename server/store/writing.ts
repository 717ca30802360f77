import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import type { Entry, LineEntry } from '../../shared/event/entry.ts';
import type { SessionRecord, Write } from '../room/ports.ts';
import type { Database } from './database.ts';
import { packLine } from './packed-line.ts';
import { StoreFault } from './store-fault.ts';
import { createAccountsWriting } from './writing-accounts.ts';

/** Puts writes into the tables. Runs inside the caller's transaction. */
export interface Writing {
  /** Throws a StoreFault `conflict` on what contradicts the log; the caller undoes the append it was part of. */
  write(write: Write): void;
  /** Stores the latest time seen, if it has moved. Before each commit. */
  rememberLatest(): void;
  /** After something was undone: what this object believed to be in the tables may not be there. */
  forget(): void;
  /** Whether anything was deleted or replaced since the last time this was asked. */
  didErase(): boolean;
  /** Deletes what had run out by the latest time in the log. */
  purge(): void;
}

interface Line {
  readonly line: number;
  readonly baseMs: number;
}

/** Known row numbers kept at hand; beyond it they are looked up again. */
const MAX_KNOWN = 10_000;

export function createWriting(database: Database): Writing {
  const run = statements(database);
  const accounts = createAccountsWriting(database);
  const sessions = new Map<SessionId, number>();
  const lines = new Map<string, Line>();
  let seenMs = 0;
  let rememberedMs = 0;
  let hasErased = false;

  const see = (atMs: number) => {
    seenMs = Math.max(seenMs, atMs);
  };

  const numberOf = (session: SessionId, what: string): number => {
    const known = sessions.get(session);
    if (known !== undefined) return known;
    const row = run.findSession.get(session) as { number: number } | undefined;
    if (!row) throw new StoreFault('conflict', `A ${what} came for a session that was never stored`);
    if (sessions.size >= MAX_KNOWN) sessions.clear();
    sessions.set(session, row.number);
    return row.number;
  };

  const lineFor = (session: SessionId, { by, at }: LineEntry): Line => {
    const key = `${session} ${by}`;
    const known = lines.get(key);
    if (known) return known;
    const number = numberOf(session, 'line');
    const line = (run.findLine.get(number, by) as Line | undefined) ?? addLine(number, by, Math.floor(at));
    if (lines.size >= MAX_KNOWN) lines.clear();
    lines.set(key, line);
    return line;
  };

  const addLine = (session: number, member: MemberId, baseMs: number): Line => ({
    line: Number(run.addLine.run(session, member, baseMs).lastInsertRowid),
    baseMs,
  });

  const writeSession = (record: SessionRecord) => {
    const { session, openedAt, closedAt, codeHash, inviteHash, sealedKeys, account } = record;
    run.setSession.run(
      session,
      openedAt,
      closedAt ?? null,
      codeHash,
      inviteHash,
      sealedKeys,
      account ?? null,
    );
    see(Math.max(openedAt, closedAt ?? 0));
  };

  const writeEntry = (session: SessionId, { seq, at, by, event }: Entry, n: number | undefined) => {
    const number = numberOf(session, 'entry');
    const { last } = run.lastSeq.get(number) as { last: number };
    const text = JSON.stringify(event);
    if (seq > last + 1) throw new StoreFault('conflict', `Entry ${seq} came where ${last + 1} is next`);
    if (seq <= last) {
      // Sent again after a commit whose answer was lost: the same, and stored already. Anything else is a bug.
      if (run.hasEntry.get(number, seq, at, by, n ?? null, text)) return;
      throw new StoreFault('conflict', `Entry ${seq} came again with another content`);
    }
    run.addEntry.run(number, seq, at, by, n ?? null, text);
    see(at);
  };

  const writeLine = (session: SessionId, entry: LineEntry) => {
    const { line, baseMs } = lineFor(session, entry);
    run.addLineEntry.run(line, entry.seq, packLine(entry, baseMs));
    see(entry.at);
  };

  /** Its door is shut for good: seats end with it, and the keys open nothing any more. */
  const closeSession = (session: SessionId, closedAt: number) => {
    run.closeSession.run(closedAt, session);
    run.emptySeats.run(session);
    hasErased = true;
    see(closedAt);
  };

  return {
    write(write) {
      switch (write.type) {
        case 'session':
          return writeSession(write.record);
        case 'sessionKeys':
          run.setKeys.run(write.codeHash, write.inviteHash, write.sealedKeys, write.session);
          hasErased = true;
          return;
        case 'sessionClosed':
          return closeSession(write.session, write.closedAt);
        case 'entry':
          return writeEntry(write.session, write.entry, write.n);
        case 'line':
          return writeLine(write.session, write.entry);
        case 'seat': {
          const { session, member, tokenHash } = write.seat;
          const number = numberOf(session, 'seat');
          if (run.removeSeat.run(session, member).changes > 0) hasErased = true;
          run.addSeat.run(number, member, tokenHash);
          return;
        }
        case 'seatGone':
          run.removeSeat.run(write.session, write.member);
          hasErased = true;
          return;
        default:
          if (accounts.write(write)) hasErased = true;
      }
    },
    rememberLatest() {
      if (seenMs <= rememberedMs) return;
      run.setLatest.run(seenMs, seenMs);
      rememberedMs = seenMs;
    },
    forget() {
      sessions.clear();
      lines.clear();
      rememberedMs = 0;
    },
    didErase() {
      const erased = hasErased;
      hasErased = false;
      return erased;
    },
    purge() {
      if (accounts.purge()) hasErased = true;
    },
  };
}

const statements = (database: Database) => ({
  findSession: database.prepare('SELECT number FROM sessions WHERE session = ?'),
  setSession: database.prepare(`
    INSERT INTO sessions (session, opened_at, closed_at, code_hash, invite_hash, sealed_keys, account)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session) DO UPDATE SET opened_at = excluded.opened_at, closed_at = excluded.closed_at,
      code_hash = excluded.code_hash, invite_hash = excluded.invite_hash, sealed_keys = excluded.sealed_keys,
      account = excluded.account`),
  setKeys: database.prepare(
    'UPDATE sessions SET code_hash = ?, invite_hash = ?, sealed_keys = ? WHERE session = ? AND closed_at IS NULL',
  ),
  closeSession: database.prepare(
    "UPDATE sessions SET closed_at = ?, code_hash = '', invite_hash = '', sealed_keys = '' WHERE session = ?",
  ),
  emptySeats: database.prepare(
    'DELETE FROM seats WHERE session = (SELECT number FROM sessions WHERE session = ?)',
  ),
  lastSeq: database.prepare('SELECT coalesce(max(seq), 0) AS last FROM entries WHERE session = ?'),
  hasEntry: database.prepare(
    'SELECT 1 FROM entries WHERE session = ? AND seq = ? AND at = ? AND author = ? AND n IS ? AND event = ?',
  ),
  addEntry: database.prepare(
    'INSERT INTO entries (session, seq, at, author, n, event) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  findLine: database.prepare('SELECT line, base_ms AS baseMs FROM lines WHERE session = ? AND member = ?'),
  addLine: database.prepare('INSERT INTO lines (session, member, base_ms) VALUES (?, ?, ?)'),
  addLineEntry: database.prepare(
    'INSERT INTO line_entries (line, seq, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  addSeat: database.prepare('INSERT INTO seats (session, member, token_hash) VALUES (?, ?, ?)'),
  removeSeat: database.prepare(
    'DELETE FROM seats WHERE session = (SELECT number FROM sessions WHERE session = ?) AND member = ?',
  ),
  setLatest: database.prepare('UPDATE meta SET latest_ms = ? WHERE latest_ms < ?'),
});
