import { assertNever } from '../../../shared/base/assert.ts';
import { memberId } from '../../../shared/base/ids.ts';
import { createRandom, type Random } from '../../../shared/base/random.ts';
import {
  type Bpm,
  beatsOfTicks,
  roomMs,
  TICKS_PER_BEAT,
  type Ticks,
  ticks,
  ticksOfBeats,
} from '../../../shared/base/units.ts';
import { createEchoMap, type Echo, heardAtMs, isSameEcho, withEcho } from '../../../shared/time/echo.ts';
import { createEchoChooser, type Togetherness } from '../../../shared/time/echo-chooser.ts';
import { createGrid, firstSafeBar, safeLeadMs } from '../../../shared/time/grid.ts';
import { createLagCounter } from '../../../shared/time/lag-summary.ts';
import { type MetreName, metreOf } from '../../../shared/time/metre.ts';
import { beatOfBar } from '../../../shared/time/metre-map.ts';
import { roomMsAt } from '../../../shared/time/tempo-map.ts';

/** One way of a link: given when a packet sets out, when it is there. In order, as TCP delivers. */
export type Way = (sentMs: number) => number;
export type Link = { readonly up: Way; readonly down: Way };
export type LinkKind = 'lan' | 'wardWifi' | 'fourG' | 'stalling';

const gaussian = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const exponential = (random: Random, mean: number) => -mean * Math.log(1 - random());

function inOrder(delayOf: (sentMs: number) => number): Way {
  let last = 0;
  return (sentMs) => (last = Math.max(last, sentMs + delayOf(sentMs)));
}

/** A delay that goes up for a while, now and then: episodes of `lengthMs`, on average every `everyMs`. */
function episodes(random: Random, everyMs: number, lengthMs: number, delayIn: (phase: number) => number) {
  let start = exponential(random, everyMs);
  return (sentMs: number) => {
    while (sentMs > start + lengthMs) start += lengthMs + exponential(random, everyMs - lengthMs);
    return sentMs < start ? 0 : delayIn((sentMs - start) / lengthMs);
  };
}

function wayOf(kind: LinkKind, share: number, random: Random): Way {
  const gamma = (mean: number) => exponential(random, mean / 2) + exponential(random, mean / 2);
  switch (kind) {
    case 'lan':
      return inOrder(() => Math.max(0.2, 1 + 0.3 * gaussian(random)));
    case 'wardWifi': {
      const burst = episodes(random, 15_000, 300, () => 120 * random());
      return inOrder((sentMs) => 8 + gamma(6) + burst(sentMs));
    }
    case 'fourG': {
      const queue = episodes(random, 60_000, 5000, (phase) => 400 * (1 - Math.abs(2 * phase - 1)));
      return inOrder((sentMs) => 90 * share + Math.abs(15 * gaussian(random)) + queue(sentMs));
    }
    case 'stalling':
      return inOrder(() => 8 + gamma(6) + (random() < 0.03 ? 200 + 100 * random() : 0));
    default:
      return assertNever(kind);
  }
}

export const linkOf = (kind: LinkKind, random: Random): Link => ({
  up: wayOf(kind, 0.6, random),
  down: wayOf(kind, 0.4, random),
});

export type EchoWorld = {
  readonly links: readonly LinkKind[];
  readonly seed: number;
  readonly togetherness: Togetherness;
  readonly tempo: Bpm;
  readonly metre: MetreName;
  readonly minutes: number;
  /** Held for the whole session instead of what the chooser says. */
  readonly fixed?: Echo;
};

export type EchoWorldResult = {
  /** Share of deliveries that were there when they were meant to sound. */
  readonly inTime: number;
  readonly changes: number;
  readonly last: Echo;
  /** Share of the notes played under each echo. */
  readonly shares: ReadonlyMap<string, number>;
};

const ORIGIN = 1_800_000_000_000;
const REPORT_EVERY_MS = 2000;
/** What an arriving note needs before it can sound. */
const HANDLING_MS = 3;

/** Everyone plays about two and a half notes a second at free moments; reports and bar lines go as in a room. */
export function playEchoWorld({
  links,
  seed,
  togetherness,
  tempo,
  metre,
  minutes,
  fixed,
}: EchoWorld): EchoWorldResult {
  const random = createRandom(seed);
  const grid = createGrid(roomMs(ORIGIN), tempo, metre);
  const chooser = createEchoChooser(togetherness);
  const members = links.map((kind, index) => ({
    id: memberId(`member ${index}`),
    link: linkOf(kind, random),
    counter: createLagCounter(),
  }));
  let echo = fixed ?? chooser.choose(roomMs(ORIGIN), tempo, metreOf(metre));
  let echoes = createEchoMap(echo);
  const told: { arrivedMs: number; lagMs: number; counter: ReturnType<typeof createLagCounter> }[] = [];
  const shares = new Map<string, number>();
  let [changes, heard, inTime, notes] = [0, 0, 0, 0];
  let nextReportMs = REPORT_EVERY_MS;
  let bar = 0;

  for (const { sentMs, player } of performance(random, members.length, minutes * 60_000)) {
    while (nextReportMs < sentMs) {
      told.sort((one, other) => one.arrivedMs - other.arrivedMs);
      while ((told[0]?.arrivedMs ?? nextReportMs) < nextReportMs) {
        const delivery = told.shift();
        delivery?.counter.onDelivery(delivery.lagMs);
      }
      for (const { id, counter } of members)
        chooser.onReport(id, counter.take(), roomMs(ORIGIN + nextReportMs));
      nextReportMs += REPORT_EVERY_MS;
    }
    for (; roomMsAt(grid.tempo, beatOfBar(grid.metre, bar)) < ORIGIN + sentMs; bar++) {
      const now = roomMsAt(grid.tempo, beatOfBar(grid.metre, bar));
      const chosen = fixed ?? chooser.choose(now, tempo, metreOf(metre));
      if (!isSameEcho(chosen, echo)) {
        changes += 1;
        echo = chosen;
        echoes = withEcho(
          echoes,
          ticksOfBeats(firstSafeBar(grid.tempo, grid.metre, now, safeLeadMs(10)).beat),
          chosen,
        );
      }
    }
    const tick = ticks(Math.round((sentMs * tempo * TICKS_PER_BEAT) / 60_000));
    const soundedMs = roomMsAt(grid.tempo, beatsOfTicks(tick)) - ORIGIN;
    const meantMs = heardAtMs(grid.tempo, echoes, tick) - ORIGIN;
    notes += 1;
    count(shares, nameAt(echoes, tick));
    const atServerMs = members[player]?.link.up(sentMs) ?? sentMs;
    for (const [index, { link, counter }] of members.entries()) {
      if (index === player) continue;
      const arrivedMs = link.down(atServerMs);
      told.push({ arrivedMs, lagMs: arrivedMs - soundedMs, counter });
      heard += 1;
      if (arrivedMs + HANDLING_MS - meantMs <= 5) inTime += 1;
    }
  }
  for (const [name, played] of shares) shares.set(name, played / notes);
  return { inTime: inTime / heard, changes, last: echo, shares };
}

/** Everyone's notes in the order they are played. */
function performance(random: Random, players: number, lengthMs: number) {
  const notes: { sentMs: number; player: number }[] = [];
  for (let player = 0; player < players; player++) {
    for (let at = 500 * random(); at < lengthMs; at += 40 + exponential(random, 360))
      notes.push({ sentMs: at, player });
  }
  return notes.sort((one, other) => one.sentMs - other.sentMs);
}

function nameAt(echoes: ReturnType<typeof createEchoMap>, tick: Ticks): string {
  const echo = echoes.changes.findLast(({ fromTick }) => fromTick <= tick)?.echo;
  return echo?.type === 'musical' ? echo.name : 'live';
}

function count(shares: Map<string, number>, name: string): void {
  shares.set(name, (shares.get(name) ?? 0) + 1);
}
