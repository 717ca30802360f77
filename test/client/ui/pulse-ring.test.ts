import { describe, expect, it } from 'vitest';
import { barsOfRound, ringPicture, stillRingPicture } from '../../../client/ui/circle/pulse-ring.ts';
import { mostChangesInASecond } from './flicker.ts';

const pulseAt = (bars: number, feltBeats: number) => ({
  isGoing: true,
  isCountIn: false,
  bar: Math.floor(bars),
  feltBeats,
  feltBeat: (bars - Math.floor(bars)) * feltBeats,
});

describe('the ring of the pulse', () => {
  it('fills evenly over the bar and begins again at the next', () => {
    expect(ringPicture(pulseAt(4, 4), 1).filled).toBe(0);
    expect(ringPicture(pulseAt(4.25, 4), 1).filled).toBeCloseTo(0.25);
    expect(ringPicture(pulseAt(4.999, 4), 1).filled).toBeCloseTo(0.999);
    expect(ringPicture(pulseAt(5, 4), 1).filled).toBe(0);
  });

  it('has a stone for each felt beat, and only the present one swells, most as it begins', () => {
    const early = ringPicture(pulseAt(2 + 1.05 / 3, 3), 1).swells;
    const late = ringPicture(pulseAt(2 + 1.9 / 3, 3), 1).swells;
    expect(early).toHaveLength(3);
    expect([early[0], early[2]]).toEqual([0, 0]);
    expect(early[1]).toBeGreaterThan(0.8);
    expect(late[1]).toBeLessThan(0.05);
  });

  it('breathes a touch deeper on the one', () => {
    expect(ringPicture(pulseAt(1, 4), 1).breath).toBeGreaterThan(ringPicture(pulseAt(1.25, 4), 1).breath);
  });

  it('takes two or four bars a round when bars are too fast to be seen calmly', () => {
    expect(barsOfRound(2000)).toBe(1);
    expect(barsOfRound(1000)).toBe(1);
    expect(barsOfRound(999)).toBe(2);
    expect(barsOfRound(499)).toBe(4);
    expect(barsOfRound(0)).toBe(1);
    const half = ringPicture(pulseAt(3.5, 2), 2);
    expect(half.filled).toBeCloseTo(0.75);
    expect(half.swells).toHaveLength(4);
  });

  it('stays a ring before the grid begins and in metres without beats', () => {
    expect(ringPicture({ ...pulseAt(0, 4), bar: -1 }, 2).filled).toBeCloseTo(0.5);
    const none = ringPicture(pulseAt(1, 0), 1);
    expect(none.swells).toHaveLength(1);
    expect(Number.isFinite(none.filled)).toBe(true);
  });

  it.each([250, 400, 499, 640, 900, 999, 1000, 1500])(
    '[C5] changes no point of it more than three times a second with bars of %i ms',
    (barMs) => {
      const roundBars = barsOfRound(barMs);
      for (const point of [0.02, 0.3, 0.7, 0.97]) {
        const levels = Array.from({ length: 2500 }, (_, sample) => {
          const picture = ringPicture(pulseAt((sample * 4) / barMs, 4), roundBars);
          return point < picture.filled ? 1 : picture.fading;
        });
        expect(mostChangesInASecond(levels, 4)).toBeLessThanOrEqual(3);
      }
    },
  );

  it('changes without moving for those who want no motion', () => {
    const [early, late] = [stillRingPicture(pulseAt(1.26, 4), 1), stillRingPicture(pulseAt(1.49, 4), 1)];
    expect(early).toEqual(late);
    expect(early.filled).toBeCloseTo(0.5);
    expect(early.breath).toBe(0);
  });
});
