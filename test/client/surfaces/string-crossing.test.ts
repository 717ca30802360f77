import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colourAlong,
  crossings,
  layoutStrings,
  MIN_SPACING_PX,
  nearestString,
  type StrokePoint,
  strokeFactor,
} from '../../../client/surfaces/strings/string-crossing.ts';
import { localMs } from '../../../shared/base/units.ts';

const at = (across: number, atMs: number, along = 100): StrokePoint => ({
  across,
  along,
  atMs: localMs(atMs),
});
const PLACES = [100, 200, 300, 400];

describe('a stroke across strings', () => {
  it('plucks every string between two readings once, in order, at the moment it was met', () => {
    const met = crossings(at(50, 1000, 10), at(450, 1040, 50), PLACES);
    expect(met.map(({ string }) => string)).toEqual([0, 1, 2, 3]);
    expect(met.map(({ atMs }) => atMs)).toEqual([1005, 1015, 1025, 1035]);
    expect(met[1]?.along).toBeCloseTo(25);
  });

  it('plucks downwards in the other order', () => {
    const met = crossings(at(350, 0), at(150, 10), PLACES);
    expect(met.map(({ string }) => string)).toEqual([2, 1]);
  });

  it('keeps the order of strings that were met in the same instant', () => {
    expect(crossings(at(50, 5), at(450, 5), PLACES).map(({ string }) => string)).toEqual([0, 1, 2, 3]);
    expect(crossings(at(450, 5), at(50, 5), PLACES).map(({ string }) => string)).toEqual([3, 2, 1, 0]);
  });

  it('meets nothing while it stays between two strings or rests on one', () => {
    expect(crossings(at(110, 0), at(190, 10), PLACES)).toEqual([]);
    expect(crossings(at(200, 0), at(200, 10), PLACES)).toEqual([]);
    expect(crossings(at(200, 0), at(250, 10), PLACES)).toEqual([]);
  });

  it('never plucks twice nor misses a string, wherever its readings fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        (steps, isDown) => {
          const stops = [0];
          for (const step of steps) stops.push((stops.at(-1) ?? 0) + step);
          const points = stops.map((stop, index) => at(isDown ? 900 - stop : stop, index * 8));
          const met = points
            .slice(1)
            .flatMap((point, index) => crossings(points[index] ?? point, point, PLACES));
          const [from, to] = [points[0]?.across ?? 0, points.at(-1)?.across ?? 0];
          const between = PLACES.map((place, string) => ({ place, string })).filter(({ place }) =>
            isDown ? place < from && place >= to : place > from && place <= to,
          );
          const expected = between.map(({ string }) => string);
          expect(met.map(({ string }) => string)).toEqual(isDown ? expected.toReversed() : expected);
          met.forEach(({ atMs }, index) => expect(atMs).toBeGreaterThanOrEqual(met[index - 1]?.atMs ?? 0));
        },
      ),
    );
  });
});

describe('strings', () => {
  it('[A3] lie at least 60 px apart, along the longer side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 200, max: 1500 }),
        fc.integer({ min: 200, max: 1500 }),
        (count, width, height) => {
          const layout = layoutStrings(count, width, height);
          expect(layout.across).toBe(width >= height ? 'x' : 'y');
          expect(layout.spacing).toBeGreaterThanOrEqual(MIN_SPACING_PX);
          expect(layout.firstPlace + layout.places.length).toBeLessThanOrEqual(count);
        },
      ),
    );
  });

  it('stand low at the left, or lie low at the bottom', () => {
    const upright = layoutStrings(6, 900, 500);
    expect(upright.places).toEqual([75, 225, 375, 525, 675, 825]);
    expect(layoutStrings(6, 500, 900).places).toEqual([825, 675, 525, 375, 225, 75]);
  });

  it('begin at a tonic where not all of them fit', () => {
    expect(layoutStrings(22, 600, 300, 2)).toMatchObject({ firstPlace: 2 });
    expect(layoutStrings(6, 600, 300, 2)).toMatchObject({ firstPlace: 0 });
    expect(layoutStrings(11, 600, 300, 5)).toMatchObject({ firstPlace: 0 });
  });

  it('are plucked nearest to the finger, wherever it lands', () => {
    expect(nearestString(PLACES, 0)).toBe(0);
    expect(nearestString(PLACES, 249)).toBe(1);
    expect(nearestString(PLACES, 251)).toBe(2);
    expect(nearestString([], 10)).toBe(-1);
  });

  it('sound stronger the faster the stroke, and brighter towards their ends', () => {
    expect(strokeFactor(0)).toBeLessThan(strokeFactor(0.5));
    expect(strokeFactor(-0.5)).toBe(strokeFactor(0.5));
    expect(strokeFactor(50)).toBe(strokeFactor(1.6));
    expect(colourAlong(0, 400)).toBeCloseTo(0.95);
    expect(colourAlong(200, 400)).toBeCloseTo(0.2);
    expect(colourAlong(400, 400)).toBeCloseTo(0.95);
  });
});
