import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../support/browser.ts';
import {
  answered,
  firstAccount,
  IDA,
  invitation,
  invited,
  OLE,
  signIn,
  type StaffAtTest,
  startStaff,
  tokenOf,
} from '../../support/staff-at-test.ts';

const DAY = 24 * 60 * 60_000;
const USED = [404, { reason: 'linkUsed' }];

describe('The first account', () => {
  let at: StaffAtTest;
  beforeEach(async () => {
    at = await startStaff();
  });
  afterEach(() => at.close());

  const make = (more: Record<string, unknown> = {}) =>
    at.browser().post('/api/staff/first-account', { startCode: at.startCode, ...IDA, ...more });

  it('is made with the start code, and is facilitator and admin', async () => {
    const { me } = await firstAccount(at);
    expect(me).toMatchObject({ loginName: 'Ida', roles: ['facilitator', 'admin'], secondFactor: 'off' });
  });

  it('is made once, also by five at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => make({ loginName: `ida${index}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(answered(answer)).toEqual(USED);
    expect((await at.store.staffBook()).accounts).toHaveLength(1);
  });

  it('is not made by a made-up code, and a slip of the pen leaves the code open', async () => {
    expect(answered(await make({ startCode: 'A'.repeat(22) }))).toEqual([403, { reason: 'notAllowed' }]);
    expect(at.reports).toContainEqual({ type: 'startCodeWrong' });
    expect(answered(await make({ password: 'too short' }))).toEqual([400, { reason: 'passwordTooShort' }]);
    expect(answered(await make({ loginName: ' ​ ' }))).toEqual([400, { reason: 'nameEmpty' }]);
    expect(answered(await make({ loginName: 'x'.repeat(65) }))).toEqual([400, { reason: 'nameTooLong' }]);
    expect(answered(await make({ displayName: '' }))).toEqual([400, { reason: 'nameEmpty' }]);
    expect(answered(await make({ roles: ['admin'] }))).toEqual([400, { reason: 'malformed' }]);
    expect((await make()).status).toBe(201);
  });

  it('after it there is no start code any more, also after a restart', async () => {
    await firstAccount(at);
    const { startCode } = at;
    at = await at.restarted();
    expect(at.startCode).toBeUndefined();
    expect(answered(await make({ startCode, loginName: 'eve' }))).toEqual(USED);
  });

  it('without it a fresh start code comes with each start, and the old one is worth nothing', async () => {
    const { startCode } = at;
    at = await at.restarted();
    expect(at.startCode).not.toBe(startCode);
    expect(answered(await make({ startCode }))).toEqual([403, { reason: 'notAllowed' }]);
  });
});

describe('Links that work once', () => {
  let at: StaffAtTest;
  let ida: Browser;
  beforeEach(async () => {
    at = await startStaff();
    ida = (await firstAccount(at)).browser;
  });
  afterEach(() => at.close());

  const look = async (token: string) => answered(await at.browser().post('/api/staff/look', { token }));
  const accept = (token: string, more: Record<string, unknown> = {}) =>
    at.browser().post('/api/staff/accept-invitation', { token, ...OLE, ...more });
  const resetLink = async (account: string) =>
    tokenOf(await ida.post(`/api/staff/accounts/${account}/reset`, {}));
  const reset = (token: string, password = 'a third long one') =>
    at.browser().post('/api/staff/reset-password', { token, password });

  it('an invitation is an address of our own, tells its roles, and makes an account of them', async () => {
    const answer = await ida.post('/api/staff/accounts/invite', { roles: ['facilitator'] });
    const { link, expiresAt } = answer.body as { link: string; expiresAt: number };
    expect(link).toMatch(new RegExp(`^${at.origin}/#/welcome-staff/[\\w-]{22}$`));
    expect(expiresAt).toBe(at.time.now() + 7 * DAY);
    const token = tokenOf(answer);
    expect(await look(token)).toEqual([200, { type: 'invitation', roles: ['facilitator'] }]);
    expect((await accept(token)).body).toMatchObject({ displayName: 'Ole', roles: ['facilitator'] });
    expect(await look(token)).toEqual(USED);
    expect(answered(await accept(token, { loginName: 'eve' }))).toEqual(USED);
  });

  it('of five who follow an invitation at once, one gets in', async () => {
    const token = await invitation(ida);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => accept(token, { loginName: `ole${index}` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(4);
    expect((await at.store.staffBook()).accounts).toHaveLength(2);
  });

  it('of two who take one name at once, one gets it, and the other keeps the link', async () => {
    const tokens = [await invitation(ida), await invitation(ida)];
    const answers = await Promise.all(tokens.map((token) => accept(token, { loginName: 'OLE' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const loser = tokens[answers.findIndex(({ status }) => status === 409)] ?? '';
    expect(answered(await accept(loser, { loginName: 'ole' }))).toEqual([409, { reason: 'loginNameTaken' }]);
    expect((await accept(loser, { loginName: 'ole2' })).status).toBe(201);
  });

  it('a slip of the pen leaves an invitation open, and so does a restart', async () => {
    const token = await invitation(ida);
    expect(answered(await accept(token, { loginName: 'iDA' }))).toEqual([409, { reason: 'loginNameTaken' }]);
    expect((await accept(token, { password: 'too short' })).status).toBe(400);
    at = await at.restarted();
    expect((await accept(token)).status).toBe(201);
    at = await at.restarted();
    expect(answered(await accept(token))).toEqual(USED);
  });

  it('an invitation is open for seven days, not longer', async () => {
    const [early, late] = [await invitation(ida), await invitation(ida)];
    await at.time.advance(7 * DAY - 1);
    expect((await accept(early)).status).toBe(201);
    await at.time.advance(1);
    expect(answered(await accept(late, { loginName: 'eve' }))).toEqual(USED);
    expect(await look(late)).toEqual(USED);
  });

  it('a reset gives a new password, signs out everywhere and leaves the second factor as it is', async () => {
    const ole = await invited(at, ida);
    const [token, other] = [await resetLink(ole.me.account), await resetLink(ole.me.account)];
    expect(await look(token)).toEqual([200, { type: 'reset', loginName: OLE.loginName }]);
    expect((await reset(token, 'short')).status).toBe(400);
    expect((await reset(token)).status).toBe(204);
    expect((await ole.browser.get('/api/staff/me')).status).toBe(401);
    expect((await signIn(at, OLE)).answer.status).toBe(401);
    expect((await signIn(at, { ...OLE, password: 'a third long one' })).answer.status).toBe(200);
    for (const spent of [token, other]) expect(answered(await reset(spent))).toEqual(USED);
  });

  it('of five who follow a reset at once, one sets the password', async () => {
    const ole = await invited(at, ida);
    const token = await resetLink(ole.me.account);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => reset(token, `password no. ${index}`)),
    );
    const won = answers.findIndex(({ status }) => status === 204);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await signIn(at, { ...OLE, password: `password no. ${won}` })).answer.status).toBe(200);
  });

  it('a reset is open for a day, and gone once the password was changed', async () => {
    const ole = await invited(at, ida);
    const late = await resetLink(ole.me.account);
    await at.time.advance(DAY);
    expect(answered(await reset(late))).toEqual(USED);
    ida = (await signIn(at, IDA)).browser;
    const useless = await resetLink(ole.me.account);
    const { browser } = await signIn(at, OLE);
    await browser.post('/api/staff/password', { password: OLE.password, newPassword: 'a third long one' });
    expect(answered(await reset(useless))).toEqual(USED);
  });

  it('an invitation resets nothing, and a reset invites nobody', async () => {
    const ole = await invited(at, ida);
    expect(answered(await reset(await invitation(ida)))).toEqual(USED);
    expect(answered(await accept(await resetLink(ole.me.account), { loginName: 'eve' }))).toEqual(USED);
  });

  it('the operator lets someone back in, once, and without the second factor if they say so', async () => {
    await at.parts.book.change((await at.store.staffBook()).accounts[0]?.account ?? '', {
      sealedSecondFactor: 'sealed with a key that is gone',
    });
    const { token, hash } = at.parts.secrets;
    const [plain, without] = [token(), token()];
    at.operatorResets.set(hash(plain), { loginKey: 'ida', isSecondFactorOff: false });
    at.operatorResets.set(hash(without), { loginKey: 'ida', isSecondFactorOff: true });
    expect(await look(plain)).toEqual([200, { type: 'reset', loginName: 'Ida' }]);
    const both = await Promise.all([reset(plain), reset(plain)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([204, 404]));
    const changed = { ...IDA, password: 'a third long one' };
    expect((await signIn(at, changed)).answer.body).toEqual({ reason: 'secondFactorNeeded' });
    expect((await reset(without)).status).toBe(204);
    expect((await signIn(at, changed)).answer.status).toBe(200);
  });

  it('made-up tokens open nothing', async () => {
    expect(await look('A'.repeat(22))).toEqual(USED);
    expect(await look('../../etc/passwd')).toEqual([400, { reason: 'malformed' }]);
    expect(answered(await accept('A'.repeat(22)))).toEqual(USED);
    expect(answered(await reset('A'.repeat(22)))).toEqual(USED);
  });
});
