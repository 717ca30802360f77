import type { After, Store } from '../../../server/room/ports.ts';
import { createInProcessEngine } from '../../../server/store/in-process-engine.ts';
import { openDatabase, type OpenDatabase } from '../../../server/store/open-database.ts';
import { createQueuedStore } from '../../../server/store/queued-store.ts';
import { SqliteLog } from '../../../server/store/sqlite-log.ts';

/** The real store over the real disk, in this very thread. */
export function openSqliteStore(dataDir: string, after: After): Store & { readonly open: OpenDatabase } {
  const open = openDatabase(dataDir);
  const store = createQueuedStore(createInProcessEngine(new SqliteLog(open), after), after);
  return { ...store, open };
}
