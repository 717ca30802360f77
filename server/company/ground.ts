import { type Pitch, pitch, ticks } from '../../shared/base/units.ts';
import { pitchesWithin } from '../../shared/music/frame.ts';
import { type BarAhead, breath, type CreateMusician, type IntendedNote, touched } from './musician.ts';

/** Scale steps above the tonic that a bar rests on, over four bars: home, away, further, on the way home. */
const WALK = [0, 3, 4, 1] as const;

/** A warm pad under everything: two or three long notes a bar, leaning towards home. */
export const createGround: CreateMusician = (random) => ({
  instrument: 'warmPad',
  play(bar: BarAhead): readonly IntendedNote[] {
    if (bar.bar % 2 === 1 && !bar.isPulsing) return [];
    const pitches = pitchesWithin(bar.frame, 48, 74);
    const home = pitches.findIndex((midi) => (((midi - bar.frame.tonic) % 12) + 12) % 12 === 0);
    const step = bar.isPulsing ? (WALK[bar.bar % WALK.length] ?? 0) : 0;
    const root = Math.max(0, home) + (step % 5);
    const wanted = [root, root + 2, ...(random() < 0.5 ? [root + 4] : [])];
    const length = ticks(Math.round(bar.lengthTicks * (bar.isPulsing ? 0.96 : 1.9)));
    return wanted.map((index) => ({
      tick: bar.startTick,
      pitch: at(pitches, index),
      strength: touched((0.3 - 0.08 * bar.busyness) * breath(bar.bar), random),
      colour: 0.3,
      length,
    }));
  },
});

const at = (pitches: readonly Pitch[], index: number): Pitch =>
  pitches[Math.min(index, pitches.length - 1)] ?? pitch(60);
