import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasSeen,
  highestSeen,
  NOTHING_SEEN,
  SEEN_WINDOW,
  type Seen,
  seenBeyond,
  seenFromStored,
  withSeen,
} from '../../../shared/room/seen.ts';

const seenAll = (numbers: readonly number[], from: Seen = NOTHING_SEEN) => numbers.reduce(withSeen, from);
const someNumbers = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 });

describe('the numbers a room has seen', () => {
  it('[L3] are exactly those it was told, in any order and however often repeated', () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        const seen = seenAll(numbers);
        const told = new Set(numbers);
        for (let n = 1; n <= 61; n++) expect(hasSeen(seen, n)).toBe(told.has(n));
      }),
    );
  });

  it('[L3] come to the same whatever the order', () => {
    fc.assert(
      fc.property(someNumbers, fc.infiniteStream(fc.nat()), (numbers, keys) => {
        const shuffled = numbers
          .map((n) => ({ n, key: keys.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ n }) => n);
        expect(seenAll(shuffled)).toEqual(seenAll(numbers));
      }),
    );
  });

  it('[L3] do not change by a repeat: the same object', () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        const seen = seenAll(numbers);
        for (const n of numbers) expect(withSeen(seen, n)).toBe(seen);
      }),
    );
  });

  it('are told as the last without a gap and those beyond, lowest first', () => {
    const seen = seenAll([2, 1, 7, 5, 6, 9]);
    expect(seen.upTo).toBe(2);
    expect(seenBeyond(seen)).toEqual([5, 6, 7, 9]);
    expect(highestSeen(seen)).toBe(9);
    expect(seenBeyond(seenAll([3, 4, 8], seen))).toEqual([]);
    expect(highestSeen(NOTHING_SEEN)).toBe(0);
  });

  it('[L3] still tell a number that fills a gap within the window, and give up the gap beyond it', () => {
    const late = 1;
    const within = seenAll(Array.from({ length: SEEN_WINDOW - 1 }, (_, index) => index + 2));
    expect(highestSeen(within)).toBe(SEEN_WINDOW);
    expect(hasSeen(within, late)).toBe(false);
    const beyond = withSeen(within, SEEN_WINDOW + 1);
    expect(hasSeen(beyond, late)).toBe(true);
    expect(beyond).toEqual({ upTo: SEEN_WINDOW + 1, beyond: [] });
  });

  it('go on after a gap for ever: someone whose one wish was lost may go on wishing', () => {
    let seen = withSeen(NOTHING_SEEN, 2);
    for (let n = 3; n < 3 * SEEN_WINDOW; n++) {
      if (hasSeen(seen, n)) throw new Error(`${n} counts as seen before it came`);
      seen = withSeen(seen, n);
      if (!hasSeen(seen, n)) throw new Error(`${n} came and is not seen`);
    }
    expect(seen).toEqual({ upTo: 3 * SEEN_WINDOW - 1, beyond: [] });
  });

  it('go on after a leap over more than the window: someone who played alone for long', () => {
    const seen = withSeen(seenAll([1, 2, 3]), 100_000);
    expect(hasSeen(seen, 100_000)).toBe(true);
    expect(hasSeen(seen, 100_001)).toBe(false);
    expect(hasSeen(seen, 99_999)).toBe(false);
  });

  it('take no more memory than gaps within the window', () => {
    let seen = NOTHING_SEEN;
    for (let n = 1; n < 10_000; n += 2) seen = withSeen(seen, n);
    expect(seen.beyond.length).toBeLessThanOrEqual(SEEN_WINDOW / 2 + 1);
  });
});

describe('the numbers a restarted room knows from the store', () => {
  it('[L3] are those that were stored, in any order, with room endings passed over', () => {
    const seen = seenFromStored([4, -4, 2, 1, -2]);
    expect([1, 2, 3, 4, 5].filter((n) => hasSeen(seen, n))).toEqual([1, 2, 4]);
    expect(seenFromStored([])).toEqual(NOTHING_SEEN);
  });

  it('[L3] take the next number, though much before it was never stored', () => {
    const stored = [1, 5000, 5003, 5004];
    const seen = seenFromStored(stored);
    expect(hasSeen(seen, 5005)).toBe(false);
    expect(hasSeen(withSeen(seen, 5005), 5005)).toBe(true);
    expect(hasSeen(seen, 5001)).toBe(false);
  });

  it('are read in no time from a session of hours: 300,000 numbers', () => {
    const stored = Array.from({ length: 300_000 }, (_, index) => 2 * index + 1);
    const seen = seenFromStored(stored);
    expect(highestSeen(seen)).toBe(599_999);
    expect(hasSeen(seen, 599_997)).toBe(true);
    expect(hasSeen(seen, 599_998)).toBe(false);
  });
});
