import { existsSync } from 'node:fs';
import type { AccountRecord } from '../room/account-ports.ts';
import { Database } from './database.ts';
import { dataFiles } from './data-folder.ts';
import { faultOf } from './fault-of.ts';
import { createAccountsRead } from './reading-accounts.ts';

/** How long a lock of the running server is waited for. */
const BUSY_MS = 2000;

/**
 * The accounts of a data folder, read beside a server that may be running; undefined when there is no database yet.
 * Throws a StoreFault.
 */
export function lookAtAccounts(dataDir: string): readonly AccountRecord[] | undefined {
  const { database: path } = dataFiles(dataDir);
  if (!existsSync(path)) return undefined;
  try {
    const database = new Database(path, { isReadOnly: true, busyMs: BUSY_MS });
    try {
      const hasAccounts = database.ask("SELECT 1 FROM sqlite_master WHERE name = 'accounts'") !== undefined;
      return hasAccounts ? createAccountsRead(database).staffBook().accounts : [];
    } finally {
      database.close();
    }
  } catch (cause) {
    throw faultOf(cause, path);
  }
}
