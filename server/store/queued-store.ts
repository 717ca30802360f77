import type { After, Store, StoreHealth } from '../room/ports.ts';
import { faultOf } from './fault-of.ts';
import type { AppendOutcome, LogEngine } from './log-engine.ts';
import { StoreFault } from './store-fault.ts';
import { createWaitingLine, type Waiting } from './waiting-line.ts';

/** Most writes of one transaction: after an outage the queue is stored in pieces, so that none takes long. */
const MAX_COMMIT_WRITES = 2000;
/** A failed commit is tried again after this, then after twice as long, and so on. */
const FIRST_AGAIN_MS = 100;
const LAST_AGAIN_MS = 2000;
/** A disk that has not answered for so long counts as broken: everyone is to be told within 2 s (TRUST R8). */
const STALLED_MS = 1500;

/**
 *            append                      synced
 *   idle ───────────────▶ committing ───────────────▶ idle, or the next commit
 *                             ▲   │ the disk refuses: tell `full` or `broken`, keep everything, in order
 *                             │   ▼
 *                          resting (100 ms, doubled up to 2 s)
 *
 * Group commit: what is queued while a commit runs goes into the next one.
 */
export function createQueuedStore(engine: LogEngine, after: After): Store {
  const line = createWaitingLine();
  const listeners: ((health: StoreHealth) => void)[] = [];
  let health: StoreHealth = { type: 'well' };
  let state: 'idle' | 'committing' | 'resting' = 'idle';
  let againMs = FIRST_AGAIN_MS;
  let stopResting: (() => void) | undefined;
  let closing: Promise<void> | undefined;
  let onDrained: (() => void) | undefined;

  const tell = (next: StoreHealth) => {
    if (next.type === health.type) return;
    health = next;
    for (const listener of listeners) listener(next);
  };

  const start = () => {
    state = 'committing';
    // At the end of this tick, so that what one tick appends is one commit.
    queueMicrotask(() => {
      void commit();
    });
  };

  const commit = async () => {
    const batch = line.next(MAX_COMMIT_WRITES);
    const stopWatch = after(STALLED_MS, () => tell({ type: 'broken', cause: 'The disk does not answer.' }));
    try {
      const outcomes = await engine.commit(batch.map(({ writes }) => writes));
      stopWatch();
      againMs = FIRST_AGAIN_MS;
      line.remove(batch.length);
      tell({ type: 'well' });
      for (const [index, waiting] of batch.entries()) settle(waiting, outcomes[index]);
      goOn();
    } catch (error) {
      stopWatch();
      rest(faultOf(error, 'writing the log'));
    }
  };

  const goOn = () => {
    if (line.isEmpty()) {
      state = 'idle';
      onDrained?.();
    } else start();
  };

  const rest = (fault: StoreFault) => {
    tell(fault.code === 'full' ? { type: 'full' } : { type: 'broken', cause: fault.message });
    if (closing) {
      line.refuseAll(new StoreFault('closed', 'The server stopped before the disk was back.', fault));
      return goOn();
    }
    state = 'resting';
    stopResting = after(againMs, start);
    againMs = Math.min(LAST_AGAIN_MS, againMs * 2);
  };

  const close = async () => {
    if (state === 'resting') {
      stopResting?.();
      start();
    }
    if (state !== 'idle')
      await new Promise<void>((done) => {
        onDrained = done;
      });
    await engine.close();
  };

  return {
    append(writes) {
      if (closing) return Promise.reject(new StoreFault('closed', 'The store is closed.'));
      const kept = line.add(writes);
      if (state === 'idle') start();
      return kept;
    },
    openSessions: () => engine.openSessions(),
    lineOf: (session, member) => engine.lineOf(session, member),
    staffBook: () => engine.staffBook(),
    plansOf: (account) => engine.plansOf(account),
    latestMs: () => engine.latestMs(),
    onHealth(listener) {
      listeners.push(listener);
      if (health.type !== 'well') listener(health);
    },
    close: () => (closing ??= close()),
  };
}

function settle({ keep, refuse }: Waiting, outcome: AppendOutcome | undefined): void {
  if (outcome?.type === 'stored') keep();
  else refuse(new StoreFault('conflict', outcome?.message ?? 'The store gave no answer to this append.'));
}
