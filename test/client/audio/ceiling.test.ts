import { describe, expect, it } from 'vitest';
import { CEILING, ceilingOf } from '../../../client/audio/ceiling.ts';
import { levellerGain } from '../../../client/audio/leveller.ts';

describe('the ceiling', () => {
  it('[A5] lets nothing above -6 dBFS through, however much comes in', () => {
    for (let x = -40; x <= 40; x += 0.01) expect(Math.abs(ceilingOf(x))).toBeLessThanOrEqual(CEILING);
    expect(CEILING).toBeLessThan(10 ** (-6 / 20));
  });

  it('leaves soft sound as it is', () => {
    for (const x of [-0.35, -0.1, 0, 1e-4, 0.2, 0.35]) expect(ceilingOf(x)).toBe(x);
  });

  it('rises everywhere, is odd, and bends without a corner', () => {
    for (let x = 0; x < 2; x += 0.001) {
      expect(ceilingOf(x + 0.001)).toBeGreaterThanOrEqual(ceilingOf(x));
      expect(ceilingOf(-x)).toBeCloseTo(-ceilingOf(x), 12);
      const slopeChange = ceilingOf(x + 0.002) - 2 * ceilingOf(x + 0.001) + ceilingOf(x);
      expect(Math.abs(slopeChange)).toBeLessThan(1e-5);
    }
  });
});

describe('the leveller', () => {
  it('does nothing to soft music and holds back what is above its threshold to a third', () => {
    expect(levellerGain(0)).toBe(1);
    expect(levellerGain(0.11)).toBe(1);
    const levelOut = (level: number) => level * levellerGain(level);
    const risenDb = 20 * Math.log10(levelOut(0.88) / levelOut(0.11));
    expect(risenDb).toBeCloseTo((20 * Math.log10(8)) / 3, 6);
  });
});
