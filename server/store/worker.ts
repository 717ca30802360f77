import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { assert, assertNever } from '../../shared/base/assert.ts';
import { faultOf } from './fault-of.ts';
import { createInProcessEngine } from './in-process-engine.ts';
import type { LogEngine } from './log-engine.ts';
import { openDatabase } from './open-database.ts';
import { SqliteLog } from './sqlite-log.ts';
import { type Answer, faultAnswer, type Question, type WorkerData } from './worker-messages.ts';

/** The store's thread: owns the database, answers one question after the other. */
assert(parentPort, 'the store runs as a worker thread');
serve(parentPort, workerData as WorkerData);

function serve(port: MessagePort, { dataDir }: WorkerData): void {
  let engine: LogEngine | undefined;
  let last: Promise<void> = Promise.resolve();

  const answer = async (question: Question): Promise<Answer> => {
    try {
      if (question.type === 'open') {
        engine = createInProcessEngine(new SqliteLog(openDatabase(dataDir)), after);
        return { type: 'done', value: undefined };
      }
      assert(engine, 'the store is opened before anything else');
      return { type: 'done', value: await ask(engine, question) };
    } catch (error) {
      return faultAnswer(faultOf(error, question.type));
    }
  };

  const reply = async (before: Promise<void>, question: Question): Promise<void> => {
    await before;
    port.postMessage(await answer(question));
    if (question.type === 'close') port.close();
  };

  port.on('message', (question: Question) => {
    last = reply(last, question);
  });
}

function ask(engine: LogEngine, question: Exclude<Question, { readonly type: 'open' }>): Promise<unknown> {
  switch (question.type) {
    case 'commit':
      return engine.commit(question.appends);
    case 'openSessions':
      return engine.openSessions();
    case 'lineOf':
      return engine.lineOf(question.session, question.member);
    case 'staffBook':
      return engine.staffBook();
    case 'plansOf':
      return engine.plansOf(question.account);
    case 'latestMs':
      return engine.latestMs();
    case 'close':
      return engine.close();
    default:
      return assertNever(question);
  }
}

function after(delayMs: number, task: () => void): () => void {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
}
