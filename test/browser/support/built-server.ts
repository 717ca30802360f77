import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** The program people start, as it was built. */
export const MAIN = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url));

export interface ServerOptions {
  readonly dataDir?: string;
  /** Further settings, as an operator would write them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A started server with a data folder of its own. */
export interface BuiltServer {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  /** Everything it has said so far, over all its starts. */
  output(): string;
  /** A one-time link for a facilitator: a fresh one, or the last again if nobody used it. */
  startLink(): Promise<string>;
  /** `kill -9`: no goodbye. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts the same program anew on the same port and data folder. */
  startAgain(): Promise<void>;
  /** Ends it and takes its folder away. */
  close(): Promise<void>;
}

/** A folder that goes with the test. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'windchime-test-'));

/** Starts the built program the way an operator does and waits until it says where it is. */
export async function startServer({
  dataDir = newFolder(),
  settings = {},
}: ServerOptions = {}): Promise<BuiltServer> {
  let said = '';
  let child: ChildProcess;
  let linksGiven = 0;

  const start = async (port: number) => {
    const begun = said.length;
    child = startProgram(
      { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'info', ...settings },
      (text) => {
        said += text;
      },
    );
    await until(
      () => {
        if (child.exitCode !== null) throw new Error(`The server ended by itself:\n${said.slice(begun)}`);
        return said.slice(begun).includes('#/start/');
      },
      { what: 'the server says where it is' },
    );
    linksGiven = linksIn(said.slice(0, begun)).length;
    return Number(
      /"port":(\d+)/.exec(said.slice(begun))?.[1] ?? /localhost:(\d+)/.exec(said.slice(begun))?.[1],
    );
  };

  const port = await start(Number(settings['PORT'] ?? 0));
  return {
    origin: new URL(linksIn(said)[0] ?? '').origin,
    port,
    dataDir,
    output: () => said,
    async startLink() {
      const fresh = until(() => linksIn(said).length > linksGiven, { withinMs: 3000 });
      await fresh.catch(() => undefined);
      linksGiven = linksIn(said).length;
      return linksIn(said).at(-1) ?? '';
    },
    kill: () => end(child, 'SIGKILL'),
    async startAgain() {
      await start(port);
    },
    async close() {
      await end(child, 'SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const linksIn = (text: string): readonly string[] => text.match(/https?:\/\/\S+#\/start\/\S+/g) ?? [];

/** The program with these settings and nothing else of this process's environment but the path. */
export function startProgram(
  settings: Readonly<Record<string, string>>,
  onText: (text: string) => void,
): ChildProcess {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...settings } });
  child.stdout.on('data', (chunk: Buffer) => onText(String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => onText(String(chunk)));
  return child;
}

/** Ends a process started here, and waits for its end. */
export async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await ended;
}
