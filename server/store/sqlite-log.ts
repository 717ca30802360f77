import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import { type RoomMs, roomMs } from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import type { KeptPlan } from '../../shared/wire/account.ts';
import type { StaffBook } from '../room/account-ports.ts';
import type { StoredSession } from '../room/ports.ts';
import { type AccountsRead, createAccountsRead } from './reading-accounts.ts';
import { faultOf, isWritersFault } from './fault-of.ts';
import type { Append, AppendOutcome } from './log-engine.ts';
import type { OpenDatabase } from './open-database.ts';
import { createReading, type Reading } from './reading.ts';
import { StoreFault } from './store-fault.ts';
import { createWriting, type Writing } from './writing.ts';

/** SQLite's answer: pages in the write-ahead log and how many of them are in the database. */
interface LogMoved {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/** The log in SQLite: everything at once and in this thread. Who times and queues it is around it. */
export class SqliteLog {
  private readonly open: OpenDatabase;
  private readonly reading: Reading;
  private readonly accounts: AccountsRead;
  private readonly writing: Writing;
  private readonly savepoint: { begin(): void; keep(): void; undo(): void };
  private isErasurePending = false;

  constructor(open: OpenDatabase) {
    const { database } = open;
    this.open = open;
    this.reading = createReading(database);
    this.accounts = createAccountsRead(database);
    this.writing = createWriting(database);
    const [begin, keep, undo] = ['SAVEPOINT one', 'RELEASE one', 'ROLLBACK TO one'].map((sql) =>
      database.prepare(sql),
    );
    this.savepoint = { begin: () => begin?.run(), keep: () => keep?.run(), undo: () => undo?.run() };
    this.purge();
  }

  /**
   * All appends in one synced transaction. One that contradicts what is stored is left out, whole. Throws a StoreFault
   * when the disk does not take it; then nothing is stored.
   */
  commit(appends: readonly Append[]): readonly AppendOutcome[] {
    const { database } = this.open;
    try {
      database.exec('BEGIN IMMEDIATE');
      const outcomes = appends.map((append) => this.write(append));
      this.writing.rememberLatest();
      database.exec('COMMIT');
      if (this.writing.didErase()) this.isErasurePending = true;
      return outcomes;
    } catch (cause) {
      // A full disk has often rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK');
      this.writing.forget();
      throw faultOf(cause, 'writing the log');
    }
  }

  openSessions(): readonly StoredSession[] {
    return this.read(() => this.reading.openSessions());
  }

  lineOf(session: SessionId, member: MemberId): readonly LineEntry[] {
    return this.read(() => this.reading.lineOf(session, member));
  }

  staffBook(): StaffBook {
    return this.read(() => this.accounts.staffBook());
  }

  plansOf(account: string): readonly KeptPlan[] {
    return this.read(() => this.accounts.plansOf(account));
  }

  latestMs(): RoomMs {
    return this.read(() => roomMs(this.reading.latestMs()));
  }

  /** Pages of the write-ahead log that are not in the database yet. */
  waitingPages(): number {
    const { log, checkpointed } = this.moveLog('NOOP');
    return Math.max(0, log - checkpointed);
  }

  /** Something was deleted whose bytes are still in the write-ahead log. */
  get mustErase(): boolean {
    return this.isErasurePending;
  }

  /**
   * Moves the write-ahead log into the database. If something was deleted the file is cut to nothing; else it keeps its
   * size, because a commit that need not lengthen a file is synced in half the time. False if a reader was in the way.
   */
  checkpoint(mustCut = this.isErasurePending): boolean {
    const { busy } = this.moveLog(mustCut ? 'TRUNCATE' : 'RESTART');
    if (busy === 0 && mustCut) this.isErasurePending = false;
    return busy === 0;
  }

  /** Checkpoints, closes and gives the folder back, also when the checkpoint fails: what it would have moved is safe. */
  close(): void {
    try {
      this.checkpoint(true);
    } finally {
      this.open.close();
    }
  }

  /** What ran out leaves the disk, and with it what a killed server had deleted but not yet moved out of its log. */
  private purge(): void {
    try {
      this.writing.purge();
      this.writing.didErase();
      this.isErasurePending = true;
      this.checkpoint();
    } catch {
      // On a full disk the server still starts and reads; the next commit tells, the next checkpoint erases.
    }
  }

  private moveLog(how: 'NOOP' | 'RESTART' | 'TRUNCATE'): LogMoved {
    try {
      return this.open.database.ask(`PRAGMA wal_checkpoint(${how})`) as LogMoved;
    } catch (cause) {
      throw faultOf(cause, 'moving the log into the database');
    }
  }

  private write(append: Append): AppendOutcome {
    this.savepoint.begin();
    try {
      for (const write of append) this.writing.write(write);
      this.savepoint.keep();
      return { type: 'stored' };
    } catch (cause) {
      if (!isWritersFault(cause) || !this.open.database.isTransaction) throw cause;
      this.savepoint.undo();
      this.savepoint.keep();
      this.writing.forget();
      return { type: 'conflict', message: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  private read<Found>(find: () => Found): Found {
    try {
      return find();
    } catch (cause) {
      if (cause instanceof SyntaxError || cause instanceof RangeError || cause instanceof TypeError)
        throw new StoreFault('damaged', 'An entry of the log cannot be read.', cause);
      throw faultOf(cause, 'reading the log');
    }
  }
}
