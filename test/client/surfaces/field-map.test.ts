import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTilt,
  fieldColour,
  fieldPitch,
  fieldStrength,
  middleOf,
  oceanStrength,
} from '../../../client/surfaces/field/field-map.ts';
import { pitch } from '../../../shared/base/units.ts';
import { DEFAULT_FRAME, fitsFrame } from '../../../shared/music/frame.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';

const PITCHES = surfacePitches(DEFAULT_FRAME, 'voice');
const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('a field', () => {
  it('keeps to the steps of the scale, low at the left, each with the same room', () => {
    fc.assert(
      fc.property(place, (x) => {
        expect(fitsFrame(DEFAULT_FRAME, fieldPitch(x, PITCHES, 'steps'))).toBe(true);
      }),
    );
    PITCHES.forEach((each, column) => {
      expect(fieldPitch((column + 0.01) / PITCHES.length, PITCHES, 'steps')).toBe(each);
      expect(fieldPitch((column + 0.99) / PITCHES.length, PITCHES, 'steps')).toBe(each);
    });
  });

  it('glides freely through every step in the middle of its column, without a jump or a turn', () => {
    PITCHES.forEach((each, column) => {
      expect(fieldPitch(middleOf(column, PITCHES.length), PITCHES, 'free')).toBeCloseTo(each);
    });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const way = fieldPitch(high, PITCHES, 'free') - fieldPitch(low, PITCHES, 'free');
        expect(way).toBeGreaterThanOrEqual(0);
        expect(way).toBeLessThanOrEqual((high - low) * PITCHES.length * 3 + 1e-9);
      }),
    );
  });

  it('stays within its register beyond the edges', () => {
    for (const glide of ['steps', 'free'] as const) {
      expect(fieldPitch(-0.5, PITCHES, glide)).toBe(PITCHES[0]);
      expect(fieldPitch(1.5, PITCHES, glide)).toBe(PITCHES.at(-1));
      expect(fieldPitch(0.7, [pitch(48)], glide)).toBe(48);
    }
  });

  it('is stronger and brighter further up, and never silent', () => {
    fc.assert(
      fc.property(place, place, place, (one, other, setting) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(fieldStrength(high, setting)).toBeGreaterThanOrEqual(fieldStrength(low, setting));
        expect(fieldStrength(low, setting)).toBeGreaterThan(0);
        expect(fieldStrength(high, setting)).toBeLessThanOrEqual(1);
      }),
    );
    expect([fieldColour(-1), fieldColour(0.4), fieldColour(2)]).toEqual([0, 0.4, 1]);
  });
});

describe('an ocean drum', () => {
  const tiltFor = (ms: number, pixelsPerMs: number, tilt = createTilt()) => {
    let swell = 0;
    for (let passed = 0; passed < ms; passed += 16) swell = tilt.move(16 * pixelsPerMs, 16);
    return swell;
  };

  it('swells with movement, slowly, and more the faster the hand', () => {
    expect(tiltFor(80, 0.5)).toBeLessThan(0.3);
    expect(tiltFor(2000, 0.2)).toBeCloseTo(0.22, 1);
    expect(tiltFor(2000, 0.7)).toBeGreaterThan(tiltFor(2000, 0.3));
    expect(tiltFor(3000, 9)).toBeLessThanOrEqual(1);
  });

  it('runs out when the hand rests, more slowly than it came', () => {
    const tilt = createTilt();
    const full = tiltFor(2000, 0.9, tilt);
    const soon = tiltFor(220, 0, tilt);
    expect(soon).toBeGreaterThan(full * 0.6);
    expect(tiltFor(5000, 0, tilt)).toBeLessThan(0.01);
  });

  it('does not move while no time passes', () => {
    expect(createTilt().move(500, 0)).toBe(0);
  });

  it('is heard at rest and never stronger than strong', () => {
    expect(oceanStrength(0, 0.6)).toBeGreaterThan(0);
    expect(oceanStrength(1, 1)).toBeLessThanOrEqual(1);
    expect(oceanStrength(1, 0.6)).toBeGreaterThan(oceanStrength(0.3, 0.6));
  });
});
