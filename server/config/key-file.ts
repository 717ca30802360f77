import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from './start-fault.ts';

const KEY_BYTES = 32;
export const KEY_FILE = 'server.key';

/**
 * The server's own key, made once and kept in the data folder for this program's eyes only. With it, codes and
 * invitations of open rooms can be shown again after a restart, without lying readable in the database.
 */
export async function readOrMakeKey(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, KEY_FILE);
  const known = await readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw new StartFault(
      `The key file ${path} cannot be read (${fault.code}). Give this program the right to read it.`,
    );
  });
  if (known === undefined) return makeKey(path);
  if (known.length !== KEY_BYTES) {
    throw new StartFault(
      `The key file ${path} is damaged: it has ${known.length} bytes, not ${KEY_BYTES}. Put it back from a backup; or ` +
        'move it away, then a new one is made and open rooms get new codes.',
    );
  }
  return known;
}

async function makeKey(path: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(key);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    throw new StartFault(
      `The key file ${path} cannot be written (${code}). Let this program write to its data folder.`,
    );
  }
  return key;
}
