import { describe, expect, it } from 'vitest';
import {
  colourAt,
  DRUM_PLACES,
  drumBox,
  drumFormOf,
  placeByPulse,
  pointOfPlace,
} from '../../../client/surfaces/drum/drum-head.ts';

describe('a drum head', () => {
  const drum = drumBox('drum', 800, 600);

  it('is deep in its centre, bright at its rim, evenly between', () => {
    expect(colourAt(drum, 400, 300)).toBe(0);
    expect(colourAt(drum, 400 + drum.halfWidth / 2, 300)).toBeCloseTo(0.5);
    expect(colourAt(drum, 400, 300 - drum.halfHeight)).toBeCloseTo(1);
  });

  it('sounds as its rim when a touch lands beside it', () => {
    expect(colourAt(drum, 2, 2)).toBe(1);
  });

  it.each([
    [800, 600],
    [390, 700],
    [844, 320],
  ])('fits into %i by %i, whatever its form', (width, height) => {
    for (const form of ['drum', 'shaker', 'block'] as const) {
      const box = drumBox(form, width, height);
      expect(2 * box.halfWidth).toBeLessThanOrEqual(width);
      expect(2 * box.halfHeight).toBeLessThanOrEqual(height);
      expect(Math.max(box.halfWidth / width, box.halfHeight / height)).toBeCloseTo(0.45);
    }
  });

  it('is an egg for a shaker and a block for wood', () => {
    expect(drumFormOf('shaker')).toBe('shaker');
    expect(drumFormOf('woodblock')).toBe('block');
    expect(drumFormOf('frameDrum')).toBe('drum');
  });

  it('has places for keys whose colour is where their ripple starts', () => {
    DRUM_PLACES.forEach((colour, place) => {
      const { x, y } = pointOfPlace(drum, place);
      expect(colourAt(drum, x, y)).toBeCloseTo(colour, 2);
    });
  });

  it('gives one switch the centre on the one, and lets it go outwards between', () => {
    expect([0.02, 1.1, 1.9, 2.5, 3.95].map(placeByPulse)).toEqual([0, 1, 0, 2, 0]);
  });

  it('has a colour even before it has a size', () => {
    expect(colourAt(drumBox('drum', 0, 0), 10, 10)).toBe(0);
  });
});
