import { chmodSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperatorReset, OperatorResets } from '../room/account-ports.ts';

/**
 * Ways back in that the operator makes while the server runs: the database is the server's alone, so each is a small
 * file beside it, named by the hash of its token. Whoever deletes the file has used it, and only one can.
 */
const fileOf = (dataDir: string, tokenHash: string) => join(dataDir, `reset-${tokenHash}.json`);
const RESET_FILE = /^reset-[0-9a-f]{64}\.json$/;

interface Written extends OperatorReset {
  readonly expiresAtMs: number;
}

/** @param wallMs Unix ms of this machine: the operator's command and the server go by the same clock. */
export function createOperatorResets(dataDir: string, wallMs: () => number): OperatorResets {
  return {
    async find(tokenHash) {
      const text = await readFile(fileOf(dataDir, tokenHash), 'utf8').catch(unlessMissing);
      if (text === undefined) return undefined;
      const { loginKey, isSecondFactorOff, expiresAtMs } = JSON.parse(text) as Written;
      return expiresAtMs > wallMs() ? { loginKey, isSecondFactorOff } : undefined;
    },
    async use(tokenHash) {
      const gone = await unlink(fileOf(dataDir, tokenHash)).then(() => true, unlessMissing);
      return gone === true;
    },
  };
}

function unlessMissing(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'ENOENT') throw fault;
}

/** Leaves a way back in for the server to find; those that ran out go. */
export function leaveReset(
  dataDir: string,
  tokenHash: string,
  reset: OperatorReset,
  nowMs: number,
  lifeMs: number,
): void {
  for (const name of readdirSync(dataDir).filter((one) => RESET_FILE.test(one))) {
    const { expiresAtMs } = JSON.parse(readFileSync(join(dataDir, name), 'utf8')) as Written;
    if (!(expiresAtMs > nowMs)) unlinkSync(join(dataDir, name));
  }
  const path = fileOf(dataDir, tokenHash);
  const written: Written = { ...reset, expiresAtMs: nowMs + lifeMs };
  // Under another name until it is whole.
  writeFileSync(`${path}.unfinished`, JSON.stringify(written), { mode: 0o600 });
  chmodSync(`${path}.unfinished`, 0o600);
  renameSync(`${path}.unfinished`, path);
}
