import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createServer, type Plugin } from 'vite';
import { launchChromium } from '../chromium.ts';
import { SAMPLES_PATH, type Score } from './score.ts';

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
  const { plugin, samples } = sampleKeeper();
  const server = await createServer({
    plugins: [plugin],
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
      const both = score.isTimed ? new Float32Array() : samples();
      const [left, right] = [both.slice(0, both.length / 2), both.slice(both.length / 2)];
      return { ...rendered, left, right, rateHz: score.rateHz };
    },
    async close() {
      if (browser) await page.close();
      else await chromium.close();
      await server.close();
    },
  };
}

/** Keeps the body last posted. */
function sampleKeeper() {
  let kept = new Float32Array();
  const plugin: Plugin = {
    name: 'keep-samples',
    configureServer(server) {
      server.middlewares.use(SAMPLES_PATH, (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const bytes = Buffer.concat(chunks);
          kept = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
          response.end();
        });
      });
    },
  };
  return { plugin, samples: () => kept };
}
