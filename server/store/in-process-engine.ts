import type { After } from '../room/ports.ts';
import { keepCheckpoints } from './checkpoints.ts';
import type { LogEngine } from './log-engine.ts';
import type { SqliteLog } from './sqlite-log.ts';

/** The log in this very thread: what the worker runs, and what tests run without one. */
export function createInProcessEngine(log: SqliteLog, after: After): LogEngine {
  const checkpoints = keepCheckpoints(log, after);
  return {
    async commit(appends) {
      const outcomes = log.commit(appends);
      checkpoints.onCommit();
      return outcomes;
    },
    openSessions: async () => log.openSessions(),
    lineOf: async (session, member) => log.lineOf(session, member),
    staffBook: async () => log.staffBook(),
    plansOf: async (account) => log.plansOf(account),
    latestMs: async () => log.latestMs(),
    async close() {
      checkpoints.stop();
      log.close();
    },
  };
}
