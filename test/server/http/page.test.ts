import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDED_STYLE_HASHES } from '../../../server/http/headers.ts';
import { type Edge, startEdge } from '../support/edge.ts';

const SCRIPT = 'export const pulse = 1;\n'.repeat(200);
const FONT = Buffer.from('not really a font');

describe('The page', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge({
      page: {
        'index.html': '<!doctype html><title>Windchime</title>',
        'assets/main-abc123.js': SCRIPT,
        'assets/font-def456.woff2': FONT,
        'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
    });
  });
  afterAll(() => edge.close());

  /** By hand, since `fetch` unpacks by itself and tidies the path. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
      const { port } = edge.app;
      const asking = request({
        port,
        path,
        method,
        host: '127.0.0.1',
        headers: { host: `localhost:${port}`, ...headers },
      });
      asking.on('error', reject);
      asking.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      });
      asking.end();
    });

  it('is asked for anew each time, its assets never again', async () => {
    const page = await get('/');
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    const again = await get('/', { 'if-none-match': String(page.headers['etag']) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const script = await get('/assets/main-abc123.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('comes packed as the browser likes it, and whole where it likes none', async () => {
    const of = async (accepted: string) => get('/assets/main-abc123.js', { 'accept-encoding': accepted });
    const brotli = await of('gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(SCRIPT);
    expect(brotli.headers['vary']).toBe('Accept-Encoding');
    const gzip = await of('gzip, br;q=0');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(SCRIPT);
    const plain = await of('identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.bytes.toString()).toBe(SCRIPT);
    const font = await get('/assets/font-def456.woff2', { 'accept-encoding': 'br' });
    expect([font.headers['content-encoding'], font.bytes.equals(FONT)]).toEqual([undefined, true]);
  });

  it('HEAD has the same headers and no body', async () => {
    const whole = await get('/assets/main-abc123.js');
    const head = await get('/assets/main-abc123.js', {}, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  });

  it('nothing outside the built page can be asked for', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/assets/',
      '//etc/passwd',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  it('[S6] may load only what is its own, and be framed by nobody', async () => {
    const { headers } = await get('/');
    const policy = new Map(
      String(headers['content-security-policy'])
        .split('; ')
        .map((directive): [string, string] => {
          const [name = '', ...sources] = directive.split(' ');
          return [name, sources.join(' ')];
        }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('worker-src')).toBe("'self' blob:");
    expect(policy.get('connect-src')).toBe(`'self' ws://localhost:${edge.app.port}`);
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('[S6] the styles React Aria adds are those the policy names', async () => {
    const folder = 'node_modules/react-aria/dist/private';
    const hashOf = async (file: string) => {
      const source = await readFile(`${folder}/${file}`, 'utf8');
      const attribute = /PRESSABLE_ATTRIBUTE = '([^']*)'/.exec(source)?.[1] ?? '';
      const text = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1] ?? '';
      const filled = text.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
      expect(filled).not.toContain('${');
      return `'sha256-${createHash('sha256').update(filled).digest('base64')}'`;
    };
    expect([
      await hashOf('interactions/usePress.mjs'),
      await hashOf('overlays/usePreventScroll.mjs'),
    ]).toEqual(ADDED_STYLE_HASHES);
  });

  it('says so where it has not been built', async () => {
    const bare = await startEdge();
    const answer = await fetch(`${bare.origin}/`);
    expect([answer.status, await answer.text()]).toEqual([
      503,
      'The page has not been built yet. Run: npm run build',
    ]);
    await bare.close();
  });
});
