import { createRandom, type Random } from '../../../shared/base/random.ts';
import { pollIntervalMs } from '../../../shared/time/poll-interval.ts';

/*
 * Browsers' audio as their clocks show it, in virtual time. With F the context time the device has asked for:
 *
 *   currentTime      a staircase: the end of the buffer rendered last, one buffer ahead of F, seen a little late
 *   what is audible  A(t) = F(t − outputLatency)
 *   a stamp          a pair (A(p), p) of a moment just past, as exact as the platform makes it
 *
 * A lost buffer stops F for its length, for good.
 */

export type DeviceKind =
  | 'chromium'
  | 'chromiumTablet'
  | 'firefox'
  | 'firefoxFine'
  | 'webview'
  | 'safari'
  | 'safariZeroStamps'
  | 'safariJumpyStamps';

export const DEVICE_KINDS: readonly DeviceKind[] = [
  'chromium',
  'chromiumTablet',
  'firefox',
  'firefoxFine',
  'webview',
  'safari',
  'safariZeroStamps',
  'safariJumpyStamps',
];

type Platform = {
  /** Audio rendered at a time. */
  readonly bufferMs: number;
  readonly outputMs: number;
  readonly reportsOutput: boolean;
  /** Resolution of performance.now(), and whether it is rounded down or at a random point (Firefox). */
  readonly grainMs: number;
  readonly grain: 'floor' | 'dithered';
  readonly stamps: 'steady' | 'fromCurrentTime' | 'zero' | 'jumpy' | 'none';
  readonly stampNoiseMs: number;
  readonly outliers: number;
};

const PLATFORMS: Record<DeviceKind, Platform> = {
  chromium: platform({ bufferMs: 10, outputMs: 32, grainMs: 0.1, stamps: 'steady', stampNoiseMs: 0.1 }),
  chromiumTablet: platform({
    bufferMs: 20,
    outputMs: 55,
    grainMs: 0.1,
    stamps: 'steady',
    stampNoiseMs: 0.4,
    outliers: 0.02,
  }),
  firefox: platform({
    bufferMs: (4 * 128) / 48,
    outputMs: 25,
    grainMs: 1,
    grain: 'dithered',
    stamps: 'fromCurrentTime',
  }),
  firefoxFine: platform({ bufferMs: 128 / 48, outputMs: 20, grainMs: 0.02, stamps: 'fromCurrentTime' }),
  webview: platform({ bufferMs: 10, outputMs: 40, reportsOutput: false, grainMs: 0.1 }),
  safari: platform({ bufferMs: (4 * 128) / 44.1, outputMs: 40, reportsOutput: false, grainMs: 1 }),
  safariZeroStamps: platform({ bufferMs: 128 / 44.1, outputMs: 18, grainMs: 1, stamps: 'zero' }),
  safariJumpyStamps: platform({ bufferMs: 128 / 44.1, outputMs: 18, grainMs: 1, stamps: 'jumpy' }),
};

function platform(given: Partial<Platform>): Platform {
  return {
    bufferMs: 10,
    outputMs: 32,
    reportsOutput: true,
    grainMs: 0.1,
    grain: 'floor',
    stamps: 'none',
    stampNoiseMs: 0,
    outliers: 0,
    ...given,
  };
}

export type DeviceOptions = {
  readonly kind: DeviceKind;
  readonly seed: number;
  /** How far the card runs off the local clock; else up to ±50 by chance. */
  readonly skewPpm?: number;
  /** Buffers lost, at which local time and how much. */
  readonly losses?: readonly { readonly atMs: number; readonly lostMs: number }[];
  /** Output latency from some time on (Bluetooth takes over). */
  readonly outputMsFrom?: { readonly atMs: number; readonly outputMs: number };
};

export type Reading = {
  readonly localMs: number;
  readonly currentSec: number;
  readonly baseLatencySec: number;
  readonly outputLatencySec: number | undefined;
  readonly stamp: { readonly contextSec: number; readonly performanceMs: number } | undefined;
};

export type Device = {
  /** What the page reads at true local time `atMs`. */
  read(atMs: number): Reading;
  /** Context ms that leaves the loudspeaker at `atMs`: the truth. */
  audibleMs(atMs: number): number;
};

export const gaussian = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
export const exponential = (random: Random, mean: number) => -mean * Math.log(1 - random());

export function createDevice({ kind, seed, skewPpm, losses = [], outputMsFrom }: DeviceOptions): Device {
  const random = createRandom(seed);
  const made = PLATFORMS[kind];
  const rate = 1 + (skewPpm ?? 100 * random() - 50) * 1e-6;
  const startMs = 200 * random() + 50;
  const wake = createRandom(seed + 7);
  const lateness: number[] = [];
  const latenessOf = (buffer: number) => {
    while (lateness.length <= buffer) lateness.push(wake() < 0.01 ? 5 * wake() : exponential(wake, 0.3));
    return lateness[buffer] ?? 0;
  };
  const jump = createJumps(createRandom(seed + 13));

  const frontMs = (atMs: number) => {
    const lost = losses.reduce((sum, loss) => sum + Math.min(loss.lostMs, Math.max(0, atMs - loss.atMs)), 0);
    return Math.max(0, (atMs - startMs - lost) * rate);
  };
  const outputMsAt = (atMs: number) =>
    outputMsFrom && atMs >= outputMsFrom.atMs ? outputMsFrom.outputMs : made.outputMs;
  const audibleMs = (atMs: number) => frontMs(atMs - outputMsAt(atMs));
  const currentMs = (atMs: number) => {
    const buffer = Math.floor(frontMs(atMs) / made.bufferMs);
    const begunMs = frontMs(atMs) - buffer * made.bufferMs;
    return (begunMs >= latenessOf(buffer) ? buffer + 1 : buffer) * made.bufferMs;
  };
  const grained = (atMs: number) => {
    const down = Math.floor(atMs / made.grainMs) * made.grainMs;
    const up = made.grain === 'dithered' && random() < (atMs - down) / made.grainMs;
    return up ? down + made.grainMs : down;
  };

  const stampAt = (atMs: number, shownSec: number, shownMs: number): Reading['stamp'] => {
    switch (made.stamps) {
      case 'none':
        return undefined;
      case 'zero':
        return { contextSec: 0, performanceMs: 0 };
      case 'fromCurrentTime':
        return { contextSec: Math.max(0, shownSec - outputMsAt(atMs) / 1000), performanceMs: shownMs };
      case 'jumpy':
        return { contextSec: (audibleMs(atMs) + jump(atMs)) / 1000, performanceMs: shownMs };
      default: {
        const pastMs = atMs - made.bufferMs * random();
        const outlier = random() < made.outliers ? (random() < 0.5 ? -1 : 1) * (5 + 15 * random()) : 0;
        const noise = made.stampNoiseMs * gaussian(random) + outlier;
        return { contextSec: (audibleMs(pastMs) + noise) / 1000, performanceMs: grained(pastMs) };
      }
    }
  };

  return {
    audibleMs,
    read(atMs) {
      const shownMs = grained(atMs);
      const currentSec = currentMs(atMs - exponential(random, 0.1)) / 1000;
      return {
        localMs: shownMs,
        currentSec,
        baseLatencySec: made.bufferMs / 1000,
        outputLatencySec: made.reportsOutput ? outputMsAt(atMs) / 1000 : undefined,
        stamp: stampAt(atMs, currentSec, shownMs),
      };
    },
  };
}

/** An offset that jumps about: a few stamps at one value, then at another, up to 20 ms away. */
function createJumps(random: Random) {
  let untilMs = 0;
  let offsetMs = 0;
  return (atMs: number) => {
    while (atMs > untilMs) {
      untilMs += exponential(random, 300);
      offsetMs = random() < 0.5 ? 0 : 40 * random() - 20;
    }
    return offsetMs + gaussian(random);
  };
}

/** When the scheduler really gets its turn: a little late, and now and then held up. */
export function* pollTimes(seed: number, fromMs: number, toMs: number): Generator<number> {
  const random = createRandom(seed);
  let dueMs = fromMs;
  let tick = 0;
  for (let atMs = fromMs; atMs < toMs; ) {
    yield atMs;
    dueMs += pollIntervalMs(tick++);
    const heldUpMs = random() < 0.005 ? 50 + 150 * random() : 0;
    atMs = Math.max(atMs + 1, dueMs + exponential(random, 0.8) + heldUpMs);
  }
}
