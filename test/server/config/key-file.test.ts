import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_FILE, readOrMakeKey } from '../../../server/config/key-file.ts';

describe('The key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'windchime-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for this program’s eyes only, and read from then on', async () => {
    const key = await readOrMakeKey(folder);
    expect(key).toHaveLength(32);
    expect(new Set(key).size).toBeGreaterThan(8);
    expect((await stat(join(folder, KEY_FILE))).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readOrMakeKey(folder)).equals(Buffer.from(key))).toBe(true);
  });

  it('that is damaged stops the start, with what to do, and is left as it is', async () => {
    await writeFile(join(folder, KEY_FILE), 'short');
    await expect(readOrMakeKey(folder)).rejects.toThrow(
      /is damaged: it has 5 bytes, not 32. Put it back from a backup/,
    );
    expect(await readFile(join(folder, KEY_FILE), 'utf8')).toBe('short');
  });

  it('that cannot be written or read stops the start, with what to do', async () => {
    await expect(readOrMakeKey(join(folder, 'nowhere'))).rejects.toThrow(/cannot be written \(ENOENT\)/);
    await rm(join(folder, KEY_FILE), { force: true });
    await import('node:fs/promises').then(({ mkdir }) => mkdir(join(folder, KEY_FILE)));
    await expect(readOrMakeKey(folder)).rejects.toThrow(/cannot be read \(EISDIR\)/);
    await chmod(join(folder, KEY_FILE), 0o700);
  });
});
