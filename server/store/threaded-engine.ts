import { Worker } from 'node:worker_threads';
import type { LineEntry } from '../../shared/event/entry.ts';
import type { RoomMs } from '../../shared/base/units.ts';
import type { KeptPlan } from '../../shared/wire/account.ts';
import type { StaffBook } from '../room/account-ports.ts';
import type { StoredSession } from '../room/ports.ts';
import type { AppendOutcome, LogEngine } from './log-engine.ts';
import { StoreFault } from './store-fault.ts';
import { type Answer, faultOfAnswer, type Question, type WorkerData } from './worker-messages.ts';

/** One running thread and the questions it has not answered yet. */
interface Thread {
  ask(question: Question): Promise<unknown>;
  /** Resolves when the thread has ended. */
  readonly ended: Promise<void>;
}

/**
 * The log in a worker thread, since a checkpoint can hold its thread for ten milliseconds. If the thread dies, what it
 * had not answered rejects as `broken` and the next question starts a new one; a commit whose answer was lost can be
 * sent again, for a repeat is stored once.
 */
export async function startThreadedEngine(workerUrl: URL, dataDir: string): Promise<LogEngine> {
  let opening: Promise<Thread> | undefined;

  const open = async (): Promise<Thread> => {
    // Not before its end: until then it may hold the lock.
    const thread = startThread(workerUrl, { dataDir }, () => {
      opening = undefined;
    });
    try {
      await thread.ask({ type: 'open' });
      return thread;
    } catch (error) {
      await thread.ask({ type: 'close' }).catch(() => undefined);
      throw error;
    }
  };

  const ask = async <Found>(question: Question): Promise<Found> => {
    opening ??= open();
    return (await (await opening).ask(question)) as Found;
  };

  opening = open();
  await opening;
  return {
    commit: (appends) => ask<readonly AppendOutcome[]>({ type: 'commit', appends }),
    openSessions: () => ask<readonly StoredSession[]>({ type: 'openSessions' }),
    lineOf: (session, member) => ask<readonly LineEntry[]>({ type: 'lineOf', session, member }),
    staffBook: () => ask<StaffBook>({ type: 'staffBook' }),
    plansOf: (account) => ask<readonly KeptPlan[]>({ type: 'plansOf', account }),
    latestMs: () => ask<RoomMs>({ type: 'latestMs' }),
    async close() {
      const thread = await opening;
      await thread?.ask({ type: 'close' });
      await thread?.ended;
    },
  };
}

function startThread(workerUrl: URL, workerData: WorkerData, onExit: () => void): Thread {
  const worker = new Worker(workerUrl, { workerData, name: 'store' });
  const waiting: { done: (value: unknown) => void; fail: (fault: StoreFault) => void }[] = [];
  let ending: StoreFault | undefined;

  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if (answer.type === 'done') asked?.done(answer.value);
    else asked?.fail(faultOfAnswer(answer));
  });

  const end = (cause: unknown) => {
    ending ??= new StoreFault('broken', "The store's thread has ended.", cause);
    for (const asked of waiting.splice(0)) asked.fail(ending);
  };
  worker.on('error', end);
  const ended = new Promise<void>((done) => {
    worker.on('exit', (code) => {
      end(new Error(`exit code ${code}`));
      onExit();
      done();
    });
  });

  return {
    ended,
    ask: (question) =>
      new Promise((done, fail) => {
        if (ending) return fail(ending);
        waiting.push({ done, fail });
        worker.postMessage(question);
      }),
  };
}
