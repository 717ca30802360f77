import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionId } from '../../../../shared/base/ids.ts';
import type { Browser } from '../../support/browser.ts';
import { newcomer } from '../../support/browser.ts';
import { roomPlan } from '../../support/account-writes.ts';
import {
  answered,
  firstAccount,
  IDA,
  signIn,
  type StaffAtTest,
  startStaff,
} from '../../support/staff-at-test.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OUT = [401, { reason: 'signInNeeded' }];

describe('Signed-in browsers', () => {
  let at: StaffAtTest;
  let ida: Browser;
  beforeEach(async () => {
    at = await startStaff();
    ida = (await firstAccount(at)).browser;
  });
  afterEach(() => at.close());

  const me = (browser = ida) => browser.get('/api/staff/me');
  const openRoom = async () => {
    const opened = await ida.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ida') });
    expect(opened.status).toBe(201);
    return sessionId((opened.body as { session: string }).session);
  };
  const again = async () => (await signIn(at, IDA)).browser;

  it('are signed out after a quarter of an hour unused, and each use begins it anew', async () => {
    for (let count = 0; count < 4; count++) {
      await at.time.advance(15 * MINUTE);
      expect((await me()).status).toBe(200);
    }
    await at.time.advance(15 * MINUTE + 1);
    expect(answered(await me())).toEqual(OUT);
    expect(answered(await me())).toEqual(OUT);
  });

  it('are forgotten on disk too, without anyone asking', async () => {
    await at.time.advance(16 * MINUTE);
    expect((await at.store.staffBook()).sessions).toEqual([]);
  });

  it('last twelve hours at most, however much they are used', async () => {
    for (let passed = 0; passed < 12 * HOUR - 10 * MINUTE; passed += 10 * MINUTE) {
      await at.time.advance(10 * MINUTE);
      expect((await me()).status).toBe(200);
    }
    await at.time.advance(10 * MINUTE);
    expect(answered(await me())).toEqual(OUT);
  });

  it('are not signed out in the middle of a running room, nor within a quarter of an hour after it', async () => {
    const session = await openRoom();
    await at.time.advance(3 * HOUR);
    expect((await me()).status).toBe(200);
    await at.time.advance(2 * HOUR);
    at.rooms.openRooms.delete(session);
    await at.time.advance(14 * MINUTE);
    expect((await me()).status).toBe(200);
    await at.time.advance(15 * MINUTE + 1);
    expect(answered(await me())).toEqual(OUT);
  });

  it('without a word after a long room ended are signed out all the same', async () => {
    const session = await openRoom();
    await at.time.advance(3 * HOUR);
    at.rooms.openRooms.delete(session);
    await at.time.advance(16 * MINUTE);
    expect(answered(await me())).toEqual(OUT);
  });

  it("in someone else's running room are not signed out either", async () => {
    const session = sessionId('othersroom01');
    at.rooms.openRooms.set(session, { account: 'someoneelse', tokens: new Set(['t'.repeat(22)]) });
    ida.cookies.set(`seat_${session}`, 't'.repeat(22));
    expect((await me()).status).toBe(200);
    await at.time.advance(2 * HOUR);
    expect((await me()).status).toBe(200);
  });

  it('even in a running room are signed out after twelve hours', async () => {
    await openRoom();
    await at.time.advance(12 * HOUR);
    expect(answered(await me())).toEqual(OUT);
  });

  it('come back after a restart of the server', async () => {
    await at.time.advance(10 * MINUTE);
    at = await at.restarted();
    const same = at.browser();
    same.cookies.set('staff', ida.cookies.get('staff') ?? '');
    expect((await me(same)).status).toBe(200);
    await at.time.advance(15 * MINUTE + 1);
    expect(answered(await me(same))).toEqual(OUT);
  });

  it('sign out alone, or everywhere', async () => {
    const [tablet, phone] = [await again(), await again()];
    const out = await tablet.post('/api/staff/sign-out', {});
    expect(out.status).toBe(204);
    expect(tablet.cookieLines.at(-1)).toMatch(/^staff=; Path=\/; Max-Age=0; HttpOnly; SameSite=Strict$/);
    expect((await me(tablet)).status).toBe(401);
    expect((await me(phone)).status).toBe(200);
    expect((await tablet.post('/api/staff/sign-out', {})).status).toBe(204);
    expect((await phone.post('/api/staff/sign-out-everywhere', {})).status).toBe(204);
    for (const browser of [ida, tablet, phone]) expect(answered(await me(browser))).toEqual(OUT);
    expect((await at.store.staffBook()).sessions).toEqual([]);
  });

  it('a copied cookie is worth nothing after signing out', async () => {
    const copy = at.browser();
    copy.cookies.set('staff', ida.cookies.get('staff') ?? '');
    expect((await me(copy)).status).toBe(200);
    await ida.post('/api/staff/sign-out', {});
    expect(answered(await me(copy))).toEqual(OUT);
  });

  it('a new password signs out all others, and this one goes on with a new cookie', async () => {
    const other = await again();
    const before = ida.cookies.get('staff');
    const changed = await ida.post('/api/staff/password', {
      password: IDA.password,
      newPassword: 'quite another one',
    });
    expect(changed.status).toBe(200);
    expect(ida.cookies.get('staff')).not.toBe(before);
    expect((await me()).status).toBe(200);
    expect(answered(await me(other))).toEqual(OUT);
    expect((await signIn(at, IDA)).answer.status).toBe(401);
    expect((await signIn(at, { ...IDA, password: 'quite another one' })).answer.status).toBe(200);
  });

  it('a new password needs the old one, and ten characters', async () => {
    const wrong = await ida.post('/api/staff/password', {
      password: 'not the one',
      newPassword: 'quite another one',
    });
    expect(answered(wrong)).toEqual([403, { reason: 'passwordWrong' }]);
    const short = await ida.post('/api/staff/password', { password: IDA.password, newPassword: 'too short' });
    expect(answered(short)).toEqual([400, { reason: 'passwordTooShort' }]);
    expect((await signIn(at, IDA)).answer.status).toBe(200);
  });

  it('of one account are twenty at most: the one that ends first gives way', async () => {
    for (let count = 0; count < 20; count++) {
      await at.time.advance(1000);
      await again();
    }
    expect(answered(await me())).toEqual(OUT);
    expect((await at.store.staffBook()).sessions).toHaveLength(20);
  });

  it('on a full disk people sign in and out all the same', async () => {
    at.memory.hold();
    const signing = signIn(at, IDA);
    // Real requests, virtual time: the wait for the disk is over when it is moved on.
    const sofar = () => Promise.race([signing, at.time.advance(500).then(() => undefined)]);
    let signed = await sofar();
    while (!signed) signed = await sofar();
    const { browser, answer } = signed;
    expect(answer.status).toBe(200);
    expect((await me(browser)).status).toBe(200);
    at.memory.release();
  });
});

describe('Rooms of an account', () => {
  let at: StaffAtTest;
  let ida: Browser;
  beforeEach(async () => {
    at = await startStaff();
    ida = (await firstAccount(at)).browser;
  });
  afterEach(() => at.close());

  it('are listed as its own, with whether this browser has the seat; another browser can get it back', async () => {
    const opened = await ida.post('/api/rooms', { plan: roomPlan(), newcomer: newcomer('Ida') });
    const { session } = opened.body as { session: string };
    expect(ida.cookieLines.at(-1)).toMatch(new RegExp(`^seat_${session}=[\\w-]{22}; Path=/; `));
    const room = { session, title: 'A room', isOwn: true, isSeatedHere: true };
    expect((await ida.get('/api/staff/me')).body).toMatchObject({ rooms: [room] });
    const { browser, answer } = await signIn(at, IDA);
    expect(answer.body).toMatchObject({ rooms: [{ ...room, isSeatedHere: false }] });
    const returned = await browser.post(`/api/rooms/${session}/return`, {});
    expect(answered(returned)).toEqual([200, { session, you: 'facilitator001' }]);
    expect((await browser.get('/api/staff/me')).body).toMatchObject({ rooms: [room] });
  });

  it("are nobody else's to return to: another's room and none look the same", async () => {
    const session = sessionId('othersroom01');
    at.rooms.openRooms.set(session, { account: 'someoneelse', tokens: new Set() });
    expect(answered(await ida.post(`/api/rooms/${session}/return`, {}))).toEqual([
      404,
      { reason: 'noSuchRoom' },
    ]);
    expect(answered(await ida.post('/api/rooms/nosuchroom12/return', {}))).toEqual([
      404,
      { reason: 'noSuchRoom' },
    ]);
    expect((await ida.post('/api/rooms/..%2f/return', {})).status).toBe(400);
    expect((await ida.get('/api/staff/me')).body).toMatchObject({ rooms: [] });
    expect(answered(await at.browser().post(`/api/rooms/${session}/return`, {}))).toEqual(OUT);
  });

  it('need an account, a plan that is one and a name that is one', async () => {
    const body = { plan: roomPlan(), newcomer: newcomer('Ida') };
    expect(answered(await at.browser().post('/api/rooms', body))).toEqual(OUT);
    const long = await ida.post('/api/rooms', { ...body, plan: roomPlan({ goals: 'x'.repeat(401) }) });
    expect(answered(long)).toEqual([400, { reason: 'textTooLong' }]);
    const nameless = await ida.post('/api/rooms', { ...body, newcomer: newcomer('  ') });
    expect(answered(nameless)).toEqual([400, { reason: 'nameEmpty' }]);
    expect(answered(await ida.post('/api/rooms', { ...body, account: 'other' }))).toEqual([
      400,
      { reason: 'malformed' },
    ]);
    expect(at.rooms.openRooms.size).toBe(0);
  });
});
