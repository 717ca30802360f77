import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import type { RoomMs } from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import type { AccountReading } from '../room/account-ports.ts';
import type { StoredSession, Write } from '../room/ports.ts';

/** The writes of one `append`: stored together or not at all. */
export type Append = readonly Write[];

/** What became of one `append` of a commit. */
export type AppendOutcome =
  | { readonly type: 'stored' }
  /** It contradicts what is stored, which is a bug of its writer; the others of the commit are stored. */
  | { readonly type: 'conflict'; readonly message: string };

/** What does the storing, wherever it runs: in this thread or in a worker. */
export interface LogEngine extends AccountReading {
  /** One transaction, synced when the promise resolves. Rejects with a StoreFault, and then nothing of it is stored. */
  commit(appends: readonly Append[]): Promise<readonly AppendOutcome[]>;
  openSessions(): Promise<readonly StoredSession[]>;
  lineOf(session: SessionId, member: MemberId): Promise<readonly LineEntry[]>;
  latestMs(): Promise<RoomMs>;
  /** Empties the WAL into the database and gives the folder back. */
  close(): Promise<void>;
}
