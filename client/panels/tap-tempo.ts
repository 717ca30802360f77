import { MAX_BPM, MIN_BPM } from '../../shared/base/limits.ts';

/** Taps of one go, oldest first, and the tempo they make once there are enough. */
export interface TapTempo {
  readonly taps: readonly number[];
  /** Whole quarter notes a minute. */
  readonly bpm: number | undefined;
}

/** A pause longer than two of the slowest beats begins anew. */
const PAUSE_MS = (2 * 60_000) / MIN_BPM;
/** Four taps are three lengths: enough for a middle one. Eight follow someone who is still finding their pace. */
const LEAST_TAPS = 4;
const MOST_TAPS = 8;

/** With one more tap at `atMs`. The tempo is that of the middle length between taps, so that one slip does no harm. */
export function withTempoTap({ taps }: TapTempo, atMs: number): TapTempo {
  const last = taps.at(-1);
  const isNew = last === undefined || atMs - last > PAUSE_MS || atMs <= last;
  const all = isNew ? [atMs] : [...taps, atMs].slice(-MOST_TAPS);
  if (all.length < LEAST_TAPS) return { taps: all, bpm: undefined };
  const lengths = all.slice(1).map((tap, i) => tap - (all[i] ?? tap));
  const sorted = lengths.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2;
  return { taps: all, bpm: Math.min(MAX_BPM, Math.max(MIN_BPM, Math.round(60_000 / middle))) };
}
