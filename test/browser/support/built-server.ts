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
  /** The link with which the first account is made, as the operator reads it. Fails where there was an account already. */
  startLink(): string;
  /** The code in it; undefined where there was an account already. */
  startCode(): string | undefined;
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
        return ADDRESS.test(said.slice(begun));
      },
      { what: 'the server says where it is' },
    );
    return Number(
      /"port":(\d+)/.exec(said.slice(begun))?.[1] ?? /localhost:(\d+)/.exec(said.slice(begun))?.[1],
    );
  };

  const port = await start(Number(settings['PORT'] ?? 0));
  return {
    origin: ADDRESS.exec(said)?.[1] ?? '',
    port,
    dataDir,
    output: () => said,
    startLink() {
      const link = linkIn(said);
      if (link === undefined) throw new Error(`The server printed no start link:\n${said}`);
      return link;
    },
    startCode: () => linkIn(said)?.replace(/^.*\//, ''),
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

const ADDRESS = /^Windchime is at (\S+)$/m;

/** The last one printed: each start without an account has its own. */
const linkIn = (text: string): string | undefined => text.match(/https?:\/\/\S+#\/start\/\S+/g)?.at(-1);

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
