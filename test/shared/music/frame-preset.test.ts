import { describe, expect, it } from 'vitest';
import { MAX_CHORD_STEPS } from '../../../shared/base/limits.ts';
import { frameSchema } from '../../../shared/event/schema.ts';
import { sequenceBars } from '../../../shared/music/chord.ts';
import {
  DEFAULT_FRAME,
  fitsFrame,
  homeChord,
  isSameFrame,
  pitchesWithin,
} from '../../../shared/music/frame.ts';
import {
  CHORD_NAMES,
  chordChoices,
  chordNameOf,
  FRAME_PRESET_NAMES,
  frameOfPreset,
  framePreset,
  presetOf,
  SEQUENCE_NAMES,
  sequenceOf,
} from '../../../shared/music/frame-preset.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';

describe('a frame preset', () => {
  it.each(FRAME_PRESET_NAMES)(
    '%s is a frame the room takes, on every home note, and is known again',
    (name) => {
      for (let tonic = 0; tonic < 12; tonic++) {
        const frame = frameOfPreset(name, tonic);
        expect(frameSchema.parse(frame)).toEqual(frame);
        expect(frame.tonic).toBe(tonic);
        expect(presetOf(frame)).toBe(name);
      }
    },
  );

  it('is told apart from every other', () => {
    for (const one of FRAME_PRESET_NAMES)
      for (const other of FRAME_PRESET_NAMES)
        expect(isSameFrame(frameOfPreset(one, 2), frameOfPreset(other, 2))).toBe(one === other);
  });

  it('made freely is no preset', () => {
    expect(presetOf({ ...DEFAULT_FRAME, feel: 'swing' })).toBeUndefined();
    expect(presetOf({ ...DEFAULT_FRAME, chords: [{ root: 5, kind: 'major', bars: 1 }] })).toBeUndefined();
  });

  it('of the blues is twelve bars, and the lullaby is in three', () => {
    expect(sequenceBars(frameOfPreset('blues', 0).chords ?? [])).toBe(12);
    expect(framePreset('lullaby').metre).toBe('3/4');
    expect(sequenceBars(frameOfPreset('lullaby', 0).chords ?? [])).toBe(8);
  });

  it('keeps as many notes under the fingers under each of its chords, all of which fit', () => {
    for (const name of FRAME_PRESET_NAMES) {
      const frame = frameOfPreset(name, 2);
      const count = pitchesWithin(frame, 48, 83).length;
      for (const chord of frame.chords ?? []) {
        const under = { ...frame, chord };
        const pitches = pitchesWithin(under, 48, 83);
        expect(pitches.length).toBe(count);
        expect(pitches.slice(1, -1).every((pitch) => fitsFrame(under, pitch))).toBe(true);
      }
    }
  });
});

describe('the chords on offer over a scale', () => {
  it('begin at home, which is the chord the music comes home to', () => {
    for (const scale of SCALE_NAMES.filter((name) => name !== 'minorBlues')) {
      expect(chordChoices(scale).home).toEqual(homeChord({ tonic: 0, scale, feel: 'straight' }));
    }
  });

  it('are known again by name, and no two are the same', () => {
    for (const scale of SCALE_NAMES)
      for (const name of CHORD_NAMES) {
        const chord = chordChoices(scale)[name];
        expect(chord && chordNameOf(scale, chord)).toBe(chord && name);
      }
    expect(chordNameOf('major', { root: 1, kind: 'minor' })).toBeUndefined();
  });

  it('make a way there and back over every scale, and never more steps than a frame holds', () => {
    for (const scale of SCALE_NAMES) {
      const steps = sequenceOf('thereAndBack', scale, 2);
      expect(steps?.map(({ root }) => root)).toEqual([0, 5, 7, 0]);
      expect(steps?.every(({ bars }) => bars === 2)).toBe(true);
      for (const name of SEQUENCE_NAMES)
        expect(sequenceOf(name, scale, 1)?.length ?? 0).toBeLessThanOrEqual(MAX_CHORD_STEPS);
    }
  });

  it('make no way that needs a chord they lack', () => {
    expect(sequenceOf('turning', 'minorBlues', 1)).toBeUndefined();
  });
});
