import { describe, expect, it } from 'vitest';
import { createCalm } from '../../../../client/surfaces/draw/calm.ts';

describe('what appears with each touch', () => {
  it('is drawn in full while touches come slowly', () => {
    const calm = createCalm();
    for (let atMs = 0; atMs < 20_000; atMs += 510) expect(calm.begin(atMs)).toBe(1);
  });

  it('[C5] is fainter the more there are, and below a tenth at forty a second', () => {
    const calm = createCalm();
    let last = 1;
    for (let atMs = 0; atMs < 975; atMs += 25) {
      const share = calm.begin(atMs);
      expect(share).toBeLessThanOrEqual(last);
      last = share;
    }
    expect(last).toBeLessThan(0.1);
    expect(last).toBeGreaterThan(0);
  });

  it('is drawn in full again after a rest', () => {
    const calm = createCalm();
    for (let atMs = 0; atMs < 1000; atMs += 25) calm.begin(atMs);
    expect(calm.begin(2001)).toBe(1);
  });
});
