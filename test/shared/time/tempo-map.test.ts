import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BPM, MIN_BPM } from '../../../shared/base/limits.ts';
import {
  type Beats,
  beats,
  beatsOfTicks,
  bpm,
  roomMs,
  ticks,
  ticksOfBeats,
} from '../../../shared/base/units.ts';
import {
  beatAt,
  bpmAt,
  createTempoMap,
  roomMsAt,
  type TempoMap,
  withGlide,
  withoutPast,
  withTempo,
} from '../../../shared/time/tempo-map.ts';

const ORIGIN = 1_800_000_000_000;
const HOUR_MS = 3_600_000;
/** What a Unix time in ms can be off by being a double. */
const ROOM_MS_GRAIN = 0.000245;

const tempi = fc.double({ min: MIN_BPM, max: MAX_BPM, noNaN: true });
/** Now and then a change so slight that a naive inverse would divide by nothing. */
const slight = fc.constantFrom(1e-12, -1e-12, 1e-9, -1e-6, 1e-3);
const change = fc.record({
  gapTicks: fc.integer({ min: 0, max: 400 * 960 }),
  lengthTicks: fc.option(fc.integer({ min: 0, max: 160 * 960 })),
  to: tempi,
  nudge: fc.option(slight, { freq: 4 }),
});
/** Maps as a session makes them: changes set one after another, each at or after the one before, some cutting a glide short. */
const maps = fc
  .record({
    origin: fc.double({ min: ORIGIN, max: ORIGIN + HOUR_MS, noNaN: true }),
    first: tempi,
    changes: fc.array(change, { maxLength: 14 }),
  })
  .map(({ origin, first, changes }) => {
    let map = createTempoMap(roomMs(origin), bpm(first));
    let tick = 0;
    for (const { gapTicks, lengthTicks, to, nudge } of changes) {
      tick += gapTicks;
      const from = beatsOfTicks(ticks(tick));
      const near = Math.min(MAX_BPM, Math.max(MIN_BPM, bpmAt(map, from) + (nudge ?? 0)));
      const tempo = bpm(nudge === null ? to : near);
      map =
        lengthTicks === null
          ? withTempo(map, from, tempo)
          : withGlide(map, from, beatsOfTicks(ticks(lengthTicks)), tempo);
    }
    return map;
  });

/** Changes are made on whole ticks. */
const onTick = (beat: Beats) => beatsOfTicks(ticksOfBeats(beat));

const lastStart = (map: TempoMap) => map.segments.at(-1)?.startMs ?? ORIGIN;

describe('tempo map', () => {
  it('[T6] beatAt and roomMsAt are inverse to a millionth of a beat, over random maps with glides', () => {
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(maps, places, (map, fractions) => {
        const end = beatAt(map, roomMs(lastStart(map) + 3 * HOUR_MS));
        const edges = map.segments.map((segment) => segment.startBeat);
        for (const beat of [...fractions.map((fraction) => fraction * end), ...edges]) {
          expect(Math.abs(beatAt(map, roomMsAt(map, beats(beat))) - beat)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 4000 },
    );
  });

  it('[T6] roomMsAt gives back the room time whose beat was asked for', () => {
    fc.assert(
      fc.property(maps, fc.double({ min: 0, max: 1, noNaN: true }), (map, fraction) => {
        const first = map.segments[0]?.startMs ?? ORIGIN;
        const at = first + fraction * (lastStart(map) + 3 * HOUR_MS - first);
        expect(Math.abs(roomMsAt(map, beatAt(map, roomMs(at))) - at)).toBeLessThan(3 * ROOM_MS_GRAIN);
      }),
      { numRuns: 4000 },
    );
  });

  it('[T6] beats never run backwards, however close two moments are', () => {
    const gap = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(maps, gap, gap, (map, before, after) => {
        for (const { startMs, startBeat } of map.segments) {
          const early = beatAt(map, roomMs(startMs - before));
          const late = beatAt(map, roomMs(startMs + after));
          expect(early).toBeLessThanOrEqual(startBeat);
          expect(late).toBeGreaterThanOrEqual(startBeat);
          expect(roomMsAt(map, beats(startBeat - before))).toBeLessThanOrEqual(startMs);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[T6] a change that falls on the end of a glide to within rounding replaces it', () => {
    const start = beats(512.5885416666666);
    const gliding = withGlide(
      createTempoMap(roomMs(1_800_000_000_000), bpm(30)),
      start,
      beats(0.017708333333333333),
      bpm(31),
    );
    const changed = withTempo(gliding, beats(512.60625), bpm(40));
    expect(changed.segments.map((segment) => segment.type)).toEqual(['constant', 'linear', 'constant']);
    expect(changed.segments.at(-1)).toMatchObject({ startBeat: 512.60625, bpm: 40 });
  });

  it('[T7] no phase jump at any change: both sides of it meet within the grain of a room time', () => {
    fc.assert(
      fc.property(maps, (map) => {
        for (const { startMs, startBeat } of map.segments.slice(1)) {
          const hair = 2 * ROOM_MS_GRAIN;
          const most = (2 * hair * MAX_BPM) / 60_000 + 1e-9;
          expect(beatAt(map, roomMs(startMs))).toBe(startBeat);
          expect(startBeat - beatAt(map, roomMs(startMs - hair))).toBeLessThan(most);
          expect(beatAt(map, roomMs(startMs + hair)) - startBeat).toBeLessThan(most);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[T7] a change leaves everything before it as it was', () => {
    fc.assert(
      fc.property(maps, tempi, fc.double({ min: 0, max: 1, noNaN: true }), (map, tempo, fraction) => {
        const end = beatAt(map, roomMs(lastStart(map) + 60_000));
        const from = onTick(beats(fraction * end));
        for (const changed of [
          withTempo(map, from, bpm(tempo)),
          withGlide(map, from, beats(16), bpm(tempo)),
        ]) {
          const at = roomMsAt(map, from);
          expect(Math.abs(roomMsAt(changed, from) - at)).toBeLessThan(2 * ROOM_MS_GRAIN);
          const halfway = roomMs((at + (map.segments[0]?.startMs ?? ORIGIN)) / 2);
          expect(beatAt(changed, halfway)).toBe(beatAt(map, halfway));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[T6] counts quarter notes of the tempo from its origin, and 0 before it', () => {
    const map = createTempoMap(roomMs(ORIGIN), bpm(90));
    expect(beatAt(map, roomMs(ORIGIN + 10_000))).toBeCloseTo(15, 9);
    expect(roomMsAt(map, beats(15))).toBeCloseTo(ORIGIN + 10_000, 3);
    expect(beatAt(map, roomMs(ORIGIN - 1))).toBe(0);
    expect(roomMsAt(map, beats(-1))).toBe(ORIGIN);
  });

  it('[T6] three hours in, a beat is where it should be to the grain of a room time', () => {
    const map = createTempoMap(roomMs(ORIGIN), bpm(97));
    const beat = (97 / 60_000) * 3 * HOUR_MS;
    expect(Math.abs(roomMsAt(map, beats(beat)) - (ORIGIN + 3 * HOUR_MS))).toBeLessThan(ROOM_MS_GRAIN);
  });

  it('[T7] a glide of D beats lasts 2D / (f0 + f1) and goes evenly in time', () => {
    const map = withGlide(createTempoMap(roomMs(ORIGIN), bpm(60)), beats(4), beats(16), bpm(120));
    const start = ORIGIN + 4000;
    const lengthMs = (2 * 16 * 60_000) / (60 + 120);
    expect(roomMsAt(map, beats(20)) - start).toBeCloseTo(lengthMs, 2);
    for (const fraction of [0, 0.25, 0.5, 0.75, 1]) {
      const beat = beatAt(map, roomMs(start + fraction * lengthMs));
      expect(bpmAt(map, beat)).toBeCloseTo(60 + 60 * fraction, 3);
    }
    expect(bpmAt(map, beats(20))).toBe(120);
    expect(bpmAt(map, beats(4000))).toBe(120);
  });

  it('[T7] a change planned anew replaces the one before, so that the map does not grow', () => {
    const start = createTempoMap(roomMs(ORIGIN), bpm(80));
    let map = start;
    for (let tempo = 60; tempo < 160; tempo++) map = withGlide(map, beats(16), beats(8), bpm(tempo));
    expect(map.segments).toHaveLength(3);
    for (let tempo = 60; tempo < 160; tempo++) map = withTempo(map, beats(16), bpm(tempo));
    expect(map.segments).toHaveLength(2);
    expect(withTempo(map, beats(16), bpm(80)).segments).toEqual(start.segments);
  });

  it('[T7] asking for what already is gives the same map', () => {
    const start = createTempoMap(roomMs(ORIGIN), bpm(80));
    expect(withTempo(start, beats(8), bpm(80))).toBe(start);
    expect(withGlide(start, beats(8), beats(4), bpm(80))).toBe(start);
    const glide = withGlide(start, beats(8), beats(4), bpm(100));
    expect(withGlide(glide, beats(8), beats(4), bpm(100))).toBe(glide);
    expect(withTempo(glide, beats(40), bpm(100))).toBe(glide);
  });

  it('[T7] a glide out of a glide sets out from the tempo of that moment', () => {
    const first = withGlide(createTempoMap(roomMs(ORIGIN), bpm(60)), beats(0), beats(16), bpm(120));
    const middle = bpmAt(first, beats(8));
    const second = withGlide(first, beats(8), beats(8), bpm(60));
    expect(middle).toBeGreaterThan(90);
    expect(bpmAt(second, beats(8))).toBe(middle);
    expect(bpmAt(second, beats(16))).toBe(60);
  });

  it('[T6] a map that came as JSON answers the same', () => {
    fc.assert(
      fc.property(maps, fc.double({ min: 0, max: 3 * HOUR_MS, noNaN: true }), (map, ms) => {
        const copy = JSON.parse(JSON.stringify(map)) as TempoMap;
        expect(beatAt(copy, roomMs(ORIGIN + ms))).toBe(beatAt(map, roomMs(ORIGIN + ms)));
      }),
    );
  });

  it('[T6] forgetting the past changes nothing that comes after', () => {
    fc.assert(
      fc.property(maps, fc.double({ min: 0, max: 1, noNaN: true }), (map, fraction) => {
        const first = map.segments[0]?.startMs ?? ORIGIN;
        const before = roomMs(first + fraction * (lastStart(map) - first + 1000));
        const short = withoutPast(map, before);
        for (const ms of [0, 1, 5000, HOUR_MS]) {
          const at = roomMs(before + ms);
          expect(beatAt(short, at)).toBe(beatAt(map, at));
          expect(roomMsAt(short, beatAt(map, at))).toBe(roomMsAt(map, beatAt(map, at)));
        }
        expect(short.segments.slice(1).every((segment) => segment.startMs > before)).toBe(true);
      }),
    );
  });

  it('[T6] holds both limits of a tempo, and refuses what is beyond as a bug', () => {
    expect(() => createTempoMap(roomMs(ORIGIN), bpm(MIN_BPM))).not.toThrow();
    expect(() => createTempoMap(roomMs(ORIGIN), bpm(MAX_BPM))).not.toThrow();
    for (const wrong of [MIN_BPM - 0.001, MAX_BPM + 0.001, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => createTempoMap(roomMs(ORIGIN), bpm(wrong))).toThrow('a tempo is 30 to 240 bpm');
    }
    const map = createTempoMap(roomMs(ORIGIN), bpm(80));
    expect(() => withTempo(map, beats(-0.001), bpm(90))).toThrow('a tempo starts at beat 0 or later');
    expect(() => withGlide(map, beats(0), beats(-1), bpm(90))).toThrow('a glide lasts 0 beats or more');
  });
});
