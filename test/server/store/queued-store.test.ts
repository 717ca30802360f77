import { describe, expect, it } from 'vitest';
import { memberId, seq } from '../../../shared/base/ids.ts';
import { roomMs, ticks } from '../../../shared/base/units.ts';
import type { StoreHealth, Write } from '../../../server/room/ports.ts';
import type { Append, AppendOutcome, LogEngine } from '../../../server/store/log-engine.ts';
import { createQueuedStore } from '../../../server/store/queued-store.ts';
import { StoreFault } from '../../../server/store/store-fault.ts';
import { MAX_WAITING_BYTES, MAX_WAITING_WRITES } from '../../../server/store/waiting-line.ts';
import { entryOf, entryWrite, lineEntryOf, lineWrite, SESSION } from '../support/log-writes.ts';
import { createVirtualTime, settled } from '../support/virtual-time.ts';

/** An engine in the test's hands: each commit waits until the test says what comes of it. */
function createHeldEngine() {
  const commits: {
    readonly appends: readonly Append[];
    keep(outcomes?: readonly AppendOutcome[]): Promise<void>;
    fail(fault: unknown): Promise<void>;
  }[] = [];
  let closes = 0;
  const engine: LogEngine = {
    commit: (appends) =>
      new Promise((done, failed) => {
        commits.push({
          appends,
          keep: (outcomes = appends.map(() => ({ type: 'stored' }))) => {
            done(outcomes);
            return settled();
          },
          fail: (fault) => {
            failed(fault instanceof Error ? fault : new Error(String(fault)));
            return settled();
          },
        });
      }),
    openSessions: async () => [],
    lineOf: async () => [],
    staffBook: async () => ({ accounts: [], sessions: [], links: [], settings: undefined }),
    plansOf: async () => [],
    latestMs: async () => roomMs(0),
    close: async () => {
      closes += 1;
    },
  };
  return { engine, commits, closes: () => closes };
}

function createStoreAtTest() {
  const time = createVirtualTime();
  const held = createHeldEngine();
  const store = createQueuedStore(held.engine, time.after);
  const told: StoreHealth[] = [];
  store.onHealth((health) => told.push(health));
  const outcomes: string[] = [];
  /** Appends and notes what comes of it as `name kept` or `name <fault code>`. */
  const append = (name: string, writes: readonly Write[] = [entryWrite(entryOf(1))]) => {
    store.append(writes).then(
      () => outcomes.push(`${name} kept`),
      (fault: unknown) =>
        outcomes.push(`${name} ${fault instanceof StoreFault ? fault.code : String(fault)}`),
    );
    return settled();
  };
  const commit = (index: number) => {
    const found = held.commits[index];
    if (!found) throw new Error(`There is no commit ${index}`);
    return found;
  };
  return { ...held, time, store, told, outcomes, append, commit };
}

const FULL = new StoreFault('full', 'The disk is full');
const line = (place: number) => lineWrite(lineEntryOf(place));

describe('the queue before the disk', () => {
  it('[L4] what is queued while a commit runs goes into the next one, and is acknowledged when that is synced', async () => {
    const { append, commit, commits, outcomes } = createStoreAtTest();
    await append('one');
    await append('two');
    await append('three');
    expect(commits).toHaveLength(1);
    expect(outcomes).toEqual([]);
    await commit(0).keep();
    expect(outcomes).toEqual(['one kept']);
    expect(commits).toHaveLength(2);
    expect(commit(1).appends).toHaveLength(2);
    await commit(1).keep();
    expect(outcomes).toEqual(['one kept', 'two kept', 'three kept']);
    expect(commits).toHaveLength(2);
  });

  it('[L4] only the append that contradicts the log is refused', async () => {
    const { append, commit, outcomes, told } = createStoreAtTest();
    await append('first');
    await append('good');
    await append('bad');
    await commit(0).keep();
    await commit(1).keep([{ type: 'stored' }, { type: 'conflict', message: 'Entry 7 came again' }]);
    expect(outcomes).toEqual(['first kept', 'good kept', 'bad conflict']);
    expect(told).toEqual([]);
  });

  it('[L9] on a full disk everything waits in order, everyone is told once, and it is stored when the disk is back', async () => {
    const { append, commit, commits, outcomes, told, time } = createStoreAtTest();
    await append('one', [entryWrite(entryOf(1))]);
    await commit(0).fail(FULL);
    expect(told).toEqual([{ type: 'full' }]);
    await append('two', [entryWrite(entryOf(2))]);
    expect(commits).toHaveLength(1);
    await time.advance(100);
    expect(commit(1).appends).toEqual([[entryWrite(entryOf(1))], [entryWrite(entryOf(2))]]);
    await commit(1).fail(FULL);
    await time.advance(200);
    expect(outcomes).toEqual([]);
    await commit(2).keep();
    expect(outcomes).toEqual(['one kept', 'two kept']);
    expect(told).toEqual([{ type: 'full' }, { type: 'well' }]);
  });

  it('[L9] the disk is asked again after 100 ms, then twice as long each time, at most 2 s', async () => {
    const { append, commits, time } = createStoreAtTest();
    await append('one');
    for (const waitMs of [100, 200, 400, 800, 1600, 2000, 2000]) {
      const asked = commits.length;
      await commits.at(-1)?.fail(FULL);
      await time.advance(waitMs - 1);
      expect(commits).toHaveLength(asked);
      await time.advance(1);
      expect(commits).toHaveLength(asked + 1);
    }
    await commits.at(-1)?.keep();
    await append('two');
    const asked = commits.length;
    await commits.at(-1)?.fail(FULL);
    await time.advance(100);
    expect(commits).toHaveLength(asked + 1);
  });

  it('[L9] any other fault of the disk is told as broken, with its cause', async () => {
    const { append, commit, told } = createStoreAtTest();
    await append('one');
    await commit(0).fail(new StoreFault('broken', 'The disk cannot be written (disk I/O error)'));
    expect(told).toEqual([{ type: 'broken', cause: 'The disk cannot be written (disk I/O error)' }]);
  });

  it('[L9] a disk that does not answer is told as broken within 2 s, and as well when it does', async () => {
    const { append, commit, outcomes, told, time } = createStoreAtTest();
    await append('one');
    await time.advance(1400);
    expect(told).toEqual([]);
    await time.advance(599);
    expect(told).toEqual([{ type: 'broken', cause: 'The disk does not answer.' }]);
    await commit(0).keep();
    expect(told.at(-1)).toEqual({ type: 'well' });
    expect(outcomes).toEqual(['one kept']);
    expect(time.waiting()).toBe(0);
  });

  it('[L9] who begins to listen while the disk is full is told so at once', async () => {
    const { append, commit, store } = createStoreAtTest();
    await append('one');
    await commit(0).fail(FULL);
    const heard: StoreHealth[] = [];
    store.onHealth((health) => heard.push(health));
    expect(heard).toEqual([{ type: 'full' }]);
  });

  it('[L9] after an outage the queue is stored in pieces of 2,000 writes, no append torn', async () => {
    const { append, commit, commits, outcomes } = createStoreAtTest();
    await append('first');
    for (let index = 0; index < 700; index += 1) void append('triple', [line(1), line(2), line(3)]);
    await append('last');
    await commit(0).keep();
    expect(commit(1).appends).toHaveLength(666);
    await commit(1).keep();
    expect(commit(2).appends).toHaveLength(35);
    await commit(2).keep();
    expect(commits).toHaveLength(3);
    expect(outcomes).toHaveLength(702);
  });

  it('[L9] beyond its bound the queue refuses notes, and still takes what changes the room, up to its own bound', async () => {
    const { append, commit, outcomes } = createStoreAtTest();
    const many = Array.from({ length: 10_000 }, () => line(1));
    await append('first', [line(1)]);
    await commit(0).fail(FULL);
    for (let index = 0; index < 4; index += 1) await append('notes', many);
    await append('to the brim', many.slice(1));
    expect(outcomes).toEqual([]);
    await append('one note more', [line(1)]);
    expect(outcomes).toEqual(['one note more tooMuch']);
    await append('seat gone', [{ type: 'seatGone', session: SESSION, member: memberId('anna000001') }]);
    await append('entry with a note', [entryWrite(entryOf(1)), line(1)]);
    expect(outcomes).toHaveLength(1);
    const entries = Array.from({ length: 2000 }, () => entryWrite(entryOf(1)));
    const room = Math.ceil(MAX_WAITING_WRITES / entries.length);
    for (let index = 0; index < room; index += 1) await append('entries', entries);
    expect(outcomes.at(-1)).toBe('entries tooMuch');
  });

  it('[L9] large loops are counted by their size', async () => {
    const { append, commit, outcomes } = createStoreAtTest();
    const cells = Array.from({ length: 384 }, (_, index) => ({
      step: index % 32,
      row: index % 12,
      strength: 0.5,
    }));
    const loop = { instrument: 'bells', steps: 32, stepTicks: ticks(240), cells } as const;
    const write = lineWrite({
      ...lineEntryOf(1),
      seq: seq(1),
      event: { type: 'loopSet', loop, from: ticks(0), anchor: ticks(0) },
    });
    await append('first');
    await commit(0).fail(FULL);
    let taken = 0;
    while (outcomes.length === 0 && taken < MAX_WAITING_WRITES) {
      await append('loop', [write]);
      taken += 1;
    }
    const bytes = JSON.stringify(write).length;
    expect(outcomes).toEqual(['loop tooMuch']);
    expect(taken * bytes).toBeGreaterThan(MAX_WAITING_BYTES / 3);
    expect(taken * bytes).toBeLessThan(MAX_WAITING_BYTES * 3);
  });

  it('[S1] closing keeps what waits, one last time even on a full disk, and then says what was not kept', async () => {
    const { append, commit, commits, outcomes, store, closes } = createStoreAtTest();
    await append('one');
    await commit(0).fail(FULL);
    const closed = store.close();
    await settled();
    expect(commits).toHaveLength(2);
    expect(closes()).toBe(0);
    await commit(1).fail(FULL);
    await closed;
    expect(outcomes).toEqual(['one closed']);
    expect(closes()).toBe(1);
  });

  it('[S1] closing while the disk is back keeps everything', async () => {
    const { append, commit, outcomes, store, closes, time } = createStoreAtTest();
    await append('one');
    await commit(0).fail(FULL);
    await append('two');
    const closed = store.close();
    await settled();
    await commit(1).keep();
    await closed;
    expect(outcomes).toEqual(['one kept', 'two kept']);
    expect(closes()).toBe(1);
    expect(time.waiting()).toBe(0);
  });
});
