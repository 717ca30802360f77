import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beats, bpm, roomMs } from '../../../shared/base/units.ts';
import {
  createGrid,
  feltBeatsBetween,
  feltBeatsOfBar,
  firstSafeBar,
  safeLeadMs,
} from '../../../shared/time/grid.ts';
import { barBeats, feltBeatLengths, METRE_NAMES, METRES, metreOf } from '../../../shared/time/metre.ts';
import {
  barAt,
  beatOfBar,
  createMetreMap,
  type MetreMap,
  metreOfBar,
  nextBarLine,
  positionAt,
  withMetre,
} from '../../../shared/time/metre-map.ts';
import { beatAt, roomMsAt, withGlide } from '../../../shared/time/tempo-map.ts';

const ORIGIN = roomMs(1_800_000_000_000);

const names = fc.constantFrom(...METRE_NAMES);
const metreMaps = fc
  .record({
    first: names,
    changes: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 20 }), to: names }), { maxLength: 8 }),
  })
  .map(({ first, changes }) => {
    let map = createMetreMap(first);
    let bar = 0;
    for (const { gap, to } of changes) map = withMetre(map, (bar += gap), to);
    return map;
  });

describe('metres', () => {
  it.each(METRE_NAMES)(
    '[T8] the felt beats of %s fill its bar, each with its accent, the one the strongest',
    (name) => {
      const metre = metreOf(name);
      const sum = feltBeatLengths(metre).reduce((total, length) => total + length, 0);
      expect(sum).toBe(barBeats(metre));
      expect(metre.accents).toHaveLength(metre.grouping.length);
      expect(metre.accents[0]).toBe(1);
      expect(Math.max(...metre.accents.slice(1))).toBeLessThan(1);
      expect(name).toBe(`${metre.beatsPerBar}/${metre.beatUnit}`);
    },
  );

  it('[T8] 6/8 is felt in two dotted quarters, 7/8 as two, two and three eighths', () => {
    expect(feltBeatLengths(METRES['6/8'])).toEqual([1.5, 1.5]);
    expect(feltBeatLengths(METRES['7/8'])).toEqual([1, 1, 1.5]);
    expect(barBeats(METRES['5/4'])).toBe(5);
  });
});

describe('metre map', () => {
  it('[T8] bar lines and bars are inverse, over random changes of metre', () => {
    fc.assert(
      fc.property(metreMaps, fc.integer({ min: 0, max: 5000 }), (map, bar) => {
        const line = beatOfBar(map, bar);
        expect(positionAt(map, line)).toEqual({ bar, beatInBar: 0, phase: 0 });
        expect(beatOfBar(map, bar + 1) - line).toBe(barBeats(metreOfBar(map, bar)));
        expect(barAt(map, beats(line - 0.001))).toBe(bar - 1);
        expect(nextBarLine(map, line)).toBe(line);
        expect(nextBarLine(map, beats(line + 0.001))).toBe(beatOfBar(map, bar + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('[T8] every beat is in the bar it says, at the place it says', () => {
    fc.assert(
      fc.property(metreMaps, fc.double({ min: 0, max: 2000, noNaN: true }), (map, at) => {
        const { bar, beatInBar, phase } = positionAt(map, beats(at));
        expect(beatOfBar(map, bar) + beatInBar).toBeCloseTo(at, 5);
        expect(phase).toBeGreaterThanOrEqual(0);
        expect(phase).toBeLessThan(1);
        expect(phase * barBeats(metreOfBar(map, bar))).toBeCloseTo(beatInBar, 9);
      }),
    );
  });

  it('[T8] the moment of a bar line belongs to the bar it begins, although it was a room time in between', () => {
    const { tempo, metre } = createGrid(ORIGIN, bpm(133), '7/8');
    const glided = withGlide(tempo, beats(14), beats(28), bpm(71));
    for (let bar = 0; bar < 3000; bar++) {
      const beat = beatAt(glided, roomMsAt(glided, beatOfBar(metre, bar)));
      expect(barAt(metre, beat)).toBe(bar);
    }
  });

  it('[T8] a metre set anew replaces the one planned, and what already is gives the same map', () => {
    let map: MetreMap = createMetreMap('4/4');
    expect(withMetre(map, 8, '4/4')).toBe(map);
    for (const name of METRE_NAMES) map = withMetre(map, 8, name);
    expect(map.segments).toEqual([
      { startBar: 0, startBeat: 0, metre: '4/4' },
      { startBar: 8, startBeat: 32, metre: '7/8' },
    ]);
    expect(withMetre(map, 8, '7/8')).toBe(map);
    expect(withMetre(map, 4, '7/8').segments).toHaveLength(2);
    expect(withMetre(map, 4, '4/4').segments).toHaveLength(1);
    expect(() => withMetre(map, 2.5, '4/4')).toThrow('a bar line');
    expect(() => withMetre(map, -1, '4/4')).toThrow('a bar line');
  });
});

describe('grid', () => {
  it('[T8] a change holds from the first bar line that is far enough ahead, and never from a nearer one', () => {
    const moment = fc.double({ min: -5000, max: 3_600_000, noNaN: true });
    const lead = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(metreMaps, moment, lead, (metre, ms, leadMs) => {
        const tempo = withGlide(createGrid(ORIGIN, bpm(96), '4/4').tempo, beats(40), beats(40), bpm(64));
        const now = roomMs(ORIGIN + ms);
        const safe = firstSafeBar(tempo, metre, now, leadMs);
        expect(safe.atMs - now).toBeGreaterThan(leadMs - 0.002);
        expect(safe.beat).toBe(beatOfBar(metre, safe.bar));
        expect(roomMsAt(tempo, safe.beat)).toBe(safe.atMs);
        const nearer =
          safe.bar > 0 ? roomMsAt(tempo, beatOfBar(metre, safe.bar - 1)) : Number.NEGATIVE_INFINITY;
        expect(nearer - now).toBeLessThan(leadMs + 0.002);
      }),
      { numRuns: 2000 },
    );
    expect(safeLeadMs(0)).toBe(500);
    expect(safeLeadMs(40)).toBe(580);
  });

  it('[T8] looking ahead piece by piece finds every felt beat once', () => {
    fc.assert(
      fc.property(
        metreMaps,
        fc.array(fc.double({ min: 0.01, max: 3, noNaN: true }), { maxLength: 60 }),
        (map, steps) => {
          const found = [];
          let from = beats(0);
          for (const step of steps) {
            const to = beats(from + step);
            found.push(...feltBeatsBetween(map, from, to));
            from = to;
          }
          expect(found).toEqual(feltBeatsBetween(map, beats(0), from));
          const bars = from > 0 ? barAt(map, from) + 1 : 0;
          const whole = Array.from({ length: bars }, (_, bar) => feltBeatsOfBar(map, bar)).flat();
          expect(found).toEqual(whole.filter(({ beat }) => beat < from));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[T8] the pulse of 6/8 goes in two, marked on the one', () => {
    const felt = feltBeatsOfBar(createMetreMap('6/8'), 1);
    expect(felt.map(({ beat, index, accent }) => ({ beat, index, accent }))).toEqual([
      { beat: 3, index: 0, accent: 1 },
      { beat: 4.5, index: 1, accent: 0.5 },
    ]);
  });
});
