import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreHealth } from '../../../server/room/ports.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { SqliteLog } from '../../../server/store/sqlite-log.ts';
import { roomMs } from '../../../shared/base/units.ts';
import { accountWrite, staffWrite } from '../support/account-writes.ts';
import { bytesIn, copyOfFolder, temporaryFolder } from '../support/data-folder.ts';
import {
  ANNA,
  entryOf,
  entryWrite,
  hashOf,
  lineEntryOf,
  lineWrite,
  SESSION,
  sessionWrite,
} from '../support/log-writes.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';
import { createVirtualTime, settled } from '../support/virtual-time.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/**
 * SQLite itself says "database or disk is full" when a database may have no more pages, at the same places and with the
 * same undoing as when the disk has no more blocks.
 */
function createStoreAtTest() {
  const time = createVirtualTime();
  const store = openSqliteStore(folder.path, time.after);
  const told: StoreHealth[] = [];
  store.onHealth((health) => told.push(health));
  const { database } = store.open;
  const limitPages = (more: number) =>
    database.exec(`PRAGMA max_page_count = ${database.pragma('page_count') + more}`);
  return { time, store, told, limitPages };
}

const notes = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => lineWrite(lineEntryOf(from + index)));

describe('a full disk', () => {
  it('[L9] nothing acknowledged is lost, nothing half is stored, and what waited is stored when there is room', async () => {
    const { time, store, told, limitPages } = createStoreAtTest();
    const seat = { session: SESSION, member: ANNA, tokenHash: hashOf('a') };
    await store.append([sessionWrite(), entryWrite(entryOf(1)), { type: 'seat', seat }]);
    limitPages(3);
    const outcomes: string[] = [];
    const appended: Promise<unknown>[] = [];
    const append = (name: string, writes: Parameters<typeof store.append>[0]) => {
      appended.push(store.append(writes).then(() => outcomes.push(name)));
      return settled();
    };
    for (let place = 1; place <= 20; place += 1)
      await append(`${place}`, [entryWrite(entryOf(place + 1)), ...notes(place * 100, 50)]);
    expect(told).toEqual([{ type: 'full' }]);
    const kept = outcomes.length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(20);
    expect((await store.openSessions())[0]?.entries).toHaveLength(kept + 1);
    expect(await store.lineOf(SESSION, ANNA)).toHaveLength(kept * 50);
    await append('seat gone', [{ type: 'seatGone', session: SESSION, member: ANNA }]);
    await time.advance(10_000);
    expect(outcomes).toHaveLength(kept);
    limitPages(1000);
    await time.advance(2000);
    await Promise.all(appended);
    expect(outcomes).toEqual([...Array.from({ length: 20 }, (_, index) => `${index + 1}`), 'seat gone']);
    expect(told).toEqual([{ type: 'full' }, { type: 'well' }]);
    const [session] = await store.openSessions();
    expect(session?.entries).toHaveLength(21);
    expect(session?.seats).toEqual([]);
    expect(await store.lineOf(SESSION, ANNA)).toHaveLength(1000);
    await store.close();
  });

  it('[S5] what was taken back while the disk was full is gone from it once there is room', async () => {
    const { time, store, limitPages } = createStoreAtTest();
    const seat = { session: SESSION, member: ANNA, tokenHash: 'planted-token-hash' };
    await store.append([sessionWrite(), { type: 'seat', seat }]);
    limitPages(0);
    const notKept = store.append(notes(1, 2000));
    const gone = store.append([{ type: 'seatGone', session: SESSION, member: ANNA }]);
    await time.advance(3000);
    limitPages(1000);
    await time.advance(3000);
    await Promise.all([notKept, gone]);
    await time.advance(2000);
    const copy = copyOfFolder(folder.path);
    expect(bytesIn(copy.path)).not.toContain('planted-token-hash');
    copy.remove();
    await store.close();
  });

  it('[L9] a server that is started on a full disk reads what is there', async () => {
    const log = new SqliteLog(openDatabase(folder.path));
    log.commit([[sessionWrite(), ...notes(1, 100)]]);
    log.close();
    const { store, limitPages, told } = createStoreAtTest();
    limitPages(0);
    void store.append(notes(1000, 5000)).catch(() => undefined);
    await settled();
    expect(told).toEqual([{ type: 'full' }]);
    expect(await store.openSessions()).toHaveLength(1);
    expect(await store.lineOf(SESSION, ANNA)).toHaveLength(100);
    await store.close();
  });

  it('[L9] a write that no disk could take is refused alone and holds nobody up', async () => {
    const { store, told } = createStoreAtTest();
    await store.append([sessionWrite(), accountWrite()]);
    const outcomes = await Promise.allSettled([
      store.append([entryWrite(entryOf(1))]),
      store.append([staffWrite(hashOf('a'), roomMs(Number.NaN))]),
      store.append([entryWrite(entryOf(2))]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told).toEqual([]);
    await store.close();
  });
});
