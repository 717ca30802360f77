import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launchChromium } from '../../browser/chromium.ts';
import { firstAbove, installTap } from './tap.ts';
import type { BenchServer } from './with-server.ts';

export interface ArrivalRow {
  /** JavaScript and CSS fetched from the cold page to the first heard note, Brotli at its best, kB of 1,000 bytes. */
  readonly codeKb: number;
  /** Of it, before the first picture. */
  readonly firstPictureKb: number;
  readonly files: number;
  /** From following the link to the first sample of one's own first note, with hands that wait for nothing, ms. */
  readonly toFirstSoundMs: number;
  readonly taps: number;
}

/** A newcomer with an empty cache follows the link and plays as soon as there is something to play. */
export async function runArrivalBench(server: BenchServer, clientDir: string): Promise<ArrivalRow> {
  const browser = await launchChromium();
  try {
    const room = await server.open(90);
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      bypassCSP: true,
      locale: 'en',
    });
    const page = await context.newPage();
    await installTap(page);
    const fetched = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\.(js|css)$/.test(pathname)) fetched.add(pathname);
    });
    const beganMs = Date.now();
    await page.goto(`${server.origin}/#/join/${room.invite}`);
    await page.getByRole('button', { name: 'Play along' }).waitFor();
    const beforePicture = new Set(fetched);
    await page.getByRole('button', { name: 'Play along' }).tap();
    const surface = page.locator('canvas').first();
    await surface.waitFor();
    const box = await surface.boundingBox();
    let soundedMs: number | undefined;
    const x = (box?.x ?? 0) + (box?.width ?? 300) / 2;
    const y = (box?.y ?? 0) + (box?.height ?? 300) / 2;
    for (let tries = 0; tries < 60 && soundedMs === undefined; tries++) {
      await page.touchscreen.tap(x, y);
      await new Promise((resolve) => setTimeout(resolve, 120));
      soundedMs = await firstAbove(page, 0.002, beganMs);
    }
    const weigh = (paths: ReadonlySet<string>) =>
      [...paths].reduce(
        (sum, path) => sum + brotliCompressSync(readFileSync(join(clientDir, path))).length,
        0,
      ) / 1000;
    return {
      codeKb: weigh(fetched),
      firstPictureKb: weigh(beforePicture),
      files: fetched.size,
      toFirstSoundMs: (soundedMs ?? Number.NaN) - beganMs,
      taps: 2,
    };
  } finally {
    await browser.close();
  }
}
