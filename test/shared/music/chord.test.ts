import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beats } from '../../../shared/base/units.ts';
import {
  CHORD_KINDS,
  type Chord,
  type ChordStep,
  chordSteps,
  sequenceBars,
  stepInBar,
} from '../../../shared/music/chord.ts';
import {
  fitsFrame,
  type Frame,
  homeChord,
  isSameFrame,
  nearestInFrame,
  pitchesWithin,
} from '../../../shared/music/frame.ts';
import { harmonyAt } from '../../../shared/music/frame-timeline.ts';
import { INSTRUMENT_IDS, INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { loopRows, loopRowSound, surfacePitches } from '../../../shared/music/layout.ts';
import { pitchClass } from '../../../shared/music/pitch-class.ts';
import { SCALE_NAMES, SCALES } from '../../../shared/music/scale.ts';

const anyChord: fc.Arbitrary<Chord> = fc.record({
  root: fc.integer({ min: 0, max: 11 }),
  kind: fc.constantFrom(...CHORD_KINDS),
});
const anyFrame: fc.Arbitrary<Frame> = fc.record({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...SCALE_NAMES),
  feel: fc.constantFrom('straight' as const, 'swing' as const),
});
/** Chords whose every tone the scale has: what a sequence in a frame is made of. */
const ownChord = (frame: Frame) =>
  anyChord.filter((chord) =>
    chordSteps(chord).every((step) => (SCALES[frame.scale] as readonly number[]).includes(step)),
  );

describe('a chord', () => {
  it('counts its tones from the tonic', () => {
    expect(chordSteps({ root: 0, kind: 'major' })).toEqual([0, 4, 7]);
    expect(chordSteps({ root: 7, kind: 'dominant' })).toEqual([7, 11, 2, 5]);
    expect(chordSteps({ root: 9, kind: 'minor' })).toEqual([9, 0, 4]);
  });
});

describe('a sequence of chords', () => {
  const steps: readonly ChordStep[] = [
    { root: 0, kind: 'major', bars: 2 },
    { root: 5, kind: 'major', bars: 1 },
    { root: 7, kind: 'dominant', bars: 1 },
  ];

  it('holds each for its bars and goes round', () => {
    expect(sequenceBars(steps)).toBe(4);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((bar) => stepInBar(steps, bar)?.root)).toEqual([
      0, 0, 5, 7, 0, 0, 5, 7, 0,
    ]);
  });

  it('goes round before its beginning too', () => expect(stepInBar(steps, -1)?.root).toBe(7));
  it('that is empty has no chord', () => expect(stepInBar([], 3)).toBeUndefined());

  it('is counted from the bar its frame begins in', () => {
    const frame: Frame = { tonic: 0, scale: 'major', feel: 'straight', chords: steps };
    const plain: Frame = { tonic: 0, scale: 'major', feel: 'straight' };
    const timeline = [
      { from: beats(0), frame: plain },
      { from: beats(12), frame },
    ];
    const roots = [0, 3, 4, 5, 6, 7].map(
      (bar) => harmonyAt(timeline, (beat) => Math.floor(beat / 4), beats(bar * 4)).chord?.root,
    );
    expect(roots).toEqual([undefined, 0, 0, 5, 7, 0]);
  });

  it('gives the same object for the same chord, so that nothing is drawn anew', () => {
    const frame: Frame = { tonic: 0, scale: 'major', feel: 'straight', chords: steps };
    const at = (beat: number) =>
      harmonyAt([{ from: beats(0), frame }], (each) => Math.floor(each / 4), beats(beat));
    expect(at(0)).toBe(at(5));
    expect(at(0)).toBe(at(16));
    expect(at(0)).not.toBe(at(8));
    const plain: Frame = { tonic: 0, scale: 'major', feel: 'straight' };
    expect(harmonyAt([{ from: beats(0), frame: plain }], () => 0, beats(3))).toBe(plain);
  });

  it('makes a frame another frame', () => {
    const frame: Frame = { tonic: 0, scale: 'major', feel: 'straight' };
    expect(isSameFrame({ ...frame, chords: steps }, { ...frame, chords: [...steps] })).toBe(true);
    expect(isSameFrame({ ...frame, chords: steps }, frame)).toBe(false);
    expect(isSameFrame({ ...frame, chords: [] }, frame)).toBe(true);
    expect(isSameFrame({ ...frame, chords: steps }, { ...frame, chords: steps.toReversed() })).toBe(false);
  });
});

describe('what lies under the fingers', () => {
  it('has as many places under any chord as without, and none lower than its neighbour', () => {
    fc.assert(
      fc.property(anyFrame, anyChord, fc.constantFrom(...INSTRUMENT_IDS), (frame, chord, id) => {
        const plain = surfacePitches(frame, id);
        const drawn = surfacePitches({ ...frame, chord }, id);
        expect(drawn).toHaveLength(plain.length);
        expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
        // No further than two neighbouring steps of the widest scale: a finger finds what it left.
        for (const [place, pitch] of drawn.entries())
          expect(Math.abs(pitch - (plain[place] ?? 0))).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('never rubs against the chord: no place lies a semitone from one of its tones', () => {
    fc.assert(
      fc.property(anyFrame, anyChord, (frame, chord) => {
        const tones = chordSteps(chord).map((step) => pitchClass(step + frame.tonic));
        for (const pitch of pitchesWithin({ ...frame, chord }, 36, 84)) {
          const isOwn = tones.includes(pitchClass(pitch));
          const rubs = tones.some((tone) => [1, 11].includes(pitchClass(pitch - tone)));
          expect(isOwn || !rubs).toBe(true);
        }
      }),
    );
  });

  it('reaches every tone of a chord of its own scale', () => {
    fc.assert(
      fc.property(
        anyFrame.chain((frame) => ownChord(frame).map((chord) => ({ frame, chord }))),
        ({ frame, chord }) => {
          const there = new Set(
            pitchesWithin({ ...frame, chord }, 48, 71).map((pitch) => pitchClass(pitch - frame.tonic)),
          );
          for (const step of chordSteps(chord)) expect(there.has(step)).toBe(true);
        },
      ),
    );
  });

  it('that is a loop’s row lies in the harmony, within reach of the instrument', () => {
    fc.assert(
      fc.property(anyFrame, anyChord, fc.constantFrom(...INSTRUMENT_IDS), (frame, chord, id) => {
        const harmony = { ...frame, chord };
        const { isPitched, lowest, highest } = INSTRUMENTS[id];
        if (!isPitched) return;
        for (let row = 0; row < loopRows(harmony, id); row++) {
          const { pitch } = loopRowSound(harmony, id, row);
          expect(pitch).toBeGreaterThanOrEqual(lowest - 3);
          expect(pitch).toBeLessThanOrEqual(highest + 3);
        }
      }),
    );
  });
});

describe('home', () => {
  it('is the tonic’s own chord, every tone of it in the scale', () => {
    for (const scale of SCALE_NAMES) {
      const frame: Frame = { tonic: 4, scale, feel: 'straight' };
      const home = homeChord(frame);
      expect(home.root).toBe(0);
      for (const step of chordSteps(home)) expect(fitsFrame(frame, 60 + 4 + step)).toBe(true);
    }
    expect(homeChord({ tonic: 0, scale: 'majorPentatonic', feel: 'straight' }).kind).toBe('major');
    expect(homeChord({ tonic: 0, scale: 'minorBlues', feel: 'straight' }).kind).toBe('minor');
  });

  it('leaves what is played under it near where it was', () => {
    const frame: Frame = { tonic: 0, scale: 'major', feel: 'straight' };
    const home = { ...frame, chord: homeChord(frame) };
    // The fourth and the leading note rub against C E G and come home; the rest stays.
    expect(pitchesWithin(home, 60, 72).map(Number)).toEqual([60, 62, 64, 64, 67, 69, 72, 72]);
    expect(nearestInFrame(home, 65)).toBe(64);
  });
});
