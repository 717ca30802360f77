import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveReset } from '../../../../server/store/operator-resets.ts';
import { bytesIn, copyOfFolder, temporaryFolder } from '../../support/data-folder.ts';
import { openSqliteStore } from '../../support/sqlite-store.ts';
import {
  answered,
  firstAccount,
  IDA,
  invitation,
  signIn,
  type StaffAtTest,
  startStaff,
  tokenOf,
} from '../../support/staff-at-test.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';

describe('What accounts leave on disk and in reports', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let at: StaffAtTest;
  let store: ReturnType<typeof openSqliteStore>;
  beforeEach(async () => {
    folder = temporaryFolder();
    const time = createVirtualTime();
    store = openSqliteStore(folder.path, time.after);
    at = await startStaff({ store, time });
  });
  afterEach(async () => {
    await at.close();
    await store.close();
    folder.remove();
  });

  const bytes = () => {
    const copy = copyOfFolder(folder.path);
    const found = bytesIn(copy.path);
    copy.remove();
    return found;
  };

  it('[S7] has no password, token, start code or secret of a second factor in it, at any moment', async () => {
    const planted = [IDA.password, 'planted second password', 'planted wrong password', at.startCode ?? ''];
    const ida = (await firstAccount(at)).browser;
    planted.push(ida.cookies.get('staff') ?? '');
    planted.push(await invitation(ida));
    const { secret } = (await ida.post('/api/staff/second-factor', {})).body as { secret: string };
    planted.push(secret);
    await signIn(at, { ...IDA, password: 'planted wrong password' });
    const { account } = (await ida.get('/api/staff/me')).body as { account: string };
    planted.push(tokenOf(await ida.post(`/api/staff/accounts/${account}/reset`, {})));
    await ida.post('/api/staff/password', {
      password: IDA.password,
      newPassword: 'planted second password',
    });
    planted.push(ida.cookies.get('staff') ?? '');
    const [before, told] = [bytes(), JSON.stringify(at.reports)];
    expect(before).toContain('Ida B.');
    for (const secretText of planted) {
      expect(secretText.length).toBeGreaterThan(9);
      expect(before).not.toContain(secretText);
      expect(told).not.toContain(secretText);
    }
    await at.time.advance(5000);
    const after = bytes();
    for (const secretText of planted) expect(after).not.toContain(secretText);
  });

  it('a second factor is sealed on disk and opens with the key of this server', async () => {
    const ida = (await firstAccount(at)).browser;
    await at.parts.book.change((await store.staffBook()).accounts[0]?.account ?? '', {
      sealedSecondFactor: at.parts.secrets.seal('PLANTEDSECRETPLANTEDSECRETPLANTE'),
    });
    expect((await ida.get('/api/staff/me')).body).toMatchObject({ secondFactor: 'on' });
    expect(bytes()).not.toContain('PLANTEDSECRET');
    const [record] = (await store.staffBook()).accounts;
    expect(at.parts.secrets.unseal(record?.sealedSecondFactor ?? '')).toBe(
      'PLANTEDSECRETPLANTEDSECRETPLANTE',
    );
  });

  it('a way back in that an operator left beside a running server is a hash and an end', async () => {
    const { token, hash } = at.parts.secrets;
    const plain = token();
    leaveReset(folder.path, hash(plain), { loginKey: 'ida', isSecondFactorOff: false }, 1000, 60);
    expect(bytes()).not.toContain(plain);
    expect(bytes()).toContain('"expiresAtMs":1060');
    expect(answered(await at.browser().post('/api/staff/look', { token: plain }))[0]).toBe(404);
  });
});
