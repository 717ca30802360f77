import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/base/ids.ts';
import { bpm, roomMs } from '../../../shared/base/units.ts';
import { echoNamed } from '../../../shared/time/echo.ts';
import { createEchoChooser, type Togetherness } from '../../../shared/time/echo-chooser.ts';
import {
  binOfLag,
  createLagCounter,
  LAG_BINS,
  type LagSummary,
  longestLagMs,
} from '../../../shared/time/lag-summary.ts';
import { METRES } from '../../../shared/time/metre.ts';
import { type LinkKind, playEchoWorld } from './echo-world.ts';

const ANN = memberId('ann');
const BO = memberId('bo');
const FOUR = METRES['4/4'];
const TEMPO = bpm(100);
const named = (name: Parameters<typeof echoNamed>[0]) => echoNamed(name, FOUR);
const lags = (...pairs: readonly (readonly [lagMs: number, count: number])[]): LagSummary =>
  pairs.map(([lagMs, count]) => [binOfLag(lagMs), count] as const);

const chosenFor = (where: Togetherness, summary: LagSummary) => {
  const chooser = createEchoChooser(where);
  chooser.onReport(ANN, summary, roomMs(0));
  return chooser.choose(roomMs(100), TEMPO, FOUR);
};
const room = (links: readonly LinkKind[], togetherness: Togetherness) =>
  [1, 2, 3, 4, 5, 6].map((seed) =>
    playEchoWorld({ links, seed, togetherness, tempo: TEMPO, metre: '4/4', minutes: 10 }),
  );
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const six = (kind: LinkKind) => Array.from({ length: 6 }, () => kind);

describe('lag summary', () => {
  it('[T10] a bin tells a lag to 5 %, always on the safe side, and the last has no end', () => {
    for (let lagMs = 0.5; lagMs < 1500; lagMs *= 1.013) {
      const longest = longestLagMs(binOfLag(lagMs));
      expect(longest).toBeGreaterThanOrEqual(lagMs * (1 - 1e-9));
      expect(longest).toBeLessThanOrEqual(Math.max(4, lagMs * 1.0500001));
    }
    expect(longestLagMs(binOfLag(5000))).toBe(Number.POSITIVE_INFINITY);
    expect(binOfLag(-20)).toBe(0);
    expect(binOfLag(Number.POSITIVE_INFINITY)).toBe(LAG_BINS - 1);
  });

  it('[T10] a report is small, holds each delivery once, and starts anew', () => {
    const counter = createLagCounter();
    for (let note = 0; note < 480; note++) counter.onDelivery(30 + (note % 40));
    counter.onDelivery(Number.NaN);
    const summary = counter.take();
    expect(summary.reduce((sum, [, count]) => sum + count, 0)).toBe(480);
    expect(JSON.stringify(summary).length).toBeLessThan(200);
    expect(counter.take()).toEqual([]);
  });
});

describe('echo chooser', () => {
  it('[T10] starts live in one place and with an eighth apart, and stays there while nobody plays', () => {
    for (const [where, echo] of [
      ['inOnePlace', named('live')],
      ['apart', named('eighth')],
    ] as const) {
      const chooser = createEchoChooser(where);
      for (let bar = 0; bar < 100; bar++) {
        expect(chooser.choose(roomMs(bar * 2400), TEMPO, FOUR)).toEqual(echo);
      }
    }
  });

  it('[T10] goes up at the next bar line, at once as far as it takes', () => {
    const chooser = createEchoChooser('inOnePlace');
    chooser.onReport(ANN, lags([12, 400], [480, 3]), roomMs(1000));
    expect(chooser.choose(roomMs(2400), TEMPO, FOUR)).toEqual(named('quarter'));
  });

  it('[T10] one note in a thousand may be late, two may not', () => {
    expect(chosenFor('apart', lags([60, 999], [700, 1]))).toEqual(named('eighth'));
    expect(chosenFor('apart', lags([60, 998], [700, 2]))).toEqual(named('halfBar'));
  });

  it('[T10] keeps 10 ms to spare, and 15 of the 30 where members play live', () => {
    expect(chosenFor('inOnePlace', lags([14, 1000]))).toEqual(named('live'));
    expect(chosenFor('inOnePlace', lags([16, 1000]))).toEqual(named('sixteenth'));
    expect(chosenFor('inOnePlace', lags([132, 1000]))).toEqual(named('sixteenth'));
    expect(chosenFor('inOnePlace', lags([142, 1000]))).toEqual(named('eighth'));
  });

  it('[T10] comes down one step after 15 s without need, and not before', () => {
    const chooser = createEchoChooser('apart', named('bar'));
    const seen = [];
    for (let second = 0; second <= 46; second++) {
      chooser.onReport(ANN, lags([60, 40]), roomMs(second * 1000));
      const echo = chooser.choose(roomMs(second * 1000), TEMPO, FOUR);
      seen.push(echo.type === 'musical' ? echo.name : 'live');
    }
    // Three seconds until a hundred notes are known, then 15 s a step.
    expect(seen.indexOf('halfBar')).toBe(16);
    expect(seen.indexOf('quarter')).toBe(31);
    expect(seen.indexOf('eighth')).toBe(46);
  });

  it('[T10] a late note is remembered for two minutes and then forgotten', () => {
    const chooser = createEchoChooser('apart');
    chooser.onReport(ANN, lags([400, 20]), roomMs(0));
    const seen: string[] = [];
    for (let second = 1; second < 180; second++) {
      chooser.onReport(BO, lags([200, 20]), roomMs(second * 1000));
      const echo = chooser.choose(roomMs(second * 1000), TEMPO, FOUR);
      seen.push(echo.type === 'musical' ? echo.name : 'live');
    }
    expect(seen[0]).toBe('quarter');
    expect(seen.lastIndexOf('quarter')).toBeGreaterThan(118);
    expect(seen.lastIndexOf('quarter')).toBeLessThan(120 + 15);
    expect(seen.at(-1)).toBe('eighth');
  });

  it('[T10] the connection of someone who left no longer counts', () => {
    const chooser = createEchoChooser('apart');
    chooser.onReport(ANN, lags([900, 50]), roomMs(0));
    chooser.onReport(BO, lags([60, 500]), roomMs(0));
    chooser.onLeft(ANN);
    expect(chooser.choose(roomMs(100), TEMPO, FOUR)).toEqual(named('eighth'));
  });

  it('[T10] the same milliseconds are another echo at another tempo and in another metre', () => {
    const chooser = createEchoChooser('apart');
    chooser.onReport(ANN, lags([270, 500]), roomMs(0));
    expect(chooser.choose(roomMs(1), bpm(60), FOUR)).toEqual(named('eighth'));
    expect(chooser.choose(roomMs(2), bpm(160), FOUR)).toEqual(named('quarter'));
    chooser.onReport(ANN, lags([1200, 500]), roomMs(3));
    expect(chooser.choose(roomMs(4), bpm(100), METRES['2/4'])).toEqual(echoNamed('twoBars', METRES['2/4']));
  });

  it('[T10] what no report can be is ignored', () => {
    const chooser = createEchoChooser('apart');
    const nonsense: LagSummary = [
      [-1, 5],
      [LAG_BINS, 5],
      [1.5, 5],
      [90, Number.NaN],
      [90, -5],
    ];
    chooser.onReport(ANN, nonsense, roomMs(0));
    expect(chooser.choose(roomMs(1), TEMPO, FOUR)).toEqual(named('eighth'));
  });
});

describe('echo in simulated rooms', () => {
  it('[T10] six in one place on a LAN play live, every note where it was meant', () => {
    for (const { inTime, changes, shares } of room(six('lan'), 'inOnePlace')) {
      expect(inTime).toBe(1);
      expect(changes).toBe(0);
      expect(shares.get('live')).toBe(1);
    }
  });

  it('[T10] six on a LAN who came as apart find to live playing in two steps', () => {
    for (const { inTime, changes, last } of room(six('lan'), 'apart')) {
      expect(inTime).toBe(1);
      expect(changes).toBe(2);
      expect(last).toEqual(named('live'));
    }
  });

  it('[T10] on ward Wi-Fi 99.9 % of notes are where they were meant, with an eighth', () => {
    const rooms = room(six('wardWifi'), 'apart');
    expect(Math.min(...rooms.map(({ inTime }) => inTime))).toBeGreaterThan(0.9995);
    expect(Math.max(...rooms.map(({ changes }) => changes))).toBeLessThanOrEqual(2);
    expect(mean(rooms.map(({ shares }) => shares.get('eighth') ?? 0))).toBeGreaterThan(0.9);
  });

  it('[T10] with one on 4G and one on a stalling link 99.9 % are, with a quarter, in few changes', () => {
    const rooms = room(['lan', 'wardWifi', 'wardWifi', 'wardWifi', 'fourG', 'stalling'], 'apart');
    expect(mean(rooms.map(({ inTime }) => inTime))).toBeGreaterThan(0.999);
    expect(Math.min(...rooms.map(({ inTime }) => inTime))).toBeGreaterThan(0.998);
    expect(mean(rooms.map(({ changes }) => changes))).toBeLessThanOrEqual(2);
    expect(mean(rooms.map(({ shares }) => shares.get('quarter') ?? 0))).toBeGreaterThan(0.85);
  });
});
