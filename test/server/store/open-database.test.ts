import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Migration } from '../../../server/store/migrations/migration.ts';
import { MIGRATIONS } from '../../../server/store/migrations/migrations.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { SqliteLog } from '../../../server/store/sqlite-log.ts';
import { StoreFault } from '../../../server/store/store-fault.ts';
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

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
let databaseFile: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = folder.path;
  databaseFile = join(path, 'windchime.db');
});
afterEach(() => folder.remove());

function faultOnOpening(dataDir = path, migrations = MIGRATIONS): StoreFault {
  try {
    openDatabase(dataDir, migrations).close();
  } catch (fault) {
    if (fault instanceof StoreFault) return fault;
    throw fault;
  }
  throw new Error('It was opened');
}

/** Root may write anywhere: as root, act as nobody for a moment. */
function asOrdinaryUser<Done>(act: () => Done): Done {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

/** A database with a session of some thousand notes in it, closed. */
function fillDatabase(): void {
  const log = new SqliteLog(openDatabase(path));
  log.commit([[sessionWrite(), entryWrite(entryOf(1)), entryWrite(entryOf(2, ANNA), 1)]]);
  log.commit([Array.from({ length: 4000 }, (_, index) => lineWrite(lineEntryOf(index + 2)))]);
  log.close();
}

const nothingChanges = (act: () => void) => {
  const before = readFileSync(databaseFile);
  act();
  expect(readFileSync(databaseFile).equals(before)).toBe(true);
};

const copies = () => readdirSync(path).filter((name) => name.includes('.before-'));

const versionOf = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true });
  const version = Object.values(database.prepare('PRAGMA user_version').get() as object)[0] as number;
  database.close();
  return version;
};

const codeOf = (opened: Promise<unknown>) =>
  opened.then(
    () => 'opened',
    (fault: unknown) => (fault instanceof StoreFault ? fault.code : String(fault)),
  );

describe('opening a data folder', () => {
  it('[S3] a folder that is not there is made, for its owner only, and a new database in it', () => {
    const deep = join(path, 'a', 'b');
    openDatabase(deep).close();
    expect(readdirSync(deep)).toEqual(expect.arrayContaining(['windchime.db', 'windchime.lock']));
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  });

  it('[S1] every commit is synced, deleted bytes are overwritten and keys between tables hold', () => {
    const { database, close } = openDatabase(path);
    const setting = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0];
    expect(
      ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'temp_store'].map((name) =>
        setting(name),
      ),
    ).toEqual(['wal', 2, 1, 1, 2]);
    close();
  });

  it('[S3] a database of a newer version is refused and not touched', () => {
    fillDatabase();
    const newer = new DatabaseSync(databaseFile);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    nothingChanges(() => {
      const fault = faultOnOpening();
      expect(fault.code).toBe('newer');
      expect(fault.message).toContain('99');
      expect(fault.message).toContain(databaseFile);
    });
  });

  it('[S3] a file that is no database, or another program’s, is refused and not touched', () => {
    writeFileSync(databaseFile, 'Dear diary, '.repeat(1000));
    nothingChanges(() => expect(faultOnOpening().code).toBe('damaged'));
    writeFileSync(databaseFile, '');
    const other = new DatabaseSync(databaseFile);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    nothingChanges(() => expect(faultOnOpening().code).toBe('damaged'));
  });

  it('[S3] an emptied or cut database is refused; a fresh one never takes its place', () => {
    fillDatabase();
    truncateSync(databaseFile, 40_960);
    nothingChanges(() => expect(faultOnOpening().code).toBe('damaged'));
    truncateSync(databaseFile, 0);
    nothingChanges(() => expect(faultOnOpening().code).toBe('damaged'));
    expect(faultOnOpening().message).toContain('Restore it from a backup');
  });

  it('[S3] a database with pages written over is refused and not touched', () => {
    fillDatabase();
    const bytes = readFileSync(databaseFile);
    bytes.fill(0x5a, 16 * 4096, 18 * 4096);
    writeFileSync(databaseFile, bytes);
    nothingChanges(() => {
      const fault = faultOnOpening();
      expect(fault.code).toBe('damaged');
      expect(fault.cause).toBeDefined();
    });
  });

  it('[S3] a write-ahead log without its database is refused', () => {
    writeFileSync(join(path, 'windchime.db-wal'), 'left behind');
    expect(faultOnOpening().code).toBe('damaged');
    expect(existsSync(databaseFile)).toBe(false);
  });

  it('[S3] what a start that was killed left unfinished is made anew', () => {
    writeFileSync(join(path, 'windchime.db.unfinished'), 'half a database');
    openDatabase(path).close();
    expect(readdirSync(path)).not.toContain('windchime.db.unfinished');
  });

  it('[S3] a folder below a file, or where none can be made, is refused as not writable', () => {
    writeFileSync(join(path, 'file'), '');
    expect(faultOnOpening(join(path, 'file', 'data')).code).toBe('notWritable');
    expect(faultOnOpening(join(path, 'file')).code).toBe('notWritable');
    expect(faultOnOpening('/proc/none/data').code).toBe('notWritable');
  });

  it('[S3] a folder its user may not write is refused, and one they may not even see', () => {
    const locked = join(path, 'locked');
    mkdirSync(locked);
    chmodSync(path, 0o755);
    for (const mode of [0o555, 0o000]) {
      chmodSync(locked, mode);
      const fault = asOrdinaryUser(() => faultOnOpening(locked));
      expect(fault.code).toBe('notWritable');
      expect(fault.message).toContain(locked);
    }
    expect(asOrdinaryUser(() => faultOnOpening(join(locked, 'data'))).code).toBe('notWritable');
    chmodSync(locked, 0o755);
    expect(readdirSync(locked)).toEqual([]);
  });

  it('[S3] two servers never share a folder, and it is free again when the first has closed', () => {
    const first = openDatabase(path);
    const fault = faultOnOpening();
    expect(fault.code).toBe('inUse');
    expect(fault.message).toContain(path);
    first.close();
    openDatabase(path).close();
  });

  it('[S3] after every refusal the folder is free again', () => {
    fillDatabase();
    const whole = readFileSync(databaseFile);
    truncateSync(databaseFile, 0);
    expect(faultOnOpening().code).toBe('damaged');
    writeFileSync(databaseFile, whole);
    openDatabase(path).close();
  });
});

describe('the shape of the database', () => {
  /** The number of the shape this server speaks, and of two that a later one might. */
  const now = MIGRATIONS.length;
  const [next, afterNext] = [now + 1, now + 2];
  const copyBefore = (number: number) => `windchime.before-${String(number).padStart(4, '0')}.db`;
  const goodNext: Migration = {
    number: next,
    name: 'a next step',
    sql: 'ALTER TABLE sessions ADD COLUMN colour TEXT',
  };
  const third: Migration = {
    number: afterNext,
    name: 'one after it',
    sql: 'CREATE TABLE third (x INTEGER) STRICT',
  };
  it('[S4] migrations are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('[S4] a new database is made in the newest shape, without a copy', () => {
    openDatabase(path, [...MIGRATIONS, goodNext]).close();
    expect(versionOf(databaseFile)).toBe(next);
    expect(copies()).toEqual([]);
  });

  it('[S4] an older database is copied whole, then brought forward with everything in it', () => {
    fillDatabase();
    const log = new SqliteLog(openDatabase(path, [...MIGRATIONS, goodNext, third]));
    expect(log.openSessions()[0]?.entries).toHaveLength(2);
    expect(log.lineOf(SESSION, ANNA)).toHaveLength(4000);
    log.close();
    expect(versionOf(databaseFile)).toBe(afterNext);
    expect(copies()).toEqual([copyBefore(next)]);
    const copy = join(path, copyBefore(next));
    expect(versionOf(copy)).toBe(now);
    const old = new DatabaseSync(copy, { readOnly: true });
    expect(old.prepare('SELECT count(*) AS notes FROM line_entries').get()).toEqual({ notes: 4000 });
    old.close();
  });

  it('[S4] opening again in the same shape makes no copy', () => {
    fillDatabase();
    openDatabase(path).close();
    expect(copies()).toEqual([]);
  });

  it('[S4] a step that fails leaves the database as it was, and the steps before it done', () => {
    fillDatabase();
    const bad: Migration = {
      number: afterNext,
      name: 'a bad step',
      sql: 'CREATE TABLE half (x INTEGER) STRICT; NONSENSE',
    };
    const fault = faultOnOpening(path, [...MIGRATIONS, goodNext, bad]);
    expect(fault.message).toContain('a bad step');
    expect(versionOf(databaseFile)).toBe(next);
    const log = new SqliteLog(openDatabase(path, [...MIGRATIONS, goodNext]));
    expect(log.lineOf(SESSION, ANNA)).toHaveLength(4000);
    log.close();
  });

  it('[S4] only the newest copy stays: older ones hold what people may have taken back since', () => {
    fillDatabase();
    openDatabase(path, [...MIGRATIONS, goodNext]).close();
    openDatabase(path, [...MIGRATIONS, goodNext, third]).close();
    expect(copies()).toEqual([copyBefore(afterNext)]);
    expect(versionOf(join(path, copyBefore(afterNext)))).toBe(next);
  });
});

describe('the store as built, opening a data folder', () => {
  let built: BuiltStore;
  beforeAll(async () => {
    built = await buildStore();
  }, 60_000);
  afterAll(() => built.remove());

  const other = () =>
    spawnSync(process.execPath, [built.childPath, path, '1', '3'], { encoding: 'utf8', timeout: 15_000 });
  const open = () => openStore({ dataDir: path, workerUrl: built.workerUrl });

  it('[S3] the fault comes through the thread with its code, and the thread ends', async () => {
    writeFileSync(databaseFile, 'no database');
    expect(await codeOf(open())).toBe('damaged');
    expect(await codeOf(open())).toBe('damaged');
  });

  it('[S3] a folder that another process uses is refused, and free when that process is gone', async () => {
    const store = await open();
    const refused = other();
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('inUse');
    expect(refused.stdout).not.toContain('ready');
    await store.close();
    expect(other().stdout).toContain('closed');
    // What a plain copy of the database would miss: nothing.
    expect(statSync(join(path, 'windchime.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const again = await open();
    expect(await again.openSessions()).toHaveLength(1);
    await again.close();
  });
});
