import type { Page } from 'playwright-core';

/**
 * A tap at the loudspeaker, put into the page before anything of it runs: whatever is connected to a context's
 * destination is also connected to a worklet that writes every sample down with its place. Stamps of the context tell
 * when a place leaves the loudspeaker, on a clock that all processes of this machine share. The context must allow
 * `bypassCSP`, since the product's own pages load no worklet.
 */
export async function installTap(page: Page): Promise<void> {
  await page.addInitScript(TAP);
}

export interface Onset {
  /** When the sample left the loudspeaker, Unix ms. */
  readonly atMs: number;
  readonly peak: number;
}

/** Forgets what was written down so far. */
export const clearTap = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { tap: { clear(): void } }).tap.clear());

/** The beginnings of sounds since the last clearing: first samples above a quarter of the loudest, 150 ms apart or more. */
export const onsetsAt = (page: Page): Promise<readonly Onset[]> =>
  page.evaluate(() => (globalThis as unknown as { tap: { onsets(): Onset[] } }).tap.onsets());

/** The same, relative to a fixed level instead of the loudest sample. */
export const firstAbove = (page: Page, level: number, afterUnixMs: number): Promise<number | undefined> =>
  page.evaluate(
    ([threshold, after]) =>
      (
        globalThis as unknown as { tap: { firstAbove(level: number, after: number): number | undefined } }
      ).tap.firstAbove(threshold, after),
    [level, afterUnixMs] as const,
  );

const TAP = `(() => {
  const connect = AudioNode.prototype.connect;
  const taps = new WeakMap();
  const chunks = [];
  const stamps = [];
  let rate = 48000;
  const code = \`registerProcessor('tap', class extends AudioWorkletProcessor {
    constructor() { super(); this.block = new Float32Array(1024); this.filled = 0; }
    process([input]) {
      if (this.filled === 0) this.first = currentFrame;
      for (let i = 0; i < 128; i++) {
        let sum = 0;
        for (const channel of input) sum += channel[i];
        this.block[this.filled + i] = sum;
      }
      this.filled += 128;
      if (this.filled === 1024) { this.port.postMessage({ first: this.first, block: this.block.slice() }); this.filled = 0; }
      return true;
    }
  });\`;
  function tapOf(context) {
    let tap = taps.get(context);
    if (tap) return tap;
    rate = context.sampleRate;
    tap = context.audioWorklet.addModule(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))).then(() => {
      const node = new AudioWorkletNode(context, 'tap', { numberOfInputs: 1, numberOfOutputs: 1 });
      node.port.onmessage = ({ data }) => { chunks.push(data); if (chunks.length > 6000) chunks.shift(); };
      const mute = context.createGain();
      mute.gain.value = 0;
      connect.call(node, mute);
      connect.call(mute, context.destination);
      setInterval(() => {
        const { contextTime, performanceTime } = context.getOutputTimestamp();
        if (contextTime > 0) stamps.push({ c: contextTime, w: performance.timeOrigin + performanceTime });
        if (stamps.length > 12000) stamps.shift();
      }, 20);
      return node;
    });
    taps.set(context, tap);
    return tap;
  }
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode && this.context instanceof AudioContext)
      tapOf(this.context).then((node) => connect.call(this, node)).catch((fault) => console.error('tap', fault));
    return connect.call(this, target, ...rest);
  };
  function wallOf(frame) {
    const at = frame / rate;
    const near = stamps.filter(({ c }) => Math.abs(c - at) < 0.5).map(({ c, w }) => w - c * 1000).sort((a, b) => a - b);
    return near.length ? at * 1000 + near[near.length >> 1] : NaN;
  }
  globalThis.tap = {
    clear() { chunks.length = 0; },
    onsets() {
      let loudest = 0;
      for (const { block } of chunks) for (const sample of block) loudest = Math.max(loudest, Math.abs(sample));
      const found = [];
      let quietUntil = 0;
      for (const { first, block } of chunks)
        for (let i = 0; i < block.length; i++)
          if (first + i >= quietUntil && Math.abs(block[i]) > loudest / 4) {
            found.push({ atMs: wallOf(first + i), peak: loudest });
            quietUntil = first + i + 0.15 * rate;
          }
      return found;
    },
    firstAbove(level, after) {
      for (const { first, block } of chunks)
        for (let i = 0; i < block.length; i++)
          if (Math.abs(block[i]) > level) {
            const at = wallOf(first + i);
            if (at > after) return at;
          }
      return undefined;
    },
  };
})();`;
