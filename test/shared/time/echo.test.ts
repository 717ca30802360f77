import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beats, bpm, roomMs, ticks } from '../../../shared/base/units.ts';
import {
  createEchoMap,
  type EchoMap,
  echoAt,
  echoesOf,
  echoMs,
  echoNamed,
  heardAtMs,
  LIVE_ECHO,
  withEcho,
} from '../../../shared/time/echo.ts';
import { createGrid } from '../../../shared/time/grid.ts';
import { fateOfNote } from '../../../shared/time/late-note.ts';
import { barBeats, feltBeatLengths, METRE_NAMES, METRES, metreOf } from '../../../shared/time/metre.ts';
import { snapTick } from '../../../shared/time/snap.ts';
import { roomMsAt } from '../../../shared/time/tempo-map.ts';

const ORIGIN = 1_800_000_000_000;
const lengthsOf = (name: keyof typeof METRES) =>
  echoesOf(METRES[name]).map((echo) => (echo.type === 'live' ? 'live' : echo.length));

describe('echo', () => {
  it('[T9] echo lengths follow the metre and grow from each to the next', () => {
    expect(lengthsOf('4/4')).toEqual(['live', 240, 480, 960, 1920, 3840, 7680]);
    expect(lengthsOf('3/4')).toEqual(['live', 240, 480, 960, 1920, 2880, 5760]);
    expect(lengthsOf('5/4')).toEqual(['live', 240, 480, 960, 2880, 4800, 9600]);
    expect(lengthsOf('6/8')).toEqual(['live', 240, 480, 960, 1440, 2880, 5760]);
    expect(lengthsOf('7/8')).toEqual(['live', 240, 480, 960, 1920, 3360, 6720]);
    expect(lengthsOf('2/4')).toEqual(['live', 240, 480, 960, 1920, 3840]);
  });

  it.each(METRE_NAMES)('[T9] half a bar of %s ends on a felt beat, whole bars on a bar line', (name) => {
    const metre = metreOf(name);
    const half = echoNamed('halfBar', metre);
    const lines = feltBeatLengths(metre).map((_, index, all) =>
      all.slice(0, index + 1).reduce((sum, length) => sum + length * 960, 0),
    );
    expect(lines).toContain(half.type === 'musical' && half.length);
    expect(echoNamed('twoBars', metre)).toEqual({
      type: 'musical',
      name: 'twoBars',
      length: 2 * 960 * barBeats(metre),
    });
  });

  it('[T9] an echo a metre has under a shorter name is found under that', () => {
    expect(echoNamed('halfBar', METRES['2/4'])).toEqual({ type: 'musical', name: 'quarter', length: 960 });
    expect(echoNamed('live', METRES['2/4'])).toBe(LIVE_ECHO);
  });

  it('[T9] a musical echo is heard that many ticks later, through every change of tempo; a live one that many ms', () => {
    const { tempo } = createGrid(roomMs(ORIGIN), bpm(100), '4/4');
    const eighth = createEchoMap(echoNamed('eighth', METRES['4/4']));
    const live = createEchoMap(LIVE_ECHO);
    expect(heardAtMs(tempo, eighth, ticks(960))).toBe(roomMsAt(tempo, beats(1.5)));
    expect(heardAtMs(tempo, live, ticks(960))).toBe(roomMsAt(tempo, beats(1)) + 30);
    expect(echoMs(echoNamed('eighth', METRES['4/4']), bpm(100))).toBe(300);
    expect(echoMs(LIVE_ECHO, bpm(100))).toBe(30);
  });

  it('[T9] a change holds for notes played from its bar on and replaces what was planned there', () => {
    const quarter = echoNamed('quarter', METRES['4/4']);
    const bar = echoNamed('bar', METRES['4/4']);
    let map: EchoMap = createEchoMap(LIVE_ECHO);
    expect(withEcho(map, ticks(3840), LIVE_ECHO)).toBe(map);
    map = withEcho(withEcho(map, ticks(3840), bar), ticks(3840), quarter);
    expect(map.changes).toHaveLength(2);
    expect(echoAt(map, ticks(3839))).toBe(LIVE_ECHO);
    expect(echoAt(map, ticks(3840))).toBe(quarter);
    expect(withEcho(map, ticks(3840), quarter)).toBe(map);
    expect(withEcho(map, ticks(3840), LIVE_ECHO)).toEqual(createEchoMap(LIVE_ECHO));
    expect(JSON.parse(JSON.stringify(map))).toEqual(map);
    expect(() => withEcho(map, ticks(-1), bar)).toThrow('an echo starts at tick 0 or later');
  });
});

describe('late note', () => {
  const { tempo } = createGrid(roomMs(ORIGIN), bpm(100), '4/4');
  const at = (tick: number) => roomMsAt(tempo, beats(tick / 960));
  const late = (meantTick: number, soonestTick: number) => fateOfNote(tempo, at(meantTick), at(soonestTick));

  it('[T9] a note that is there in time sounds exactly where it was meant', () => {
    expect(late(2400, 2400)).toEqual({ type: 'inTime', atMs: at(2400) });
    expect(late(2400, 100)).toEqual({ type: 'inTime', atMs: at(2400) });
  });

  it('[T9] up to 5 ms late sounds at once, which nobody notices; later goes to the next sixteenth', () => {
    const meant = at(2400);
    expect(fateOfNote(tempo, meant, roomMs(meant + 5))).toEqual({ type: 'inTime', atMs: meant + 5 });
    expect(fateOfNote(tempo, meant, roomMs(meant + 5.1))).toEqual({ type: 'moved', atMs: at(2640) });
    expect(late(2500, 2560)).toEqual({ type: 'moved', atMs: at(2640) });
    expect(late(2400, 2640)).toEqual({ type: 'moved', atMs: at(2640) });
  });

  it('[T9] a note that would move by more than a sixteenth is not sounded', () => {
    expect(late(2400, 2641)).toEqual({ type: 'notSounded' });
    expect(late(2500, 2700)).toEqual({ type: 'notSounded' });
  });

  it('[T9] never sounds before it can, nor more than a sixteenth after it was meant', () => {
    const tick = fc.double({ min: 0, max: 40_000, noNaN: true });
    const later = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(tick, later, (meant, lateBy) => {
        const soonest = Math.max(0, meant + lateBy);
        const fate = late(meant, soonest);
        const sounds = fate.type === 'notSounded' ? at(Math.max(meant, soonest)) : fate.atMs;
        expect(sounds).toBeGreaterThanOrEqual(at(soonest) - 0.001);
        expect(sounds).toBeGreaterThanOrEqual(at(meant) - 0.001);
        expect(fate.type === 'notSounded' || sounds <= at(meant + 241)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('snap', () => {
  it('[T9] draws a touch to the nearest line, and halfway to the later', () => {
    const grid = createGrid(roomMs(ORIGIN), bpm(100), '4/4');
    expect(snapTick(ticks(119), ticks(240), grid)).toBe(0);
    expect(snapTick(ticks(120), ticks(240), grid)).toBe(240);
    expect(snapTick(ticks(3839), ticks(240), grid)).toBe(3840);
    expect(snapTick(ticks(4001), ticks(320), grid)).toBe(4160);
  });

  it('[T9] lines are counted from the bar line, which is always one', () => {
    const grid = createGrid(roomMs(ORIGIN), bpm(100), '7/8');
    expect(snapTick(ticks(3300), ticks(960), grid)).toBe(3360);
    expect(snapTick(ticks(3360 + 500), ticks(960), grid)).toBe(3360 + 960);
  });

  it('[T9] moves no touch by more than half a unit, and a touch on a line not at all', () => {
    const unit = fc.constantFrom(120, 160, 240, 320, 480, 960);
    fc.assert(
      fc.property(fc.nat(500_000), unit, fc.constantFrom(...METRE_NAMES), (tick, unitTicks, metre) => {
        const grid = createGrid(roomMs(ORIGIN), bpm(100), metre);
        const line = snapTick(ticks(tick), ticks(unitTicks), grid);
        expect(Math.abs(line - tick)).toBeLessThanOrEqual(unitTicks / 2);
        expect(snapTick(line, ticks(unitTicks), grid)).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });
});
