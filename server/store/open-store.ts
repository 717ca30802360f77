import type { After, Store } from '../room/ports.ts';
import { createQueuedStore } from './queued-store.ts';
import { startThreadedEngine } from './threaded-engine.ts';

export interface OpenStore {
  /** Made if it is not there. Holds the database and everything that belongs to it. */
  readonly dataDir: string;
  /** The built `worker.ts`; by default the one beside the built server. */
  readonly workerUrl?: URL;
}

/**
 * The store of a data folder, in a thread of its own. Rejects with a StoreFault whose message is for the operator:
 * `notWritable`, `inUse`, `newer`, `damaged`, `full`. What is there is never replaced by something fresh.
 */
export async function openStore({ dataDir, workerUrl = besideServer() }: OpenStore): Promise<Store> {
  return createQueuedStore(await startThreadedEngine(workerUrl, dataDir), after);
}

const besideServer = () => new URL('store-worker.js', import.meta.url);

const after: After = (delayMs, task) => {
  const timer = setTimeout(task, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};
