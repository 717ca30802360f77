import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId } from '../../../shared/music/instrument.ts';
import { MAX_VOICES } from '../../../client/audio/voice-pool.ts';
import {
  clickDb,
  decibels,
  loudestLufsBetween,
  mono,
  peakBetween,
  pitchTrack,
  rmsBetween,
  smoothed,
} from './measure.ts';
import { type OpenLab, openLab } from './open-lab.ts';
import { crowd, NOTE_SEC, RATE_HZ } from './scores.ts';

const CEILING = 0.5012;
/** Eight people, each with something else. */
const ENSEMBLE: InstrumentId[] = [
  'handDrum',
  'marimba',
  'bells',
  'bass',
  'warmPad',
  'strings',
  'voice',
  'flute',
];
const HELD = { instrument: 'warmPad', pitch: 60, strength: 0.8, lengthSec: 20 } as const;

let lab: OpenLab;
beforeAll(async () => {
  lab = await openLab();
  await lab.page.evaluate((ids) => window.lab.prepare(ids), ENSEMBLE);
}, 120_000);
afterAll(() => lab.close());

describe('the mix', () => {
  it('[A5] holds -6 dBFS with 64 voices of everything at full strength and full volume, from the first 10 ms', async () => {
    const recorded = await lab.render(crowd(ENSEMBLE));
    expect(peakBetween(recorded)).toBeLessThan(CEILING);
    expect(peakBetween(recorded, NOTE_SEC, NOTE_SEC + 0.01)).toBeLessThan(CEILING);
    // It was a crowd: the ceiling had something to do.
    expect(peakBetween(recorded)).toBeGreaterThan(0.45);
  });

  it('[A9] never holds more voices than a device may, whoever asks', async () => {
    const notes = Array.from({ length: 400 }, (_, i) => {
      const instrument = ENSEMBLE[i % ENSEMBLE.length] ?? 'bells';
      const { lowest } = INSTRUMENTS[instrument];
      const atSec = 0.1 + i * 0.004;
      return {
        atSec,
        instrument,
        pitch: lowest + (i % 12),
        strength: 0.7,
        lengthSec: 4,
        key: `n${i}`,
        isLive: true,
      };
    });
    const recorded = await lab.render({ lengthSec: 3.4, rateHz: RATE_HZ, notes, countAt: [1.2, 1.6, 2.6] });
    // Those making room fade for a moment beside the others.
    for (const count of recorded.counts.slice(0, 2)) expect(count).toBeLessThanOrEqual(MAX_VOICES + 40);
    expect(recorded.counts[2]).toBeLessThanOrEqual(MAX_VOICES);
    expect(recorded.counts[1]).toBeGreaterThan(MAX_VOICES / 2);
  });

  it('[A8] is silent 100 ms after quiet and comes back over a second', async () => {
    const notes = [60, 64, 67].map((pitch) => ({ ...HELD, pitch, atSec: NOTE_SEC, key: `held ${pitch}` }));
    const later = { ...HELD, atSec: 2.6, key: 'later', isLive: true };
    const recorded = await lab.render({
      lengthSec: 5,
      rateHz: RATE_HZ,
      notes: [...notes, later],
      quiet: [
        { isQuiet: true, atSec: 1.5 },
        { isQuiet: false, atSec: 2.5 },
      ],
    });
    const samples = mono(recorded);
    expect(rmsBetween(samples, RATE_HZ, 1.3, 1.5)).toBeGreaterThan(0.005);
    expect(decibels(peakBetween(recorded, 1.6, 2.5))).toBeLessThan(-80);
    const early = rmsBetween(samples, RATE_HZ, 2.6, 2.7);
    const late = rmsBetween(samples, RATE_HZ, 4, 4.5);
    expect(late).toBeGreaterThan(0.003);
    expect(early).toBeLessThan(late * 0.5);
    // What was held before is gone: only the later note is heard.
    expect(loudestLufsBetween(recorded, 3.5, 4.9)).toBeLessThan(loudestLufsBetween(recorded, 0.5, 1.5) - 2);
  });

  /** From full to silence in steps of a quarter, as a hush is told. */
  const hush = (part: string, fromSec: number) =>
    [0.75, 0.5, 0.25, 0].map((gain, index) => ({ part, gain, atSec: fromSec + 0.05 * (index + 1) }));

  it('is silent 200 ms after a hush began, the reverb with it, without a click', async () => {
    // Dark, so that a click would stand out.
    const notes = [{ ...HELD, colour: 0, atSec: 0 }];
    const recorded = await lab.render({ lengthSec: 4, rateHz: RATE_HZ, notes, levels: hush('room', 2) });
    const sound = mono(recorded);
    const before = rmsBetween(sound, RATE_HZ, 1.5, 1.95);
    expect(before).toBeGreaterThan(0.01);
    expect(rmsBetween(sound, RATE_HZ, 2.21, 4)).toBeLessThan(before * 1e-4);
    expect(clickDb(sound, RATE_HZ, 1.9, 2.02)).toBeLessThan(12);
    expect(clickDb(sound, RATE_HZ, 2, 2.17)).toBeLessThan(12);
  });

  it('is down by what the room asks for, whatever the leveller would make of it', async () => {
    const at = async (gain: number) => {
      const notes = [{ ...HELD, atSec: 0 }];
      const levels = [{ part: 'room', gain, atSec: 0.1 }];
      const sound = mono(await lab.render({ lengthSec: 4, rateHz: RATE_HZ, notes, levels }));
      return rmsBetween(sound, RATE_HZ, 2, 4);
    };
    const full = await at(1);
    expect(decibels((await at(0.25)) / full)).toBeCloseTo(-12.04, 1);
    expect(decibels((await at(0.36)) / full)).toBeCloseTo(-8.87, 1);
  });

  it('softens one part alone, also one whose first note comes after it was softened', async () => {
    const alone = async (levels: readonly { part: string; gain: number; atSec: number }[], part: string) => {
      const notes = [{ ...HELD, strength: 0.3, atSec: 1, part }];
      const sound = mono(await lab.render({ lengthSec: 4, rateHz: RATE_HZ, notes, levels, isDry: true }));
      return rmsBetween(sound, RATE_HZ, 2, 4);
    };
    const soft = [{ part: 'two', gain: 0.16, atSec: 0.5 }];
    expect(decibels((await alone(soft, 'two')) / (await alone([], 'two')))).toBeCloseTo(-15.92, 0);
    expect(decibels((await alone(soft, 'one')) / (await alone([], 'one')))).toBeCloseTo(0, 1);
  });

  it('[A8] quiet comes without a click, at whatever point of the wave', async () => {
    // Dark, so that a click would stand out.
    const clicks: number[] = [];
    for (const atSec of [1.2, 1.21, 1.22, 1.23, 1.24, 1.25, 1.26, 1.27]) {
      const notes = [48, 50, 55].map((pitch) => ({
        ...HELD,
        pitch,
        colour: 0,
        atSec: NOTE_SEC,
        key: `held ${pitch}`,
      }));
      const recorded = await lab.render({
        lengthSec: 1.5,
        rateHz: RATE_HZ,
        notes,
        quiet: [{ isQuiet: true, atSec }],
      });
      clicks.push(clickDb(mono(recorded), RATE_HZ, atSec - 0.1, atSec + 0.02));
    }
    expect(Math.max(...clicks)).toBeLessThan(12);
  });

  it('bends in a smooth line: from one period to the next the pitch moves by next to nothing', async () => {
    const bends = Array.from({ length: 12 }, (_, i) => ({
      key: 'glide',
      atSec: 1 + (i + 1) * 0.05,
      pitch: 72 + (i + 1) * 0.6,
      colour: 0,
      strength: 0.3,
    }));
    const note = {
      instrument: 'flute',
      pitch: 72,
      strength: 0.3,
      colour: 0,
      lengthSec: 5,
      key: 'glide',
    } as const;
    const notes = [{ ...note, atSec: NOTE_SEC }];
    const recorded = await lab.render({ lengthSec: 2.2, rateHz: RATE_HZ, notes, bends, isDry: true });
    const track = pitchTrack(smoothed(mono(recorded), RATE_HZ, 500), RATE_HZ, 0.9, 1.75);
    const cents = track.slice(1).map((hz, i) => Math.abs(1200 * Math.log2(hz / (track[i] ?? hz))));
    // Twelve steps of 60 cents, had they been taken as steps.
    expect(Math.max(...cents)).toBeLessThan(25);
    expect(1200 * Math.log2((track.at(-1) ?? 0) / (track[0] ?? 1))).toBeGreaterThan(600);
  });

  it('[A4] glides without a corner, also over the seam from one rendered root to the next', async () => {
    for (const instrument of ['voice', 'strings', 'flute', 'warmPad'] as const) {
      const { lowest, highest } = INSTRUMENTS[instrument];
      const bends = Array.from({ length: 40 }, (_, i) => ({
        key: 'glide',
        atSec: 1 + i * 0.04,
        pitch: lowest + ((highest - lowest) * (i + 1)) / 40,
        colour: 0.2 + 0.6 * (i / 40),
        strength: 0.5 + 0.3 * Math.sin(i / 5),
      }));
      const note = { atSec: NOTE_SEC, instrument, pitch: lowest, strength: 0.5, lengthSec: 5, key: 'glide' };
      const recorded = await lab.render({ lengthSec: 3, rateHz: RATE_HZ, notes: [note], bends });
      const samples = mono(recorded);
      const seconds = Array.from({ length: 16 }, (_, i) => 1 + i / 10);
      const worst = Math.max(...seconds.map((sec) => clickDb(samples, RATE_HZ, sec, sec + 0.1)));
      expect(worst, `click of ${instrument}`).toBeLessThan(12);
      expect(rmsBetween(samples, RATE_HZ, 2.5, 2.8)).toBeGreaterThan(0.003);
    }
  });

  it('puts a part in its place: left, right, and in the middle as loud', async () => {
    const noteOf = (part: string, atSec: number) =>
      ({ atSec, instrument: 'marimba', pitch: 60, strength: 0.6, part }) as const;
    const recorded = await lab.render({
      lengthSec: 7,
      rateHz: RATE_HZ,
      places: [
        { part: 'left', pan: -1, loudness: 1 },
        { part: 'right', pan: 1, loudness: 1 },
        { part: 'middle', pan: 0, loudness: 1 },
        { part: 'off', pan: 0, loudness: 0 },
      ],
      notes: [noteOf('left', 1), noteOf('right', 2.5), noteOf('middle', 4), noteOf('off', 5.8)],
    });
    const { left, right } = recorded;
    const side = (sec: number) =>
      decibels(rmsBetween(left, RATE_HZ, sec, sec + 0.2) / rmsBetween(right, RATE_HZ, sec, sec + 0.2));
    expect(side(1)).toBeGreaterThan(8);
    expect(side(2.5)).toBeLessThan(-8);
    expect(Math.abs(side(4))).toBeLessThan(1.5);
    const [atLeft, atMiddle] = [1, 4].map((sec) => loudestLufsBetween(recorded, sec, sec + 1));
    expect(Math.abs((atLeft ?? 0) - (atMiddle ?? 0))).toBeLessThan(1.5);
    expect(decibels(peakBetween(recorded, 6, 6.4))).toBeLessThan(-50);
  });

  it('gives the pulse four strokes that differ, the one deeper and all of them soft', async () => {
    const weights = ['one', 'beat', 'countIn', 'countInOne'] as const;
    const recorded = await lab.render({
      lengthSec: 5,
      rateHz: RATE_HZ,
      notes: [],
      pulses: weights.map((weight, i) => ({ weight, atSec: 0.5 + i })),
    });
    const lufs = weights.map((_, i) => loudestLufsBetween(recorded, 0.5 + i, 1.3 + i));
    for (const loud of lufs) {
      expect(loud).toBeGreaterThan(-45);
      expect(loud).toBeLessThan(-28);
    }
    expect(peakBetween(recorded, 0, 0.49)).toBe(0);
    expect(lufs[0]).toBeGreaterThan(lufs[1] ?? 0);
    expect(lufs[3]).toBeGreaterThan(lufs[2] ?? 0);
  });
});
