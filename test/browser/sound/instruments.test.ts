import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTRUMENT_IDS, INSTRUMENTS, type InstrumentId } from '../../../shared/music/instrument.ts';
import {
  centroidHz,
  centsFrom,
  clickDb,
  decibels,
  firstSoundSec,
  largestStep,
  loudestLufsBetween,
  mono,
  peakBetween,
  shareAboveDb,
  slice,
  spectrum,
} from './measure.ts';
import { type OpenLab, openLab, type Recorded } from './open-lab.ts';
import { crowd, fivePlaces, HELD_SEC, NOTE_SEC, RATE_HZ, singleNote, TOUR_STEP_SEC, tour } from './scores.ts';

/** -6 dBFS (TRUST C1). */
const CEILING = 0.5012;
/** The loudness every instrument is brought to: strength 0.6, master at its start, mean of five places (LUFS, 0.4 s). */
const TARGET_LUFS = -28.5;
/** Only what is made of noise has anything up there. */
const MOST_ABOVE_8_KHZ_DB: Partial<Record<InstrumentId, number>> = { shaker: -13, oceanDrum: -20 };
/** As quiet as nothing: below the noise of any converter in a tablet. */
const SILENCE = 10 ** (-85 / 20);

let lab: OpenLab;
const singles = new Map<InstrumentId, Recorded>();
const tours = new Map<InstrumentId, Recorded>();

beforeAll(async () => {
  lab = await openLab();
  await lab.page.evaluate((ids) => window.lab.prepare(ids), [...INSTRUMENT_IDS]);
}, 120_000);
afterAll(() => lab.close());

describe.each(INSTRUMENT_IDS)('%s', (instrument) => {
  const { isPitched, kind, maxVoices } = INSTRUMENTS[instrument];

  it('[A1] [A2] [A3] [A4] is silent before, sounds within 5 ms of the time asked, ends, and never clicks', async () => {
    const recorded = await lab.render(singleNote(instrument));
    singles.set(instrument, recorded);
    const samples = mono(recorded);
    const peak = peakBetween(recorded);
    const endSec = recorded.left.length / RATE_HZ;
    expect(peakBetween(recorded, 0, NOTE_SEC - 0.0005), 'before').toBe(0);
    expect(firstSoundSec(recorded), 'onset').toBeLessThan(NOTE_SEC + 0.005);
    expect(peakBetween(recorded, endSec - 0.3, endSec), 'end').toBeLessThan(SILENCE);
    // The first sample's step is a small part of the sound it begins.
    expect(
      largestStep(samples, RATE_HZ, NOTE_SEC - 0.001, NOTE_SEC + 0.0002) / peak,
      'first step',
    ).toBeLessThan(0.04);
    // After the last thing heard nothing stops abruptly.
    expect(largestStep(samples, RATE_HZ, endSec - 1, endSec), 'last steps').toBeLessThan(1e-3);
  });

  it.runIf(kind === 'held')('[A4] does not click when the hand leaves it', () => {
    const recorded = singles.get(instrument);
    const releaseSec = NOTE_SEC + HELD_SEC;
    const samples = recorded ? mono(recorded) : new Float32Array();
    expect(samples.length).toBeGreaterThan(0);
    expect(clickDb(samples, RATE_HZ, releaseSec - 0.1, releaseSec + 0.1)).toBeLessThan(12);
  });

  it('[A4] does not click when it is released softly, stopped to make room or cut short', async () => {
    const score = singleNote(instrument, { lengthSec: 20, strength: 0.8 });
    const recorded = await lab.render({
      ...score,
      lengthSec: 1.4,
      releases: [NOTE_SEC + 0.12],
    });
    const samples = mono(recorded);
    const at = NOTE_SEC + 0.12;
    expect(clickDb(samples, RATE_HZ, at - 0.01, at + 0.06)).toBeLessThan(16);
    expect(peakBetween(recorded, at + 0.6, 1.4)).toBeLessThan(peakBetween(recorded) * 0.2);
  });

  it('[A5] [A9] stays below the ceiling with 64 asked for at once, and within its own number of voices', async () => {
    const recorded = await lab.render({ ...crowd([instrument]), countAt: [NOTE_SEC + 0.45] });
    expect(peakBetween(recorded)).toBeLessThan(CEILING);
    expect(peakBetween(recorded, NOTE_SEC, NOTE_SEC + 0.2)).toBeGreaterThan(0.05);
    expect(recorded.counts[0]).toBeLessThanOrEqual(maxVoices);
  });

  it('[A6] is as loud as the others at the same touch, within 1.5 dB', async () => {
    const recorded = await lab.render(tour(instrument, 0.6));
    tours.set(instrument, recorded);
    const powers = fivePlaces(instrument).map((_, i) => {
      const fromSec = NOTE_SEC + i * TOUR_STEP_SEC;
      return 10 ** (loudestLufsBetween(recorded, fromSec - 0.02, fromSec + TOUR_STEP_SEC - 0.03) / 10);
    });
    const meanLufs = 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length);
    expect(Math.abs(meanLufs - TARGET_LUFS)).toBeLessThan(1.5);
  });

  it.runIf(isPitched)('[A7] is in tune within 5 cents from the bottom of its register to the top', () => {
    const recorded = tours.get(instrument);
    const samples = recorded ? mono(recorded) : new Float32Array();
    fivePlaces(instrument).forEach(({ pitch }, i) => {
      const fromSec = NOTE_SEC + i * TOUR_STEP_SEC;
      const hz = 440 * 2 ** ((pitch - 69) / 12);
      const cents = centsFrom(slice(samples, RATE_HZ, fromSec + 0.15, fromSec + 1.45), RATE_HZ, hz);
      expect(Math.abs(cents), `cents at ${pitch}`).toBeLessThan(5);
    });
  });

  it('is gentle: little above 8 kHz, and the softest touch is heard while the hardest does not startle', async () => {
    const soft = await lab.render({ ...singleNote(instrument, { strength: 0.05 }), lengthSec: 2 });
    const hard = await lab.render({ ...singleNote(instrument, { strength: 1, colour: 1 }), lengthSec: 2 });
    const bright = slice(mono(hard), RATE_HZ, NOTE_SEC, NOTE_SEC + 0.5);
    expect(shareAboveDb(bright, RATE_HZ, 8000)).toBeLessThan(MOST_ABOVE_8_KHZ_DB[instrument] ?? -28);
    expect(decibels(peakBetween(soft))).toBeGreaterThan(-48);
    const softLufs = loudestLufsBetween(soft, NOTE_SEC, 1.5);
    const hardLufs = loudestLufsBetween(hard, NOTE_SEC, 1.5);
    expect(hardLufs - softLufs).toBeGreaterThan(16);
    expect(hardLufs - softLufs).toBeLessThan(30);
    // Touch changes brightness as well as loudness.
    const softBright = centroidHz(slice(mono(soft), RATE_HZ, NOTE_SEC, NOTE_SEC + 0.5), RATE_HZ);
    expect(centroidHz(bright, RATE_HZ) / softBright).toBeGreaterThan(1.05);
  });
});

describe('the ensemble', () => {
  it('[A10] can be told apart: no two instruments share register, brightness, attack and decay', () => {
    const features = INSTRUMENT_IDS.map((instrument) => {
      const recorded = singles.get(instrument);
      if (!recorded) throw new Error(`${instrument} was not recorded`);
      return { instrument, ...featuresOf(mono(recorded)) };
    });
    for (const [i, one] of features.entries()) {
      for (const other of features.slice(i + 1)) {
        const apart = Math.hypot(
          Math.log2(one.centroid / other.centroid),
          0.5 * Math.log2(one.attackSec / other.attackSec),
          0.5 * Math.log2(one.decaySec / other.decaySec),
          Math.log2(one.strongestHz / other.strongestHz),
        );
        expect(apart, `${one.instrument} and ${other.instrument}`).toBeGreaterThan(0.5);
      }
    }
  });
});

/** Brightness, rise to half the peak, fall by 20 dB, strongest frequency: what tells instruments apart. */
function featuresOf(samples: Float32Array) {
  const step = Math.round(0.002 * RATE_HZ);
  const levels: number[] = [];
  for (let i = 0; i + step < samples.length; i += step) {
    levels.push(Math.max(1e-9, ...samples.subarray(i, i + step).map(Math.abs)));
  }
  const peak = Math.max(...levels);
  const start = Math.floor(NOTE_SEC / 0.002);
  const risen = levels.findIndex((level) => level > peak * 0.5);
  const fallen = levels.findLastIndex((level) => level > peak * 0.1);
  const body = slice(samples, RATE_HZ, NOTE_SEC, NOTE_SEC + 0.8);
  return {
    centroid: centroidHz(body, RATE_HZ),
    attackSec: Math.max(1, risen - start) * 0.002,
    decaySec: Math.max(1, fallen - start) * 0.002,
    strongestHz: strongestHz(body),
  };
}

function strongestHz(samples: Float32Array): number {
  const { power, size } = spectrum(samples);
  let best = 0;
  power.forEach((value, i) => {
    if (value > (power[best] ?? 0)) best = i;
  });
  return Math.max(20, (best * RATE_HZ) / size);
}
