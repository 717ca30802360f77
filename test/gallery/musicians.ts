import { createRandom } from '../../shared/base/random.ts';
import { pitch, strength } from '../../shared/base/units.ts';
import { DEFAULT_FRAME } from '../../shared/music/frame.ts';
import { surfacePitches } from '../../shared/music/layout.ts';
import type { HeardNote, HeardNotes, PulseNow } from '../../client/surfaces/touch.ts';
import { PART_COLOURS, PART_SHAPES } from '../../client/ui/part.ts';

export const BPM = 84;

/** A pulse of four felt beats that has always been going. */
export const galleryPulse: PulseNow = () => {
  const beat = (performance.now() / 60_000) * BPM;
  return {
    isGoing: true,
    isCountIn: false,
    bar: Math.floor(beat / 4),
    feltBeats: 4,
    feltBeat: beat % 4,
    tick: beat * 960,
  };
};

/** Some people who play without end, and whatever is said through `own`. */
export function createMusicians(perSecond: number) {
  const listeners = new Set<(note: HeardNote) => void>();
  const random = createRandom(7);
  const pitches = surfacePitches(DEFAULT_FRAME, 'harp');
  const tell = (note: HeardNote) => {
    for (const listener of listeners) listener(note);
  };
  if (perSecond > 0) {
    setInterval(() => {
      const who = 1 + Math.floor(random() * 4);
      tell({
        colour: PART_COLOURS[who] ?? 'teal',
        shape: PART_SHAPES[who] ?? 'star',
        pitch: pitches[Math.floor(random() * pitches.length)] ?? pitch(60),
        strength: strength(0.3 + 0.6 * random()),
        isOwn: false,
        instrument: 'harp',
      });
    }, 1000 / perSecond);
  }
  const heardNotes: HeardNotes = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { heardNotes, tell };
}
