import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A server in a process of its own, as far as the disk sees it. */
export interface StoreChild {
  /** Everything it has said: `ready`, `kept 12`, `health full`, `closed`. */
  readonly said: readonly string[];
  readonly pid: number;
  /** Resolves when it says a line that starts so; rejects when it ends before. */
  until(start: string): Promise<void>;
  /** As a power switch would: SIGKILL. Resolves when it is gone and all it said has been read. */
  kill(): Promise<void>;
  readonly ended: Promise<void>;
}

/** Starts `command` (a child as built, perhaps behind another program) and reads what it says. */
export function startChild(command: string, args: readonly string[]): StoreChild {
  const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const waiting: {
    readonly start: string;
    readonly found: () => void;
    readonly missed: (error: Error) => void;
  }[] = [];
  let complaint = '';
  let hasEnded = false;

  const settle = () => {
    for (const [index, { start, found, missed }] of [...waiting.entries()].toReversed()) {
      const isSaid = said.some((line) => line.startsWith(start));
      if (!isSaid && !hasEnded) continue;
      waiting.splice(index, 1);
      if (isSaid) found();
      else missed(new Error(`The child ended before it said "${start}": ${complaint}`));
    }
  };

  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  if (!child.stdout) throw new Error('The child has no voice');
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    settle();
  });
  const ended = new Promise<void>((done) => {
    child.on('close', () => {
      hasEnded = true;
      settle();
      done();
    });
  });

  return {
    said,
    pid: child.pid ?? 0,
    until: (start) =>
      new Promise((found, missed) => {
        waiting.push({ start, found, missed });
        settle();
      }),
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
    ended,
  };
}
