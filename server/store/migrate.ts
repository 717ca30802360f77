import { readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from './database.ts';
import { type DataFiles, removeDatabase, syncFile, syncFolder } from './data-folder.ts';
import { faultOf } from './fault-of.ts';
import type { Migration } from './migrations/migration.ts';
import { StoreFault } from './store-fault.ts';

/** Marks a file as ours, in SQLite's own header: "Wind". */
export const APPLICATION_ID = 0x57_69_6e_64;

/** The number of the last migration a database has; 0 for an empty one. */
export function shapeOf(database: Database): number {
  return database.pragma('user_version');
}

/** Brings a database forward, each step whole or not at all. Throws a StoreFault that names the step. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const from = shapeOf(database);
  for (const { number, name, sql } of migrations.filter((step) => step.number > from)) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${number}; PRAGMA application_id = ${APPLICATION_ID}`);
      database.exec('COMMIT');
    } catch (cause) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw faultOf(cause, `migration ${number}, ${name}`);
    }
  }
}

/**
 * A whole copy of the database beside it, synced, before it is brought forward: `windchime.before-0002.db`. Older
 * copies go then: they hold what people may have taken back since. The copy is written under another name first, so
 * that a half one is never taken for a whole one.
 */
export function copyBefore(database: Database, { folder, database: path }: DataFiles, next: number): string {
  const copy = join(folder, `${basename(path, '.db')}.before-${String(next).padStart(4, '0')}.db`);
  const half = `${copy}.unfinished`;
  try {
    removeDatabase(half);
    database.ask('VACUUM INTO ?', half);
    syncFile(half);
    for (const older of copiesIn(folder, path)) removeDatabase(join(folder, older));
    renameSync(half, copy);
    syncFolder(folder);
  } catch (cause) {
    const { code, message } = faultOf(cause, 'copying the database before bringing it forward');
    throw new StoreFault(code, message, cause);
  }
  return copy;
}

function copiesIn(folder: string, path: string): readonly string[] {
  const stem = `${basename(path, '.db')}.before-`;
  return readdirSync(folder).filter((name) => name.startsWith(stem) && name.endsWith('.db'));
}
