import { theLog } from './0001-the-log.ts';
import { accounts } from './0002-accounts.ts';
import { whoseSession } from './0003-whose-session.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty file to the shape this server speaks, in order. */
export const MIGRATIONS: readonly Migration[] = [theLog, accounts, whoseSession];
