import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/base/random.ts';
import { edge, tightest } from '../../../shared/time/band-edge.ts';
import { createClockFacts } from '../../../shared/time/clock-facts.ts';
import { nextProbeDelayMs } from '../../../shared/time/probe-schedule.ts';
import { createSlewedLine } from '../../../shared/time/slew.ts';
import { widestBand } from '../../../shared/time/widest-band.ts';

const PPM = 1e-6;

const goalAt = (offsetMs: number, rate = 1) => ({ rate, roomAt: (at: number) => at * rate + offsetMs });

describe('the facts', () => {
  it('are kept for ten minutes', () => {
    const facts = createClockFacts();
    facts.addUpper({ atLocalMs: 0, offsetMs: 1 });
    facts.addUpper({ atLocalMs: 600_000, offsetMs: 2 });
    expect(facts.uppers).toHaveLength(2);
    facts.addUpper({ atLocalMs: 600_001, offsetMs: 3 });
    expect(facts.uppers.map(({ offsetMs }) => offsetMs)).toEqual([2, 3]);
  });

  it('are at most 700 a side, the oldest go', () => {
    const facts = createClockFacts();
    for (let index = 0; index < 701; index++) facts.addLower({ atLocalMs: index, offsetMs: index });
    expect(facts.lowers).toHaveLength(700);
    expect(facts.lowers[0]?.offsetMs).toBe(1);
    expect(facts.uppers).toHaveLength(0);
    facts.clear();
    expect(facts.lowers).toHaveLength(0);
  });
});

describe('an edge of the band', () => {
  const facts = [
    { atLocalMs: 0, offsetMs: 10 },
    { atLocalMs: 1_000, offsetMs: 12 },
    { atLocalMs: 2_000, offsetMs: 11 },
  ];
  const level = { atLocalMs: 2_000, slope: 0, loosening: 0 };

  it('is the lowest upper fact and the highest lower one', () => {
    expect(edge(facts, { ...level, side: 'upper' })).toBe(10);
    expect(edge(facts, { ...level, side: 'lower' })).toBe(12);
    expect(tightest(facts, { ...level, side: 'upper' }, 2)).toEqual([10, 11]);
    expect(tightest(facts, { ...level, side: 'lower' }, 9)).toEqual([12, 11, 10]);
  });

  it('carries facts along the slope and loosens them with age', () => {
    expect(edge(facts, { ...level, side: 'upper', slope: 0.001 })).toBe(11);
    expect(edge(facts, { ...level, side: 'upper', loosening: 0.0004 })).toBeCloseTo(10.8);
    expect(edge(facts, { ...level, side: 'lower', loosening: 0.0004 })).toBeCloseTo(11.6);
  });

  it('is nowhere without facts', () => {
    expect(edge([], { ...level, side: 'upper' })).toBe(Infinity);
    expect(edge([], { ...level, side: 'lower' })).toBe(-Infinity);
  });
});

describe('the widest band', () => {
  it('finds offset and slope among facts of which most waited', () => {
    const random = createRandom(7);
    const wait = () => -6 * Math.log(1 - random());
    const facts = createClockFacts();
    for (let atMs = 0; atMs <= 120_000; atMs += 1_000) {
      const truth = 500 + 40 * PPM * atMs;
      facts.addUpper({ atLocalMs: atMs, offsetMs: truth + 8 + wait() });
      facts.addLower({ atLocalMs: atMs + 20, offsetMs: truth - 8 - wait() });
    }
    const line = widestBand(facts, 120_020, { slope: 0, spread: 35 * PPM });
    expect(Math.abs(line.offsetMs - (500 + 40 * PPM * 120_020))).toBeLessThan(0.4);
    expect(Math.abs(line.slope / PPM - 40)).toBeLessThan(8);
  });

  it('stays with what is believed of the slope while facts are few', () => {
    const facts = createClockFacts();
    facts.addUpper({ atLocalMs: 0, offsetMs: 20 });
    facts.addLower({ atLocalMs: 10, offsetMs: 10 });
    const line = widestBand(facts, 10, { slope: 12 * PPM, spread: 35 * PPM });
    expect(line.slope / PPM).toBeCloseTo(12, 6);
    expect(line.offsetMs).toBeCloseTo(15, 3);
  });
});

describe('the slewed line', () => {
  it('is nowhere before its first jump', () => {
    const line = createSlewedLine();
    expect(line.roomAt(5)).toBe(-Infinity);
    expect(line.localAt(5)).toBe(Infinity);
  });

  it('comes onto its goal at the pace, leaves what was before as it was', () => {
    const line = createSlewedLine();
    line.jump(goalAt(100), 0);
    line.steer(goalAt(90), 1_000, { maxRate: 0.005, minSpreadMs: 1_000 });
    expect(line.roomAt(500)).toBe(600);
    expect(line.roomAt(1_000)).toBe(1_100);
    expect(line.roomAt(2_000)).toBeCloseTo(2_095, 6);
    expect(line.roomAt(3_000)).toBeCloseTo(3_090, 6);
    expect(line.roomAt(9_000)).toBeCloseTo(9_090, 6);
  });

  it('holds a jump back for the past as well, a jump ahead only from there on', () => {
    const line = createSlewedLine();
    line.jump(goalAt(100), 0);
    line.jump(goalAt(30_000), 1_000);
    expect(line.roomAt(999)).toBe(1_099);
    expect(line.roomAt(1_000)).toBe(31_000);
    line.jump(goalAt(-5_000), 2_000);
    expect(line.roomAt(1_999)).toBe(-3_001);
    expect(line.roomAt(2_000)).toBe(-3_000);
  });

  it('can be steered anew while still under way, and remembers only so many pieces', () => {
    const line = createSlewedLine();
    line.jump(goalAt(0), 0);
    let last = -Infinity;
    for (let atMs = 10; atMs < 2_000; atMs += 10) {
      line.steer(goalAt(atMs % 20 === 0 ? 40 : -40), atMs, { maxRate: 0.5, minSpreadMs: 20 });
      expect(line.roomAt(atMs)).toBeGreaterThan(last);
      last = line.roomAt(atMs);
    }
    expect(Number.isFinite(line.roomAt(-1_000))).toBe(true);
    expect(line.localAt(line.roomAt(1_985))).toBeCloseTo(1_985, 6);
  });
});

describe('the probe schedule', () => {
  it('is a burst, then quick until five seconds, then steady', () => {
    expect([1, 11].map((sent) => nextProbeDelayMs(sent, sent * 50))).toEqual([50, 50]);
    expect(nextProbeDelayMs(12, 600)).toBe(250);
    expect(nextProbeDelayMs(30, 4_999)).toBe(250);
    expect(nextProbeDelayMs(30, 5_000)).toBe(1_000);
  });
});
