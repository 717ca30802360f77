import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accountCommand, becomeOwnerOf } from './account-command.ts';
import { type App, startApp } from './app.ts';
import { createServerClock } from './clock.ts';
import { startCompany } from './company/start-company.ts';
import { readOrMakeKey } from './config/key-file.ts';
import { createLog, type Log, tellFault } from './config/log.ts';
import { originOf, readConfig } from './config/read-config.ts';
import type { Config } from './config/settings.ts';
import { StartFault } from './config/start-fault.ts';
import { FULL_COST } from './http/staff/passwords.ts';
import { createSecrets } from './room/secrets.ts';
import { openStore } from './store/open-store.ts';
import { createOperatorResets } from './store/operator-resets.ts';
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
  let startLink: string | undefined;
  const app = await startApp({
    config,
    store,
    clock,
    key: await readOrMakeKey(config.dataDir),
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    monotonicMs,
    wallMs: () => Date.now(),
    after: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    passwordCost: FULL_COST,
    operatorResets: createOperatorResets(config.dataDir, () => Date.now()),
    log,
    onStartLink(link) {
      startLink = link;
    },
    startCompany,
  });
  const lines = [`Windchime is at ${app.origin}`];
  if (startLink !== undefined) {
    lines.push(`To make the first account: ${startLink}`);
    lines.push('(This link works once. Whoever follows it is the first facilitator and admin.)');
  }
  say(lines.join('\n'));
  return app;
}

/** `node main.js account ...`: for the operator, beside a server that may be running. */
function doAccountCommand(config: Config, words: readonly string[]): never {
  becomeOwnerOf(config.dataDir);
  const { isDone, lines } = accountCommand(words, {
    dataDir: config.dataDir,
    origin: originOf(config, config.port),
    // Tokens and hashes need no key.
    secrets: createSecrets(new Uint8Array(32)),
    wallMs: () => Date.now(),
  });
  if (!isDone) giveUp(lines);
  for (const line of lines) say(line);
  process.exit(0);
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
const [command, ...words] = process.argv.slice(2);
const isTerminal = process.stdout.isTTY;
const log = createLog(config.logLevel ?? (isTerminal ? 'warn' : 'info'), config.serviceName, process.stdout);
try {
  if (command === 'account') doAccountCommand(config, words);
  stopOnSignal(await start(config, log), log);
} catch (fault) {
  if (fault instanceof StartFault || fault instanceof StoreFault)
    giveUp([`Windchime cannot start. ${fault.message}`]);
  log('error', 'startFault', tellFault(fault));
  giveUp([
    'Windchime cannot start, for a reason it does not know. Its log says where in the program it was.',
  ]);
}
