import { PROTOCOL } from '../../../shared/wire/protocol.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinRoom, openPage, openRoom, type Page } from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';
import { openRawLink } from '../support/raw-link.ts';

/** The largest thing one may send: a full loop. */
const fullLoop = (strength: number) => ({
  type: 'setLoop',
  loop: {
    instrument: 'kalimba',
    steps: 32,
    stepTicks: 240,
    cells: Array.from({ length: 384 }, (_, cell) => ({
      step: cell % 32,
      row: Math.floor(cell / 32),
      strength,
    })),
  },
});

describe('[E4][R7] A slow reader is dropped, alone', () => {
  let edge: Edge;
  let page: Page;
  beforeEach(async () => {
    edge = await startEdge();
  });
  afterEach(async () => {
    page.close();
    await edge.close();
  });

  it('who reads nothing but sends heartbeats is dropped at 1 MB, while the others miss nothing', async () => {
    const room = await openRoom(edge);
    page = openPage(edge, room.browser, room.session);
    await page.next('welcome');
    const guest = await joinRoom(edge, room, 'Sloth');
    const sloth = await openRawLink(edge, guest.browser, room.session);
    await sloth.frame('42["welcome"');
    sloth.socket.pause();
    const heartbeats = setInterval(() => sloth.send('3'), 300);

    const dropped = () => edge.logLines.some((line) => line.includes('"slowReader"'));
    let n = 0;
    // The system's own buffers take a few megabytes before anything waits in the server.
    while (!dropped() && n < 4000) {
      n++;
      page.socket.emit('wish', { n, wish: fullLoop(n % 2 === 0 ? 0.25 : 0.75) });
      if (n % 25 === 0) {
        edge.skipMs(10_000);
        await page.settled();
      }
    }
    await page.settled();
    clearInterval(heartbeats);
    expect(dropped()).toBe(true);

    const loops = page
      .all('batch')
      .flatMap(({ lines = [] }) => lines.filter(({ event }) => event.type === 'loopSet'));
    expect(loops.map(({ seq }) => seq)).toEqual(Array.from({ length: n }, (_, sent) => sent + 1));
    expect(page.socket.connected).toBe(true);
    const slothLines = edge.logLines.filter((line) => line.includes(guest.you));
    expect(slothLines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      'seatTaken',
      'linkOpened',
      'slowReader',
      'linkClosed',
    ]);

    sloth.socket.resume();
    await sloth.closed;
    const back = openPage(edge, guest.browser, room.session);
    expect((await back.next('welcome')).you).toBe(guest.you);
    back.close();
  }, 60_000);
});

describe('[E2] Polling is under the same limits', () => {
  it('a POST above 16 KiB is refused and ends its link; one full of small packets is a flood', async () => {
    const edge = await startEdge();
    const room = await openRoom(edge);
    const page = openPage(edge, room.browser, room.session);
    await page.next('welcome');
    const headers = async (name: string) => {
      const guest = await joinRoom(edge, room, name);
      return { cookie: guest.browser.cookieHeader(), origin: edge.origin };
    };
    const path = `${edge.origin}/socket/?EIO=4&transport=polling`;
    const open = async (asked: Record<string, string>) => {
      const opened = await fetch(path, { headers: asked });
      const { sid } = JSON.parse((await opened.text()).slice(1)) as { sid: string };
      const url = `${path}&sid=${sid}`;
      const hello = `40${JSON.stringify({ protocol: PROTOCOL, session: room.session, haveSeq: 0 })}`;
      await fetch(url, { method: 'POST', headers: asked, body: hello });
      expect(await (await fetch(url, { headers: asked })).text()).toContain('"welcome"');
      return { url, post: (body: string) => fetch(url, { method: 'POST', headers: asked, body }) };
    };

    const big = await open(await headers('Big'));
    const ping = '42["ping",{"sentMs":1}]';
    expect((await big.post(Array.from({ length: 9000 }, () => ping).join('\u001e'))).status).toBe(413);

    const asked = await headers('Many');
    const many = await open(asked);
    const full = Array.from({ length: 680 }, () => ping).join('\u001e');
    expect(Buffer.byteLength(full)).toBeLessThanOrEqual(16 * 1024);
    await many.post(full);
    await many.post(full);
    const last = await (await fetch(many.url, { headers: asked })).text();
    expect(last.match(/"pong"/g)?.length ?? 0).toBeLessThan(100);
    expect(edge.logLines.some((line) => line.includes('"flooding"'))).toBe(true);
    await page.settled();
    page.close();
    await edge.close();
  });
});
