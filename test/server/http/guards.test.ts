import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser, FACILITATOR, newcomer, openRoom, PLAN } from '../support/browser.ts';
import { type Edge, startEdge } from '../support/edge.ts';

describe('What HTTP lets in', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge();
  });
  afterAll(() => edge.close());
  const look = (body: unknown, headers: Record<string, string> = {}) =>
    createBrowser(edge.origin).post('/api/look', body, headers);

  it('[D6] what changes something must come from our own page', async () => {
    const { port } = edge.app;
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port}`,
      `https://localhost:${port}`,
    ]) {
      const answer = await look({ code: '222222' }, { origin });
      expect([answer.status, answer.body]).toEqual([403, { reason: 'notAllowed' }]);
    }
    const bare = await fetch(`${edge.origin}/api/look`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(bare.status).toBe(403);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const other = await fetch(`${edge.origin}/api/look`, {
        method,
        headers: { origin: 'https://evil.example' },
      });
      expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });

  it('[E1] only JSON, only whole, only as the schema says', async () => {
    const of = async (body: unknown, headers?: Record<string, string>) => {
      const answer = await look(body, headers);
      return [answer.status, answer.body];
    };
    expect(await of('code=222222', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([
      415,
      { reason: 'malformed' },
    ]);
    expect(await of('{"code":"222222"}', { 'content-type': 'text/plain' })).toEqual([
      415,
      { reason: 'malformed' },
    ]);
    const bodies = ['{"code":', '[]', 'null', '"x"', '{}', '{"code":7}', '{"code":"222222","invite":"x"}'];
    for (const body of [
      ...bodies,
      `{"code":${'['.repeat(8000)}${']'.repeat(8000)}}`,
      '{"__proto__":{"code":"2"}}',
    ]) {
      expect(await of(body)).toEqual([400, { reason: 'malformed' }]);
    }
    expect(await of('{"code":"222222"}', { 'content-encoding': 'gzip' })).toEqual([
      415,
      { reason: 'malformed' },
    ]);
  });

  it('[E1] 16 KiB and not a byte more', async () => {
    const body = (bytes: number) => JSON.stringify({ code: 'x'.repeat(bytes - '{"code":""}'.length) });
    expect((await look(body(16 * 1024))).body).toEqual({ reason: 'malformed' });
    const above = await look(body(16 * 1024 + 1));
    expect([above.status, above.body]).toEqual([413, { reason: 'tooLarge' }]);
  });

  it('[E1] plans and newcomers outside their limits are refused', async () => {
    const { browser } = await openRoom(edge);
    const wrong: readonly [Record<string, unknown>, Record<string, unknown>][] = [
      [{ bpm: 29 }, {}],
      [{ bpm: 241 }, {}],
      [{ metre: '11/16' }, {}],
      [{ place: 'elsewhere' }, {}],
      [{ extra: 1 }, {}],
      [{}, { role: 'facilitator' }],
      [{}, { isCompany: true }],
      [{}, { shape: 'skull' }],
    ];
    for (const [plan, more] of wrong) {
      const answer = await browser.post('/api/rooms', {
        plan: { ...PLAN, ...plan },
        newcomer: newcomer('Eve', more),
      });
      expect([answer.status, answer.body]).toEqual([400, { reason: 'malformed' }]);
    }
    const long = await browser.post('/api/rooms', {
      plan: { ...PLAN, title: 'x'.repeat(61) },
      newcomer: newcomer(),
    });
    expect(long.body).toEqual({ reason: 'textTooLong' });
  });

  it('requests that change something are 240 a minute of one address', async () => {
    const own = await startEdge();
    const browser = createBrowser(own.origin);
    for (let asked = 0; asked < 240; asked++) {
      expect((await browser.post('/api/look', {})).status).toBe(400);
    }
    expect((await browser.post('/api/look', {})).body).toEqual({ reason: 'tryLater' });
    expect((await browser.get('/api/hello')).status).toBe(200);
    own.skipMs(60_000);
    expect((await browser.post('/api/look', {})).status).toBe(400);
    await own.close();
  });

  it('what there is not is said in one line, under /api in JSON', async () => {
    const browser = createBrowser(edge.origin);
    expect((await browser.get('/api/nothing')).body).toEqual({ reason: 'malformed' });
    const nothing = await browser.get('/etc/passwd');
    expect([nothing.status, nothing.body]).toEqual([404, 'There is nothing here.']);
  });

  it('a fault of the disk is answered as such, and logged without anybody’s words', async () => {
    const own = await startEdge();
    const { append } = own.store;
    own.store.append = () => Promise.reject(new Error('no space for Secret Title'));
    const browser = createBrowser(own.origin);
    const make = () =>
      browser.post('/api/staff/first-account', { startCode: own.startCodes[0], ...FACILITATOR });
    const answer = await make();
    expect([answer.status, answer.body]).toEqual([503, { reason: 'tryLater' }]);
    own.store.append = append;
    // What met the broken disk was not done, and the link is still open.
    expect((await make()).status).toBe(201);
    expect(own.logLines.some((line) => line.includes('requestFault'))).toBe(true);
    expect(own.logLines.join('')).not.toContain('Secret');
    await own.close();
  });
});

describe('Behind a proxy', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge({
      config: { publicOrigin: 'https://music.example', trustedProxies: ['127.0.0.1'] },
    });
  });
  afterAll(() => edge.close());

  const look = (forwarded: string) =>
    createBrowser(`http://127.0.0.1:${edge.app.port}`).post(
      '/api/look',
      { code: '222222' },
      { origin: 'https://music.example', 'x-forwarded-for': forwarded },
    );

  it('[D2] failures are counted by the address the proxy saw, not by what a visitor says of it', async () => {
    for (let wrong = 0; wrong < 10; wrong++) {
      expect((await look(`10.9.9.${wrong}, 203.0.113.5`)).status).toBe(404);
    }
    expect((await look('10.1.1.1, 203.0.113.5')).status).toBe(429);
    expect((await look('203.0.113.6')).status).toBe(404);
  });

  it('[D2] an IPv6 household is one address', async () => {
    for (let wrong = 0; wrong < 10; wrong++) {
      expect((await look(`2001:db8:1:2::${wrong}`)).status).toBe(404);
    }
    expect((await look('2001:0db8:0001:0002:ffff::1')).status).toBe(429);
    expect((await look('2001:db8:1:3::1')).status).toBe(404);
  });

  it('browsers are told to stay with https', async () => {
    const answer = await createBrowser(`http://127.0.0.1:${edge.app.port}`).get('/healthz');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=15768000');
  });
});

describe('One address', () => {
  it('the page under another name of this machine sends on to the right one', async () => {
    const edge = await startEdge({ page: { 'index.html': '<!doctype html>' } });
    const answer = await new Promise<{ status: number | undefined; location: string | undefined }>(
      (resolve) => {
        request(`http://127.0.0.1:${edge.app.port}/`, (response) => {
          response.resume();
          resolve({ status: response.statusCode, location: response.headers.location });
        }).end();
      },
    );
    expect(answer).toEqual({ status: 307, location: `${edge.origin}/` });
    expect((await createBrowser(edge.origin).get('/')).status).toBe(200);
    await edge.close();
  });
});
