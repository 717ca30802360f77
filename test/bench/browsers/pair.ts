import type { Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium.ts';
import { quantile } from '../support/quantile.ts';
import { type Conductor, conduct } from './conductor.ts';
import { clearTap, onsetsAt } from './tap.ts';
import { visit } from './visitor.ts';
import { type BenchServer } from './with-server.ts';

export interface PairRow {
  readonly what: 'pulse' | 'loop' | 'note';
  /** Sounds both browsers made, and those only one made. */
  readonly onsets: number;
  readonly unmatched: number;
  /** How far apart the two made the same sound, ms. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** At 120 a beat is 500 ms: sounds are far enough apart to be told apart by their time alone. */
const BPM = 120;

/**
 * Two Chromium processes in one room, and a conductor without a page: how far apart do they sound the same pulse, the
 * same loop, the same note of somebody else? Measured on the samples that reach each one's loudspeaker.
 */
export async function runPairBench(server: BenchServer, secondsEach: number): Promise<readonly PairRow[]> {
  const browsers = [await launchChromium(), await launchChromium()];
  try {
    const room = await server.open(BPM);
    const conductor = await conduct(server.origin, room);
    const link = `${server.origin}/#/join/${room.invite}`;
    const pages = await Promise.all(browsers.map((browser) => visit(browser, link)));
    conductor.wish({ type: 'fixEcho', echo: 'eighth' });
    conductor.wish({ type: 'chooseInstrument', instrument: 'woodblock' });
    await pause(6000);
    const rows = [
      await measure('pulse', pages, secondsEach, () => startPulse(conductor)),
      await measure('loop', pages, secondsEach, () => startLoop(conductor)),
      await measure('note', pages, secondsEach, () => playNotes(conductor, secondsEach)),
    ];
    conductor.close();
    return rows;
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

/** @param start begins the sound, resolves with how to end it. */
async function measure(
  what: PairRow['what'],
  pages: readonly Page[],
  seconds: number,
  start: () => () => void,
): Promise<PairRow> {
  const stop = start();
  await pause(3500);
  for (const page of pages) await clearTap(page);
  await pause(seconds * 1000);
  const [ones = [], others = []] = await Promise.all(pages.map(onsetsAt));
  stop();
  await pause(4000);
  const pairs = ones.map((one) =>
    nearest(
      one.atMs,
      others.map(({ atMs }) => atMs),
    ),
  );
  const apart = pairs.filter((ms): ms is number => ms !== undefined && Number.isFinite(ms));
  return {
    what,
    onsets: apart.length,
    unmatched: Math.abs(ones.length - apart.length) + Math.abs(others.length - apart.length),
    p50Ms: quantile(apart, 0.5),
    p95Ms: quantile(apart, 0.95),
    p99Ms: quantile(apart, 0.99),
  };
}

/** How far the nearest of `times` is from `at`, if it is the same sound at all. */
function nearest(at: number, times: readonly number[]): number | undefined {
  const apart = Math.min(...times.map((time) => Math.abs(time - at)));
  return apart < SAME_SOUND_MS ? apart : undefined;
}
const SAME_SOUND_MS = 100;

function startPulse(conductor: Conductor) {
  conductor.wish({ type: 'startPulse' });
  return () => conductor.wish({ type: 'stopPulse' });
}

function startLoop(conductor: Conductor) {
  const cells = [0, 2, 4, 6].map((step) => ({ step, row: 1, strength: 0.8 }));
  conductor.wish({ type: 'setLoop', loop: { instrument: 'woodblock', steps: 8, stepTicks: 480, cells } });
  return () => conductor.wish({ type: 'stopLoop' });
}

function playNotes(conductor: Conductor, seconds: number) {
  let left = seconds + 8;
  const timer = setInterval(() => {
    const played = conductor.tickNow();
    const note = { instrument: 'woodblock', pitch: 82, strength: 0.8, colour: 0.5, length: 240 };
    conductor.wish({ type: 'playNote', played, sounds: played, ...note });
    left -= 0.4;
    if (left < 0) clearInterval(timer);
  }, 400);
  return () => clearInterval(timer);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
