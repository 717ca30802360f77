import { describe, expect, it } from 'vitest';
import { panOfChair, placeOfChair } from '../../../client/ui/circle/place.ts';
import { MAX_SEATS } from '../../../shared/base/limits.ts';

const pansOf = (chairs: number) => Array.from({ length: chairs }, (_, chair) => panOfChair(chair, chairs));

describe('a place in the circle', () => {
  it('is a pan of its own for each of up to 24 people', () => {
    for (let chairs = 1; chairs <= MAX_SEATS; chairs++) {
      const pans = pansOf(chairs).sort((a, b) => a - b);
      for (let next = 1; next < pans.length; next++) {
        expect((pans[next] ?? 0) - (pans[next - 1] ?? 0)).toBeGreaterThan(1e-3);
      }
    }
  });

  it('lies between full left and full right, and the room is balanced', () => {
    for (let chairs = 1; chairs <= MAX_SEATS; chairs++) {
      const pans = pansOf(chairs);
      expect(Math.max(...pans.map(Math.abs))).toBeLessThanOrEqual(1);
      expect(pans.reduce((sum, pan) => sum + pan, 0)).toBeCloseTo(0, 9);
    }
  });

  it('is the middle for one person alone, and left and right for two', () => {
    expect(panOfChair(0, 1)).toBeCloseTo(0);
    expect(pansOf(2).map((pan) => Math.round(pan))).toEqual([-1, 1]);
  });

  it('is on the circle, at equal distances from its neighbours', () => {
    const places = Array.from({ length: 7 }, (_, chair) => placeOfChair(chair, 7));
    const gaps = places.map(({ x, y }, chair) => {
      const next = placeOfChair(chair + 1, 7);
      expect(Math.hypot(x, y)).toBeCloseTo(1);
      return Math.hypot(next.x - x, next.y - y);
    });
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0);
  });

  it('goes on from the first chair when there are more people than chairs', () => {
    expect(panOfChair(9, 8)).toBeCloseTo(panOfChair(1, 8));
    expect(panOfChair(3, 0)).toBeCloseTo(0);
  });
});
