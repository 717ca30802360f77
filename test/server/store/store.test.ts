import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../../server/room/ports.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { type BuiltStore, buildStore } from '../support/built-store.ts';
import { temporaryFolder } from '../support/data-folder.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';
import { createVirtualTime } from '../support/virtual-time.ts';
import { describeAccounts } from './account-contract.ts';
import { describeStore, type StoreUnderTest } from './store-contract.ts';

function describeAll(name: string, open: () => Promise<StoreUnderTest>): void {
  describeStore(name, open);
  describeAccounts(name, open);
}

describeAll('in memory, for tests of the rooms', async () => {
  let store = createMemoryStore();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = store.restarted();
      return store;
    },
    discard: () => store.close(),
  };
});

describeAll('SQLite in this thread', () =>
  onDisk(async (path) => openSqliteStore(path, createVirtualTime().after)),
);

let built: BuiltStore;
beforeAll(async () => {
  built = await buildStore();
}, 60_000);
afterAll(() => built.remove());

describeAll('SQLite in a thread of its own, as built', () =>
  onDisk((path) => openStore({ dataDir: path, workerUrl: built.workerUrl })),
);

async function onDisk(open: (path: string) => Promise<Store>): Promise<StoreUnderTest> {
  const folder = temporaryFolder();
  let store = await open(folder.path);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open(folder.path);
      return store;
    },
    discard: async () => {
      await store.close();
      folder.remove();
    },
  };
}
