import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/base/random.ts';
import { roomMs } from '../../../shared/base/units.ts';
import type { Write } from '../../../server/room/ports.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { SqliteLog } from '../../../server/store/sqlite-log.ts';
import { bytesIn, copyOfFolder, temporaryFolder } from '../support/data-folder.ts';
import { accountOf, accountWrite, IDA, keptPlan, linkOf, staffWrite } from '../support/account-writes.ts';
import { ANNA, BEN, OPENED_AT, recordOf, SESSION, sessionWrite } from '../support/log-writes.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';
import { createVirtualTime } from '../support/virtual-time.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const MANY = 3000;
/** Planted strings no file has by chance. */
const planted = (number: number) => `planted${String(number).padStart(6, '0')}${'e'.repeat(51)}`;
const staff = (number: number): Write => staffWrite(planted(number), roomMs(OPENED_AT + 9e9));
const staffGone = (number: number): Write => ({ type: 'staffGone', tokenHash: planted(number) });

/** Which planted strings are in the bytes of a folder as it lies there now. */
function foundIn(path: string): readonly number[] {
  const copy = copyOfFolder(path);
  const bytes = bytesIn(copy.path);
  copy.remove();
  return [...new Set([...bytes.matchAll(/planted(\d{6})/g)].map((match) => Number(match[1])))].sort(
    (one, other) => one - other,
  );
}

describe('[S5] erased', () => {
  it('[S5] rows taken out of the middle of full pages leave no byte behind, nor do the copies their moves made', () => {
    const random = createRandom(7);
    const order = Array.from({ length: MANY }, (_, number) => ({ number, place: random() })).sort(
      (one, other) => one.place - other.place,
    );
    const log = new SqliteLog(openDatabase(folder.path));
    log.commit([[accountWrite()]]);
    // In a random order, so that pages split and rows move between them.
    for (let first = 0; first < MANY; first += 25)
      log.commit(order.slice(first, first + 25).map(({ number }) => [staff(number)]));
    expect(foundIn(folder.path)).toHaveLength(MANY);
    const gone = order.map(({ number }) => number).filter((number) => number % 3 !== 0);
    log.commit(gone.map((number) => [staffGone(number)]));
    expect(log.mustErase).toBe(true);
    expect(log.checkpoint()).toBe(true);
    expect(log.mustErase).toBe(false);
    const kept = order.map(({ number }) => number).filter((number) => number % 3 === 0);
    expect(foundIn(folder.path)).toEqual(kept.sort((one, other) => one - other));
    log.close();
    expect(foundIn(folder.path)).toEqual(kept);
  });

  it('[S5] a seat that is gone leaves the disk within a second and a half, also while others play on', async () => {
    const time = createVirtualTime();
    const store = openSqliteStore(folder.path, time.after);
    const seat = { session: SESSION, member: ANNA, tokenHash: planted(1) };
    await store.append([accountWrite(), sessionWrite(), { type: 'seat', seat }]);
    await store.append([{ type: 'seatGone', session: SESSION, member: ANNA }]);
    expect(foundIn(folder.path)).toEqual([1]);
    for (let step = 0; step < 30; step += 1) {
      await store.append([staff(500 + step)]);
      await time.advance(50);
    }
    expect(foundIn(folder.path)).not.toContain(1);
    expect(foundIn(folder.path)).toContain(500);
    await store.close();
  });

  it('[S5] a token replaced by a newer one is gone too', async () => {
    const time = createVirtualTime();
    const store = openSqliteStore(folder.path, time.after);
    const seat = { session: SESSION, member: ANNA, tokenHash: planted(1) };
    await store.append([sessionWrite(), { type: 'seat', seat }]);
    await store.append([{ type: 'seat', seat: { ...seat, tokenHash: planted(2) } }]);
    await time.advance(2000);
    expect(foundIn(folder.path)).toEqual([2]);
    await store.close();
  });

  it('[S5] with its session a seat, the code, the invitation and the sealed keys go', async () => {
    const time = createVirtualTime();
    const store = openSqliteStore(folder.path, time.after);
    const record = recordOf(SESSION, {
      codeHash: planted(1),
      inviteHash: planted(2),
      sealedKeys: planted(3),
    });
    await store.append([
      { type: 'session', record },
      { type: 'seat', seat: { session: SESSION, member: BEN, tokenHash: planted(4) } },
    ]);
    expect(foundIn(folder.path)).toEqual([1, 2, 3, 4]);
    await store.append([{ type: 'sessionClosed', session: SESSION, closedAt: OPENED_AT }]);
    await time.advance(2000);
    expect(foundIn(folder.path)).toEqual([]);
    await store.close();
  });

  it('[S5] what was deleted just before the server was killed is gone after the next start', async () => {
    const log = new SqliteLog(openDatabase(folder.path));
    log.commit([[accountWrite(), staff(1), staff(2)]]);
    log.commit([[staffGone(1)]]);
    const killed = copyOfFolder(folder.path);
    expect(foundIn(killed.path)).toEqual([1, 2]);
    const next = new SqliteLog(openDatabase(killed.path));
    expect(foundIn(killed.path)).toEqual([2]);
    next.close();
    killed.remove();
    log.close();
  });

  it('[S5] staff tokens and links that ran out are gone after the next start', () => {
    const log = new SqliteLog(openDatabase(folder.path));
    log.commit([
      [sessionWrite(), accountWrite()],
      [staffWrite(planted(1), OPENED_AT)],
      [staffWrite(planted(2), roomMs(OPENED_AT + 1))],
      [{ type: 'staffLink', record: { ...linkOf(planted(3)), expiresAt: OPENED_AT } }],
      [{ type: 'staffLink', record: { ...linkOf(planted(4)), expiresAt: roomMs(OPENED_AT + 1) } }],
    ]);
    log.close();
    new SqliteLog(openDatabase(folder.path)).close();
    expect(foundIn(folder.path)).toEqual([2, 4]);
  });

  it('[S5] a password, a second factor, a plan and a link that were replaced or taken back leave the disk', async () => {
    const time = createVirtualTime();
    const store = openSqliteStore(folder.path, time.after);
    const old = accountOf({ passwordHash: planted(1), sealedSecondFactor: planted(2) });
    await store.append([
      accountWrite(old),
      { type: 'plan', account: IDA, plan: keptPlan('one', 1, { title: planted(3) }) },
      { type: 'plan', account: IDA, plan: keptPlan('two', 1, { goals: planted(4) }) },
      { type: 'staffLink', record: linkOf(planted(5)) },
    ]);
    expect(foundIn(folder.path)).toEqual([1, 2, 3, 4, 5]);
    await store.append([accountWrite(accountOf({ passwordHash: planted(6) }))]);
    await store.append([{ type: 'plan', account: IDA, plan: keptPlan('one', 2) }]);
    await store.append([
      { type: 'planGone', account: IDA, id: 'two' },
      { type: 'staffLinkGone', tokenHash: planted(5) },
    ]);
    await time.advance(2000);
    expect(foundIn(folder.path)).toEqual([6]);
    await store.close();
  });
});
