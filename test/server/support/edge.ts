import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type App, type AppDeps, startApp } from '../../../server/app.ts';
import type { CompanyCall } from '../../../server/company/company-call.ts';
import { createServerClock } from '../../../server/clock.ts';
import { createLog } from '../../../server/config/log.ts';
import type { Config } from '../../../server/config/settings.ts';
import { roomMs } from '../../../shared/base/units.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

/** A whole server on a free port of this machine, with its real sockets and clock and a store in memory. */
export interface Edge {
  readonly app: App;
  readonly origin: string;
  readonly store: MemoryStore;
  /** Lines of its log, in order. */
  readonly logLines: readonly string[];
  /** The start code shown to the operator, if there was no account at the start. */
  readonly startCodes: readonly string[];
  readonly companyCalls: readonly CompanyCall[];
  /** Moves the clock of every limit (not the room's) on. */
  skipMs(ms: number): void;
  close(): Promise<void>;
}

export interface EdgeOptions {
  readonly config?: Partial<Config>;
  readonly store?: MemoryStore;
  /** Files of a page, by path. */
  readonly page?: Readonly<Record<string, string | Buffer>>;
  readonly deps?: Partial<AppDeps>;
}

export const PLAIN_CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: 'unused',
  publicOrigin: undefined,
  tls: undefined,
  trustedProxies: [],
  logLevel: 'debug',
  serviceName: 'test',
};

export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const store = options.store ?? createMemoryStore();
  const clientDir = await mkdtemp(join(tmpdir(), 'windchime-page-'));
  await writePage(clientDir, options.page ?? {});
  const logLines: string[] = [];
  const startCodes: string[] = [];
  const companyCalls: CompanyCall[] = [];
  let skippedMs = 0;
  const app = await startApp({
    config: { ...PLAIN_CONFIG, ...options.config },
    store,
    clock: createServerClock({
      wallMs: () => Date.now(),
      monotonicMs: () => performance.now(),
      notBefore: roomMs(0),
    }),
    key: new Uint8Array(32).fill(7),
    clientDir,
    monotonicMs: () => performance.now() + skippedMs,
    wallMs: () => Date.now(),
    // As the real one in everything but what it costs.
    passwordCost: { memoryKib: 64, passes: 1 },
    operatorResets: { find: async () => undefined, use: async () => false },
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    log: createLog('debug', 'test', { write: (line) => logLines.push(line) }),
    onStartLink: (link) => startCodes.push(link.slice(link.lastIndexOf('/') + 1)),
    startCompany: (call) => {
      companyCalls.push(call);
      return () => {};
    },
    ...options.deps,
  });
  let closing: Promise<void> | undefined;
  return {
    app,
    origin: app.origin,
    store,
    logLines,
    startCodes,
    companyCalls,
    skipMs: (ms) => {
      skippedMs += ms;
    },
    close: () => (closing ??= app.close().then(() => rm(clientDir, { recursive: true, force: true }))),
  };
}

async function writePage(folder: string, page: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(page)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
