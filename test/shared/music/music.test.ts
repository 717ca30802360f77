import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LOOP_ROWS } from '../../../shared/base/limits.ts';
import { beats, ticks } from '../../../shared/base/units.ts';
import {
  DEFAULT_FRAME,
  fitsFrame,
  type Frame,
  isTonic,
  nearestInFrame,
  pitchesWithin,
} from '../../../shared/music/frame.ts';
import { frameAt, type FrameTimeline, withFrame } from '../../../shared/music/frame-timeline.ts';
import { INSTRUMENT_IDS, INSTRUMENTS, SURFACES } from '../../../shared/music/instrument.ts';
import { loopRows, loopRowSound, surfacePitches } from '../../../shared/music/layout.ts';
import { feltTick } from '../../../shared/music/swing.ts';
import { SCALE_NAMES, SCALES, type ScaleName } from '../../../shared/music/scale.ts';

/** The package names entries it does not hold; what it made for browsers is whole. */
const tonal = readFileSync(
  new URL('../../../node_modules/tonal/browser/tonal.min.js', import.meta.url),
  'utf8',
);
const { Scale } = runInNewContext(`${tonal}; Tonal`) as {
  readonly Scale: { get(name: string): { readonly intervals: readonly string[] } };
};

/** What the tonal library calls each scale. */
const TONAL_NAMES: Readonly<Record<ScaleName, string>> = {
  majorPentatonic: 'major pentatonic',
  minorPentatonic: 'minor pentatonic',
  major: 'major',
  dorian: 'dorian',
  lydian: 'lydian',
  mixolydian: 'mixolydian',
  aeolian: 'aeolian',
  minorBlues: 'minor blues',
  hirajoshi: 'hirajoshi',
};

const SEMITONES: Readonly<Record<string, number>> = {
  '1P': 0,
  '2m': 1,
  '2M': 2,
  '3m': 3,
  '3M': 4,
  '4P': 5,
  '4A': 6,
  '5d': 6,
  '5P': 7,
  '6m': 8,
  '6M': 9,
  '7m': 10,
  '7M': 11,
};

const frames: fc.Arbitrary<Frame> = fc.record({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...SCALE_NAMES),
  feel: fc.constant('straight' as const),
});
const allFrames = SCALE_NAMES.flatMap((scale) =>
  Array.from({ length: 12 }, (_, tonic): Frame => ({ tonic, scale, feel: 'straight' })),
);

describe('the scales', () => {
  it.each(SCALE_NAMES)('%s is what the tonal library says it is', (name) => {
    const { intervals } = Scale.get(`C ${TONAL_NAMES[name]}`);
    expect(intervals.length).toBeGreaterThan(0);
    expect(SCALES[name]).toEqual(intervals.map((interval) => SEMITONES[interval]));
  });

  it('begin with their tonic and rise within an octave', () => {
    for (const steps of Object.values<readonly number[]>(SCALES)) {
      expect(steps[0]).toBe(0);
      expect([...steps].sort((one, other) => one - other)).toEqual(steps);
      expect(new Set(steps).size).toBe(steps.length);
      expect(steps.at(-1)).toBeLessThan(12);
    }
  });
});

describe('a frame', () => {
  it('has just the pitches of its scale on its tonic, rising', () => {
    expect(pitchesWithin(DEFAULT_FRAME, 60, 74)).toEqual([62, 64, 66, 69, 71, 74]);
    expect(pitchesWithin({ tonic: 9, scale: 'minorPentatonic', feel: 'straight' }, 57, 69)).toEqual([
      57, 60, 62, 64, 67, 69,
    ]);
    expect(pitchesWithin(DEFAULT_FRAME, 62, 62)).toEqual([62]);
    expect(pitchesWithin(DEFAULT_FRAME, 63, 63)).toEqual([]);
    expect(pitchesWithin(DEFAULT_FRAME, 61.5, 62.5)).toEqual([62]);
  });

  it('repeats at the octave', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 21, max: 96 }), (frame, key) => {
        expect(fitsFrame(frame, key)).toBe(fitsFrame(frame, key + 12));
        expect(isTonic(frame, key)).toBe(isTonic(frame, key + 12));
      }),
    );
  });

  it('draws any pitch to its own nearest, of two equally near to the lower', () => {
    fc.assert(
      fc.property(frames, fc.double({ min: 21, max: 108, noNaN: true }), (frame, wanted) => {
        const nearest = nearestInFrame(frame, wanted);
        expect(fitsFrame(frame, nearest)).toBe(true);
        for (const other of pitchesWithin(frame, wanted - 12, wanted + 12)) {
          const isNearer = Math.abs(other - wanted) < Math.abs(nearest - wanted);
          const isLowerTwin = Math.abs(other - wanted) === Math.abs(nearest - wanted) && other < nearest;
          expect(isNearer || isLowerTwin).toBe(false);
        }
      }),
    );
    expect(nearestInFrame(DEFAULT_FRAME, 63)).toBe(62);
  });

  it('fits whole pitches of its scale only', () => {
    expect([62, 63, 62.5].map((key) => fitsFrame(DEFAULT_FRAME, key))).toEqual([true, false, false]);
    expect([62, 50, 64].map((key) => isTonic(DEFAULT_FRAME, key))).toEqual([true, true, false]);
  });
});

describe('frames over time', () => {
  const other: Frame = { tonic: 5, scale: 'dorian', feel: 'swing' };
  const first: FrameTimeline = [{ from: beats(0), frame: DEFAULT_FRAME }];

  it('hold from their line on, on the line itself the new one', () => {
    const two = withFrame(first, beats(8), other);
    expect([-1, 0, 7.99, 8, 100].map((beat) => frameAt(two, beat).tonic)).toEqual([2, 2, 2, 5, 5]);
  });

  it('replace what was planned from there on', () => {
    const planned = withFrame(withFrame(first, beats(8), other), beats(16), DEFAULT_FRAME);
    expect(withFrame(planned, beats(8), { ...other, tonic: 0 })).toHaveLength(2);
    expect(withFrame(planned, beats(4), other).map(({ from }) => from)).toEqual([0, 4]);
  });

  it('are never none', () => {
    expect(() => frameAt([], 0)).toThrow('has a frame');
  });
});

describe('the ensemble', () => {
  it.each(INSTRUMENT_IDS)('has %s, with a register on the piano and surfaces to play it', (id) => {
    const instrument = INSTRUMENTS[id];
    expect(instrument.id).toBe(id);
    expect(instrument.lowest).toBeLessThan(instrument.highest);
    // A note may lie an octave outside; it must still be a pitch that travels.
    expect(instrument.lowest).toBeGreaterThanOrEqual(21);
    expect(instrument.highest).toBeLessThanOrEqual(108);
    expect(instrument.surfaces.every((surface) => SURFACES.includes(surface))).toBe(true);
    expect(instrument.generalMidi).toBeGreaterThanOrEqual(1);
    expect(instrument.generalMidi).toBeLessThanOrEqual(128);
  });

  it('has a surface of each kind, and no loop of a held sound', () => {
    const all = INSTRUMENT_IDS.map((id) => INSTRUMENTS[id]);
    for (const surface of SURFACES) expect(all.some(({ surfaces }) => surfaces.includes(surface))).toBe(true);
    expect(all.filter(({ kind, surfaces }) => kind === 'held' && surfaces.includes('loop'))).toEqual([]);
  });
});

describe('a feel', () => {
  it('that is straight leaves every place where it is', () => {
    for (const tick of [0, 1, 480, 959, 960, 12_345]) expect(feltTick(ticks(tick), 'straight')).toBe(tick);
  });

  it('that swings lays the second eighth of a beat at two thirds, and the beats where they are', () => {
    expect([0, 480, 960, 1440].map((tick) => feltTick(ticks(tick), 'swing'))).toEqual([0, 640, 960, 1600]);
  });

  it('that swings keeps the order of places and stays within the beat', () => {
    let before = -1;
    for (let tick = 0; tick < 1920; tick++) {
      const felt = feltTick(ticks(tick), 'swing');
      if (felt < before || Math.floor(felt / 960) !== Math.floor(tick / 960))
        throw new Error(`${tick} → ${felt}`);
      before = felt;
    }
    expect(before).toBeLessThan(1920);
  });
});

describe('what lies under a hand', () => {
  it('[N8] are pitches of the frame within the register, whatever the frame', () => {
    for (const frame of allFrames)
      for (const id of INSTRUMENT_IDS) {
        const { isPitched, lowest, highest } = INSTRUMENTS[id];
        const pitches = surfacePitches(frame, id);
        const isWrong = pitches.some(
          (key) => key < lowest || key > highest || (isPitched && !fitsFrame(frame, key)),
        );
        if (isWrong || pitches.length === 0)
          throw new Error(`${id} in ${JSON.stringify(frame)}: ${pitches.join()}`);
      }
    expect(surfacePitches(DEFAULT_FRAME, 'handDrum')).toEqual([51]);
  });

  it('[N8] are rows of a loop that rise with the frame, each sounding within it', () => {
    for (const frame of allFrames)
      for (const id of INSTRUMENT_IDS) {
        const rows = loopRows(frame, id);
        const sounds = Array.from({ length: rows }, (_, row) => loopRowSound(frame, id, row));
        const keys = sounds.map(({ pitch }) => pitch);
        const isRising = keys.every((key, row) => row === 0 || key > (keys[row - 1] ?? 0));
        if (rows < 3 || rows > MAX_LOOP_ROWS || (INSTRUMENTS[id].isPitched && !isRising))
          throw new Error(`${id} in ${JSON.stringify(frame)}: ${keys.join()}`);
      }
    expect(loopRowSound(DEFAULT_FRAME, 'marimba', 0)).toEqual({ pitch: 50, colour: 0.5 });
  });

  it('[N8] are on a drum rim, half way and centre', () => {
    expect([0, 1, 2, 11].map((row) => loopRowSound(DEFAULT_FRAME, 'handDrum', row).colour)).toEqual([
      1, 0.5, 0, 0,
    ]);
    expect(loopRows(DEFAULT_FRAME, 'handDrum')).toBe(3);
  });

  it('[N8] sound in any frame for any row that may be stored', () => {
    for (const frame of allFrames)
      for (const id of INSTRUMENT_IDS)
        for (let row = 0; row < MAX_LOOP_ROWS; row++) {
          const { pitch } = loopRowSound(frame, id, row);
          if (!(pitch >= INSTRUMENTS[id].lowest && pitch <= INSTRUMENTS[id].highest))
            throw new Error(`${id} row ${row} in ${JSON.stringify(frame)}: ${pitch}`);
        }
    expect(MAX_LOOP_ROWS).toBe(12);
  });
});
