import { describe, expect, it } from 'vitest';
import { loudestLufs, meanLufs } from '../../../client/audio/k-weighting.ts';

const sine = (hz: number, level: number, lengthSec: number, rateHz: number) =>
  Float32Array.from(
    { length: lengthSec * rateHz },
    (_, i) => level * Math.sin((2 * Math.PI * hz * i) / rateHz),
  );

describe('loudness', () => {
  it.each([24_000, 32_000, 44_100, 48_000])(
    'reads -3.01 LUFS for the standard full-scale tone of 997 Hz at %i Hz',
    (rateHz) => {
      expect(meanLufs(sine(997, 1, 4, rateHz), rateHz)).toBeCloseTo(-3.01, 1);
    },
  );

  it('hears a bass tone softer and a high one louder, as the standard does', () => {
    const at = (hz: number) => meanLufs(sine(hz, 1, 4, 48_000), 48_000);
    expect(at(40)).toBeLessThan(at(997) - 4);
    expect(at(4000)).toBeGreaterThan(at(997) + 2.5);
  });

  it('finds the loudest part of a sound that comes and goes', () => {
    const quietLoudQuiet = Float32Array.of(
      ...sine(997, 0.01, 1, 24_000),
      ...sine(997, 0.5, 0.5, 24_000),
      ...sine(997, 0.01, 1, 24_000),
    );
    expect(loudestLufs(quietLoudQuiet, 24_000)).toBeCloseTo(-9.03, 1);
  });

  it('takes a short sound as followed by silence', () => {
    const short = loudestLufs(sine(997, 1, 0.1, 48_000), 48_000);
    expect(short).toBeCloseTo(-3.01 - 10 * Math.log10(4), 0);
  });
});
