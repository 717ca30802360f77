import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from './database.ts';
import { faultOf } from './fault-of.ts';
import { StoreFault } from './store-fault.ts';

/** The files of a data folder. */
export interface DataFiles {
  readonly folder: string;
  readonly database: string;
  readonly wal: string;
  /** A database being made; it gets its name only when it is whole. */
  readonly unfinished: string;
  readonly lock: string;
}

export function dataFiles(folder: string): DataFiles {
  const database = join(folder, 'windchime.db');
  return {
    folder,
    database,
    wal: `${database}-wal`,
    unfinished: join(folder, 'windchime.db.unfinished'),
    lock: join(folder, 'windchime.lock'),
  };
}

/** Makes the folder, for its owner only, if it is not there. Throws `notWritable`. */
export function makeFolder(folder: string): void {
  try {
    makePath(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const fault = faultOf(cause, folder);
    if (fault.code === 'full') throw fault;
    throw new StoreFault(
      'notWritable',
      `The data folder ${folder} cannot be written. Check its owner.`,
      cause,
    );
  }
}

/** Step by step: Node's own way of making a whole path never ends where the file system makes no folders (/proc). */
function makePath(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makePath(above);
  mkdirSync(path, { mode: 0o700 });
}

/**
 * Takes the folder for this server alone; returns the function that gives it back. Throws `inUse`.
 *
 * The lock is an empty SQLite database held in an exclusive transaction, that is, the system's own lock on a file: it
 * ends with the process, however the process ends. The database beside it stays readable for a backup.
 *
 * Beware: on POSIX a process loses its locks on a file when it closes *any* handle to it. Nothing in this process may
 * open the lock or the database but SQLite.
 */
export function lockFolder({ folder, lock }: DataFiles): () => void {
  let held: Database | undefined;
  try {
    held = new Database(lock);
    held.exec('PRAGMA journal_mode = MEMORY');
    held.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    held?.close();
    const fault = faultOf(cause, lock);
    if (fault.code !== 'inUse') throw fault;
    throw new StoreFault('inUse', `Another server is using the data folder ${folder}. Stop it first.`, cause);
  }
  const lockHeld = held;
  return () => lockHeld.close();
}

/** Makes the names in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  syncFile(folder);
}

/** Syncs a file or folder that SQLite does not hold open. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes a database that nobody uses, with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}
