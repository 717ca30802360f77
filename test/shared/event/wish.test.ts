import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcomerSchema } from '../../../shared/event/membership.ts';
import { cleanPlan, roomPlanSchema } from '../../../shared/event/plan.ts';
import { lagMessageSchema } from '../../../shared/event/lag.ts';
import { isLineWish, isPassingWish } from '../../../shared/event/wish-kind.ts';
import { passingWishSchema, roomWishSchema, wishSchema } from '../../../shared/event/wish.ts';
import { PERMISSIONS } from '../../../shared/room/permissions.ts';
import { LAG_BINS } from '../../../shared/time/lag-summary.ts';
import { changedAt, leavesIn, objectsIn, partAt } from './parts.ts';
import { ARC_STEP, BAD, CELL, GOOD, many, round, setLoop } from './wish-examples.ts';

describe('a wish', () => {
  it.each(GOOD)('[E1] that fits is read as it is: %j', (wish) => {
    expect(wishSchema.parse(wish)).toEqual(wish);
  });

  it.each(BAD)('[E1] that does not fit is not read: %j', (wish) => {
    expect(wishSchema.safeParse(wish).success).toBe(false);
  });

  it('[E1] is read into a new object, never passed on as it came', () => {
    const wish = setLoop({});
    const read = wishSchema.parse(wish);
    expect(read).toEqual(wish);
    expect(read).not.toBe(wish);
    expect(read.type === 'setLoop' && read.loop.cells[0]).not.toBe(CELL);
  });

  it('is of one kind: for the room, first passing, or of a line', () => {
    for (const wish of GOOD) {
      const read = wishSchema.parse(wish);
      const isRoom = roomWishSchema.safeParse(wish).success;
      const isPassing = passingWishSchema.safeParse(wish).success;
      expect([isLineWish(read), isRoom, isPassing].filter(Boolean)).toHaveLength(1);
      expect(!isLineWish(read) && isPassingWish(read)).toBe(isPassing);
    }
  });

  it('[E1] has an example here of every type there is but those the room alone wishes', () => {
    const types = new Set(GOOD.map((wish) => ('type' in wish ? String(wish.type) : '')));
    const own = Object.entries(PERMISSIONS).filter(([, row]) => 'by' in row && row.by.join() === 'room');
    expect([...types].sort()).toEqual(
      Object.keys(PERMISSIONS)
        .filter((type) => !own.some(([name]) => name === type))
        .sort(),
    );
  });

  it('[E1] with a part more, at any depth, is not read', () => {
    for (const wish of GOOD)
      for (const path of objectsIn(wish))
        expect([path, wishSchema.safeParse(changedAt(wish, [...path, 'more'], 1)).success]).toEqual([
          path,
          false,
        ]);
  });

  it('[E1] with a part less, at any depth, is not read', () => {
    for (const wish of GOOD)
      for (const path of leavesIn(wish)) {
        if (path.at(-1) === 'chords' || typeof path.at(-1) === 'number') continue;
        expect([path, wishSchema.safeParse(changedAt(wish, path, undefined)).success]).toEqual([path, false]);
      }
  });

  it('[E1] with anything else in the place of a part is not read, or is read as it is', () => {
    const strange = fc.oneof(
      fc.constantFrom(
        Number.NaN,
        Infinity,
        -Infinity,
        -0.5,
        1e18,
        -1,
        0.1,
        '',
        '0',
        'all',
        '__proto__',
        null,
      ),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.string(),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), fc.nat(), strange, (wish, place, part) => {
        const paths = leavesIn(wish);
        const path = paths[place % paths.length] ?? ['type'];
        const changed = changedAt(wish, path, part);
        const read = wishSchema.safeParse(changed);
        expect(read.success ? read.data : changed).toEqual(changed);
        const isNumber = typeof partAt(wish, path) === 'number';
        expect(read.success && isNumber && typeof part !== 'number' && part !== null).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it('[E1][E3] that is anything at all is read without a throw, and only as what it is', () => {
    const types = fc.constantFrom(...Object.keys(PERMISSIONS), 'admit', 'toString', '__proto__');
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withSparseArray: true, withTypedArray: true, maxDepth: 4 }),
      fc.tuple(types, fc.object({ maxDepth: 3 })).map(([type, more]) => ({ ...more, type })),
      types.map((type) => ({ type })),
    );
    fc.assert(
      fc.property(anything, (thing) => {
        const read = wishSchema.safeParse(thing);
        expect(read.success ? read.data : thing).toEqual(thing);
      }),
      { numRuns: 4000 },
    );
  });

  it('[E1][E3] of an endless depth is refused, not followed', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 20_000; depth++) deep = [deep];
    for (const wish of [
      deep,
      { type: 'callIn', knocks: deep },
      { type: 'setArc', steps: deep },
      round({ order: deep }),
    ])
      expect(wishSchema.safeParse(wish).success).toBe(false);
  });
});

describe('what a newcomer says', () => {
  const NEWCOMER = { name: 'Ada', shape: 'leaf', role: 'player', isKept: false };

  it('[D4] may have no name, and names no role with rights', () => {
    expect(newcomerSchema.safeParse(NEWCOMER).success).toBe(true);
    expect(newcomerSchema.safeParse({ ...NEWCOMER, name: undefined }).success).toBe(true);
    for (const changed of [
      { role: 'facilitator' },
      { role: 'room' },
      { shape: 'heart' },
      { isKept: 'yes' },
      { isCompany: true },
      { name: 'a'.repeat(24 * 16 + 1) },
    ])
      expect(newcomerSchema.safeParse({ ...NEWCOMER, ...changed }).success).toBe(false);
  });
});

describe('the plan of a room', () => {
  const PLAN = {
    title: '',
    place: 'apart',
    bpm: 60,
    metre: '4/4',
    frame: { tonic: 0, scale: 'major', feel: 'straight' },
    instruments: ['harp'],
    hasDoor: true,
    listening: 'announced',
    arc: [],
    goals: '',
  };

  it('is read at its edges and not beyond', () => {
    expect(roomPlanSchema.safeParse(PLAN).success).toBe(true);
    for (const changed of [
      { bpm: 29 },
      { place: 'here' },
      { metre: '4/3' },
      { title: 'x'.repeat(961) },
      { id: 1 },
      { instruments: [] },
      { instruments: ['theremin'] },
      { hasDoor: undefined },
      { listening: 'anyone' },
      { arc: many(13, ARC_STEP) },
      { goals: 'x'.repeat(6401) },
      { goals: undefined },
    ])
      expect(roomPlanSchema.safeParse({ ...PLAN, ...changed }).success).toBe(false);
  });

  it('has its texts cleaned, its instruments once each, and no text that is too long', () => {
    const clean = (changed: object) => cleanPlan(roomPlanSchema.parse({ ...PLAN, ...changed }));
    const steps = [{ ...ARC_STEP, sentence: ' We\u202E arrive\n' }];
    expect(clean({ title: ' A\tday ', instruments: ['harp', 'bells', 'harp'], arc: steps })).toMatchObject({
      value: { title: 'A day', instruments: ['harp', 'bells'], arc: [{ sentence: 'We arrive' }] },
    });
    for (const changed of [
      { title: 'x'.repeat(61) },
      { goals: 'x'.repeat(401) },
      { arc: [{ ...ARC_STEP, sentence: 'x'.repeat(161) }] },
    ])
      expect(clean(changed)).toEqual({ type: 'refused', reason: 'textTooLong' });
    expect(clean({ title: 'x'.repeat(60), goals: 'x'.repeat(400) }).type).toBe('granted');
  });
});

describe('a report of lags', () => {
  const read = (lags: unknown) => lagMessageSchema.safeParse({ lags }).success;

  it('has bins that there are, and counts of a size', () => {
    expect(read([])).toBe(true);
    expect(read([[0, 1]])).toBe(true);
    expect(read([[LAG_BINS - 1, 10_000]])).toBe(true);
    for (const lags of [
      [[LAG_BINS, 1]],
      [[-1, 1]],
      [[0, 0]],
      [[0, 10_001]],
      [[0]],
      [[0, 1, 2]],
      [[0.5, 1]],
      'x',
    ])
      expect(read(lags)).toBe(false);
    expect(read(Array.from({ length: LAG_BINS + 1 }, () => [0, 1]))).toBe(false);
  });
});
