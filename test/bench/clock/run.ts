import { OURS } from './ours.ts';
import { PATHS, type PathKind, type PathName } from './paths.ts';
import { PEERS } from './peers.ts';
import { type Contestant, runWorld, type Sample, type WorldRun } from './world.ts';

/** How one contestant did on one path, over all seeds. Every contestant had the same worlds. */
export interface ClockBenchRow {
  readonly path: PathName;
  readonly who: string;
  /** Distance from the server's clock, from 10 s after the start on, and not within 20 s after a wake: those have columns. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The same less what no two-way method can see, half of (up minus down). Differs on the 4G path only. */
  readonly p99BeyondAsymmetryMs: number;
  /** The furthest the shown time ever went back from one look to the next. */
  readonly worstBackStepMs: number;
  /** From the first probe until within 5 ms (beyond asymmetry) for at least a second. */
  readonly worstSettleMs: number;
  /** The same from waking up. Null on paths without sleep; infinite if it was not back before the next sleep. */
  readonly worstWakeMs: number | null;
}

export interface ClockBenchOptions {
  /** How many worlds a path; they are numbered from 1. */
  readonly seeds: number;
  /** Length of each world in virtual minutes. */
  readonly minutes: number;
  readonly contestants?: readonly Contestant[];
  readonly paths?: readonly PathKind[];
}

const MEASURED_FROM_MS = 10_000;
const WAKE_TAKES_MS = 20_000;
const CLOSE_MS = 5;
const CLOSE_FOR_MS = 1_000;

/** Every contestant on every path, in virtual time: the same seeds give the same rows on every machine. */
export function runClockBench({
  seeds,
  minutes,
  contestants = [OURS, ...PEERS],
  paths = PATHS,
}: ClockBenchOptions): ClockBenchRow[] {
  return paths.flatMap((path) =>
    contestants.map((contestant) => {
      const runs = Array.from({ length: seeds }, (_, index) =>
        runWorld(contestant, path, index + 1, minutes * 60_000),
      );
      return rowOf(path, contestant.name, runs);
    }),
  );
}

function rowOf(path: PathKind, who: string, runs: readonly WorldRun[]): ClockBenchRow {
  const measured = runs.flatMap(measuredSamples);
  const errors = sorted(measured.map(({ errorMs }) => Math.abs(errorMs)));
  const beyond = sorted(measured.map(({ errorMs }) => Math.abs(errorMs - path.asymmetryMs)));
  const wakes = runs.flatMap(({ samples, wakesMs }) =>
    wakesMs.map((wakeMs, index) => closeAfter(samples, path.asymmetryMs, wakeMs, wakesMs[index + 1])),
  );
  return {
    path: path.name,
    who,
    p50Ms: quantile(errors, 0.5),
    p99Ms: quantile(errors, 0.99),
    p99BeyondAsymmetryMs: quantile(beyond, 0.99),
    worstBackStepMs: Math.max(...runs.map(({ worstBackStepMs }) => worstBackStepMs)),
    worstSettleMs: Math.max(
      ...runs.map(({ samples, wakesMs }) => closeAfter(samples, path.asymmetryMs, 0, wakesMs[0])),
    ),
    worstWakeMs: wakes.length === 0 ? null : Math.max(...wakes),
  };
}

function measuredSamples({ samples, wakesMs }: WorldRun): readonly Sample[] {
  const isWaking = (atMs: number) =>
    wakesMs.some((wakeMs) => atMs >= wakeMs && atMs < wakeMs + WAKE_TAKES_MS);
  return samples.filter(({ atMs }) => atMs >= MEASURED_FROM_MS && !isWaking(atMs));
}

/** How long after `fromMs` the estimate came within 5 ms and stayed there for a second. */
function closeAfter(
  samples: readonly Sample[],
  asymmetryMs: number,
  fromMs: number,
  untilMs = Infinity,
): number {
  let sinceMs: number | null = null;
  for (const { atMs, errorMs } of samples) {
    if (atMs < fromMs) continue;
    if (atMs >= untilMs) break;
    if (Math.abs(errorMs - asymmetryMs) >= CLOSE_MS) sinceMs = null;
    else sinceMs ??= atMs;
    if (sinceMs !== null && atMs - sinceMs >= CLOSE_FOR_MS) return sinceMs - fromMs;
  }
  return Infinity;
}

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

function quantile(ascending: Float64Array, share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Infinity;
}
