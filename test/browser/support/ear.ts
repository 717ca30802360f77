import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** Ten milliseconds of what a page sends to its loudspeaker. */
export interface Frame {
  /** When it leaves the loudspeaker, in ms of the epoch: comparable between pages of one machine. */
  readonly atMs: number;
  readonly rms: number;
  readonly peak: number;
}

interface EarInPage {
  readonly frames: Frame[];
  /** Moments at which fingers, keys or clicks arrived, as the browser stamped them. */
  readonly downs: number[];
  readonly clicks: number[];
  readonly contexts: AudioContext[];
}

declare global {
  interface Window {
    ear: EarInPage;
  }
}

/** Put into a page before its own scripts: taps whatever is connected to a loudspeaker, and changes nothing about it. */
export function installEar(): void {
  const frameSec = 0.01;
  const kept = 9000;
  const ear: EarInPage = { frames: [], downs: [], clicks: [], contexts: [] };
  window.ear = ear;
  const stamp = (list: number[]) => (event: Event) => {
    list.push(performance.timeOrigin + event.timeStamp);
  };
  addEventListener('pointerdown', stamp(ear.downs), { capture: true });
  addEventListener('click', stamp(ear.clicks), { capture: true });

  const listen = (node: AudioNode, context: AudioContext) => {
    ear.contexts.push(context);
    const tap = new AnalyserNode(context, { fftSize: 32_768 });
    connect.call(node, tap);
    const samples = new Float32Array(tap.fftSize);
    const rate = context.sampleRate;
    const length = Math.round(frameSec * rate);
    let next = 0;
    setInterval(() => {
      const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
      const until = Math.round(context.currentTime * rate);
      tap.getFloatTimeDomainData(samples);
      next = Math.max(next, until - samples.length);
      for (; next + length <= until; next += length) {
        const from = samples.length - (until - next);
        let sum = 0;
        let peak = 0;
        for (let i = from; i < from + length; i++) {
          const sample = samples[i] ?? 0;
          sum += sample * sample;
          peak = Math.max(peak, Math.abs(sample));
        }
        const atMs = performance.timeOrigin + performanceTime + (next / rate - contextTime) * 1000;
        ear.frames.push({ atMs, rms: Math.sqrt(sum / length), peak });
      }
      if (ear.frames.length > kept) ear.frames.splice(0, ear.frames.length - kept);
    }, 50);
  };

  const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => AudioNode;
  AudioNode.prototype.connect = function tapped(this: AudioNode, ...args: unknown[]) {
    const connected = connect.apply(this, args);
    if (args[0] instanceof AudioDestinationNode && this.context instanceof AudioContext)
      listen(this, this.context);
    return connected;
  };
}

/** Softer than this is silence: -60 dBFS. */
export const SILENCE = 0.001;
/** A note anyone can hear: -46 dBFS over ten milliseconds. */
export const AUDIBLE = 0.005;

/** What was sounded since a moment of the page's clock. */
export const framesSince = (page: Page, fromMs: number): Promise<readonly Frame[]> =>
  page.evaluate((from) => window.ear.frames.filter(({ atMs }) => atMs >= from), fromMs);

/** The page's clock, in ms of the epoch. */
export const nowIn = (page: Page): Promise<number> =>
  page.evaluate(() => performance.timeOrigin + performance.now());

/** The first moment after `fromMs` at which a page can be heard. */
export function firstHeard(page: Page, fromMs: number, withinMs = 20_000): Promise<number> {
  return until(async () => (await framesSince(page, fromMs)).find(({ rms }) => rms > AUDIBLE)?.atMs, {
    what: 'a sound is heard',
    withinMs,
  });
}

/** Waits until a page has been silent for so long, and gives the moment its silence began. */
export function silent(page: Page, forMs = 300): Promise<number> {
  return until(
    async () => {
      const frames = await framesSince(page, 0);
      const last = frames.at(-1)?.atMs ?? 0;
      const began = frames.findLast(({ rms }) => rms > SILENCE)?.atMs ?? frames[0]?.atMs ?? last;
      return last - began >= forMs && began;
    },
    { what: 'the page falls silent', withinMs: 30_000 },
  );
}

/** The loudest ten milliseconds between two moments; waits until the second has passed. */
export async function loudestBetween(page: Page, fromMs: number, toMs: number): Promise<number> {
  const frames = await until(async () => {
    const heard = await framesSince(page, fromMs);
    return (heard.at(-1)?.atMs ?? 0) >= toMs && heard;
  });
  return Math.max(0, ...frames.filter(({ atMs }) => atMs <= toMs).map(({ rms }) => rms));
}

/** When separate strokes began, since a moment: each far louder than the tenth of a second before it. */
export async function strokesSince(page: Page, fromMs: number): Promise<readonly number[]> {
  const frames = await framesSince(page, fromMs);
  const strokes: number[] = [];
  for (const [i, { atMs, rms }] of frames.entries()) {
    const before = frames.slice(Math.max(0, i - 10), Math.max(0, i - 1));
    const floor = Math.max(0, ...before.map((frame) => frame.rms));
    const isFresh = atMs - (strokes.at(-1) ?? 0) > 120;
    if (i > 10 && isFresh && rms > AUDIBLE && rms > 2.5 * floor) strokes.push(atMs);
  }
  return strokes;
}

/** The latest touch and the latest click that reached a page. */
export const lastDown = (page: Page): Promise<number> => page.evaluate(() => window.ear.downs.at(-1) ?? 0);
export const lastClick = (page: Page): Promise<number> => page.evaluate(() => window.ear.clicks.at(-1) ?? 0);
