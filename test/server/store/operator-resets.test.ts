import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountCommand } from '../../../server/account-command.ts';
import { createSecrets } from '../../../server/room/secrets.ts';
import { createOperatorResets, leaveReset } from '../../../server/store/operator-resets.ts';
import { accountOf, accountWrite, OLES } from '../support/account-writes.ts';
import { temporaryFolder } from '../support/data-folder.ts';
import { hashOf } from '../support/log-writes.ts';
import { openSqliteStore } from '../support/sqlite-store.ts';
import { createVirtualTime } from '../support/virtual-time.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const ida = { loginKey: 'ida', isSecondFactorOff: false };

describe('Ways back in that the operator leaves', () => {
  it('are found by the hash of their token until their time, and used by one of many', async () => {
    let nowMs = 1000;
    const resets = createOperatorResets(folder.path, () => nowMs);
    expect(await resets.find(hashOf('a'))).toBeUndefined();
    expect(await resets.use(hashOf('a'))).toBe(false);
    leaveReset(folder.path, hashOf('a'), ida, nowMs, 60);
    nowMs = 1059;
    expect(await resets.find(hashOf('a'))).toEqual(ida);
    const used = await Promise.all(Array.from({ length: 5 }, () => resets.use(hashOf('a'))));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await resets.find(hashOf('a'))).toBeUndefined();
    leaveReset(folder.path, hashOf('b'), ida, nowMs, 60);
    nowMs = 1119;
    expect(await resets.find(hashOf('b'))).toBeUndefined();
  });

  it("are for the server's eyes only, and those that ran out go with the next", () => {
    leaveReset(folder.path, hashOf('a'), ida, 1000, 60);
    const [name = ''] = readdirSync(folder.path);
    expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
    leaveReset(folder.path, hashOf('b'), ida, 1060, 60);
    expect(readdirSync(folder.path)).toEqual([`reset-${hashOf('b')}.json`]);
  });

  it('other files in the folder are left alone', () => {
    writeFileSync(join(folder.path, 'reset-notes.json'), 'mine');
    leaveReset(folder.path, hashOf('a'), ida, 1000, 60);
    expect(readdirSync(folder.path)).toContain('reset-notes.json');
  });
});

describe('The account command', () => {
  const command = (...words: string[]) =>
    accountCommand(words, {
      dataDir: folder.path,
      origin: 'https://music.example.org',
      secrets: createSecrets(new Uint8Array(32)),
      wallMs: () => 1000,
    });

  it('says how it is used, and does nothing, for anything else', () => {
    for (const words of [[], ['reset'], ['delete', 'ida'], ['reset', 'ida', '--now'], ['list', 'ida']]) {
      const { isDone, lines } = command(...words);
      expect(isDone).toBe(false);
      expect(lines[0]).toBe('This is how:');
    }
    expect(command('list').lines).toEqual([`There is no account in ${folder.path} yet.`]);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('lists accounts and makes a link, while a server has the folder open', async () => {
    const store = openSqliteStore(folder.path, createVirtualTime().after);
    expect(command('list').lines).toEqual([`There is no account in ${folder.path} yet.`]);
    const disabled = { ...OLES, isDisabled: true };
    await store.append([accountWrite(accountOf({ sealedSecondFactor: 's' })), accountWrite(disabled)]);
    expect(command('list').lines).toEqual([
      'Ida  facilitator  admin  second factor',
      'Ole  facilitator  disabled',
    ]);
    expect(command('reset', 'nobody')).toMatchObject({ isDone: false });
    expect(command('reset', 'ole')).toMatchObject({ isDone: false });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('reset-'))).toEqual([]);

    const { isDone, lines } = command('reset', 'IDA', '--without-second-factor');
    expect(isDone).toBe(true);
    const [, token = ''] =
      /^A new password for Ida: https:\/\/music\.example\.org\/#\/welcome-staff\/([\w-]{22})$/.exec(
        lines[0] ?? '',
      ) ?? [];
    const { hash } = createSecrets(new Uint8Array(32));
    const found = await createOperatorResets(folder.path, () => 1000).find(hash(token));
    expect(found).toEqual({ loginKey: 'ida', isSecondFactorOff: true });
    await store.append([accountWrite(OLES)]);
    await store.close();
  });
});
