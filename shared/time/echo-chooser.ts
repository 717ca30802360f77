import type { MemberId } from '../base/ids.ts';
import { MAX_SEATS } from '../base/limits.ts';
import type { Bpm, RoomMs } from '../base/units.ts';
import { type Echo, type EchoName, echoesOf, echoMs, echoNamed, isSameEcho, LIVE_ECHO } from './echo.ts';
import { LAG_BINS, type LagSummary, longestLagMs } from './lag-summary.ts';
import type { Metre } from './metre.ts';

/*
 * One echo for the room: the smallest that held in the last two minutes.
 *
 *                 some note of the last two minutes would have been late
 *        ┌────────────────────────────────────────────────────────────────┐ at the next bar line,
 *        │                                                                ▼ as far as it takes
 *      live ◀──── sixteenth ◀──── eighth ◀──── quarter ◀──── half bar ◀──── bar ◀──── two bars
 *                 one step down, after 15 s in which the smaller one would have done
 */

/** Where the members are: it decides what the room starts with, before anything is known. */
export type Togetherness = 'inOnePlace' | 'apart';

export type EchoChooser = {
  /** A member's report of how late others' notes came to them since their last. */
  onReport(member: MemberId, summary: LagSummary, at: RoomMs): void;
  /** Someone left: their connection no longer counts. */
  onLeft(member: MemberId): void;
  /** Asked at each bar line: the echo the room should have from the next safe bar on. */
  choose(now: RoomMs, tempo: Bpm, metre: Metre): Echo;
};

const WINDOW_MS = 120_000;
const STEP_DOWN_AFTER_MS = 15_000;
/** A note that is there this long before it sounds can be put into the audio graph without haste. */
const SPARE_MS = 10;
/** From arrival to sound where nothing is scheduled ahead: one audio block and the path to it. */
const LIVE_SPARE_MS = 15;
const IN_TIME_SHARE = 0.999;
/** A step down rests on at least this many notes heard. */
const ENOUGH_NOTES = 100;
/** Reports a member may have in the window: two a second; beyond it the oldest is dropped. */
const MAX_REPORTS = 240;
/** No report holds more notes of one bin than a room may play between two of them. */
const MAX_COUNT = 2000;

type Report = { readonly at: RoomMs; readonly summary: LagSummary };

/** A chooser for one room. `current` is the echo it has, if it had one before (a server that came back). */
export function createEchoChooser(togetherness: Togetherness, current?: Echo): EchoChooser {
  const reports = new Map<MemberId, Report[]>();
  let name = nameOf(current ?? (togetherness === 'inOnePlace' ? LIVE_ECHO : undefined));
  let neededAt: RoomMs | undefined;

  return {
    onReport(member, summary, at) {
      const known = reports.get(member) ?? [];
      if (!reports.has(member) && reports.size >= 2 * MAX_SEATS) return;
      if (summary.length > 0) known.push({ at, summary });
      if (known.length > MAX_REPORTS) known.shift();
      reports.set(member, known);
    },
    onLeft(member) {
      reports.delete(member);
    },
    choose(now, tempo, metre) {
      forgetBefore(reports, now - WINDOW_MS);
      const ladder = echoesOf(metre);
      const present = echoNamed(name, metre);
      const step = ladder.findIndex((echo) => isSameEcho(echo, present));
      const { lags, count } = pooled(reports);
      const fitting = ladder.findIndex((echo) => fits(echo, tempo, lags, count));
      const needed = count === 0 ? 0 : fitting < 0 ? ladder.length - 1 : fitting;
      if (needed >= step || count < ENOUGH_NOTES) neededAt = now;
      neededAt ??= now;
      const comesDown = now - neededAt >= STEP_DOWN_AFTER_MS;
      if (comesDown) neededAt = now;
      const chosen = ladder[comesDown ? step - 1 : Math.max(step, needed)] ?? present;
      name = nameOf(chosen);
      return chosen;
    },
  };
}

/** Without any knowledge an eighth: it holds on ward Wi-Fi. */
function nameOf(echo: Echo | undefined): EchoName | 'live' {
  if (echo === undefined) return 'eighth';
  return echo.type === 'live' ? 'live' : echo.name;
}

/** Whether practically every note would have been in time with `echo`. */
function fits(echo: Echo, tempo: Bpm, lags: Float64Array, count: number): boolean {
  const limitMs = echoMs(echo, tempo) - (echo.type === 'live' ? LIVE_SPARE_MS : SPARE_MS);
  const late = lags.reduce((sum, notes, bin) => (longestLagMs(bin) > limitMs ? sum + notes : sum), 0);
  return late <= (1 - IN_TIME_SHARE) * count;
}

function pooled(reports: ReadonlyMap<MemberId, readonly Report[]>) {
  const lags = new Float64Array(LAG_BINS);
  let count = 0;
  for (const { summary } of [...reports.values()].flat()) {
    for (const [bin, notes] of summary) {
      if (!(bin in lags) || !(notes > 0)) continue;
      lags[bin] = (lags[bin] ?? 0) + Math.min(notes, MAX_COUNT);
      count += Math.min(notes, MAX_COUNT);
    }
  }
  return { lags, count };
}

function forgetBefore(reports: Map<MemberId, Report[]>, before: number): void {
  for (const known of reports.values()) {
    while ((known[0]?.at ?? before) < before) known.shift();
  }
}
