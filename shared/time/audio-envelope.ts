import { createSetBackWatch } from './audio-set-back.ts';
import { fitAbove, type Slope, type SlottedMax } from './fit-above.ts';
import { median } from './median.ts';

/*
 * `currentTime` is a staircase, and whoever reads it reads it late:
 *
 *   currentTime − now   ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─   the envelope: read the moment a buffer was rendered
 *                       ╲  ╲  ╲ ╲  ╲  ╲  ╲
 *                        ╲  ╲  ╲ ╲  ╲  ╲  ╲
 *                         ╲  ╲    ╲     ╲
 *
 * Readings lie below the envelope, never above, so it is the line along the highest of every two seconds, over two
 * minutes (fit-above.ts). When the context loses a buffer, all readings stay below it by that much, which the highest
 * of 0.4 s, or for small losses of 2 s, betrays (audio-set-back.ts).
 */

/** How far the context's rendering is, from readings of `currentTime`. In ms on both sides. */
export type AudioEnvelope = {
  onReading(contextMs: number, localMs: number): void;
  /** Context ms minus local ms at local time `atMs`; `undefined` for the first few readings. */
  offsetMsAt(atMs: number): number | undefined;
  /** How often the line was replaced at once. */
  readonly steps: number;
  /** Forgets the level; the slope is the sound card's and stays. */
  drop(): void;
};

export type Reading = { readonly atMs: number; readonly offsetMs: number };

const KEPT_MS = 120_000;
const SLOT_MS = 2000;
const RECENT_MS = 2200;
const FIRST_READINGS = 8;
/** Readings nearer to each other say one thing twice: a page that was held up makes up for many ticks at once. */
const APART_MS = 5;
/** The line is drawn anew at each of the first readings, later now and then: it hardly moves. */
const SETTLING_READINGS = 60;
const SETTLE_EVERY_MS = 250;
/** Readings above the line by more are believed when four in a row say so; by less, at once. */
const STEP_MS = 2.5;
const AGREEING = 4;

export function createAudioEnvelope(): AudioEnvelope {
  const watch = createSetBackWatch();
  const grain = createGrain();
  let slots: SlottedMax[] = [];
  let recent: Reading[] = [];
  let above: Reading[] = [];
  let line: (Reading & { readonly slope: Slope }) | undefined;
  let slope: Slope = { perMs: 0, certainty: 0 };
  let readings = 0;
  let isKnown = false;
  let lastMs = 0;
  let steps = 0;

  const lineAt = (atMs: number) => (line ? line.offsetMs + line.slope.perMs * (atMs - line.atMs) : 0);

  const settle = (atMs: number) => {
    slots = slots.filter((slot) => atMs - slot.atMs <= KEPT_MS);
    const below = line ? recent.map((reading) => lineAt(reading.atMs) - reading.offsetMs) : [];
    const heightMs = below.length > 0 ? 2 * Math.max(0, median(below)) : 0;
    line = fitAbove(slots, heightMs, slope, atMs);
  };

  const restart = (from: readonly Reading[], atMs: number) => {
    slope = line?.slope ?? slope;
    slots = [];
    for (const reading of from) putIntoSlot(slots, reading);
    // Their distance from the old line is as uneven as it was before, only lower: that is what tells the stairs' height.
    recent = [...from];
    above = [];
    readings = from.length;
    steps += 1;
    line = fitAbove(slots, 0, slope, atMs);
    settle(atMs);
  };

  return {
    onReading(contextMs, localMs) {
      if (!(contextMs > 0 && localMs > 0 && Number.isFinite(contextMs + localMs))) return;
      if (Math.abs(localMs - lastMs) < APART_MS) return;
      lastMs = localMs;
      grain.onReading(localMs);
      const reading = { atMs: localMs, offsetMs: contextMs - localMs };
      if (isKnown && reading.offsetMs - lineAt(localMs) > STEP_MS) {
        above.push(reading);
        if (above.length < AGREEING) return;
        watch.onRestart(localMs);
        restart(above, localMs);
        return;
      }
      above = [];
      readings += 1;
      isKnown ||= readings >= FIRST_READINGS;
      recent = [...recent.filter(({ atMs }) => localMs - atMs <= RECENT_MS), reading];
      const isHighest = putIntoSlot(slots, reading);
      const isDue = !line || readings < SETTLING_READINGS || localMs - line.atMs >= SETTLE_EVERY_MS;
      if (isHighest || isDue) settle(localMs);
      const low = watch.setBack(recent, lineAt, localMs);
      if (low) restart(low, localMs);
    },
    offsetMsAt(atMs) {
      return isKnown ? lineAt(atMs) - grain.biasMs() : undefined;
    },
    get steps() {
      return steps;
    },
    drop() {
      slope = line?.slope ?? slope;
      slots = [];
      recent = [];
      above = [];
      line = undefined;
      isKnown = false;
      readings = 0;
      watch.drop();
    },
  };
}

/** Keeps of each two seconds the highest reading, and how many there were. Whether this one is the highest. */
function putIntoSlot(slots: SlottedMax[], reading: Reading): boolean {
  const last = slots.at(-1);
  if (!last || Math.floor(reading.atMs / SLOT_MS) !== Math.floor(last.atMs / SLOT_MS)) {
    slots.push({ ...reading, readings: 1 });
    return true;
  }
  const isHighest = reading.offsetMs > last.offsetMs;
  slots[slots.length - 1] = { ...(isHighest ? reading : last), readings: last.readings + 1 };
  return isHighest;
}

/**
 * Some browsers give local time in whole milliseconds only, rounded down or at random. The highest readings are then
 * those that were rounded down furthest, which is this much more than the average one (from the simulated platforms).
 */
function createGrain() {
  const BIAS_MS = 0.38;
  const SURE = 40;
  let whole = 0;
  return {
    onReading(localMs: number) {
      whole = Math.abs(localMs - Math.round(localMs)) < 1e-6 ? Math.min(SURE, whole + 1) : 0;
    },
    biasMs: () => (whole >= SURE ? BIAS_MS : 0),
  };
}
