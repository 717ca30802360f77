import { describe, expect, it } from 'vitest';
import { roomImpulse } from '../../../client/audio/reverb.ts';

const RATE_HZ = 48_000;
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0);
const part = (ear: Float32Array, fromSec: number, toSec: number) =>
  ear.slice(fromSec * RATE_HZ, toSec * RATE_HZ);

describe('the room', () => {
  it('is the same for everyone: the same seed gives the same room, another seed another', () => {
    expect(roomImpulse(RATE_HZ, 7)).toEqual(roomImpulse(RATE_HZ, 7));
    expect(roomImpulse(RATE_HZ, 7)[0]).not.toEqual(roomImpulse(RATE_HZ, 8)[0]);
  });

  it('is as strong in both ears and not the same in both', () => {
    const [left, right] = roomImpulse(RATE_HZ, 7);
    expect(10 * Math.log10(energy(left) / energy(right))).toBeCloseTo(0, 5);
    const likeness = left.reduce((sum, sample, i) => sum + sample * (right[i] ?? 0), 0) / energy(left);
    expect(Math.abs(likeness)).toBeLessThan(0.6);
  });

  it('answers after a moment, dies away within two seconds and ends without a step', () => {
    for (const ear of roomImpulse(RATE_HZ, 7)) {
      expect(energy(part(ear, 0, 0.009))).toBe(0);
      const fallDb = 10 * Math.log10(energy(part(ear, 1.1, 1.2)) / energy(part(ear, 0.1, 0.2)));
      expect(fallDb).toBeLessThan(-30);
      expect(fallDb).toBeGreaterThan(-60);
      expect(Math.abs(ear.at(-1) ?? 1)).toBeLessThan(1e-6);
    }
  });

  it('is warm: a steep high pass takes nearly all of it away', () => {
    const [ear] = roomImpulse(RATE_HZ, 7);
    // A first difference doubles each octave: by it, treble would dominate if there were any.
    const treble = ear.map((sample, i) => sample - (ear[i - 1] ?? 0));
    expect(10 * Math.log10(energy(treble) / energy(ear))).toBeLessThan(-9);
  });
});
