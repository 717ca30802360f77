import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  WRONG_OF_A_NAME,
  WRONG_OF_AN_ADDRESS,
  WRONG_WITHIN_MS,
} from '../../../../server/http/staff/attempts.ts';
import { bytesOfBase32, codeOf } from '../../../../server/http/staff/totp.ts';
import type { Browser } from '../../support/browser.ts';
import {
  answered,
  firstAccount,
  IDA,
  invited,
  OLE,
  signIn,
  type StaffAtTest,
  startStaff,
} from '../../support/staff-at-test.ts';

describe('Signing in', () => {
  let at: StaffAtTest;
  let ida: Browser;
  beforeEach(async () => {
    at = await startStaff();
    ida = (await firstAccount(at)).browser;
  });
  afterEach(() => at.close());

  const wrong = (loginName = IDA.loginName) => signIn(at, { loginName, password: 'not the one' });
  const rightNow = async () => (await signIn(at, IDA)).answer.status;

  it('gives who one is and a fresh staff cookie each time', async () => {
    const { browser, answer } = await signIn(at, IDA);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      loginName: 'Ida',
      displayName: 'Ida B.',
      roles: ['facilitator', 'admin'],
      secondFactor: 'off',
      rooms: [],
    });
    expect(browser.cookieLines).toEqual([
      expect.stringMatching(/^staff=[\w-]{22}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/),
    ]);
    expect(browser.cookies.get('staff')).not.toBe(ida.cookies.get('staff'));
    expect((await browser.get('/api/staff/me')).body).toEqual(answer.body);
  });

  it('ends what the browser was signed in as before: no id given to a browser beforehand is ever signed in', async () => {
    const before = ida.cookies.get('staff') ?? '';
    await ida.post('/api/staff/sign-in', { loginName: IDA.loginName, password: IDA.password });
    const stolen = at.browser();
    stolen.cookies.set('staff', before);
    expect(answered(await stolen.get('/api/staff/me'))).toEqual([401, { reason: 'signInNeeded' }]);
    const planted = at.browser();
    planted.cookies.set('staff', 'A'.repeat(22));
    await planted.post('/api/staff/sign-in', { loginName: IDA.loginName, password: IDA.password });
    expect(planted.cookies.get('staff')).not.toBe('A'.repeat(22));
  });

  it('knows a name in any case, and cleaned', async () => {
    for (const loginName of ['IDA', ' ida ', 'ｉｄａ', 'i​da'])
      expect((await signIn(at, { ...IDA, loginName })).answer.status).toBe(200);
  });

  it('answers a wrong password, a name nobody has and a disabled account alike', async () => {
    const ole = await invited(at, ida);
    await ida.post(`/api/staff/accounts/${ole.me.account}/disable`, {});
    const answers = await Promise.all([
      wrong(),
      wrong('nobody'),
      signIn(at, { loginName: 'nobody', password: IDA.password }),
      signIn(at, OLE),
    ]);
    const seen = answers.map(({ answer: { status, body, headers } }) =>
      JSON.stringify([status, body, [...headers].filter(([name]) => name !== 'date')]),
    );
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]?.answer.body).toEqual({ reason: 'signInWrong' });
    for (const { browser } of answers) expect(browser.cookies.size).toBe(0);
  });

  it('ten wrong passwords for a name within a quarter of an hour, and no eleventh; then it opens again', async () => {
    for (let count = 0; count < WRONG_OF_A_NAME; count++)
      expect(answered((await wrong()).answer)).toEqual([401, { reason: 'signInWrong' }]);
    const { answer } = await signIn(at, IDA);
    expect(answered(answer)).toEqual([429, { reason: 'tryLater' }]);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect((await signIn(at, { ...IDA, loginName: 'iDA' })).answer.status).toBe(429);
    // Who was signed in stays so, and another name is not held up.
    expect((await ida.get('/api/staff/me')).status).toBe(200);
    expect((await wrong('someone')).answer.status).toBe(401);
    await at.time.advance(WRONG_WITHIN_MS - 1000);
    expect(await rightNow()).toBe(429);
    await at.time.advance(1000);
    expect(await rightNow()).toBe(200);
  });

  it('a name nobody has is held up just the same', async () => {
    for (let count = 0; count < WRONG_OF_A_NAME; count++) await wrong('nobody');
    expect(answered((await wrong('nobody')).answer)).toEqual([429, { reason: 'tryLater' }]);
  });

  it('forty wrong ones from an address hold up that address, whatever the names', async () => {
    for (let count = 0; count < WRONG_OF_AN_ADDRESS; count++)
      expect((await wrong(`nobody${count}`)).answer.status).toBe(401);
    expect(await rightNow()).toBe(429);
  });

  it('of many guesses at once no more are looked at than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => wrong()));
    const statuses = answers.map(({ answer }) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(WRONG_OF_A_NAME);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25 - WRONG_OF_A_NAME);
  });

  it('right passwords are not counted', async () => {
    for (let count = 0; count < 15; count++) expect(await rightNow()).toBe(200);
    expect((await wrong()).answer.status).toBe(401);
  });

  it.each([
    {},
    { loginName: 'ida' },
    { loginName: 'ida', password: 7 },
    { loginName: ['ida'], password: IDA.password },
    { loginName: 'ida', password: IDA.password, isAdmin: true },
    { loginName: 'ida', password: 'x'.repeat(600) },
    { loginName: 'ida', password: IDA.password, code: null },
    '[[[[[[',
  ])('refuses %j as malformed', async (body) => {
    expect(answered(await at.browser().post('/api/staff/sign-in', body))).toEqual([
      400,
      { reason: 'malformed' },
    ]);
  });
});

describe('A second factor', () => {
  let at: StaffAtTest;
  let ida: Browser;
  let secret: string;
  beforeEach(async () => {
    at = await startStaff();
    ida = (await firstAccount(at)).browser;
    secret = ((await ida.post('/api/staff/second-factor', {})).body as { secret: string }).secret;
  });
  afterEach(() => at.close());

  const codeNow = (ahead = 0) => codeOf(bytesOfBase32(secret), Math.floor(at.time.now() / 30_000) + ahead);
  const switchOn = () => ida.post('/api/staff/second-factor/confirm', { code: codeNow() });

  it('is on only when a code of it was typed, and only with the latest secret offered', async () => {
    expect(answered(await ida.post('/api/staff/second-factor/confirm', { code: '000000' }))).toEqual([
      401,
      { reason: 'secondFactorWrong' },
    ]);
    const old = codeNow();
    secret = ((await ida.post('/api/staff/second-factor', {})).body as { secret: string }).secret;
    expect((await ida.post('/api/staff/second-factor/confirm', { code: old })).status).toBe(401);
    expect((await signIn(at, IDA)).answer.status).toBe(200);
    expect((await switchOn()).body).toMatchObject({ secondFactor: 'on' });
    expect((await signIn(at, IDA)).answer.status).toBe(401);
    expect(answered(await ida.post('/api/staff/second-factor', {}))).toEqual([409, { reason: 'alreadySo' }]);
  });

  it('is asked for only when the password was right', async () => {
    await switchOn();
    const bad = { ...IDA, password: 'not the one' };
    expect((await signIn(at, bad, { code: codeNow(1) })).answer.body).toEqual({ reason: 'signInWrong' });
    expect((await signIn(at, IDA)).answer.body).toEqual({ reason: 'secondFactorNeeded' });
    expect((await signIn(at, IDA, { code: '000000' })).answer.body).toEqual({ reason: 'secondFactorWrong' });
    const good = await signIn(at, IDA, { code: codeNow(1) });
    expect(good.answer.body).toMatchObject({ secondFactor: 'on' });
  });

  it('opens once with each code, also of two who send it at once, and also after a restart', async () => {
    const used = codeNow();
    await switchOn();
    expect((await signIn(at, IDA, { code: used })).answer.body).toEqual({ reason: 'secondFactorWrong' });
    await at.time.advance(60_000);
    const code = codeNow();
    const both = await Promise.all([signIn(at, IDA, { code }), signIn(at, IDA, { code })]);
    expect(new Set(both.map(({ answer }) => answer.status))).toEqual(new Set([200, 401]));
    at = await at.restarted();
    expect((await signIn(at, IDA, { code })).answer.body).toEqual({ reason: 'secondFactorWrong' });
    expect((await signIn(at, IDA, { code: codeNow(1) })).answer.status).toBe(200);
  });

  it('guesses of a code count like those of a password; being asked for one does not', async () => {
    await switchOn();
    for (let count = 0; count < 15; count++)
      expect((await signIn(at, IDA)).answer.body).toEqual({ reason: 'secondFactorNeeded' });
    for (let count = 0; count < WRONG_OF_A_NAME; count++)
      expect((await signIn(at, IDA, { code: '000000' })).answer.status).toBe(401);
    expect((await signIn(at, IDA, { code: codeNow(1) })).answer.status).toBe(429);
  });

  it('goes off with the password only', async () => {
    await switchOn();
    expect(answered(await ida.post('/api/staff/second-factor/off', { password: 'not the one' }))).toEqual([
      403,
      { reason: 'passwordWrong' },
    ]);
    expect((await ida.post('/api/staff/second-factor/off', { password: IDA.password })).body).toMatchObject({
      secondFactor: 'off',
    });
    expect((await signIn(at, IDA)).answer.status).toBe(200);
    expect(answered(await ida.post('/api/staff/second-factor/off', { password: IDA.password }))).toEqual([
      409,
      { reason: 'alreadySo' },
    ]);
  });

  it('where the service asks for one, nothing else is answered before it is on', async () => {
    const settings = { isSecondFactorRequired: true, safetySentence: '', serviceName: '' };
    expect((await ida.put('/api/staff/settings', settings)).status).toBe(200);
    expect((await ida.get('/api/staff/me')).body).toMatchObject({ secondFactor: 'mustBeSetUp' });
    for (const path of ['/api/staff/plans', '/api/staff/accounts', '/api/staff/settings'])
      expect(answered(await ida.get(path))).toEqual([403, { reason: 'secondFactorMissing' }]);
    expect(answered(await ida.post('/api/rooms', {}))).toEqual([403, { reason: 'secondFactorMissing' }]);
    expect((await switchOn()).body).toMatchObject({ secondFactor: 'on' });
    expect((await ida.get('/api/staff/plans')).status).toBe(200);
  });
});
