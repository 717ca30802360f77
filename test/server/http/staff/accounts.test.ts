import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newcomer, type Browser } from '../../support/browser.ts';
import { roomPlan } from '../../support/account-writes.ts';
import {
  answered,
  firstAccount,
  IDA,
  invitation,
  invited,
  OLE,
  signIn,
  type SignedIn,
  type StaffAtTest,
  startStaff,
} from '../../support/staff-at-test.ts';

const OUT = [401, { reason: 'signInNeeded' }];

describe('Accounts, as an admin manages them', () => {
  let at: StaffAtTest;
  let ida: Browser;
  let idaId: string;
  let ole: SignedIn;
  beforeEach(async () => {
    at = await startStaff();
    const first = await firstAccount(at);
    [ida, idaId] = [first.browser, first.me.account];
    ole = await invited(at, ida);
  });
  afterEach(() => at.close());

  const act = (account: string, what: string, body: unknown = {}) =>
    ida.post(`/api/staff/accounts/${account}/${what}`, body);
  const settings = { isSecondFactorRequired: false, safetySentence: '', serviceName: '' };

  it('are listed without anything secret', async () => {
    const answer = await ida.get('/api/staff/accounts');
    const plain = { isDisabled: false, hasSecondFactor: false };
    expect(answer.body).toEqual({
      accounts: [
        {
          account: idaId,
          loginName: 'Ida',
          displayName: 'Ida B.',
          roles: ['facilitator', 'admin'],
          ...plain,
        },
        {
          account: ole.me.account,
          loginName: 'ole@example.org',
          displayName: 'Ole',
          roles: ['facilitator'],
          ...plain,
        },
      ],
    });
  });

  it('are for admins only, whatever is asked', async () => {
    const eve = at.browser();
    for (const [browser, expected] of [
      [ole.browser, [403, { reason: 'notAllowed' }]],
      [eve, OUT],
    ] as const) {
      const answers = await Promise.all([
        browser.get('/api/staff/accounts'),
        browser.get('/api/staff/settings'),
        browser.put('/api/staff/settings', settings),
        browser.post('/api/staff/accounts/invite', { roles: ['admin'] }),
        browser.post(`/api/staff/accounts/${idaId}/disable`, {}),
        browser.post(`/api/staff/accounts/${idaId}/enable`, {}),
        browser.post(`/api/staff/accounts/${ole.me.account}/roles`, { roles: ['admin'] }),
        browser.post(`/api/staff/accounts/${idaId}/reset`, {}),
      ]);
      for (const answer of answers) expect(answered(answer)).toEqual(expected);
    }
    expect((await at.store.staffBook()).links).toEqual([]);
    expect((await ida.get('/api/staff/me')).status).toBe(200);
  });

  it('disabled: signed out everywhere, rooms gone, no way back in until enabled', async () => {
    const other = (await signIn(at, OLE)).browser;
    await ole.browser.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ole') });
    expect((await act(ole.me.account, 'disable')).body).toMatchObject({ isDisabled: true });
    expect(at.rooms.disabled).toEqual([ole.me.account]);
    expect(at.rooms.openRooms.size).toBe(0);
    for (const browser of [ole.browser, other]) {
      expect(answered(await browser.get('/api/staff/me'))).toEqual(OUT);
      expect(answered(await browser.get('/api/staff/plans'))).toEqual(OUT);
      expect(
        answered(await browser.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ole') })),
      ).toEqual(OUT);
    }
    expect((await signIn(at, OLE)).answer.body).toEqual({ reason: 'signInWrong' });
    expect(answered(await act(ole.me.account, 'reset'))).toEqual([404, { reason: 'noSuchAccount' }]);
    at = await at.restarted();
    expect((await signIn(at, OLE)).answer.status).toBe(401);
    ida = (await signIn(at, IDA)).browser;
    expect((await act(ole.me.account, 'enable')).body).toMatchObject({ isDisabled: false });
    expect((await signIn(at, OLE)).answer.status).toBe(200);
    const before = at.browser();
    before.cookies.set('staff', ole.browser.cookies.get('staff') ?? '');
    expect(answered(await before.get('/api/staff/me'))).toEqual(OUT);
  });

  it('disabled while a room is being opened: the room goes too, and the page gets no seat', async () => {
    at.rooms.open = async (_plan, _newcomer, account) => {
      await act(account, 'disable');
      return { type: 'granted', value: { token: 't'.repeat(22) } } as never;
    };
    const answer = await ole.browser.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ole') });
    expect(answered(answer)).toEqual([403, { reason: 'notAllowed' }]);
    expect([...ole.browser.cookies.keys()]).toEqual(['staff']);
    expect(at.rooms.disabled).toEqual([ole.me.account, ole.me.account]);
  });

  it('disabled: a reset they were given, and invitations they made, open nothing', async () => {
    await act(ole.me.account, 'roles', { roles: ['facilitator', 'admin'] });
    const theirs = await invitation(ole.browser);
    const { link } = (await act(ole.me.account, 'reset')).body as { link: string };
    await act(ole.me.account, 'disable');
    for (const token of [theirs, link.replace(/^.*\//, '')])
      expect((await at.browser().post('/api/staff/look', { token })).status).toBe(404);
    expect((await at.store.staffBook()).links).toEqual([]);
  });

  it('the last admin who can sign in stays one', async () => {
    const last = [409, { reason: 'lastAdmin' }];
    expect(answered(await act(idaId, 'disable'))).toEqual(last);
    expect(answered(await act(idaId, 'roles', { roles: ['facilitator'] }))).toEqual(last);
    await act(ole.me.account, 'roles', { roles: ['admin'] });
    await act(ole.me.account, 'disable');
    expect(answered(await act(idaId, 'disable'))).toEqual(last);
    await act(ole.me.account, 'enable');
    expect((await act(idaId, 'roles', { roles: ['facilitator'] })).status).toBe(200);
    expect(answered(await act(idaId, 'enable'))).toEqual([403, { reason: 'notAllowed' }]);
  });

  it('of two admins who disable each other at once, one stays', async () => {
    await act(ole.me.account, 'roles', { roles: ['facilitator', 'admin'] });
    const answers = await Promise.all([
      act(ole.me.account, 'disable'),
      ole.browser.post(`/api/staff/accounts/${idaId}/disable`, {}),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { accounts } = await at.store.staffBook();
    expect(accounts.filter(({ isDisabled }) => !isDisabled)).toHaveLength(1);
  });

  it('who is no facilitator any more loses their rooms, and opens none', async () => {
    await ole.browser.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ole') });
    expect((await act(ole.me.account, 'roles', { roles: ['admin', 'admin'] })).body).toMatchObject({
      roles: ['admin'],
    });
    expect(at.rooms.disabled).toEqual([ole.me.account]);
    const opening = await ole.browser.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ole') });
    expect(answered(opening)).toEqual([403, { reason: 'notAllowed' }]);
    expect((await ole.browser.get('/api/staff/me')).body).toMatchObject({ roles: ['admin'] });
  });

  it('nobody has no account, no role is none, and nothing more is taken than asked for', async () => {
    for (const what of ['disable', 'enable', 'reset'])
      expect(answered(await act('nosuchaccount', what))).toEqual([404, { reason: 'noSuchAccount' }]);
    expect((await act('nosuchaccount', 'roles', { roles: ['admin'] })).status).toBe(404);
    for (const body of [
      { roles: [] },
      { roles: ['owner'] },
      { roles: 'admin' },
      {},
      { roles: ['admin'], x: 1 },
    ])
      expect(answered(await act(ole.me.account, 'roles', body))).toEqual([400, { reason: 'malformed' }]);
    expect(answered(await act(ole.me.account, 'disable', { now: true }))).toEqual([
      400,
      { reason: 'malformed' },
    ]);
    expect((await act('..', 'disable')).status).toBe(404);
    expect((await ole.browser.get('/api/staff/me')).body).toMatchObject({ roles: ['facilitator'] });
  });

  it('the settings are cleaned, kept and refused when too long', async () => {
    expect((await ida.get('/api/staff/settings')).body).toEqual(settings);
    const asked = { isSecondFactorRequired: false, safetySentence: '  Ring\n113. ', serviceName: 'Ward‮ 3' };
    const clean = { isSecondFactorRequired: false, safetySentence: 'Ring 113.', serviceName: 'Ward 3' };
    expect((await ida.put('/api/staff/settings', asked)).body).toEqual(clean);
    for (const long of [
      { ...settings, safetySentence: 'x'.repeat(401) },
      { ...settings, serviceName: 'x'.repeat(61) },
    ])
      expect(answered(await ida.put('/api/staff/settings', long))).toEqual([400, { reason: 'textTooLong' }]);
    at = await at.restarted();
    expect((await at.store.staffBook()).settings).toEqual(clean);
    const back = (await signIn(at, IDA)).browser;
    expect((await back.get('/api/staff/settings')).body).toEqual(clean);
  });

  it('what was done is reported by ids, with who did it and to whom', async () => {
    await act(ole.me.account, 'disable');
    expect(at.reports).toContainEqual({ type: 'accountDisabled', account: ole.me.account, by: idaId });
    expect(at.reports).toContainEqual({ type: 'accountMade', account: ole.me.account });
    const told = JSON.stringify(at.reports);
    for (const secret of ['Ida', 'Ole', IDA.password, OLE.loginName, ...ida.cookies.values()])
      expect(told).not.toContain(secret);
  });
});

describe('Plans', () => {
  let at: StaffAtTest;
  let ida: Browser;
  beforeEach(async () => {
    at = await startStaff();
    ida = (await firstAccount(at)).browser;
  });
  afterEach(() => at.close());

  const save = (id: string, over: Parameters<typeof roomPlan>[0] = {}, browser = ida) =>
    browser.put(`/api/staff/plans/${id}`, { plan: roomPlan(over) });
  const titles = async (browser = ida) =>
    ((await browser.get('/api/staff/plans')).body as { plans: { plan: { title: string } }[] }).plans.map(
      ({ plan }) => plan.title,
    );

  it('are kept cleaned, replaced by their id, and come the latest first, also after a restart', async () => {
    const saved = await save('planplan01', { title: '  One ', goals: 'To\nhear' });
    expect(saved.body).toEqual({
      id: 'planplan01',
      savedAt: at.time.now(),
      plan: roomPlan({ title: 'One', goals: 'To hear' }),
    });
    await at.time.advance(1000);
    await save('planplan02', { title: 'Two' });
    await at.time.advance(1000);
    await save('planplan01', { title: 'One again' });
    expect(await titles()).toEqual(['One again', 'Two']);
    expect((await ida.delete('/api/staff/plans/planplan01')).status).toBe(204);
    expect((await ida.delete('/api/staff/plans/planplan01')).status).toBe(204);
    at = await at.restarted();
    expect(await titles((await signIn(at, IDA)).browser)).toEqual(['Two']);
  });

  it("are nobody else's, not even an admin's: the same id is another plan", async () => {
    const ole = (await invited(at, ida)).browser;
    await save('planplan01', { title: 'Hers' });
    await save('planplan01', { title: 'His' }, ole);
    expect([await titles(), await titles(ole)]).toEqual([['Hers'], ['His']]);
    await ida.delete('/api/staff/plans/planplan01');
    expect(await titles(ole)).toEqual(['His']);
    const admin = await invited(at, ida, ['admin'], { ...OLE, loginName: 'admin' });
    expect(admin.me.roles).toEqual(['admin']);
    for (const answer of [
      await admin.browser.get('/api/staff/plans'),
      await save('planplan01', {}, admin.browser),
      await admin.browser.delete('/api/staff/plans/planplan01'),
    ])
      expect(answered(answer)).toEqual([403, { reason: 'notAllowed' }]);
    expect(answered(await at.browser().get('/api/staff/plans'))).toEqual(OUT);
  });

  it('are a hundred at most, also when saved all at once; those there are can still be changed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 105 }, (_, index) => save(`planplan${String(index).padStart(3, '0')}`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused) expect(answered(answer)).toEqual([409, { reason: 'plansFull' }]);
    expect((await save('planplan000', { title: 'Changed' })).status).toBe(200);
    await ida.delete('/api/staff/plans/planplan000');
    expect((await save('another0001')).status).toBe(200);
  });

  it('that are none are refused', async () => {
    expect(answered(await save('planplan01', { title: 'x'.repeat(61) }))).toEqual([
      400,
      { reason: 'textTooLong' },
    ]);
    for (const [id, body] of [
      ['short', { plan: roomPlan() }],
      ['UPPERCASE01', { plan: roomPlan() }],
      ['planplan01', { plan: { ...roomPlan(), bpm: 1e9 } }],
      ['planplan01', { plan: { ...roomPlan(), account: 'other' } }],
      ['planplan01', { plan: roomPlan(), account: 'other' }],
      ['planplan01', {}],
    ] as const)
      expect(answered(await ida.put(`/api/staff/plans/${id}`, body))).toEqual([400, { reason: 'malformed' }]);
    expect(await titles()).toEqual([]);
  });
});
