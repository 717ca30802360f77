import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, startApp } from './app.ts';
import { createServerClock } from './clock.ts';
import { startCompany } from './company/start-company.ts';
import { readOrMakeKey } from './config/key-file.ts';
import { createLog, type Log, tellFault } from './config/log.ts';
import { readConfig } from './config/read-config.ts';
import type { Config } from './config/settings.ts';
import { StartFault } from './config/start-fault.ts';
import { openStore } from './store/open-store.ts';
import { StoreFault } from './store/store-fault.ts';

/** The program: settings, store, server; a line for its operator; and a calm end. */

/** A host allows 20 s for stopping; what is not done then is not going to be. */
const STOP_WITHIN_MS = 18_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const monotonicMs = () => performance.now();

/** One plain sentence for whoever started this, and no stack. */
function giveUp(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

function settings(): Config {
  const read = readConfig(process.env, canRead);
  if ('config' in read) return read.config;
  return giveUp([
    'Windchime cannot start, because of its settings:',
    ...read.mistakes.map(({ words }) => `  - ${words}`),
  ]);
}

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

async function start(config: Config, log: Log): Promise<App> {
  const store = await openStore({ dataDir: config.dataDir });
  const clock = createServerClock({
    wallMs: () => Date.now(),
    monotonicMs,
    notBefore: await store.latestMs(),
  });
  let links = 0;
  return startApp({
    config,
    store,
    clock,
    key: await readOrMakeKey(config.dataDir),
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    monotonicMs,
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    log,
    onStartLink(link) {
      links++;
      if (links === 1) say(`Windchime is at ${new URL(link).origin}`);
      say(`${links === 1 ? 'To open a room' : 'The link was used. For someone else'}: ${link}`);
      say('(This link works once. Give it to the facilitator only.)');
    },
    startCompany,
  });
}

/** The first signal lets everyone know and closes; a second one ends at once. */
function stopOnSignal(app: App, log: Log): void {
  let isStopping = false;
  const stop = (exitCode: number) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(exitCode),
      (fault: unknown) => {
        log('error', 'stopFault', tellFault(fault));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => {
    if (!isStopping) say('Stopping. (Once more: at once.)');
    stop(0);
  });
  process.on('unhandledRejection', (fault) =>
    log('error', 'bug', { during: 'promise', ...tellFault(fault) }),
  );
  // Nobody can say what state such a bug leaves behind; the log on disk can, and a fresh start comes back with it.
  process.on('uncaughtException', (fault) => {
    log('error', 'bug', { during: 'anywhere', ...tellFault(fault) });
    stop(1);
  });
}

const config = settings();
const isTerminal = process.stdout.isTTY;
const log = createLog(config.logLevel ?? (isTerminal ? 'warn' : 'info'), config.serviceName, process.stdout);
try {
  stopOnSignal(await start(config, log), log);
} catch (fault) {
  if (fault instanceof StartFault || fault instanceof StoreFault)
    giveUp([`Windchime cannot start. ${fault.message}`]);
  log('error', 'startFault', tellFault(fault));
  giveUp([
    'Windchime cannot start, for a reason it does not know. Its log says where in the program it was.',
  ]);
}
