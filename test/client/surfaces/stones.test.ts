import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromMiddle,
  layoutStones,
  MIN_STONE_PX,
  stoneAt,
  stoneOutline,
} from '../../../client/surfaces/pads/stones.ts';
import { INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';
import { SCALE_NAMES, SCALES } from '../../../shared/music/scale.ts';

const boxes = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 200, max: 2000 }),
  height: fc.integer({ min: 200, max: 2000 }),
  octave: fc.constantFrom(0, 5, 6, 7),
});

describe('stones', () => {
  it('fill the whole surface without a gap or an overlap', () => {
    fc.assert(
      fc.property(boxes, ({ count, width, height, octave }) => {
        const { beds } = layoutStones(count, width, height, octave);
        expect(beds).toHaveLength(count);
        const area = beds.reduce((sum, bed) => sum + bed.width * bed.height, 0);
        expect(area).toBeCloseTo(width * height, 3);
        for (const bed of beds) {
          expect(bed.x).toBeGreaterThanOrEqual(-1e-6);
          expect(bed.y).toBeGreaterThanOrEqual(-1e-6);
          expect(bed.x + bed.width).toBeLessThanOrEqual(width + 1e-6);
          expect(bed.y + bed.height).toBeLessThanOrEqual(height + 1e-6);
        }
      }),
    );
  });

  it('answer to any point with the stone that lies there', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (box, x, y) => {
          const layout = layoutStones(box.count, box.width, box.height, box.octave);
          const stone = stoneAt(layout, x * box.width, y * box.height);
          const bed = layout.beds[stone];
          expect(
            fromMiddle(bed ?? { x: 0, y: 0, width: 0, height: 0 }, x * box.width, y * box.height),
          ).toBeLessThanOrEqual(Math.SQRT2 + 1e-6);
        },
      ),
    );
  });

  it('[A3] are 60 px at least for every pitched instrument and scale on a phone, either way round', () => {
    for (const { id, isPitched, surfaces } of Object.values(INSTRUMENTS)) {
      if (!isPitched || !surfaces.includes('pads')) continue;
      for (const scale of SCALE_NAMES) {
        const count = surfacePitches({ tonic: 2, scale, feel: 'straight' }, id).length;
        for (const [width, height] of [
          [390, 700],
          [844, 320],
          [768, 900],
          [320, 520],
        ] as const) {
          const { beds } = layoutStones(count, width, height, SCALES[scale].length);
          const least = Math.min(...beds.flatMap((bed) => [bed.width, bed.height]));
          expect(least).toBeGreaterThanOrEqual(MIN_STONE_PX);
        }
      }
    }
  });

  it('rise from the near left, row by row', () => {
    const { beds, columns } = layoutStones(12, 600, 400);
    expect(beds[0]?.x).toBe(0);
    expect((beds[0]?.y ?? 0) + (beds[0]?.height ?? 0)).toBeCloseTo(400);
    expect(beds[1]?.x).toBeGreaterThan(0);
    expect(beds[columns]?.y).toBeLessThan(beds[0]?.y ?? 0);
  });

  it('lie an octave a row where that looks as well', () => {
    expect(layoutStones(15, 1000, 620, 5).columns).toBe(5);
  });

  it('are none where there is nothing to play or no room', () => {
    expect(layoutStones(0, 500, 500).beds).toEqual([]);
    expect(layoutStones(8, 0, 500).beds).toEqual([]);
    expect(stoneAt(layoutStones(4, 100, 100), 101, 50)).toBe(-1);
  });

  it('are each worn in their own way, the same every time, and stay in their bed', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const outline = stoneOutline(seed, 80, 50);
        expect(outline).toEqual(stoneOutline(seed, 80, 50));
        expect(outline).not.toEqual(stoneOutline(seed + 1, 80, 50));
        for (const [x, y] of outline) {
          expect(Math.abs(x)).toBeLessThanOrEqual(80);
          expect(Math.abs(y)).toBeLessThanOrEqual(50);
          expect(Math.hypot(x / 80, y / 50)).toBeGreaterThan(0.75);
        }
      }),
    );
  });
});
