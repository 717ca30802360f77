import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AtDoor, Opened } from '../../../shared/wire/door.ts';
import {
  type Browser,
  createBrowser,
  newcomer,
  openPage,
  type Page,
  PLAN,
  signInAsFacilitator,
} from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';
import { noteNow } from '../support/notes.ts';

type Room = Opened & { readonly browser: Browser; readonly page: Page };

describe('At the door, over real sockets', () => {
  let edge: Edge;
  let pages: Page[];
  let wishes = 0;
  beforeEach(async () => {
    edge = await startEdge();
    pages = [];
    wishes = 0;
  });
  afterEach(async () => {
    for (const one of pages) one.close();
    await edge.close();
  });

  const pageOf = (browser: Browser, session: Opened['session']) => {
    const opened = openPage(edge, browser, session);
    pages.push(opened);
    return opened;
  };
  const wish = (page: Page, asked: unknown) => page.socket.emit('wish', { n: ++wishes, wish: asked });

  async function roomWithDoor(): Promise<Room> {
    const browser = await signInAsFacilitator(edge);
    const plan = { ...PLAN, hasDoor: true };
    const answer = await browser.post('/api/rooms', { plan, newcomer: newcomer('Ada') });
    expect(answer.status).toBe(201);
    const opened = answer.body as Opened;
    const page = pageOf(browser, opened.session);
    await page.next('welcome');
    return { ...opened, browser, page };
  }

  async function knock(room: Opened, name: string, more: Record<string, unknown> = {}) {
    const browser = createBrowser(edge.origin);
    const answer = await browser.post('/api/join', {
      key: { invite: room.invite },
      newcomer: newcomer(name, more),
    });
    const ask = async () => (await browser.get(`/api/rooms/${room.session}/at-door`)).body as AtDoor;
    return { browser, answer, ask };
  }

  /** @param after the number they had before, if they come again. */
  const waitingNamed = async (room: Room, name: string, after = 0) => {
    const isThem = (one: { readonly name: string | undefined; readonly knock: number }) =>
      one.name === name && one.knock > after;
    const view = await room.page.next('passing', ({ waiting = [] }) => waiting.some(isThem));
    const found = view.waiting?.find(isThem);
    if (!found) throw new Error(`${name} is not at the door`);
    return found.knock;
  };

  it('[S3] whoever waits is told that they are at the door, and not one byte of the room', async () => {
    const room = await roomWithDoor();
    const ben = await knock(room, 'Ben');
    expect(ben.answer.status).toBe(202);
    expect(ben.answer.body).toEqual({ type: 'waiting', session: room.session });
    const outside = pageOf(ben.browser, room.session);
    const state = edge.app.rooms.room(room.session)?.state();
    if (!state) throw new Error('The room is gone');
    wish(room.page, noteNow(state, Date.now(), { pitch: 70 }));
    expect(await outside.gone).toBe('io server disconnect');
    expect(outside.heard).toEqual([{ event: 'farewell', message: { why: 'seatUnknown' } }]);
    expect(await ben.ask()).toEqual({ type: 'waiting', session: room.session });
    expect((await ben.browser.get(`/api/rooms/${room.session}/door`)).status).toBe(404);
    expect(edge.store.appended.map((write) => JSON.stringify(write)).join()).not.toContain('Ben');
  });

  it('called in, they come in by asking, with the token they waited with', async () => {
    const room = await roomWithDoor();
    const ben = await knock(room, 'Ben');
    const number = await waitingNamed(room, 'Ben');
    wish(room.page, { type: 'sayAtDoor', knock: number, sentence: 'almostReady' });
    wish(room.page, { type: 'callIn', knocks: [number] });
    await room.page.next('passing', ({ waiting = [] }) => waiting.some(({ isCalled }) => isCalled));
    const inside = await ben.ask();
    expect(inside).toMatchObject({ type: 'in', session: room.session });
    const page = pageOf(ben.browser, room.session);
    const welcome = await page.next('welcome');
    expect(welcome.you).toBe(inside.type === 'in' && inside.you);
    // Those who do not hold the door learn nothing of who waits.
    await knock(room, 'Cleo');
    await waitingNamed(room, 'Cleo');
    expect(welcome.passing.waiting).toBeUndefined();
    expect(JSON.stringify(page.heard)).not.toContain('Cleo');
  });

  it('a no is told once, and may be followed by another knock', async () => {
    const room = await roomWithDoor();
    const ben = await knock(room, 'Ben');
    wish(room.page, { type: 'notNow', knock: await waitingNamed(room, 'Ben') });
    await room.page.next('granted', ({ n }) => n === wishes);
    expect(await ben.ask()).toEqual({ type: 'notNow', session: room.session });
    expect((await ben.browser.get(`/api/rooms/${room.session}/at-door`)).status).toBe(404);
    expect((await knock(room, 'Ben')).answer.status).toBe(202);
  });

  it('[S4] whoever is put at the door hears nothing from then on, waits with the same cookie, and can be called again', async () => {
    const room = await roomWithDoor();
    const ben = await knock(room, 'Ben');
    const first = await waitingNamed(room, 'Ben');
    wish(room.page, { type: 'callIn', knocks: [first] });
    await room.page.next('granted', ({ n }) => n === wishes);
    const inside = await ben.ask();
    if (inside.type !== 'in') throw new Error('Ben should be in');
    const page = pageOf(ben.browser, room.session);
    await page.next('welcome');
    wish(room.page, { type: 'putAtDoor', member: inside.you });
    expect(await page.next('farewell')).toEqual({ why: 'putAtDoor' });
    const heard = page.heard.length;
    const state = edge.app.rooms.room(room.session)?.state();
    if (!state) throw new Error('The room is gone');
    wish(room.page, noteNow(state, Date.now(), { pitch: 70 }));
    await room.page.next('batch', ({ lines = [] }) => lines.length > 0);
    expect(page.heard).toHaveLength(heard);
    expect(await ben.ask()).toMatchObject({ type: 'waiting' });
    const again = pageOf(ben.browser, room.session);
    expect(await again.gone).toBe('io server disconnect');
    wish(room.page, { type: 'callIn', knocks: [await waitingNamed(room, 'Ben', first)] });
    await room.page.next('granted', ({ n }) => n === wishes);
    expect(await ben.ask()).toMatchObject({ type: 'in' });
  });

  it('[S4] whoever is removed does not return without being let in, also where there was no door', async () => {
    const room = await roomWithDoor();
    wish(room.page, { type: 'setDoor', hasDoor: false, isLocked: false });
    await room.page.next('granted', ({ n }) => n === wishes);
    const ben = await knock(room, 'Ben');
    expect(ben.answer.status).toBe(201);
    const page = pageOf(ben.browser, room.session);
    await page.next('welcome');
    wish(room.page, { type: 'remove', member: (ben.answer.body as { you: never }).you });
    expect(await page.next('farewell')).toEqual({ why: 'removed' });
    expect((await ben.browser.get(`/api/rooms/${room.session}/seat`)).status).toBe(404);
    const again = await ben.browser.post('/api/join', {
      key: { invite: room.invite },
      newcomer: newcomer('Benny'),
    });
    expect(again.status).toBe(202);
  });

  it('[R1] of 40 people at once for the last seat exactly one gets it', async () => {
    const room = await roomWithDoor();
    wish(room.page, { type: 'setDoor', hasDoor: false, isLocked: false });
    await room.page.next('granted', ({ n }) => n === wishes);
    for (let seat = 1; seat < 23; seat++) {
      const guest = await knock(room, `Guest ${seat} ${'abcdefghijklmnopqrstuvwxyz'[seat]}`, shapeOf(seat));
      expect(guest.answer.status).toBe(201);
    }
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => knock(room, `${at} at once`, shapeOf(at))),
    );
    const seated = answers.filter(({ answer }) => answer.status === 201);
    expect(seated).toHaveLength(1);
    expect(edge.app.rooms.room(room.session)?.state().members).toHaveLength(24);
  });

  it('a new code opens the door, and the old one and its invitation no longer', async () => {
    const room = await roomWithDoor();
    wish(room.page, { type: 'renewCode' });
    await room.page.next('granted', ({ n }) => n === wishes);
    const stranger = createBrowser(edge.origin);
    expect((await stranger.post('/api/look', { invite: room.invite })).status).toBe(404);
    expect((await stranger.post('/api/look', { code: room.code })).status).toBe(404);
    const fresh = (await room.browser.get(`/api/rooms/${room.session}/door`)).body as Opened;
    expect(fresh.code).not.toBe(room.code);
    expect((await stranger.post('/api/look', { code: fresh.code })).status).toBe(200);
  });

  it('[C3] a listener is announced to everyone inside, and one quiet no keeps them out', async () => {
    const room = await roomWithDoor();
    wish(room.page, { type: 'setDoor', hasDoor: false, isLocked: false });
    await room.page.next('granted', ({ n }) => n === wishes);
    const aunt = await knock(room, 'Aunt Vera', { role: 'listener' });
    expect(aunt.answer.body).toEqual({ type: 'announced', session: room.session });
    const view = await room.page.next('passing', ({ announced }) => announced.length > 0);
    expect(view.announced).toMatchObject([{ name: 'Aunt Vera' }]);
    expect(await aunt.ask()).toEqual({ type: 'announced', session: room.session });
    wish(room.page, { type: 'objectToListener', knock: view.announced[0]?.knock ?? 0 });
    await room.page.next('granted', ({ n }) => n === wishes);
    expect(await aunt.ask()).toEqual({ type: 'groupSaidNo', session: room.session });
  });

  it('the facilitator comes back from another device, past the door, into the same chair', async () => {
    const room = await roomWithDoor();
    const tablet = await signInAsFacilitator(edge);
    const back = await tablet.post(`/api/rooms/${room.session}/return`, {});
    expect(back.body).toEqual({ session: room.session, you: room.you });
    const page = pageOf(tablet, room.session);
    expect((await page.next('welcome')).you).toBe(room.you);
    expect(await room.page.next('farewell')).toEqual({ why: 'seatTakenElsewhere' });
  });
});

const SHAPES = ['circle', 'triangle', 'square', 'diamond', 'star', 'drop', 'leaf', 'wave'];
const shapeOf = (index: number) => ({ shape: SHAPES[index % SHAPES.length] });
