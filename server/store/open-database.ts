import { existsSync, renameSync, statSync } from 'node:fs';
import { Database } from './database.ts';
import {
  type DataFiles,
  lockFolder,
  makeFolder,
  dataFiles,
  removeDatabase,
  syncFolder,
} from './data-folder.ts';
import { faultOf } from './fault-of.ts';
import { APPLICATION_ID, copyBefore, migrate, shapeOf } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { StoreFault } from './store-fault.ts';

/** A database that is ours alone, sound, and of the shape this server speaks. */
export interface OpenDatabase {
  readonly database: Database;
  readonly files: DataFiles;
  /** Closes it and gives the folder back. */
  close(): void;
}

/** How long to wait for someone who is reading (a backup): at the start, and then with notes waiting behind. */
const BUSY_AT_START_MS = 2000;
const BUSY_MS = 50;

/**
 * Opens the database of a data folder, or makes it if the folder has none. Throws a StoreFault: `notWritable`,
 * `inUse`, `newer`, `damaged`, `full`. What is there is never replaced by something fresh.
 */
export function openDatabase(folder: string, migrations: readonly Migration[] = MIGRATIONS): OpenDatabase {
  const files = dataFiles(folder);
  makeFolder(folder);
  const unlock = lockFolder(files);
  try {
    if (!existsSync(files.database)) makeDatabase(files, migrations);
    else inspect(files, migrations);
    const database = openReady(files, migrations);
    return {
      database,
      files,
      close: () => {
        database.close();
        unlock();
      },
    };
  } catch (cause) {
    unlock();
    throw faultOf(cause, files.database);
  }
}

/** Under another name until it is whole, so that an empty or half database under its own name is always damage. */
function makeDatabase(files: DataFiles, migrations: readonly Migration[]): void {
  if (existsSync(files.wal))
    throw new StoreFault('damaged', `${files.database} is gone but ${files.wal} is there. Restore both.`);
  removeDatabase(files.unfinished);
  const database = new Database(files.unfinished);
  try {
    database.exec('PRAGMA synchronous = FULL');
    migrate(database, migrations);
  } finally {
    database.close();
  }
  renameSync(files.unfinished, files.database);
  syncFolder(files.folder);
}

/** Reads only: even closing a damaged database that was opened for writing would move its WAL into it. */
function inspect(files: DataFiles, migrations: readonly Migration[]): void {
  if (statSync(files.database).size === 0)
    throw new StoreFault('damaged', `${files.database} is empty. Restore it from a backup.`);
  const database = new Database(files.database, { isReadOnly: true, busyMs: BUSY_AT_START_MS });
  try {
    refuseStrange(database, files, migrations.at(-1)?.number ?? 0);
    refuseDamaged(database, files);
  } finally {
    database.close();
  }
}

function openReady(files: DataFiles, migrations: readonly Migration[]): Database {
  const database = new Database(files.database, { busyMs: BUSY_AT_START_MS });
  try {
    settings(database);
    const from = shapeOf(database);
    const next = migrations.find((step) => step.number > from);
    if (next) {
      copyBefore(database, files, next.number);
      migrate(database, migrations);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Every commit synced (FULL; in WAL mode the default lets a power cut take the last ones). Deleted bytes are
 * overwritten, and no temporary file is made, for there is no other place where words or notes may lie. Checkpoints
 * are ours to time (`keepCheckpoints`).
 */
function settings(database: Database): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA busy_timeout = ${BUSY_MS};
  `);
}

function refuseStrange(database: Database, { database: path }: DataFiles, newest: number): void {
  if (database.pragma('application_id') !== APPLICATION_ID)
    throw new StoreFault('damaged', `${path} is not a database of this program. Nothing in it was changed.`);
  const shape = shapeOf(database);
  if (shape > newest)
    throw new StoreFault(
      'newer',
      `${path} was written by a newer version (shape ${shape}; this one knows ${newest}). Nothing in it was changed.`,
    );
}

function refuseDamaged(database: Database, { database: path }: DataFiles): void {
  const found = database.ask('PRAGMA quick_check(1)') as { readonly quick_check: string };
  if (found.quick_check !== 'ok')
    throw new StoreFault(
      'damaged',
      `${path} is damaged. Restore it from a backup; nothing in it was changed.`,
      found.quick_check,
    );
}
