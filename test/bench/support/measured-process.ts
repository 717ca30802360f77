import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A server under measurement, in a process of its own. */
export interface Measured {
  readonly child: ChildProcess;
  /** Lines it printed so far match; resolves with the first match of `pattern`. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Processor time it has used, ms, all threads. */
  cpuMs(): number;
  stop(): Promise<void>;
}

export function startMeasured(script: string, env: Readonly<Record<string, string>> = {}): Measured {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const waiting: { pattern: RegExp; found: (match: RegExpMatchArray) => void }[] = [];
  const look = () => {
    for (const { pattern, found } of waiting) {
      const match = printed.match(pattern);
      if (match) found(match);
    }
  };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      look();
    });
  return {
    child,
    line: (pattern) =>
      new Promise((found, reject) => {
        waiting.push({ pattern, found });
        look();
        child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${printed}`)));
        setTimeout(
          () => reject(new Error(`No line like ${pattern} from ${script}:\n${printed}`)),
          15_000,
        ).unref();
      }),
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    stop: () =>
      new Promise((stopped) => {
        if (child.exitCode !== null) return stopped();
        child.once('exit', () => stopped());
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      }),
  };
}

/** From /proc: user and system time in clock ticks of 10 ms (Linux). */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
