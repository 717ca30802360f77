import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/base/random.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { SqliteLog } from '../../../server/store/sqlite-log.ts';
import { type BuiltStore, buildStore } from '../support/built-store.ts';
import { temporaryFolder } from '../support/data-folder.ts';
import { ANNA, BEN, entryOf, lineEntryOf, SESSION } from '../support/log-writes.ts';
import { startChild } from '../support/store-child.ts';

/** `STORE_KILLS=1000` for the figure of TRUST R1; fewer in everyday's run. */
const KILLS = Number(process.env['STORE_KILLS'] ?? 25);
const SEED = Number(process.env['STORE_SEED'] ?? 20_261);

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

const keptIn = (said: readonly string[]) =>
  said.filter((line) => line.startsWith('kept ')).map((line) => Number(line.slice('kept '.length)));

/** Opens the folder as the next server would, checks every page of it and everything in it, and says how far it goes. */
function checkWhole(path: string): number {
  const open = openDatabase(path);
  expect(open.database.ask('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(open.database.ask('PRAGMA foreign_key_check')).toBeUndefined();
  const log = new SqliteLog(open);
  const entries = log.openSessions()[0]?.entries ?? [];
  const all = entries.map((_, index) => index + 1);
  // As text, for a diff of thousands would take longer than the kill.
  expect(JSON.stringify(entries)).toBe(JSON.stringify(all.map((place) => entryOf(place, ANNA))));
  // An append is one entry and a note of each: whole or absent.
  for (const member of [ANNA, BEN])
    expect(JSON.stringify(log.lineOf(SESSION, member))).toBe(
      JSON.stringify(all.map((place) => lineEntryOf(place, member))),
    );
  log.close();
  return entries.length;
}

describe('a server killed at any moment', () => {
  it(
    `[S1] [L4] loses nothing it acknowledged and leaves nothing half, over ${KILLS} kills`,
    async () => {
      const random = createRandom(SEED);
      let next = 1;
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const child = startChild(process.execPath, [built.childPath, folder.path, String(next)]);
        // One in five while it starts, the others while it writes.
        if (random() < 0.2) await sleep(random() * 150);
        else {
          await child.until('ready');
          await sleep(random() * 120);
        }
        await child.kill();
        const kept = keptIn(child.said);
        const stored = checkWhole(folder.path);
        expect(stored, `kill ${kill} of seed ${SEED}`).toBeGreaterThanOrEqual(Math.max(0, ...kept));
        acknowledged += kept.length;
        next = stored + 1;
      }
      // Else this test has killed nobody who was at work.
      expect(acknowledged).toBeGreaterThan(KILLS);
    },
    20_000 + KILLS * 3000,
  );

  it('[S3] does not lock its folder for the next', async () => {
    const child = startChild(process.execPath, [built.childPath, folder.path, '1']);
    await child.until('kept 1');
    await child.kill();
    expect(checkWhole(folder.path)).toBeGreaterThan(0);
  });
});

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

describe('a disk that takes no more, for a whole server', () => {
  it.skipIf(!hasPrlimit)(
    '[L9] is told, crashes nothing, loses nothing, and what waited is stored when there is room again',
    async () => {
      // The system refuses every byte beyond this size of a file, far less than what is to be stored.
      const node = [process.execPath, built.childPath, folder.path, '1', '2000', '40'];
      const child = startChild('prlimit', ['--fsize=150000:unlimited', ...node]);
      await child.until('ready');
      await child.until('health full');
      await sleep(1500);
      expect(keptIn(child.said).length).toBeLessThan(2000);
      expect(child.said).not.toContain('closed');
      execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:unlimited']);
      await child.until('closed');
      await child.ended;
      expect(keptIn(child.said)).toHaveLength(2000);
      expect(child.said.findLast((line) => line.startsWith('health'))).toBe('health well');
      expect(checkWhole(folder.path)).toBe(2000);
    },
    30_000,
  );

  it.skipIf(!hasPrlimit)(
    '[S1] a server killed while its disk is full has kept all it acknowledged',
    async () => {
      const node = [process.execPath, built.childPath, folder.path, '1', '5000', '40'];
      const child = startChild('prlimit', ['--fsize=150000:unlimited', ...node]);
      await child.until('health full');
      await child.kill();
      expect(checkWhole(folder.path)).toBeGreaterThanOrEqual(Math.max(...keptIn(child.said)));
    },
    30_000,
  );
});
