import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Batch } from '../../../shared/wire/down.ts';
import { PROTOCOL } from '../../../shared/wire/protocol.ts';
import { createBrowser, joinRoom, openPage, openRoom, type Page } from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';
import { noteNow } from '../support/notes.ts';
import { planOf } from '../support/plan.ts';

const hasNote = (pitch: number) => (batch: Batch) =>
  (batch.lines ?? []).some(({ event }) => event.type === 'notePlayed' && event.pitch === pitch);

describe('Who hears what over real sockets', () => {
  let edge: Edge;
  let pages: Page[];
  const page = (...args: Parameters<typeof openPage>) => {
    const opened = openPage(...args);
    pages.push(opened);
    return opened;
  };
  beforeEach(async () => {
    edge = await startEdge();
    pages = [];
  });
  afterEach(async () => {
    for (const one of pages) one.close();
    await edge.close();
  });

  async function twoInARoom() {
    const room = await openRoom(edge);
    const ada = page(edge, room.browser, room.session);
    await ada.next('welcome');
    const guest = await joinRoom(edge, room, 'Ben');
    const ben = page(edge, guest.browser, room.session);
    await ben.next('welcome');
    return { room, ada, guest, ben };
  }

  const state = (session: string) => {
    const room = edge.app.rooms.room(session as never);
    if (!room) throw new Error('The room is gone');
    return room.state();
  };

  it('[D5] a seat is welcomed with the room as it is, and the others are told', async () => {
    const { room, ada, guest, ben } = await twoInARoom();
    const welcome = await ben.next('welcome');
    expect(welcome.you).toBe(guest.you);
    expect(welcome.room.type).toBe('snapshot');
    const told = await ada.next('batch', ({ entries = [] }) =>
      entries.some(({ event }) => event.type === 'joined' && event.member === guest.you),
    );
    expect(told.entries?.at(-1)?.by).toBe('room');
    expect(room.you).not.toBe(guest.you);
  });

  it('[R10] a note reaches everyone in the room, its player too, with the author the server knows', async () => {
    const { room, ada, guest, ben } = await twoInARoom();
    const note = noteNow(state(room.session), Date.now(), { pitch: 69 });
    ben.socket.emit('wish', { n: 1, wish: note });
    const heard = await ada.next('batch', hasNote(69));
    expect(heard.lines?.[0]?.by).toBe(guest.you);
    expect((await ben.next('batch', hasNote(69))).lines).toEqual(heard.lines);
  });

  it('[D5][S3] before admission 0 messages of the room arrive, whatever is played', async () => {
    const { room, ada, ben } = await twoInARoom();
    const stranger = createBrowser(edge.origin);
    await stranger.post('/api/look', { invite: room.invite });
    const outside = page(edge, stranger, room.session);
    ben.socket.emit('wish', { n: 1, wish: noteNow(state(room.session), Date.now(), { pitch: 70 }) });
    await ada.next('batch', hasNote(70));
    expect(await outside.gone).toBe('io server disconnect');
    expect(outside.heard).toEqual([{ event: 'farewell', message: { why: 'seatUnknown' } }]);
  });

  it('[D5] a seat of one room opens no other room', async () => {
    const { room, ada, guest } = await twoInARoom();
    const other = await edge.app.rooms.open(
      planOf({ title: 'Another' }),
      { name: 'Cleo', shape: 'star', role: 'player', isKept: false },
      'cleo',
    );
    if (other.type === 'refused') throw new Error(other.reason);
    const { session } = other.value;
    const token = guest.browser.cookies.get(`seat_${room.session}`);
    const intruder = page(edge, guest.browser, session, { cookie: `seat_${session}=${token}` });
    expect(await intruder.gone).toBe('io server disconnect');
    expect(intruder.heard.map(({ event }) => event)).toEqual(['farewell']);
    ada.socket.emit('wish', { n: 1, wish: noteNow(state(room.session), Date.now(), { pitch: 71 }) });
    await ada.next('batch', hasNote(71));
    expect(intruder.all('batch')).toEqual([]);
  });

  it('[R6] of two tabs in one seat the newer one stays, and the older is told why it ends', async () => {
    const { room, ada, guest, ben } = await twoInARoom();
    const second = page(edge, guest.browser, room.session);
    await second.next('welcome');
    expect((await ben.next('farewell')).why).toBe('seatTakenElsewhere');
    await ben.gone;
    ada.socket.emit('wish', { n: 1, wish: noteNow(state(room.session), Date.now(), { pitch: 72 }) });
    await second.next('batch', hasNote(72));
    expect(ben.all('batch').some(hasNote(72))).toBe(false);
    expect(state(room.session).members.find(({ id }) => id === guest.you)?.presence).toBe('here');
  });

  it('[S4] who has left hears nothing more and does not get in again with the old seat', async () => {
    const { room, ada, guest, ben } = await twoInARoom();
    ben.socket.emit('wish', { n: 1, wish: { type: 'leave' } });
    expect((await ben.next('farewell')).why).toBe('leftRoom');
    expect(await ben.gone).toBe('io server disconnect');
    ada.socket.emit('wish', { n: 1, wish: noteNow(state(room.session), Date.now(), { pitch: 73 }) });
    await ada.next('batch', hasNote(73));
    expect(ben.all('batch').some(hasNote(73))).toBe(false);
    const again = page(edge, guest.browser, room.session);
    expect((await again.next('farewell')).why).toBe('seatUnknown');
    expect((await guest.browser.get(`/api/rooms/${room.session}/seat`)).status).toBe(404);
  });

  it('[R8] a refusal goes to its asker only', async () => {
    const { ada, ben } = await twoInARoom();
    ben.socket.emit('wish', { n: 1, wish: { type: 'setTempo', bpm: 100, glideBars: 0 } });
    expect(await ben.next('refused')).toEqual({ n: 1, reason: 'notAllowed' });
    await ada.settled();
    expect(ada.all('refused')).toEqual([]);
    expect(
      ada
        .all('batch')
        .flatMap(({ entries = [] }) => entries)
        .some(({ event }) => event.type === 'tempoSet'),
    ).toBe(false);
  });

  it('[R9] when a room is closed everyone is told, and its seats open nothing', async () => {
    const { room, ada, guest, ben } = await twoInARoom();
    ada.socket.emit('wish', { n: 1, wish: { type: 'closeRoom' } });
    expect((await ben.next('farewell')).why).toBe('roomClosed');
    const late = page(edge, guest.browser, room.session);
    expect((await late.next('farewell')).why).toBe('seatUnknown');
    expect((await createBrowser(edge.origin).post('/api/look', { invite: room.invite })).body).toEqual({
      reason: 'noSuchRoom',
    });
  });

  it.each([
    [PROTOCOL - 1, 'pageTooOld'],
    [PROTOCOL + 1, 'pageTooNew'],
  ])('[D7] a page of protocol %i is told %s and nothing of the room', async (protocol, why) => {
    const room = await openRoom(edge);
    const odd = page(edge, room.browser, room.session, { hello: { protocol } });
    expect(await odd.gone).toBe('io server disconnect');
    expect(odd.heard).toEqual([{ event: 'farewell', message: { why } }]);
  });

  it('[D7] a hello that makes no sense gets a farewell', async () => {
    const room = await openRoom(edge);
    for (const hello of [
      { haveSeq: -1 },
      { session: '../../x' },
      { protocol: 'one' },
      { epoch: 'x'.repeat(99) },
    ]) {
      const odd = page(edge, room.browser, room.session, { hello });
      expect((await odd.next('farewell')).why).toBe('seatUnknown');
    }
  });

  it('a ping comes back with the server time of its arrival and the epoch of the welcome', async () => {
    const { ada } = await twoInARoom();
    const before = Date.now();
    ada.socket.emit('ping', { sentMs: 12.5 });
    const pong = await ada.next('pong');
    expect(pong.sentMs).toBe(12.5);
    expect(pong.serverMs).toBeGreaterThanOrEqual(before - 5);
    expect(pong.serverMs).toBeLessThanOrEqual(Date.now() + 5);
    expect(pong.epoch).toBe((await ada.next('welcome')).epoch);
  });

  it('who comes back with its last entry is sent only what came after', async () => {
    const { room, guest, ben } = await twoInARoom();
    const first = await ben.next('welcome');
    if (first.room.type !== 'snapshot') throw new Error('A first welcome is a snapshot');
    const haveSeq = first.room.state.seq;
    ben.close();
    const back = page(edge, guest.browser, room.session, { hello: { haveSeq, epoch: first.epoch } });
    const welcome = await back.next('welcome');
    expect(welcome.room.type).toBe('tail');
  });

  it('polling works where WebSocket does not', async () => {
    const room = await openRoom(edge);
    const polling = page(edge, room.browser, room.session, { transports: ['polling'] });
    await polling.next('welcome');
    polling.socket.emit('wish', { n: 1, wish: noteNow(state(room.session), Date.now(), { pitch: 74 }) });
    const heard = await polling.next('batch', hasNote(74));
    expect(heard.lines?.[0]?.by).toBe(room.you);
  });
});
