import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { PROTOCOL } from '../../../shared/wire/protocol.ts';
import { createBrowser, joinRoom, newcomer, openPage, openRoom, PLAN } from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { noteNow } from '../support/notes.ts';
import { openRawLink } from '../support/raw-link.ts';

describe('The server as a whole', () => {
  const edges: Edge[] = [];
  const start = async (...args: Parameters<typeof startEdge>) => {
    const edge = await startEdge(...args);
    edges.push(edge);
    return edge;
  };
  afterEach(async () => {
    for (const edge of edges.splice(0)) await edge.close();
  });

  it('is ready once it is up, not when the disk is full, and again when it has room', async () => {
    const edge = await start();
    const ready = async () => {
      const { status, body } = await createBrowser(edge.origin).get('/readyz');
      return [status, body];
    };
    expect(await ready()).toEqual([200, { isReady: true }]);
    edge.store.setHealth({ type: 'full' });
    expect(await ready()).toEqual([503, { isReady: false, why: 'diskFull' }]);
    edge.store.setHealth({ type: 'broken', cause: 'x' });
    expect(await ready()).toEqual([503, { isReady: false, why: 'diskBroken' }]);
    edge.store.setHealth({ type: 'well' });
    expect(await ready()).toEqual([200, { isReady: true }]);
    expect((await createBrowser(edge.origin).get('/healthz')).body).toEqual({ isAlive: true });
  });

  it('while it starts it is alive and not ready', async () => {
    const store = createMemoryStore();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { openSessions } = store;
    store.openSessions = async () => {
      await held;
      return openSessions();
    };
    const port = await freePort();
    const starting = start({ store, config: { port } });
    const browser = createBrowser(`http://localhost:${port}`);
    await expect
      .poll(() =>
        browser.get('/healthz').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    expect(await browser.get('/readyz')).toMatchObject({
      status: 503,
      body: { isReady: false, why: 'starting' },
    });
    letGo();
    await starting;
    expect((await browser.get('/readyz')).status).toBe(200);
  });

  it('says in one sentence that its port is in use', async () => {
    const edge = await start();
    await expect(startEdge({ config: { port: edge.app.port } })).rejects.toThrow(
      `Port ${edge.app.port} is in use by another program. Stop that program, or set PORT to another number.`,
    );
    await expect(startEdge({ config: { host: '203.0.113.77' } })).rejects.toThrow(
      'This machine has no address 203.0.113.77.',
    );
  });

  it('says in one sentence that certificate and key do not fit', async () => {
    const tls = { certFile: 'package.json', keyFile: 'package.json' };
    await expect(startEdge({ config: { tls, publicOrigin: 'https://localhost' } })).rejects.toThrow(
      'cannot be used together',
    );
  });

  it('[R6] after a restart everyone returns to their own seat, and the room is as it was', async () => {
    const port = await freePort();
    const first = await start({ config: { port } });
    const room = await openRoom(first);
    const guest = await joinRoom(first, room, 'Ben');
    const page = openPage(first, guest.browser, room.session);
    await page.next('welcome');
    const before = first.app.rooms.room(room.session)?.state();
    await first.close();
    expect((await page.next('farewell')).why).toBe('serverStopping');
    expect(await page.gone).not.toBe('io server disconnect');

    const second = await start({ config: { port }, store: first.store.restarted() });
    const back = openPage(second, guest.browser, room.session, { hello: { haveSeq: before?.seq } });
    const welcome = await back.next('welcome');
    expect(welcome.you).toBe(guest.you);
    expect(second.app.rooms.room(room.session)?.state().tempo).toEqual(before?.tempo);
    expect((await guest.browser.get(`/api/rooms/${room.session}/door`)).body).toMatchObject({
      code: room.code,
    });
    back.close();
  });

  it('[R6] a page that was connected comes back by itself', async () => {
    const port = await freePort();
    const first = await start({ config: { port } });
    const room = await openRoom(first);
    const socket = io(first.origin, {
      path: '/socket',
      transports: ['websocket'],
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
      auth: { protocol: PROTOCOL, session: room.session, haveSeq: 0 },
      extraHeaders: { cookie: room.browser.cookieHeader(), origin: first.origin },
    });
    const welcomes: unknown[] = [];
    socket.on('welcome', (welcome: unknown) => welcomes.push(welcome));
    await expect.poll(() => welcomes.length).toBe(1);
    await first.close();
    await start({ config: { port }, store: first.store.restarted() });
    await expect.poll(() => welcomes.length, { timeout: 5000 }).toBe(2);
    socket.close();
  });

  it('stops within four seconds though a client never answers, and takes nobody in meanwhile', async () => {
    const edge = await start();
    const room = await openRoom(edge);
    const deaf = await openRawLink(edge, room.browser, room.session);
    await deaf.frame('42["welcome"');
    deaf.socket.pause();
    const startedAt = performance.now();
    const closing = edge.close();
    const late = createBrowser(edge.origin).get('/readyz');
    expect(
      await late.then(
        ({ status }) => status,
        () => 503,
      ),
    ).toBe(503);
    await closing;
    expect(performance.now() - startedAt).toBeLessThan(4000);
    deaf.socket.terminate();
  });

  it('[R5] a link that falls silent is gone within 3.5 s', async () => {
    const edge = await start();
    const room = await openRoom(edge);
    const silent = await openRawLink(edge, room.browser, room.session);
    await silent.frame('42["welcome"');
    silent.socket.pause();
    const pausedAt = performance.now();
    await expect
      .poll(() => edge.logLines.some((line) => line.includes('linkClosed')), { timeout: 6000, interval: 20 })
      .toBe(true);
    expect(performance.now() - pausedAt).toBeLessThan(3900);
    silent.socket.terminate();
  });

  it('[S7] the log has no name, title, note, code or token in it, and tells what happened', async () => {
    const edge = await start();
    const facilitator = createBrowser(edge.origin);
    await facilitator.post('/api/staff/first-account', {
      startCode: edge.startCodes[0],
      loginName: 'PlantedLogin',
      displayName: 'PlantedDisplay',
      password: 'planted password',
    });
    await createBrowser(edge.origin).post('/api/staff/sign-in', {
      loginName: 'PlantedLogin',
      password: 'planted wrong one',
    });
    await facilitator.post('/api/rooms', {
      plan: { ...PLAN, title: 'PlantedTitle' },
      newcomer: newcomer('PlantedName'),
    });
    const [session] = [...facilitator.cookies.keys()].flatMap((name) => /^seat_(.*)$/.exec(name)?.[1] ?? []);
    const keys = edge.app.rooms.keysOf(session as never);
    const page = openPage(edge, facilitator, session ?? '');
    const { room } = await page.next('welcome');
    if (room.type !== 'snapshot') throw new Error('A first welcome is a snapshot');
    page.socket.emit('wish', { n: 1, wish: noteNow(room.state, Date.now(), { pitch: 61.2345 }) });
    page.socket.emit('wish', { n: 2, wish: { type: 'planted', text: 'PlantedWish' } });
    await createBrowser(edge.origin).post('/api/look', { code: '777777', more: 'PlantedBody' });
    await createBrowser(edge.origin).post(
      '/api/look',
      { code: '777777' },
      { origin: 'https://planted.example' },
    );
    await page.settled();
    page.close();
    await edge.close();
    const log = edge.logLines.join('');
    for (const event of [
      'started',
      'accountMade',
      'signInWrong',
      'roomOpened',
      'linkOpened',
      'linkClosed',
      'stopped',
    ]) {
      expect(log).toContain(`"event":"${event}"`);
    }
    const secrets = [keys?.code, keys?.invite, ...facilitator.cookies.values(), ...edge.startCodes];
    for (const planted of [
      /planted/i,
      /61\.2345/,
      /777777/,
      /127\.0\.0\.1/,
      ...secrets.map((one) => new RegExp(one ?? 'x')),
    ]) {
      expect(log).not.toMatch(planted);
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return typeof address === 'object' && address ? address.port : 0;
}
