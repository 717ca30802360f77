import { createRandom, type Random } from '../../../shared/base/random.ts';
import { createDeviceClock, type Sleep } from './device-clock.ts';
import { createEventQueue } from './event-queue.ts';
import type { PathKind } from './paths.ts';

/** What a clock under test can do in the simulated world: read its own clocks, set timers, ask the server for the time. */
export interface Device {
  /** `performance.now()`: stands still during sleep. */
  localNowMs(): number;
  /** `Date.now()`: goes on during sleep. */
  dateNowMs(): number;
  /** Calls `then` when `delayMs` have passed on the device's own clock; returns what calls it off. */
  after(delayMs: number, then: () => void): () => void;
  /** Asks the server for its time over the path; the answer comes as it left the server. */
  ask(onAnswer: (serverMs: number) => void): void;
  /** Calls `then` whenever the device wakes up. */
  onWake(then: () => void): void;
  readonly random: Random;
}

/** One way to estimate the server's time, as driven by the bench. */
export interface Contestant {
  readonly name: string;
  /** Begins on the device and returns the estimate of the server's time at a local time, or null as long as there is none. */
  start(device: Device): (localMs: number) => number | null;
}

/** The estimate beside the truth, at a true time since the start. */
export interface Sample {
  readonly atMs: number;
  readonly errorMs: number;
}

export interface WorldRun {
  readonly samples: readonly Sample[];
  readonly worstBackStepMs: number;
  readonly wakesMs: readonly number[];
}

/** The server's clock reads this when the world begins. */
const SERVER_START_MS = 1.75e12;
const SLEEP_MS = 30_000;
const SLEEP_EVERY_MS = 120_000;
const SAMPLE_MS = 100;
/** Close after the start and after each wake, so that settling is measured to 10 ms. */
const CLOSE_SAMPLE_MS = 10;
const CLOSE_FOR_MS = 3_000;

/** One device with one contestant on one path for `lengthMs`. The same seed gives every contestant the same world. */
export function runWorld(contestant: Contestant, path: PathKind, seed: number, lengthMs: number): WorldRun {
  const queue = createEventQueue();
  const random = createRandom(seed * 7919 + 17);
  const sign = random() < 0.5 ? -1 : 1;
  const skewPpm = path.skewPpm === 50 ? sign * 50 : (2 * random() - 1) * path.skewPpm;
  const sleeps = path.sleeps ? sleepsWithin(lengthMs, random) : [];
  const clock = createDeviceClock({ startMs: 1_000 + random() * 100_000, skewPpm, sleeps });
  const { up, down } = path.create(seed);
  const watch = watchSteps();

  /** Whatever the device does is watched: the estimate just after it must not be below the one just before. */
  const onDevice = (act: () => void) => () => {
    watch.look(clock.localMsAt(queue.nowMs()));
    act();
    watch.look(clock.localMsAt(queue.nowMs()));
  };
  const awakeFrom = (trueMs: number) =>
    sleeps.find(({ fromMs, toMs }) => trueMs >= fromMs && trueMs < toMs)?.toMs ?? trueMs;

  const device: Device = {
    localNowMs: () => clock.localMsAt(queue.nowMs()),
    dateNowMs: () => clock.dateMsAt(queue.nowMs()),
    after: (delayMs, then) =>
      queue.at(clock.trueMsAt(clock.localMsAt(queue.nowMs()) + delayMs), onDevice(then)),
    ask(onAnswer) {
      queue.at(up(queue.nowMs()), () => {
        const serverMs = SERVER_START_MS + queue.nowMs();
        queue.at(
          awakeFrom(down(queue.nowMs())),
          onDevice(() => onAnswer(serverMs)),
        );
      });
    },
    onWake(then) {
      for (const { toMs } of sleeps) queue.at(toMs, onDevice(then));
    },
    random: createRandom(seed * 104_729 + 5),
  };

  const estimate = contestant.start(device);
  watch.begin(estimate);
  const samples: Sample[] = [];
  const wakesMs = sleeps.map(({ toMs }) => toMs);
  for (let atMs = 0; atMs < lengthMs; atMs += isClose(atMs, wakesMs) ? CLOSE_SAMPLE_MS : SAMPLE_MS) {
    queue.runUntil(atMs);
    if (awakeFrom(atMs) !== atMs) continue;
    const shown = watch.look(clock.localMsAt(atMs));
    const errorMs = shown === null ? Infinity : shown - SERVER_START_MS - atMs;
    samples.push({ atMs, errorMs });
  }
  return { samples, worstBackStepMs: watch.worstMs(), wakesMs };
}

function sleepsWithin(lengthMs: number, random: Random): Sleep[] {
  const sleeps: Sleep[] = [];
  for (let fromMs = SLEEP_EVERY_MS / 2; fromMs + SLEEP_MS + 10_000 < lengthMs; fromMs += SLEEP_EVERY_MS) {
    const startMs = fromMs + 2_000 * random();
    sleeps.push({ fromMs: startMs, toMs: startMs + SLEEP_MS });
  }
  return sleeps;
}

function isClose(atMs: number, wakesMs: readonly number[]): boolean {
  return atMs < CLOSE_FOR_MS || wakesMs.some((wakeMs) => Math.abs(atMs - wakeMs) < CLOSE_FOR_MS);
}

/** Remembers the latest estimate and by how much a later one was ever below it. */
function watchSteps() {
  let estimate: ((localMs: number) => number | null) | null = null;
  let last = -Infinity;
  let worst = 0;
  return {
    begin(shown: (localMs: number) => number | null) {
      estimate = shown;
    },
    look(localMs: number): number | null {
      const shown = estimate?.(localMs) ?? null;
      if (shown === null) return null;
      worst = Math.max(worst, last - shown);
      last = shown;
      return shown;
    },
    worstMs: () => worst,
  };
}
