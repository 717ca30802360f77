import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium.ts';
import { quantile } from '../support/quantile.ts';
import { clearTap, firstAbove, installTap } from './tap.ts';
import { visit } from './visitor.ts';
import type { BenchServer } from './with-server.ts';

export interface TouchRow {
  readonly who: 'windchime' | 'bare buffer';
  /** How much slower than it is the processor was made. */
  readonly throttledBy: number;
  readonly touches: number;
  /** From the touch event's own time stamp to the first sample that leaves the loudspeaker. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

/**
 * Touch to first sample, in the room and, in the same run, on a page that does nothing but start a buffer in the
 * handler: the least this browser can do.
 */
export async function runTouchBench(server: BenchServer, touches: number): Promise<readonly TouchRow[]> {
  const browser = await launchChromium();
  try {
    const room = await server.open(90);
    const ours = await visit(browser, `${server.origin}/#/join/${room.invite}`);
    await noteTouches(ours);
    await pause(5000);
    const bare = await barePage(await ours.context().newPage(), server.origin);
    const rows: TouchRow[] = [];
    for (const throttledBy of [1, 4]) {
      for (const [who, page] of [
        ['bare buffer', bare],
        ['windchime', ours],
      ] as const) {
        await page.bringToFront();
        rows.push({ who, throttledBy, ...(await measure(page, throttledBy, touches)) });
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function measure(page: Page, throttledBy: number, touches: number) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttledBy });
  await pause(1000);
  const lagsMs: number[] = [];
  for (let count = 0; count < touches; count++) {
    await clearTap(page);
    await touch(cdp, 200 + 37 * (count % 9), 560 + 29 * (count % 7));
    await pause(450);
    const touchedAt = await page.evaluate(() => (globalThis as unknown as { touchedAt: number }).touchedAt);
    const soundedAt = await firstAbove(page, AUDIBLE, touchedAt);
    if (soundedAt !== undefined) lagsMs.push(soundedAt - touchedAt);
    // At no even distance, so that touches fall anywhere in an audio block.
    await pause(150 + ((count * 37) % 100));
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { touches: lagsMs.length, medianMs: quantile(lagsMs, 0.5), p99Ms: quantile(lagsMs, 0.99) };
}

/** Well above the end of the last note, well below the beginning of the next. */
const AUDIBLE = 0.004;

async function touch(cdp: CDPSession, x: number, y: number): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const noteTouches = (page: Page) =>
  page.evaluate(() => {
    addEventListener(
      'pointerdown',
      (event) => Object.assign(globalThis, { touchedAt: performance.timeOrigin + event.timeStamp }),
      { capture: true },
    );
  });

async function barePage(page: Page, origin: string): Promise<Page> {
  await installTap(page);
  await page.goto(`${origin}/healthz`);
  await noteTouches(page);
  await page.evaluate(() => {
    const context = new AudioContext({ latencyHint: 'interactive' });
    const click = context.createBuffer(1, 4800, context.sampleRate);
    click.getChannelData(0).forEach((_, index, samples) => {
      samples[index] = 0.3 * Math.exp(-index / 400) * Math.sin(index / 6);
    });
    document.body.style.cssText = 'position:fixed;inset:0;touch-action:none';
    addEventListener('pointerdown', () => {
      const source = context.createBufferSource();
      source.buffer = click;
      source.connect(context.destination);
      source.start();
    });
    void context.resume();
  });
  return page;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
