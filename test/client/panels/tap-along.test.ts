import { describe, expect, it } from 'vitest';
import {
  isEnough,
  LEAST_TAPS,
  MOST_TAPS,
  offsetFromBeat,
  tapResult,
} from '../../../client/panels/tap-along.ts';
import { createRandom } from '../../../shared/base/random.ts';

/** People tap a little ahead of what they hear; the panel allows 20 ms for it. */
const AHEAD_MS = 20;
const taps = (count: number, offset: (tap: number) => number) =>
  Array.from({ length: count }, (_, i) => offset(i));

/** Roughly normal, from twelve uniform numbers. */
function wobble(seed: number, deviationMs: number) {
  const random = createRandom(seed);
  return () => (Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6) * deviationMs;
}

describe('tapping along', () => {
  it('asks for more until there are twelve taps', () => {
    expect(tapResult([])).toEqual({ type: 'listening', left: LEAST_TAPS });
    expect(tapResult(taps(LEAST_TAPS - 1, () => 0))).toEqual({ type: 'listening', left: 1 });
    expect(tapResult(taps(LEAST_TAPS, () => 0)).type).toBe('steady');
  });

  it('finds the lateness of headphones within what nobody notices, for unsteady hands', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = wobble(seed, 22);
      const result = tapResult(taps(LEAST_TAPS, () => 180 - AHEAD_MS + next()));
      if (result.type !== 'steady') continue;
      expect(Math.abs(result.lateMs - 180), `seed ${seed}`).toBeLessThan(30);
    }
    const steady = Array.from({ length: 200 }, (_, seed) => {
      const next = wobble(seed + 1, 22);
      return tapResult(taps(LEAST_TAPS, () => 160 + next())).type === 'steady';
    });
    expect(steady.filter(Boolean).length).toBeGreaterThan(180);
  });

  it('does not count the first taps, which find the beat', () => {
    const result = tapResult(taps(LEAST_TAPS, (i) => (i < 3 ? 400 - 150 * i : 100)));
    expect(result).toEqual({ type: 'steady', lateMs: 120, spreadMs: 0 });
  });

  it('is not moved by a slip or two', () => {
    const result = tapResult(taps(LEAST_TAPS, (i) => (i === 6 || i === 9 ? -240 : 100)));
    expect(result).toMatchObject({ type: 'steady', lateMs: 120 });
  });

  it('says so when taps are too far apart to tell', () => {
    const result = tapResult(taps(LEAST_TAPS, (i) => (i % 2 === 0 ? -120 : 120)));
    expect(result.type).toBe('notSteady');
  });

  it('takes nothing off a device that is in time', () => {
    expect(tapResult(taps(LEAST_TAPS, () => -AHEAD_MS + 14))).toMatchObject({ type: 'steady', lateMs: 0 });
    expect(tapResult(taps(LEAST_TAPS, () => -AHEAD_MS + 16))).toMatchObject({ type: 'steady', lateMs: 16 });
  });

  it('does not believe what no device can be', () => {
    expect(tapResult(taps(LEAST_TAPS, () => 500 - AHEAD_MS))).toMatchObject({ type: 'steady', lateMs: 500 });
    expect(tapResult(taps(LEAST_TAPS, () => 501 - AHEAD_MS)).type).toBe('notSteady');
    expect(tapResult(taps(LEAST_TAPS, () => -100 - AHEAD_MS))).toMatchObject({
      type: 'steady',
      lateMs: -100,
    });
    expect(tapResult(taps(LEAST_TAPS, () => -101 - AHEAD_MS)).type).toBe('notSteady');
  });

  it('ends when the taps are steady, and in any case after sixteen', () => {
    const unsteady = (i: number) => (i % 2 === 0 ? -120 : 120);
    expect(isEnough(taps(LEAST_TAPS - 1, () => 100))).toBe(false);
    expect(isEnough(taps(LEAST_TAPS, () => 100))).toBe(true);
    expect(isEnough(taps(MOST_TAPS - 1, unsteady))).toBe(false);
    expect(isEnough(taps(MOST_TAPS, unsteady))).toBe(true);
  });
});

describe('the beat a tap belongs to', () => {
  it('is the one up to two thirds before it, or one third after it', () => {
    expect(offsetFromBeat(1000, 1000, 750)).toBe(0);
    expect(offsetFromBeat(1490, 1000, 750)).toBe(490);
    expect(offsetFromBeat(1510, 1000, 750)).toBe(-240);
    expect(offsetFromBeat(760, 1000, 750)).toBe(-240);
  });

  it('does not matter how many beats ago it was named', () => {
    expect(offsetFromBeat(1000 + 40 * 750 + 130, 1000, 750)).toBeCloseTo(130);
    expect(offsetFromBeat(1000 - 40 * 750 - 130, 1000, 750)).toBeCloseTo(-130);
  });
});
