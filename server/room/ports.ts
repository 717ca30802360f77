import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import type { RoomMs } from '../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../shared/event/entry.ts';
import type { AccountReading, AccountWrite } from './account-ports.ts';

/** What the live room needs from the world, handed in by the composition root. */

/** The room's clock: Unix ms at start plus a monotonic counter; never behind what the store has seen. */
export interface ServerClock {
  now(): RoomMs;
  /** Names this run of the server. */
  readonly epoch: string;
}

/** Starts a timer; returns the function that stops it. */
export type After = (delayMs: number, task: () => void) => () => void;

/** A door's keys as they are stored. */
export interface SealedKeys {
  /** SHA-256, hex. The door's keys: what is typed, and what is in the link. */
  readonly codeHash: string;
  readonly inviteHash: string;
  /** Code and invitation sealed with the server's own key file, so that members can show them after a restart. */
  readonly sealedKeys: string;
}

/** A record of a session, without its log. */
export interface SessionRecord extends SealedKeys {
  readonly session: SessionId;
  readonly openedAt: RoomMs;
  readonly closedAt: RoomMs | undefined;
  /** Whose room it is; undefined for rooms from before there were accounts. */
  readonly account: string | undefined;
}

export interface SeatRecord {
  readonly session: SessionId;
  readonly member: MemberId;
  /** SHA-256 of the seat token, hex. */
  readonly tokenHash: string;
}

/** Something to be written. All writes of one `append` are one transaction, in order. */
export type Write =
  | { readonly type: 'session'; readonly record: SessionRecord }
  /** The door's keys are new. */
  | ({ readonly type: 'sessionKeys'; readonly session: SessionId } & SealedKeys)
  | { readonly type: 'sessionClosed'; readonly session: SessionId; readonly closedAt: RoomMs }
  /** `n`: the number of the wish that made it, when a member's wish did; stored so that a repeat is recognised. */
  | {
      readonly type: 'entry';
      readonly session: SessionId;
      readonly entry: Entry;
      readonly n: number | undefined;
    }
  | { readonly type: 'line'; readonly session: SessionId; readonly entry: LineEntry }
  | { readonly type: 'seat'; readonly seat: SeatRecord }
  | { readonly type: 'seatGone'; readonly session: SessionId; readonly member: MemberId }
  | AccountWrite;

/** One session as it is found in the store. */
export interface StoredSession {
  readonly record: SessionRecord;
  readonly entries: readonly Entry[];
  readonly seats: readonly SeatRecord[];
  /** For every member the wish numbers that were stored, of the room's line and of their own. */
  readonly numbers: ReadonlyMap<MemberId, readonly number[]>;
  /** The highest of each sender's numbers in the room's line. */
  readonly lastRoomWish: ReadonlyMap<MemberId, number>;
}

/** The store's health as everyone is told it (TRUST R8). */
export type StoreHealth =
  | { readonly type: 'well' }
  | { readonly type: 'full' }
  | { readonly type: 'broken'; readonly cause: string };

/**
 * Where the log goes. `append` never blocks: it queues, and what is queued while a commit runs goes into the next one
 * (group commit). The promise resolves when it is synced to disk; it rejects with a StoreFault when that cannot be, and
 * then nothing of that `append` is stored.
 */
export interface Store extends AccountReading {
  append(writes: readonly Write[]): Promise<void>;
  /** Sessions that were open when the server stopped. */
  openSessions(): Promise<readonly StoredSession[]>;
  lineOf(session: SessionId, member: MemberId): Promise<readonly LineEntry[]>;
  /** The latest time in any log, 0 in an empty store: the room's clock starts no earlier. */
  latestMs(): Promise<RoomMs>;
  onHealth(listener: (health: StoreHealth) => void): void;
  /** Commits what is queued, checkpoints and closes. */
  close(): Promise<void>;
}
