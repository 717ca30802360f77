import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'windchime-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * All bytes of all files of a folder, one character a byte. Only of a folder no store has open in this process: closing
 * the file here would end the store's lock on it.
 */
export function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

/** The folder as a server would find it that was started after this one was killed now. Copied by another process. */
export function copyOfFolder(from: string): { readonly path: string; remove(): void } {
  const copy = temporaryFolder();
  execFileSync('cp', ['-r', `${from}/.`, copy.path]);
  return copy;
}
