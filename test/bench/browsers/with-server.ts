import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMeasured } from '../support/measured-process.ts';
import { type BenchRoom, openRoom, signIn } from '../support/open-rooms.ts';

export interface BenchServer {
  readonly origin: string;
  open(bpm: number): Promise<BenchRoom>;
}

/** Runs something against the built server on a data folder of its own, and ends it after. */
export async function withServer<Value>(
  script: string,
  port: number,
  use: (server: BenchServer) => Promise<Value>,
): Promise<Value> {
  const dataDir = mkdtempSync(join(tmpdir(), 'windchime-bench-'));
  const server = startMeasured(script, { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  try {
    const [link] = await server.line(/http:\/\/[^\s]*#\/start\/[\w-]+/);
    const { origin } = new URL(link);
    const staff = await signIn(origin, link);
    return await use({ origin, open: (bpm) => openRoom(origin, staff, bpm) });
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
