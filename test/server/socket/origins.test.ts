import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, openRoom, type Browser } from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';

describe('[D6][S2] Only our own pages connect', () => {
  let edge: Edge;
  let browser: Browser;
  let session: string;
  beforeAll(async () => {
    edge = await startEdge();
    ({ browser, session } = await openRoom(edge));
  });
  afterAll(() => edge.close());

  const foreign = () => {
    const { port } = edge.app;
    return [
      'https://evil.example',
      `https://localhost:${port}`,
      `http://localhost:${port + 1}`,
      'http://localhost',
      `http://localhost:${port}.evil.example`,
      `http://localhost.evil.example:${port}`,
      `http://127.0.0.1:${port}`,
      `HTTP://LOCALHOST:${port}`,
      `http://localhost:${port}/`,
      'null',
    ];
  };

  it('over WebSocket every foreign origin is refused at the handshake, and so is none at all', async () => {
    for (const origin of [...foreign(), undefined]) {
      const page = openPage(edge, browser, session, { origin });
      expect([origin, await page.gone]).toEqual([origin, 'connect_error: websocket error']);
      expect(page.heard).toEqual([]);
    }
    const ours = openPage(edge, browser, session);
    await ours.next('welcome');
    ours.close();
  });

  const poll = (headers: Record<string, string>, query = '', method = 'GET') =>
    fetch(`${edge.origin}/socket/?EIO=4&transport=polling${query}`, {
      method,
      headers: { cookie: browser.cookieHeader(), ...headers },
      ...(method === 'POST' ? { body: '3' } : {}),
    });

  it('polling likewise, the first request and those that follow', async () => {
    for (const origin of foreign()) expect((await poll({ origin })).status).toBe(403);
    const opened = await poll({ origin: edge.origin });
    expect(opened.status).toBe(200);
    const { sid } = JSON.parse((await opened.text()).slice(1)) as { sid: string };
    for (const origin of foreign()) {
      expect((await poll({ origin }, `&sid=${sid}`)).status).toBe(403);
      expect((await poll({ origin }, `&sid=${sid}`, 'POST')).status).toBe(403);
    }
    expect((await poll({}, `&sid=${sid}`, 'POST')).status).toBe(403);
    expect((await poll({ origin: edge.origin }, `&sid=${sid}`, 'POST')).status).toBe(200);
  });

  it('a GET without an origin is a page asking its own server, unless the browser says otherwise', async () => {
    expect((await poll({})).status).toBe(200);
    expect((await poll({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await poll({ 'sec-fetch-site': site })).status).toBe(403);
    }
  });

  it('JSONP, which any page could read as a script, is not spoken', async () => {
    expect((await poll({}, '&j=0')).status).toBe(403);
  });

  it('no answer invites another origin to read it', async () => {
    const answer = await poll({ origin: edge.origin });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('Socket.IO serves no client of its own', async () => {
    const answer = await fetch(`${edge.origin}/socket/socket.io.js`, { headers: { origin: edge.origin } });
    expect(answer.status).toBe(400);
  });
});
