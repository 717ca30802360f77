import { createRandom } from '../../../shared/base/random.ts';
import { localMs } from '../../../shared/base/units.ts';
import { type AudioClock, createAudioClock } from '../../../shared/time/audio-clock.ts';
import { createDevice, DEVICE_KINDS, type Device, type DeviceKind, gaussian, pollTimes } from './devices.ts';

/** Two devices' clicks apart, in ms, on one kind of network. */
export type AudioClockRow = {
  readonly path: string;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly aimP99: number;
  /** The same devices with the audio clock anchored once, when the sound starts. */
  readonly anchoredOnceP99: number;
  /** … and with `currentTime` read as now, its latency taken off. */
  readonly currentTimeP99: number;
};

export type LostBufferRow = {
  readonly device: DeviceKind;
  readonly lost: number;
  /** From the first moment a click would be further than 2 ms from where it should be to the last. */
  readonly mendedP50Ms: number;
  readonly mendedWorstMs: number;
};

export type AudioClockBench = {
  readonly pairs: readonly AudioClockRow[];
  readonly lostBuffers: readonly LostBufferRow[];
  /** By device alone: how far its clicks are from where they should be. */
  readonly devices: readonly { readonly device: DeviceKind; readonly p50: number; readonly p99: number }[];
};

/** What the room clock adds at each end, p99 in ms (TIMING: the aims; on 4G, one network's common asymmetry cancels). */
const PATHS = [
  { path: 'LAN pair', clockP99: 0.35, aimP99: 1 },
  { path: 'ward Wi-Fi pair', clockP99: 0.8, aimP99: 1.5 },
  { path: '4G pair', clockP99: 1.2, aimP99: 2.5 },
];
const P99_OF_GAUSSIAN = 2.576;
const SETTLED_MS = 5000;
/** What is sounded is handed to the graph this long before. */
const AHEAD_MS = 100;
const CLICK_EVERY_MS = 300;
const POLL_MS = 25;
const NEAR_MS = 2;

export type Errors = {
  readonly ours: number[];
  readonly anchoredOnce: number[];
  readonly currentTime: number[];
};

/** Seeded and in virtual time: the same figures on every machine. */
export function runAudioClockBench({ minutes = 3, seeds = 3 } = {}): AudioClockBench {
  const played = DEVICE_KINDS.flatMap((kind) =>
    Array.from({ length: seeds }, (_, index) => ({
      kind,
      errors: clicksOf(kind, 100 * index + 11, minutes),
    })),
  );
  return {
    pairs: PATHS.map(({ path, clockP99, aimP99 }) => {
      const apart = (of: keyof Errors) =>
        apartMs(
          played.map(({ errors }) => errors[of]),
          clockP99,
        );
      const ours = apart('ours');
      return {
        path,
        p50: quantile(ours, 0.5),
        p95: quantile(ours, 0.95),
        p99: quantile(ours, 0.99),
        aimP99,
        anchoredOnceP99: quantile(apart('anchoredOnce'), 0.99),
        currentTimeP99: quantile(apart('currentTime'), 0.99),
      };
    }),
    lostBuffers: DEVICE_KINDS.map((kind) => mendingOf(kind, 4 * seeds)),
    devices: DEVICE_KINDS.map((kind) => {
      const own = played
        .filter((one) => one.kind === kind)
        .flatMap(({ errors }) => errors.ours.map(Math.abs));
      return { device: kind, p50: quantile(own, 0.5), p99: quantile(own, 0.99) };
    }),
  };
}

/** Clicks of one device over some minutes, a buffer lost every two or so: how far each sounded from where it was meant. */
export function clicksOf(kind: DeviceKind, seed: number, minutes: number): Errors {
  const random = createRandom(seed + 1);
  const endMs = minutes * 60_000;
  const losses = [];
  for (let atMs = 20_000 + 60_000 * random(); atMs < endMs; atMs += 60_000 + 120_000 * random()) {
    losses.push({ atMs, lostMs: 10 + 30 * random() });
  }
  const device = createDevice({ kind, seed, losses });
  const clock = createAudioClock();
  const errors: Errors = { ours: [], anchoredOnce: [], currentTime: [] };
  let anchorMs: number | undefined;
  let nextMs = SETTLED_MS;
  for (const atMs of pollTimes(seed + 2, 1000, endMs)) {
    const reading = feed(clock, device, atMs);
    const latencyMs = 1000 * (reading.baseLatencySec + (reading.outputLatencySec ?? 0.04));
    const heardMs = 1000 * reading.currentSec - latencyMs - reading.localMs;
    if (atMs < nextMs) continue;
    nextMs += CLICK_EVERY_MS;
    anchorMs ??= heardMs;
    const clickMs = atMs + AHEAD_MS;
    const truthMs = device.audibleMs(clickMs);
    errors.ours.push(1000 * (clock.audioSecAt(localMs(clickMs)) ?? Number.NaN) - truthMs);
    errors.anchoredOnce.push(clickMs + anchorMs - truthMs);
    errors.currentTime.push(clickMs + heardMs - truthMs);
  }
  return errors;
}

/** One poll, as a browser's scheduler does it. */
export function feed(clock: AudioClock, device: Device, atMs: number) {
  const reading = device.read(atMs);
  if (reading.stamp) clock.onStamp(reading.stamp);
  clock.onCurrentTime({ ...reading, localMs: localMs(reading.localMs) });
  return reading;
}

/** Ten to forty ms are lost after half a minute; how long until what is asked of the clock is right again. */
function mendingOf(kind: DeviceKind, trials: number): LostBufferRow {
  const mended = Array.from({ length: trials }, (_, trial) => {
    const atMs = 30_000 + 37 * trial;
    const lostMs = 10 + (30 * trial) / Math.max(1, trials - 1);
    const device = createDevice({ kind, seed: 500 + trial, losses: [{ atMs, lostMs }] });
    const clock = createAudioClock();
    let wrongFromMs: number | undefined;
    let wrongAtMs = atMs;
    for (const pollMs of pollTimes(900 + trial, 1000, atMs + 5000)) {
      feed(clock, device, pollMs);
      const errorMs = 1000 * (clock.audioSecAt(localMs(pollMs)) ?? Number.NaN) - device.audibleMs(pollMs);
      if (pollMs < atMs || Math.abs(errorMs) <= NEAR_MS) continue;
      wrongFromMs ??= pollMs;
      wrongAtMs = pollMs;
    }
    return wrongFromMs === undefined ? 0 : wrongAtMs + POLL_MS - wrongFromMs;
  });
  return {
    device: kind,
    lost: trials,
    mendedP50Ms: quantile(mended, 0.5),
    mendedWorstMs: Math.max(...mended),
  };
}

/** Every device against every other, click by click, each with its own error of the room clock. */
function apartMs(devices: readonly (readonly number[])[], clockP99: number): number[] {
  const random = createRandom(4242);
  const clockMs = () => (clockP99 / P99_OF_GAUSSIAN) * gaussian(random);
  const apart: number[] = [];
  for (const [index, one] of devices.entries()) {
    for (const other of devices.slice(index + 1)) {
      const clicks = Math.min(one.length, other.length);
      for (let click = 0; click < clicks; click += 2) {
        const [here, there] = [one[click] ?? Number.NaN, other[click] ?? Number.NaN];
        apart.push(Math.abs(here + clockMs() - there - clockMs()));
      }
    }
  }
  return apart;
}

/** What is not known counts as the worst. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values
    .map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value))
    .sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
