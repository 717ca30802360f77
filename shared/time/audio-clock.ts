import { type AudioSec, audioSec, type LocalMs, localMs } from '../base/units.ts';
import { createAudioEnvelope } from './audio-envelope.ts';
import { createStampLine } from './audio-stamp-line.ts';
import { median } from './median.ts';

/*
 * Which time of the AudioContext leaves the loudspeaker at a local time? Never anchored once, and `currentTime` is never
 * "now". Polled at every tick of the scheduler:
 *
 *   stamps that lie on a line    the line: it holds the output latency already       (audio-stamp-line.ts)
 *   stamps that jump, or none    the envelope of `currentTime`, less the latency     (audio-envelope.ts)
 *   suspended or standing still  no answer, until it runs again
 */

/** The device's audio clock. Pure: it learns only from what it is told. */
export type AudioClock = {
  /** A pair of `getOutputTimestamp()`; zeros, repeats and nonsense are passed over. */
  onStamp(stamp: { readonly contextSec: number; readonly performanceMs: number }): void;
  /** `currentTime` read together with `performance.now()`, and the latencies the context reports then, if it does. */
  onCurrentTime(reading: CurrentTimeReading): void;
  /** Context time at which a sound must be scheduled to leave the loudspeaker at `at`; `undefined` while that is not known. */
  audioSecAt(at: LocalMs): AudioSec | undefined;
  /** Inverse of `audioSecAt`: when a sound scheduled at `sec` is heard, for what is drawn with it. */
  localMsAt(sec: AudioSec): LocalMs | undefined;
  /** How much later than the browser knows sound leaves this device, found by tapping along. From then on. */
  setCorrectionMs(ms: number): void;
  /** The context was suspended or interrupted: what was known is dropped. */
  onSuspended(): void;
  onResumed(): void;
  /** How often the mapping was replaced at once: a lost buffer, another output, a resumption. */
  readonly generation: number;
  readonly source: AudioClockSource;
};

export type CurrentTimeReading = {
  readonly currentSec: number;
  readonly localMs: LocalMs;
  readonly baseLatencySec: number | undefined;
  readonly outputLatencySec: number | undefined;
};

export type AudioClockSource = 'stamps' | 'envelope' | 'none';

/** Where a browser does not say: the middle of what is measured on built-in loudspeakers. */
const UNTOLD_OUTPUT_MS = 40;
const LATENCY_WINDOW_MS = 1000;
/** Stamps that came back steady are trusted again after so long. */
const TRUST_AGAIN_MS = 5000;
/** A context whose time stands still for so long does not run, whatever its state says. */
const STANDSTILL_MS = 600;

export function createAudioClock(options: { readonly correctionMs?: number } = {}): AudioClock {
  const stamps = createStampLine();
  const envelope = createAudioEnvelope();
  const latency = createLatency();
  let correctionMs = options.correctionMs ?? 0;
  let isSuspended = false;
  let source: AudioClockSource = 'none';
  let generation = 0;
  let stepsSeen = 0;
  let steadySinceMs: number | undefined;
  let moved = { currentSec: 0, atMs: 0 };

  const drop = () => {
    stamps.drop();
    envelope.drop();
    latency.drop();
    steadySinceMs = undefined;
    if (source !== 'none') generation += 1;
    source = 'none';
  };

  /** Stamps first, and not to and fro: once they were left, they have to prove themselves. */
  const chooseSource = (atMs: number) => {
    const isSteady = stamps.isSteady(atMs);
    steadySinceMs = isSteady ? (steadySinceMs ?? atMs) : undefined;
    const isTrusted = steadySinceMs !== undefined && atMs - steadySinceMs >= TRUST_AGAIN_MS;
    const hasEnvelope = envelope.offsetMsAt(atMs) !== undefined;
    const chosen =
      isSteady && (source !== 'envelope' || isTrusted) ? 'stamps' : hasEnvelope ? 'envelope' : 'none';
    const steps = chosen === 'stamps' ? stamps.steps : envelope.steps;
    const isReplaced = source !== 'none' && (chosen !== source || steps !== stepsSeen);
    if (isReplaced) generation += 1;
    stepsSeen = steps;
    source = chosen;
  };

  const offsetMsAt = (atMs: number) => {
    if (source === 'none') return undefined;
    if (source === 'stamps') return stamps.offsetMsAt(atMs);
    const offsetMs = envelope.offsetMsAt(atMs);
    return offsetMs === undefined ? undefined : offsetMs - latency.ms();
  };

  return {
    onStamp({ contextSec, performanceMs }) {
      if (!isSuspended) stamps.onStamp(contextSec * 1000, performanceMs);
    },
    onCurrentTime({ currentSec, localMs: atMs, baseLatencySec, outputLatencySec }) {
      if (isSuspended) return;
      if (currentSec !== moved.currentSec) moved = { currentSec, atMs };
      if (atMs - moved.atMs > STANDSTILL_MS) {
        drop();
        return;
      }
      latency.onReported(atMs, baseLatencySec, outputLatencySec);
      envelope.onReading(currentSec * 1000, atMs);
      chooseSource(atMs);
    },
    audioSecAt(at) {
      const atMs = at - correctionMs;
      const offsetMs = offsetMsAt(atMs);
      return offsetMs === undefined ? undefined : audioSec((atMs + offsetMs) / 1000);
    },
    localMsAt(sec) {
      const nearMs = sec * 1000 - (offsetMsAt(sec * 1000) ?? 0);
      const offsetMs = offsetMsAt(nearMs);
      return offsetMs === undefined ? undefined : localMs(sec * 1000 - offsetMs + correctionMs);
    },
    setCorrectionMs(ms) {
      correctionMs = ms;
    },
    onSuspended() {
      isSuspended = true;
      drop();
    },
    onResumed() {
      isSuspended = false;
      moved = { currentSec: 0, atMs: 0 };
    },
    get generation() {
      return generation;
    },
    get source() {
      return source;
    },
  };
}

/** The reported latencies, as the median of a second: some browsers let them flicker. */
function createLatency() {
  let seen: { readonly atMs: number; readonly totalMs: number }[] = [];
  return {
    onReported(atMs: number, baseSec: number | undefined, outputSec: number | undefined) {
      const totalMs = told(baseSec, 0) + told(outputSec, UNTOLD_OUTPUT_MS);
      seen = [...seen.filter((one) => atMs - one.atMs <= LATENCY_WINDOW_MS), { atMs, totalMs }];
    },
    ms: () => (seen.length > 0 ? median(seen.map(({ totalMs }) => totalMs)) : UNTOLD_OUTPUT_MS),
    drop() {
      seen = [];
    },
  };
}

const told = (sec: number | undefined, untoldMs: number) =>
  sec !== undefined && sec > 0 && Number.isFinite(sec) ? sec * 1000 : untoldMs;
