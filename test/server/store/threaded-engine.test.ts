import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreHealth } from '../../../server/room/ports.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { type BuiltStore, buildStore } from '../support/built-store.ts';
import { temporaryFolder } from '../support/data-folder.ts';
import {
  ANNA,
  entryOf,
  entryWrite,
  lineEntryOf,
  lineWrite,
  SESSION,
  sessionWrite,
} from '../support/log-writes.ts';

let built: BuiltStore;
beforeAll(async () => {
  built = await buildStore();
}, 60_000);
afterAll(() => built.remove());

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** The real thread, which dies in place of its fourth answer, each time it is started. */
function dyingWorker(death: string): URL {
  const path = join(dirname(fileURLToPath(built.workerUrl)), 'dying-worker.mjs');
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
     const post = parentPort.postMessage.bind(parentPort);
     let answers = 0;
     parentPort.postMessage = (answer) => {
       answers += 1;
       if (answers === 4) ${death};
       post(answer);
     };
     await import('./store-worker.mjs');`,
  );
  return pathToFileURL(path);
}

describe('the thread of the store', () => {
  for (const [how, death] of [
    ['ends', 'process.exit(3)'],
    ['throws', "throw new Error('a bug')"],
  ] as const) {
    it(`[S2] [L9] when it ${how} after a commit and before its answer, all is stored once and everyone is told`, async () => {
      const store = await openStore({ dataDir: folder.path, workerUrl: dyingWorker(death) });
      const told: StoreHealth['type'][] = [];
      store.onHealth(({ type }) => told.push(type));
      await store.append([sessionWrite()]);
      for (let place = 1; place <= 6; place += 1)
        await store.append([entryWrite(entryOf(place, ANNA), place), lineWrite(lineEntryOf(place))]);
      // Three commits a life, the third of each unanswered: it is sent again as the first of the next life.
      expect(told).toEqual(['broken', 'well', 'broken', 'well', 'broken', 'well']);
      await store.close();
      const next = await openStore({ dataDir: folder.path, workerUrl: built.workerUrl });
      const [session] = await next.openSessions();
      expect(session?.entries).toEqual(Array.from({ length: 6 }, (_, index) => entryOf(index + 1, ANNA)));
      expect(await next.lineOf(SESSION, ANNA)).toHaveLength(6);
      await next.close();
    });
  }

  it('[S1] it keeps a process alive no longer than its store', async () => {
    const store = await openStore({ dataDir: folder.path, workerUrl: built.workerUrl });
    await Promise.all([store.append([sessionWrite()]), store.close()]);
    const again = await openStore({ dataDir: folder.path, workerUrl: built.workerUrl });
    expect(await again.openSessions()).toHaveLength(1);
    await again.close();
  });
});
