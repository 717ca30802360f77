import { Worker } from 'node:worker_threads';
import type { CompanyCall, CompanyMessage } from './company-call.ts';

/** Built beside the program; the name is in vite.config.ts. */
const WORKER = new URL('./company-worker.js', import.meta.url);

let thread: Worker | undefined;

/** Simulated musicians set out for a room; returns the function that calls them back. One thread serves all rooms. */
export function startCompany(call: CompanyCall): () => void {
  const worker = (thread ??= createThread());
  const tell = (message: CompanyMessage) => worker.postMessage(message);
  tell({ type: 'come', call });
  return () => tell({ type: 'goHome', session: call.session });
}

function createThread(): Worker {
  const worker = new Worker(WORKER);
  // The company is a courtesy: its thread never keeps the server alive, and its end is no fault of the room.
  worker.unref();
  worker.on('error', () => {
    thread = undefined;
  });
  return worker;
}
