import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createServer } from 'vite';
import { launchChromium } from '../chromium.ts';
import type { Score } from './score.ts';

/** Two ears and the rate. */
export interface Recorded {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly rateHz: number;
  readonly tookMs: number;
  readonly counts: readonly number[];
}

export interface OpenLab {
  readonly page: Page;
  readonly url: string;
  render(score: Score): Promise<Recorded>;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Serves the lab from the sources and opens it in a Chromium of its own. */
export async function openLab(browser?: Browser): Promise<OpenLab> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    cacheDir: join(tmpdir(), 'windchime-lab-cache'),
    optimizeDeps: { entries: ['test/browser/sound/lab.html'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('The lab has no port');
  const chromium = browser ?? (await launchChromium());
  const page = await chromium.newPage();
  page.on('pageerror', (error) => process.stderr.write(`lab page: ${error.message}\n`));
  const url = `http://127.0.0.1:${address.port}/test/browser/sound/lab.html`;
  await page.goto(url);
  await page.waitForFunction(() => 'lab' in window, undefined, { timeout: 30_000 });
  return {
    page,
    url,
    async render(score) {
      const rendered = await page.evaluate((given) => window.lab.renderScore(given), score);
      return { ...rendered, left: floats(rendered.left), right: floats(rendered.right) };
    },
    async close() {
      if (browser) await page.close();
      else await chromium.close();
      await server.close();
    },
  };
}

function floats(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
