import { median } from './median.ts';

/*
 * A straight line through pairs of one moment on two clocks, `contextMs − localMs` over local time:
 *
 *   level    the median of the last second's stamps, so that a stray one moves nothing
 *   slope    least squares through a median every few seconds, over two minutes
 *   a step   four stamps in a row that agree with each other and not with the line are a lost buffer: the context
 *            has fallen behind for good. They are believed at once, and the slope is kept. A step too small to be
 *            told from noise by four is told by eight.
 */

/** Where the sample that leaves the loudspeaker is, from stamps of `getOutputTimestamp()`. In ms on both sides. */
export type StampLine = {
  /** Whatever cannot be a stamp (zero, repeated, not a number) is passed over. */
  onStamp(contextMs: number, localMs: number): void;
  /** Context ms minus local ms at local time `atMs`; `undefined` until four stamps agreed. */
  offsetMsAt(atMs: number): number | undefined;
  /** Whether stamps come, and lie so close to the line that its level is good to a small part of a millisecond. */
  isSteady(atMs: number): boolean;
  /** How often the line was replaced at once. */
  readonly steps: number;
  /** Forgets the level; the slope is the sound card's and stays. */
  drop(): void;
};

type Stamp = { readonly atMs: number; readonly offsetMs: number };

const WINDOW_MS = 1000;
/** Stamps nearer to each other say one thing twice: a page that was held up makes up for many ticks at once. */
const APART_MS = 5;
const STEP_MS = 2.5;
const ANCHOR_EVERY_MS = 4000;
const ANCHORS = 30;
/** No sound card is further off; what looks like more is something else. */
const MAX_SLOPE = 300e-6;

/** Four stamps in five are this close on platforms that make them well (0.1 to 0.4 ms of noise); a staircase is not. */
const STEADY_MS = 0.9;
const STEADY_SHARE = 0.8;
const STEADY_WINDOW_MS = 2000;
/** Of fewer stamps than these no share is taken: one stray among the first says nothing. */
const FEWEST_JUDGED = 20;
/** Without a new stamp for so long there are none. */
const FRESH_MS = 500;

export function createStampLine(): StampLine {
  let stamps: Stamp[] = [];
  const wide = createRun(STEP_MS, 4);
  const narrow = createRun(STEADY_MS, 8);
  let distances: { readonly atMs: number; readonly distanceMs: number }[] = [];
  let anchors: Stamp[] = [];
  let slope = 0;
  let line: Stamp | undefined;
  let lastMs = 0;
  let steps = 0;

  const offsetMsAt = (atMs: number) => line && line.offsetMs + slope * (atMs - line.atMs);

  const settle = (atMs: number) => {
    stamps = stamps.filter((stamp) => atMs - stamp.atMs <= WINDOW_MS);
    const offsetMs = median(stamps.map((stamp) => stamp.offsetMs + slope * (atMs - stamp.atMs)));
    line = { atMs, offsetMs };
    if (atMs - (anchors.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) < ANCHOR_EVERY_MS) return;
    anchors = [...anchors, line].slice(-ANCHORS);
    if (anchors.length > 2) slope = slopeThrough(anchors);
  };

  const believe = (run: readonly Stamp[], atMs: number) => {
    const before = offsetMsAt(atMs);
    stamps = [...run];
    distances = [];
    wide.end();
    narrow.end();
    settle(atMs);
    if (before === undefined || line === undefined) return;
    const stepMs = line.offsetMs - before;
    anchors = anchors.map((anchor) => ({ ...anchor, offsetMs: anchor.offsetMs + stepMs }));
    steps += 1;
  };

  return {
    onStamp(contextMs, localMs) {
      if (!(contextMs > 0 && localMs > 0 && Number.isFinite(contextMs + localMs))) return;
      if (Math.abs(localMs - lastMs) < APART_MS) return;
      lastMs = localMs;
      const stamp = { atMs: localMs, offsetMs: contextMs - localMs };
      const expected = offsetMsAt(localMs);
      const distanceMs =
        expected === undefined ? Number.POSITIVE_INFINITY : Math.abs(stamp.offsetMs - expected);
      distances = distances.filter(({ atMs }) => localMs - atMs <= STEADY_WINDOW_MS);
      if (expected !== undefined) distances.push({ atMs: localMs, distanceMs });
      const run = wide.next(stamp, distanceMs) ?? narrow.next(stamp, distanceMs);
      if (run) {
        believe(run, localMs);
      } else if (distanceMs <= STEP_MS) {
        stamps.push(stamp);
        settle(localMs);
      }
    },
    offsetMsAt,
    isSteady(atMs) {
      if (line === undefined || atMs - lastMs > FRESH_MS) return false;
      const far = distances.filter(({ distanceMs }) => distanceMs > STEADY_MS).length;
      return far <= (1 - STEADY_SHARE) * Math.max(distances.length, FEWEST_JUDGED);
    },
    get steps() {
      return steps;
    },
    drop() {
      stamps = [];
      wide.end();
      narrow.end();
      distances = [];
      anchors = [];
      line = undefined;
    },
  };
}

/** Stamps in a row that are further than `limitMs` from the line and no further from the newest of them: all, once `enough`. */
function createRun(limitMs: number, enough: number) {
  let run: Stamp[] = [];
  return {
    next(stamp: Stamp, distanceMs: number): readonly Stamp[] | undefined {
      const agreeing = run.filter((other) => Math.abs(other.offsetMs - stamp.offsetMs) <= limitMs);
      run = distanceMs > limitMs ? [...agreeing, stamp] : [];
      return run.length >= enough ? run : undefined;
    },
    end() {
      run = [];
    },
  };
}

function slopeThrough(points: readonly Stamp[]): number {
  const meanAt = points.reduce((sum, { atMs }) => sum + atMs, 0) / points.length;
  const meanOffset = points.reduce((sum, { offsetMs }) => sum + offsetMs, 0) / points.length;
  let [rise, run] = [0, 0];
  for (const { atMs, offsetMs } of points) {
    rise += (atMs - meanAt) * (offsetMs - meanOffset);
    run += (atMs - meanAt) ** 2;
  }
  return Math.max(-MAX_SLOPE, Math.min(MAX_SLOPE, rise / run));
}
