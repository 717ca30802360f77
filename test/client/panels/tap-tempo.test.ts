import { describe, expect, it } from 'vitest';
import { type TapTempo, withTempoTap } from '../../../client/panels/tap-tempo.ts';
import { MAX_BPM, MIN_BPM } from '../../../shared/base/limits.ts';

const NONE: TapTempo = { taps: [], bpm: undefined };
const tapAll = (times: readonly number[]) => times.reduce(withTempoTap, NONE);

describe('a tempo that is tapped', () => {
  it('is known from the fourth tap on', () => {
    expect(tapAll([0, 500, 1000]).bpm).toBeUndefined();
    expect(tapAll([0, 500, 1000, 1500]).bpm).toBe(120);
  });

  it('is not moved by one slip', () => {
    expect(tapAll([0, 500, 1000, 1720, 2000, 2500]).bpm).toBe(120);
  });

  it('follows the last eight taps of someone who finds their pace', () => {
    const slow = [0, 1000, 2000, 3000];
    const quick = Array.from({ length: 8 }, (_, i) => 3500 + i * 500);
    expect(tapAll([...slow, ...quick]).bpm).toBe(120);
  });

  it('begins anew after a pause', () => {
    expect(tapAll([0, 500, 1000, 1500, 9000])).toEqual({ taps: [9000], bpm: undefined });
  });

  it('stays within what a room can have', () => {
    expect(tapAll([0, 100, 200, 300]).bpm).toBe(MAX_BPM);
    expect(tapAll([0, 3900, 7800, 11700]).bpm).toBe(MIN_BPM);
  });
});
