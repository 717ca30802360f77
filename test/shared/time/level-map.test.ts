import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Beats, beats } from '../../../shared/base/units.ts';
import {
  FULL_LEVEL,
  levelAt,
  type LevelMap,
  levelToCome,
  SHORTEST_GLIDE,
  withLevel,
} from '../../../shared/time/level-map.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.record({
  afterBeats: fc.double({ min: 0, max: 20, noNaN: true }),
  to: fraction,
  glideBeats: fc.double({ min: 0, max: 64, noNaN: true }),
});

/** Changes set one after another, each at a beat that has not come yet. */
const maps = fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
  let at = 0;
  let map: LevelMap = FULL_LEVEL;
  return changes.map(({ afterBeats, to, glideBeats }) => {
    at += afterBeats;
    const before = map;
    map = withLevel(map, beats(at), to, glideBeats);
    return { from: beats(at), to, glideBeats, before, after: map };
  });
});

describe('a level over time', () => {
  it('is full in an empty map, and rests where it was sent', () => {
    expect(levelAt(FULL_LEVEL, 0)).toBe(1);
    expect(levelToCome(FULL_LEVEL)).toBe(1);
    const map = withLevel(FULL_LEVEL, beats(8), 0.5, 4);
    expect([0, 8, 9, 10, 12, 99].map((beat) => levelAt(map, beat))).toEqual([1, 1, 0.875, 0.75, 0.5, 0.5]);
    expect(levelToCome(map)).toBe(0.5);
  });

  it('never takes less than an eighth, so that nothing jumps', () => {
    const map = withLevel(FULL_LEVEL, beats(0), 0, 0);
    expect(levelAt(map, SHORTEST_GLIDE / 2)).toBe(0.5);
    expect(levelAt(map, SHORTEST_GLIDE)).toBe(0);
  });

  it('sets out from where it is when it is sent elsewhere on the way', () => {
    const falling = withLevel(FULL_LEVEL, beats(0), 0, 8);
    const turned = withLevel(falling, beats(4), 1, 4);
    expect([0, 2, 4, 6, 8].map((beat) => levelAt(turned, beat))).toEqual([1, 0.75, 0.5, 0.75, 1]);
  });

  it('takes the place of what was planned from there on', () => {
    const planned = withLevel(FULL_LEVEL, beats(16), 0.2, 4);
    const instead = withLevel(planned, beats(8), 0.6, 4);
    expect(levelAt(instead, 30)).toBeCloseTo(0.6, 12);
    const back = withLevel(planned, beats(8), 1, 4);
    expect(back.pieces).toEqual([]);
  });

  it('is the same map when nothing changes', () => {
    expect(withLevel(FULL_LEVEL, beats(3), 1, 4)).toBe(FULL_LEVEL);
    const half = withLevel(FULL_LEVEL, beats(0), 0.5, 1);
    expect(withLevel(half, beats(7), 0.5, 4)).toBe(half);
  });

  it('goes on to where it was going when it is sent there again on the way', () => {
    const falling = withLevel(FULL_LEVEL, beats(0), 0.5, 8);
    expect(levelToCome(withLevel(falling, beats(4), 0.75, 4))).toBe(0.75);
    expect(levelAt(withLevel(falling, beats(4), 0.75, 4), 99)).toBe(0.75);
  });

  it('refuses a level that is none', () => {
    expect(() => withLevel(FULL_LEVEL, beats(0), 1.01, 1)).toThrow('0 to 1');
    expect(() => withLevel(FULL_LEVEL, beats(0), -0.01, 1)).toThrow('0 to 1');
  });

  it('is what it was up to the beat from which a change holds, and continuous there', () => {
    fc.assert(
      fc.property(maps, fraction, (changes, where) => {
        for (const { from, before, after } of changes) {
          for (const beat of [from * where, from])
            expect(levelAt(after, beat)).toBeCloseTo(levelAt(before, beat), 9);
          expect(levelAt(after, from + 1e-6)).toBeCloseTo(levelAt(after, from), 5);
        }
      }),
    );
  });

  it('stays from 0 to 1, is never steeper than an eighth allows, and comes to where it was sent last', () => {
    fc.assert(
      fc.property(maps, (changes) => {
        const last = changes.at(-1);
        if (!last) return;
        const map = last.after;
        const end: Beats = beats(last.from + Math.max(SHORTEST_GLIDE, last.glideBeats));
        for (let beat = 0; beat < end + 1; beat += 0.37) {
          const level = levelAt(map, beat);
          expect(level).toBeGreaterThanOrEqual(0);
          expect(level).toBeLessThanOrEqual(1);
          expect(Math.abs(levelAt(map, beat + 0.05) - level)).toBeLessThanOrEqual(
            0.05 / SHORTEST_GLIDE + 1e-9,
          );
        }
        expect(levelAt(map, end)).toBeCloseTo(last.to, 9);
        expect(levelToCome(map)).toBeCloseTo(last.to, 12);
      }),
    );
  });
});
