import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityAt, isLetThrough, isThinned, seedOf } from '../../../client/player/density.ts';
import { planLoops, withLoop } from '../../../client/player/plan-loops.ts';
import { plan } from '../../../client/player/plan.ts';
import { beats, ticks } from '../../../shared/base/units.ts';
import { METRE_NAMES } from '../../../shared/time/metre.ts';
import { createMetreMap } from '../../../shared/time/metre-map.ts';
import { ADA, BO, logOf, loopSet, note, roomOf } from '../support/a-room.ts';

const FOUR = createMetreMap('4/4');
const BAR = 3840;
const anyTick = fc.integer({ min: 0, max: 40 * BAR }).map(ticks);
const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
const anyMetre = fc.constantFrom(...METRE_NAMES).map(createMetreMap);
const fraction = fc.double({ min: 0.1, max: 1, noNaN: true });

describe('what is let through', () => {
  it('is everything at full density', () => {
    fc.assert(
      fc.property(anySeed, anyTick, anyMetre, (seed, tick, metre) => {
        expect(isLetThrough(1, seed, tick, metre)).toBe(true);
      }),
    );
  });

  it('always has the first beat of a bar, also where a hand was a little beside it', () => {
    for (const beside of [-100, -1, 0, 1, 100])
      for (let seed = 0; seed < 200; seed++)
        expect(isLetThrough(0.1, seed, ticks(5 * BAR + beside), FOUR)).toBe(true);
    expect(isLetThrough(0.1, 3, ticks(2 * 3360), createMetreMap('7/8'))).toBe(true);
  });

  it('only ever loses by thinning: what is there at a density is there at any higher one', () => {
    fc.assert(
      fc.property(fraction, fraction, anySeed, anyTick, anyMetre, (one, other, seed, tick, metre) => {
        const less = isLetThrough(Math.min(one, other), seed, tick, metre);
        const more = isLetThrough(Math.max(one, other), seed, tick, metre);
        expect(Number(less)).toBeLessThanOrEqual(Number(more));
      }),
    );
  });

  const share = (density: number, places: readonly number[]) => {
    const through = Array.from({ length: 400 }, (_, seed) =>
      places.filter((tick) => isLetThrough(density, seed * 977, ticks(tick), FOUR)),
    ).flat();
    return through.length / (400 * places.length);
  };
  const eighths = Array.from({ length: 8 }, (_, index) => index * 480);

  it('is about as much of an even row of eighths as the density says', () => {
    for (const density of [0.2, 0.35, 0.5, 0.65, 0.8])
      expect(Math.abs(share(density, eighths) - density)).toBeLessThan(0.12);
  });

  it('keeps strong places longest: the third beat before the second, beats before eighths, eighths before sixteenths', () => {
    for (const density of [0.35, 0.5, 0.65]) {
      const kept = [1920, 960, 480, 240].map((place) => share(density, [place]));
      expect([...kept].sort((a, b) => b - a)).toEqual(kept);
      expect(kept[0]).toBeGreaterThan((kept[3] ?? 1) + 0.2);
    }
  });
});

describe('density of a part', () => {
  const halved = { type: 'densitySet', part: 'all', from: beats(4), to: 0.5, glideBeats: beats(4) } as const;

  it('is what the room lets through of it, as it stands at that beat', () => {
    const room = roomOf(halved);
    expect(densityAt(room, ADA, beats(4))).toBe(1);
    expect(densityAt(room, ADA, beats(6))).toBe(0.75);
    expect(densityAt(room, ADA, beats(99))).toBe(0.5);
  });

  it('thins others’ live notes, the same ones wherever they are heard', () => {
    const room = roomOf(halved);
    const notes = Array.from({ length: 64 }, (_, n) => note(8 * BAR + n * 480, { n: n + 1 }));
    const kept = notes.filter((entry) => !isThinned(room, entry));
    expect(kept.length).toBeGreaterThan(16);
    expect(kept.length).toBeLessThan(48);
    const planned = plan(logOf(halved), notes, beats(999)).filter(({ type }) => type === 'start');
    expect(planned).toHaveLength(kept.length);
  });

  it('takes the release and the bends of a thinned note with it', () => {
    const room = roomOf({ ...halved, to: 0.1, from: beats(0), glideBeats: beats(0.5) });
    const held = Array.from({ length: 40 }, (_, n) =>
      note(BAR + 240 + n * BAR, { n: n + 1, length: null, instrument: 'flute' }),
    ).find((entry) => isThinned(room, entry));
    if (!held) throw new Error('none was thinned');
    const release = {
      ...held,
      event: { type: 'noteReleased', note: held.seq, played: ticks(5 * BAR) },
    } as const;
    const log = logOf({ ...halved, to: 0.1, from: beats(0), glideBeats: beats(0.5) });
    expect(plan(log, [held, release], beats(999)).filter(({ type }) => type !== 'level')).toEqual([]);
  });

  it('leaves a loop a pattern: the same cells go in every round, the one stays', () => {
    const room = roomOf({ ...halved, from: beats(0), glideBeats: beats(0.5), to: 0.4 });
    const cells = Array.from({ length: 8 }, (_, step) => ({ step, row: 0, strength: 0.8 }));
    const places = (from: number) =>
      planLoops(withLoop([], loopSet({ cells })), room, ticks(from), ticks(from + BAR)).map(
        ({ at }) => at.tick - from,
      );
    const once = places(2 * BAR);
    expect(once[0]).toBe(0);
    expect(once.length).toBeLessThan(8);
    for (let bar = 3; bar < 9; bar++) expect(places(bar * BAR)).toEqual(once);
  });
});

describe('a seed out of words', () => {
  it('is the same each time and another for other words', () => {
    expect(seedOf(`${ADA} 1 2`)).toBe(seedOf(`${ADA} 1 2`));
    const all = [ADA, BO].flatMap((by) =>
      [0, 1, 2, 3].flatMap((step) => [0, 1, 2].map((row) => seedOf(`${by} ${step} ${row}`))),
    );
    expect(new Set(all).size).toBe(24);
  });
});
