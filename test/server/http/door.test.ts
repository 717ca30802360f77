import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createBrowser,
  FACILITATOR,
  joinRoom,
  newcomer,
  openPage,
  openRoom,
  PLAN,
  signInAsFacilitator,
} from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';
import { PROTOCOL } from '../../../shared/wire/protocol.ts';

describe('The door over HTTP', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await startEdge();
  });
  afterEach(() => edge.close());

  it('[D3] neither code, seat nor staff token is in the store as it is', async () => {
    const room = await openRoom(edge);
    const kept = JSON.stringify(edge.store.kept);
    for (const secret of [room.code, room.invite, ...room.browser.cookies.values(), ...edge.startCodes]) {
      expect(kept).not.toContain(secret);
    }
  });

  it('only a facilitator opens rooms', async () => {
    const stranger = createBrowser(edge.origin);
    const answer = await stranger.post('/api/rooms', { plan: PLAN, newcomer: newcomer('Eve') });
    expect([answer.status, answer.body]).toEqual([401, { reason: 'signInNeeded' }]);
    expect((await stranger.get('/api/staff/me')).status).toBe(401);
    stranger.cookies.set('staff', 'A'.repeat(22));
    expect((await stranger.get('/api/staff/me')).status).toBe(401);
  });

  it('opening a room gives its keys and the facilitator a seat, and lists it as theirs', async () => {
    const room = await openRoom(edge);
    expect(room.code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{6}$/);
    expect(room.invite).toMatch(/^[\w-]{22}$/);
    expect((await room.browser.get('/api/staff/me')).body).toMatchObject({
      rooms: [{ session: room.session, title: 'Tuesday group', isOwn: true, isSeatedHere: true }],
    });
    expect((await room.browser.get(`/api/rooms/${room.session}/seat`)).body).toEqual({
      session: room.session,
      you: room.you,
    });
    expect((await room.browser.get(`/api/rooms/${room.session}/door`)).body).toEqual({
      session: room.session,
      you: room.you,
      code: room.code,
      invite: room.invite,
    });
  });

  it('[D5] who has no seat learns neither code nor invitation, nor whether there is such a room', async () => {
    const room = await openRoom(edge);
    const stranger = createBrowser(edge.origin);
    for (const path of [
      `/api/rooms/${room.session}/door`,
      '/api/rooms/nosuchroom12/door',
      '/api/rooms/../x/seat',
    ]) {
      const answer = await stranger.get(path);
      expect(answer.status).toBe(404);
      expect(JSON.stringify(answer.body)).not.toContain(room.code);
    }
  });

  it('[D1] a code opens the door as people type it, and so does an invitation', async () => {
    const room = await openRoom(edge);
    const { code, invite, session } = room;
    const typed = `${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`;
    for (const key of [{ code }, { code: typed }, { invite }]) {
      const looked = await createBrowser(edge.origin).post('/api/look', key);
      expect([looked.status, looked.body]).toEqual([200, { session, title: 'Tuesday group' }]);
    }
  });

  it('[D1] wrong, mistyped and closed look the same', async () => {
    const room = await openRoom(edge);
    const page = openPage(edge, room.browser, room.session);
    await page.next('welcome');
    page.socket.emit('wish', { n: 1, wish: { type: 'closeRoom' } });
    await page.next('farewell');
    const stranger = createBrowser(edge.origin);
    const answers = await Promise.all(
      [{ code: room.code }, { code: '222222' }, { code: 'O0O0' }, { invite: room.invite }].flatMap((key) => [
        stranger.post('/api/look', key),
        stranger.post('/api/join', { key, newcomer: newcomer('Eve') }),
      ]),
    );
    const seen = answers.map(({ status, body, headers }) => {
      return JSON.stringify([status, body, [...headers].filter(([name]) => name !== 'date')]);
    });
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]?.body).toEqual({ reason: 'noSuchRoom' });
    page.close();
  });

  it('[D2] ten wrong codes of an address in a minute and no eleventh; invitations go on opening', async () => {
    const room = await openRoom(edge);
    const stranger = createBrowser(edge.origin);
    for (let wrong = 0; wrong < 10; wrong++) {
      expect((await stranger.post('/api/look', { code: '222222' })).body).toEqual({ reason: 'noSuchRoom' });
    }
    const tired = await stranger.post('/api/look', { code: room.code });
    expect([tired.status, tired.body]).toEqual([429, { reason: 'tryLater' }]);
    expect(tired.headers.get('retry-after')).toBe('60');
    expect((await stranger.post('/api/look', { invite: room.invite })).status).toBe(200);
    expect((await stranger.post('/api/look', { invite: 'A'.repeat(22) })).status).toBe(404);
    edge.skipMs(60_000);
    expect((await stranger.post('/api/look', { code: room.code })).status).toBe(200);
  });

  it('[D2] right codes are not counted', async () => {
    const room = await openRoom(edge);
    const ward = createBrowser(edge.origin);
    for (let look = 0; look < 30; look++) {
      expect((await ward.post('/api/look', { code: room.code })).status).toBe(200);
    }
  });

  it('[D2] a hundred wrong codes in an hour close typed codes for everyone, and for no longer', async () => {
    const room = await openRoom(edge);
    const stranger = createBrowser(edge.origin);
    for (let wrong = 0; wrong < 100; wrong++) {
      if (wrong % 10 === 0) edge.skipMs(60_001);
      expect((await stranger.post('/api/look', { code: '222222' })).status).toBe(404);
    }
    edge.skipMs(60_001);
    expect((await stranger.post('/api/look', { code: room.code })).status).toBe(429);
    edge.skipMs(60 * 60_000);
    expect((await stranger.post('/api/look', { code: room.code })).status).toBe(200);
  });

  it('[D3] a seat cookie is for this server only, and Secure where the page is https', async () => {
    const room = await openRoom(edge);
    const { browser } = await joinRoom(edge, room, 'Ben');
    expect(browser.cookieLines).toHaveLength(1);
    expect(browser.cookieLines[0]).toMatch(
      new RegExp(`^seat_${room.session}=[\\w-]{22}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict$`),
    );
    const secure = await startEdge({
      config: { publicOrigin: 'https://music.example', trustedProxies: ['127.0.0.1'] },
    });
    const local = createBrowser(`http://127.0.0.1:${secure.app.port}`);
    await local.post(
      '/api/staff/first-account',
      { startCode: secure.startCodes[0], ...FACILITATOR },
      { origin: 'https://music.example' },
    );
    expect(local.cookieLines[0]).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
    await secure.close();
  });

  it('[D4] names are cleaned and counted as people count; a symbol alone is enough', async () => {
    const room = await openRoom(edge);
    const join = async (name: string | undefined) =>
      createBrowser(edge.origin).post('/api/join', {
        key: { invite: room.invite },
        newcomer: newcomer(name, { shape: 'leaf' }),
      });
    expect((await join('  \u202eBen\u0000  the\tfirst ')).status).toBe(201);
    expect((await join(undefined)).status).toBe(201);
    expect((await join('👩‍👩‍👧'.repeat(2))).status).toBe(201);
    expect((await join('x'.repeat(24))).status).toBe(201);
    expect((await join('y'.repeat(25))).body).toEqual({ reason: 'nameTooLong' });
    expect((await join(' \u200b ')).body).toEqual({ reason: 'nameEmpty' });
    expect((await join('BEN THE FIRST')).body).toEqual({ reason: 'nameTaken' });
    const names = edge.app.rooms
      .room(room.session)
      ?.state()
      .members.map(({ name }) => name);
    expect(names?.slice(1, 3)).toEqual(['Ben the first', undefined]);
  });

  it('[R1] of forty who come at once to twenty-four seats, twenty-three join the facilitator', async () => {
    const room = await openRoom(edge);
    const shapes = ['circle', 'triangle', 'square', 'diamond', 'star', 'drop', 'leaf', 'wave'];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, guest) =>
        createBrowser(edge.origin).post('/api/join', {
          key: { invite: room.invite },
          newcomer: newcomer(undefined, { shape: shapes[guest % shapes.length] }),
        }),
      ),
    );
    const reasons = answers.map(({ body }) => (body as { reason?: string }).reason ?? 'seated');
    expect(reasons.filter((reason) => reason === 'seated')).toHaveLength(23);
    expect(new Set(reasons)).toEqual(new Set(['seated', 'roomFull']));
  });

  it('[R11] who comes with the company token is known as company, and nobody else is', async () => {
    const room = await openRoom(edge);
    const page = openPage(edge, room.browser, room.session);
    await page.next('welcome');
    page.socket.emit('wish', { n: 1, wish: { type: 'inviteCompany' } });
    await page.next('granted');
    const [call] = edge.companyCalls;
    expect(call).toMatchObject({ origin: edge.origin, session: room.session, invite: room.invite });
    const join = (name: string, token: string) =>
      createBrowser(edge.origin).post(
        '/api/join',
        { key: { invite: room.invite }, newcomer: newcomer(name, { shape: 'star' }) },
        { 'x-company': token },
      );
    await join('Drum', call?.companyToken ?? '');
    await join('Fake', 'A'.repeat(22));
    const members = edge.app.rooms.room(room.session)?.state().members ?? [];
    expect(members.map(({ name, isCompany }) => [name, isCompany])).toEqual([
      ['Ada', false],
      ['Drum', true],
      ['Fake', false],
    ]);
    page.close();
  });

  it('a facilitator gets their own seat back on another browser, and the first one loses it', async () => {
    const room = await openRoom(edge);
    const tablet = await signInAsFacilitator(edge);
    const returned = await tablet.post(`/api/rooms/${room.session}/return`, {});
    expect([returned.status, returned.body]).toEqual([200, { session: room.session, you: room.you }]);
    const seat = `/api/rooms/${room.session}/seat`;
    expect((await tablet.get(seat)).body).toEqual({ session: room.session, you: room.you });
    expect((await room.browser.get(seat)).status).toBe(404);
    expect(edge.app.rooms.room(room.session)?.state().members).toHaveLength(1);
  });

  it('a disabled account loses its room within five seconds, and its page is told', async () => {
    const room = await openRoom(edge);
    const invitation = await room.browser.post('/api/staff/accounts/invite', { roles: ['admin'] });
    const token = (invitation.body as { link: string }).link.replace(/^.*\//, '');
    const admin = createBrowser(edge.origin);
    await admin.post('/api/staff/accept-invitation', { ...FACILITATOR, token, loginName: 'admin' });
    const { account } = (await room.browser.get('/api/staff/me')).body as { account: string };
    const page = openPage(edge, room.browser, room.session);
    await page.next('welcome');
    const disabledAt = performance.now();
    expect((await admin.post(`/api/staff/accounts/${account}/disable`, {})).status).toBe(200);
    await page.gone;
    expect(performance.now() - disabledAt).toBeLessThan(5000);
    expect((await room.browser.get(`/api/rooms/${room.session}/seat`)).status).toBe(404);
    expect((await room.browser.get(`/api/rooms/${room.session}/door`)).status).toBe(404);
    const back = openPage(edge, room.browser, room.session);
    await back.gone;
    expect(back.all('welcome')).toEqual([]);
  });

  it('a page asks which language the server speaks', async () => {
    expect((await createBrowser(edge.origin).get('/api/hello')).body).toEqual({ protocol: PROTOCOL });
  });
});
