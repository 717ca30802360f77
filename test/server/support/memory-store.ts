import { type MemberId, type SessionId, THE_ROOM } from '../../../shared/base/ids.ts';
import { roomMs, type RoomMs } from '../../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../../shared/event/entry.ts';
import type {
  SeatRecord,
  SessionRecord,
  Store,
  StoredSession,
  StoreHealth,
  Write,
} from '../../../server/room/ports.ts';
import type { AccountWrite } from '../../../server/room/account-ports.ts';
import { StoreFault } from '../../../server/store/store-fault.ts';
import { createMemoryAccounts, type MemoryAccounts } from './memory-accounts.ts';

/** A `Store` without a disk, held to the same contract as the real one, with handles a test can turn. */
export interface MemoryStore extends Store {
  /** From now on nothing is kept: what is appended waits, as on a full disk. */
  hold(): void;
  /** Keeps what waits, in order, and goes on keeping. */
  release(): void;
  /** Tells the listeners; holds on anything but `well`, releases on it. */
  setHealth(health: StoreHealth): void;
  /** Everything kept so far, in the order it was kept. */
  readonly kept: readonly Write[];
  /** Everything appended, kept or not. */
  readonly appended: readonly Write[];
  /** As after `kill -9` and a new start: what was not kept is gone, and its promises never settle. */
  restarted(): MemoryStore;
}

interface Shelf {
  readonly record: SessionRecord;
  readonly entries: { readonly entry: Entry; readonly n: number | undefined }[];
  readonly lines: Map<MemberId, Map<number, LineEntry>>;
  readonly seats: Map<MemberId, SeatRecord>;
}

interface Content {
  readonly kept: Write[];
  readonly shelves: Map<SessionId, Shelf>;
  readonly accounts: MemoryAccounts;
  latest: RoomMs;
}

/** Keeps what is appended in the next microtask, all of one tick together, unless held. */
export function createMemoryStore(
  content: Content = { kept: [], shelves: new Map(), accounts: createMemoryAccounts(), latest: roomMs(0) },
): MemoryStore {
  const listeners: ((health: StoreHealth) => void)[] = [];
  const appended: Write[] = [];
  let waiting: { writes: readonly Write[]; keep: () => void; fail: (fault: Error) => void }[] = [];
  let isHeld = false;
  let isGone = false;
  let isClosed = false;

  const flush = () => {
    if (isHeld || isGone) return;
    const batch = waiting;
    waiting = [];
    for (const { writes, keep, fail } of batch) {
      const objection = whyNot(content, writes);
      if (objection) fail(objection);
      else {
        for (const write of writes) shelve(content, write);
        keep();
      }
    }
  };

  const store: MemoryStore = {
    append(writes) {
      if (isClosed) return Promise.reject(new StoreFault('closed', 'The store is closed'));
      appended.push(...writes);
      return new Promise((keep, fail) => {
        waiting.push({ writes: structuredClone(writes), keep, fail });
        queueMicrotask(flush);
      });
    },
    async openSessions() {
      const open = [...content.shelves.values()].filter((shelf) => shelf.record.closedAt === undefined);
      return structuredClone(open.map(storedSession));
    },
    async lineOf(session, member) {
      const line = content.shelves.get(session)?.lines.get(member);
      return structuredClone([...(line?.values() ?? [])].sort((one, other) => one.seq - other.seq));
    },
    async staffBook() {
      return content.accounts.staffBook();
    },
    async plansOf(account) {
      return content.accounts.plansOf(account);
    },
    async latestMs() {
      return content.latest;
    },
    onHealth(listener) {
      listeners.push(listener);
    },
    async close() {
      flush();
      isClosed = true;
      for (const { fail } of waiting)
        fail(new StoreFault('closed', 'The store was closed before this was kept'));
      waiting = [];
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      flush();
    },
    setHealth(health) {
      for (const listener of listeners) listener(health);
      if (health.type === 'well') store.release();
      else store.hold();
    },
    get kept() {
      return content.kept;
    },
    get appended() {
      return appended;
    },
    restarted() {
      isGone = true;
      isClosed = true;
      waiting = [];
      return createMemoryStore(content);
    },
  };
  return store;
}

function storedSession({ record, entries, lines, seats }: Shelf): StoredSession {
  const numbers = new Map<MemberId, number[]>();
  const note = (member: MemberId, n: number) => {
    const known = numbers.get(member);
    if (known) known.push(n);
    else numbers.set(member, [n]);
  };
  const lastRoomWish = new Map<MemberId, number>();
  for (const { entry, n } of entries) {
    if (n === undefined || entry.by === THE_ROOM) continue;
    note(entry.by, n);
    lastRoomWish.set(entry.by, Math.max(n, lastRoomWish.get(entry.by) ?? 0));
  }
  for (const [member, line] of lines) for (const place of line.keys()) note(member, place);
  return {
    record,
    entries: entries.map(({ entry }) => entry),
    seats: [...seats.values()],
    lastRoomWish,
    numbers: new Map(
      [...numbers].map(([member, ns]) => [member, [...new Set(ns)].sort((one, other) => one - other)]),
    ),
  };
}

/** What would make the whole `append` fail; nothing of it is kept then. */
function whyNot(content: Content, writes: readonly Write[]): StoreFault | undefined {
  const added = new Map<SessionId, { entry: Entry; n: number | undefined }[]>();
  const opened = new Set<SessionId>();
  const ofAccounts: AccountWrite[] = [];
  for (const write of writes) {
    if (isOfAccounts(write)) {
      const objection = content.accounts.whyNot(write, ofAccounts);
      if (objection) return objection;
      ofAccounts.push(write);
      continue;
    }
    if (write.type === 'session') opened.add(write.record.session);
    const session =
      'session' in write ? write.session : write.type === 'seat' ? write.seat.session : undefined;
    const needsSession = write.type === 'entry' || write.type === 'line' || write.type === 'seat';
    if (session && needsSession && !content.shelves.has(session) && !opened.has(session))
      return new StoreFault('conflict', `A ${write.type} came for a session that was never stored`);
    if (write.type !== 'entry') continue;
    const fresh = added.get(write.session) ?? [];
    added.set(write.session, fresh);
    const all = [...(content.shelves.get(write.session)?.entries ?? []), ...fresh];
    const before = all[write.entry.seq - 1];
    const same = before && JSON.stringify(before) === JSON.stringify({ entry: write.entry, n: write.n });
    if (same) continue;
    if (before || write.entry.seq !== all.length + 1)
      return new StoreFault('conflict', `Entry ${write.entry.seq} came where ${all.length + 1} is next`);
    fresh.push({ entry: write.entry, n: write.n });
  }
  return undefined;
}

const OF_ACCOUNTS: ReadonlySet<Write['type']> = new Set<AccountWrite['type']>([
  'account',
  'staff',
  'staffGone',
  'staffLink',
  'staffLinkGone',
  'plan',
  'planGone',
  'serviceSettings',
]);
const isOfAccounts = (write: Write): write is AccountWrite => OF_ACCOUNTS.has(write.type);

function shelve(content: Content, write: Write): void {
  content.kept.push(write);
  switch (write.type) {
    case 'session': {
      const old = content.shelves.get(write.record.session);
      const { entries = [], lines = new Map(), seats = new Map() } = old ?? {};
      content.shelves.set(write.record.session, { record: write.record, entries, lines, seats });
      see(content, write.record.openedAt);
      return;
    }
    case 'sessionKeys': {
      const shelf = content.shelves.get(write.session);
      const { codeHash, inviteHash, sealedKeys } = write;
      if (shelf)
        content.shelves.set(write.session, {
          ...shelf,
          record: { ...shelf.record, codeHash, inviteHash, sealedKeys },
        });
      return;
    }
    case 'sessionClosed': {
      const shelf = content.shelves.get(write.session);
      if (!shelf) return;
      content.shelves.set(write.session, {
        ...shelf,
        record: { ...shelf.record, closedAt: write.closedAt },
        seats: new Map(),
      });
      see(content, write.closedAt);
      return;
    }
    case 'entry': {
      const entries = content.shelves.get(write.session)?.entries;
      if (entries && entries.length < write.entry.seq) entries.push({ entry: write.entry, n: write.n });
      see(content, write.entry.at);
      return;
    }
    case 'line': {
      const lines = content.shelves.get(write.session)?.lines;
      const line = lines?.get(write.entry.by) ?? new Map<number, LineEntry>();
      if (!line.has(write.entry.seq)) line.set(write.entry.seq, write.entry);
      lines?.set(write.entry.by, line);
      see(content, write.entry.at);
      return;
    }
    case 'seat':
      content.shelves.get(write.seat.session)?.seats.set(write.seat.member, write.seat);
      return;
    case 'seatGone':
      content.shelves.get(write.session)?.seats.delete(write.member);
      return;
    default:
      content.accounts.write(write);
  }
}

function see(content: Content, at: RoomMs): void {
  if (at > content.latest) content.latest = at;
}
