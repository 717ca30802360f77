import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL, gainOn, nextRamp, type Ramp } from '../../../client/audio/level-gain.ts';
import { LEVEL_STEP_SEC } from '../../../client/player/synth.ts';

describe('a level', () => {
  it('is reached at its moment, in a straight line one step long', () => {
    const ramp = nextRamp(FULL, 0.5, 10, 9.9);
    expect(gainOn(ramp, 9)).toBe(1);
    expect(gainOn(ramp, 9.95)).toBeCloseTo(1, 9);
    expect(gainOn(ramp, 9.975)).toBeCloseTo(0.75, 9);
    expect(gainOn(ramp, 10)).toBe(0.5);
    expect(gainOn(ramp, 99)).toBe(0.5);
  });

  it('that is told late takes a whole step all the same', () => {
    const ramp = nextRamp(FULL, 0, 10, 10.4);
    expect(ramp.fromSec).toBe(10.4);
    expect(ramp.toSec).toBeCloseTo(10.4 + LEVEL_STEP_SEC, 9);
  });

  it('joins on to the one before wherever that was, and is never steeper than a step', () => {
    const told = fc.record({
      afterSec: fc.double({ min: 0, max: 0.2, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(told, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (steps, lead) => {
          let ramp: Ramp = FULL;
          let nowSec = 1;
          for (const { afterSec, to } of steps) {
            nowSec += afterSec;
            const next = nextRamp(ramp, to, nowSec + lead, nowSec);
            expect(gainOn(next, next.fromSec)).toBeCloseTo(gainOn(ramp, next.fromSec), 9);
            expect(next.fromSec).toBeGreaterThanOrEqual(nowSec);
            expect(next.toSec - next.fromSec).toBeCloseTo(LEVEL_STEP_SEC, 9);
            ramp = next;
          }
        },
      ),
    );
  });
});
