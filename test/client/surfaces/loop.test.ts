import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutBeads, MIN_BEAD_PX, stepAtTick } from '../../../client/surfaces/loop/beads.ts';
import { beadStrength, clearLoop, resizeLoop, turnBead } from '../../../client/surfaces/loop/edit-loop.ts';
import { ticks } from '../../../shared/base/units.ts';
import { type Loop, loopSchema } from '../../../shared/event/loop.ts';

const EMPTY: Loop = { instrument: 'marimba', steps: 8, stepTicks: ticks(480), cells: [] };
const sizes = fc.record({
  steps: fc.constantFrom(8, 16),
  rows: fc.integer({ min: 1, max: 8 }),
  width: fc.integer({ min: 320, max: 1600 }),
  height: fc.integer({ min: 300, max: 1200 }),
});

describe('the beads of a loop', () => {
  it('[A3] have 44 px each and do not overlap by more than a line, on any page', () => {
    fc.assert(
      fc.property(sizes, ({ steps, rows, width, height }) => {
        const layout = layoutBeads(steps, rows, width, height);
        expect(layout.touch).toBeGreaterThanOrEqual(MIN_BEAD_PX);
        const places = Array.from({ length: steps * rows }, (_, bead) =>
          layout.placeOf(bead % steps, Math.floor(bead / steps)),
        );
        let least = Number.POSITIVE_INFINITY;
        places.forEach((place, index) => {
          for (let other = 0; other < index; other++) {
            const { x, y } = places[other] ?? place;
            least = Math.min(least, Math.hypot(place.x - x, place.y - y));
          }
        });
        expect(least).toBeGreaterThanOrEqual(MIN_BEAD_PX - 1.01);
      }),
      { numRuns: 150 },
    );
  });

  it('lie within the drawing, which is the page unless it is unrolled', () => {
    fc.assert(
      fc.property(sizes, ({ steps, rows, width, height }) => {
        const layout = layoutBeads(steps, rows, width, height);
        for (let step = 0; step < steps; step++) {
          for (let row = 0; row < rows; row++) {
            const { x, y } = layout.placeOf(step, row);
            expect(x - 20).toBeGreaterThanOrEqual(0);
            expect(y - 20).toBeGreaterThanOrEqual(0);
            expect(x + 20).toBeLessThanOrEqual(layout.width);
            expect(y + 20).toBeLessThanOrEqual(layout.height);
          }
        }
        expect(layout.width).toBeCloseTo(
          layout.look === 'down' ? Math.max(width, rows * MIN_BEAD_PX) : width,
        );
      }),
    );
  });

  it('are rings for a drum on a tablet, rows where a ring has no room, and go down a narrow page', () => {
    expect(layoutBeads(8, 3, 768, 900).look).toBe('ring');
    expect(layoutBeads(8, 8, 768, 900).look).toBe('ring');
    expect(layoutBeads(16, 8, 1024, 700).look).toBe('across');
    expect(layoutBeads(8, 8, 390, 640).look).toBe('across');
    expect(layoutBeads(16, 8, 390, 640).look).toBe('down');
  });

  it('begin at the top of the ring and go round with the clock, low inside', () => {
    const layout = layoutBeads(8, 3, 700, 700);
    expect(layout.placeOf(0, 0).x).toBeCloseTo(350);
    expect(layout.placeOf(0, 0).y).toBeLessThan(350);
    expect(layout.placeOf(2, 0).x).toBeGreaterThan(350);
    expect(layout.placeOf(0, 2).y).toBeLessThan(layout.placeOf(0, 1).y);
  });
});

describe('where a loop is', () => {
  it('goes round with the grid', () => {
    expect(stepAtTick(0, 8, 480)).toBe(0);
    expect(stepAtTick(480 * 9.5, 8, 480)).toBeCloseTo(1.5);
    expect(stepAtTick(480 * 8, 8, 480)).toBe(0);
    expect(stepAtTick(-240, 8, 480)).toBeCloseTo(7.5);
  });
});

describe('a touch on a bead', () => {
  it('makes it medium, strong, soft and takes it away', () => {
    const seen: string[] = [];
    let loop = EMPTY;
    for (let touch = 0; touch < 5; touch++) {
      seen.push(beadStrength(loop, 3, 2));
      loop = turnBead(loop, 3, 2);
    }
    expect(seen).toEqual(['off', 'medium', 'strong', 'soft', 'off']);
  });

  it('leaves all others as they are and gives a loop the room accepts', () => {
    const one = turnBead(EMPTY, 0, 0);
    const two = turnBead(turnBead(one, 7, 4), 7, 4);
    expect(beadStrength(two, 0, 0)).toBe('medium');
    expect(beadStrength(two, 7, 4)).toBe('strong');
    expect(two.cells).toHaveLength(2);
    expect(loopSchema.safeParse(two).success).toBe(true);
    expect(EMPTY.cells).toEqual([]);
  });
});

describe('a loop of another length', () => {
  const loop = turnBead(turnBead(EMPTY, 1, 0), 6, 3);

  it('sounds on as it did when it grows', () => {
    const longer = resizeLoop(loop, 16);
    for (let step = 0; step < 16; step++) {
      for (const row of [0, 3])
        expect(beadStrength(longer, step, row)).toBe(beadStrength(loop, step % 8, row));
    }
    expect(loopSchema.safeParse(longer).success).toBe(true);
  });

  it('keeps its beginning when it shrinks, and comes back the same', () => {
    expect(resizeLoop(resizeLoop(loop, 16), 8)).toEqual(loop);
    expect(resizeLoop(loop, 4).cells).toEqual([{ step: 1, row: 0, strength: 0.6 }]);
    expect(resizeLoop(loop, 8)).toBe(loop);
  });

  it('is empty when it is emptied, and the same loop when it was', () => {
    expect(clearLoop(loop).cells).toEqual([]);
    expect(clearLoop(EMPTY)).toBe(EMPTY);
  });
});
