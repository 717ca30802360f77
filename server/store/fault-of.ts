import { StoreFault, type StoreFaultCode } from './store-fault.ts';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const SQLITE: Readonly<Record<number, StoreFaultCode>> = {
  5: 'inUse',
  6: 'inUse',
  8: 'notWritable',
  11: 'damaged',
  13: 'full',
  14: 'notWritable',
  26: 'damaged',
};

/** What the file system says, by its own name and by Linux's number, which SQLite passes on. */
const SYSTEM: Readonly<Record<string | number, StoreFaultCode>> = {
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOTDIR: 'notWritable',
  EEXIST: 'notWritable',
  ENOENT: 'notWritable',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  27: 'full',
  28: 'full',
  122: 'full',
};

const PLAIN: Readonly<Record<StoreFaultCode, string>> = {
  newer: 'The database is from a newer version',
  damaged: 'The database is damaged. Restore it from a backup; nothing in it was changed',
  notWritable: 'The data folder cannot be written',
  inUse: 'Another server is using the data folder',
  full: 'The disk is full',
  broken: 'The disk cannot be written',
  conflict: 'What was to be written contradicts what is stored',
  tooMuch: 'Too much is waiting to be written',
  closed: 'The store is closed',
};

/** The fault behind an error of SQLite or of the file system; `doing` names what was being done. */
export function faultOf(error: unknown, doing: string): StoreFault {
  if (error instanceof StoreFault) return error;
  const { sqliteCode, systemErrno, code, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const told =
    SYSTEM[Number(systemErrno)] ?? SQLITE[Number(sqliteCode) & 0xff] ?? SYSTEM[String(code)] ?? 'broken';
  return new StoreFault(told, `${PLAIN[told]} (${doing}: ${String(message)}).`, error);
}

/** Too big, a constraint, a wrong type, a parameter too many. */
const REFUSED_BY_SQLITE = new Set([18, 19, 20, 25]);

/** Whether what was written is at fault and not the disk: trying again would never help. */
export function isWritersFault(error: unknown): boolean {
  if (error instanceof StoreFault) return error.code === 'conflict';
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const { sqliteCode } = (error ?? {}) as { readonly sqliteCode?: unknown };
  return REFUSED_BY_SQLITE.has(Number(sqliteCode) & 0xff);
}
