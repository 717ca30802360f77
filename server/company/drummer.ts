import { pitch } from '../../shared/base/units.ts';
import {
  type BarAhead,
  breath,
  type CreateMusician,
  type IntendedNote,
  loosely,
  touched,
} from './musician.ts';

/** A frame drum like a heartbeat: deep on the one, lighter between, a small answer at the end of every fourth bar. */
export const createDrummer: CreateMusician = (random) => ({
  instrument: 'frameDrum',
  play(bar: BarAhead) {
    const notes: IntendedNote[] = [];
    const stroke = (offset: number, meant: number, colour: number) =>
      notes.push({
        tick: loosely(bar.startTick + offset, random),
        pitch: pitch(44),
        strength: touched(meant * breath(bar.bar), random),
        colour,
        length: undefined,
      });
    const [one = 0, ...others] = bar.beatTicks;
    stroke(one, 0.5, 0.1);
    if (!bar.isPulsing) return notes;
    const density = 0.85 - 0.5 * bar.busyness;
    others.forEach((offset, index) => {
      const isStrong = index + 1 === Math.floor(bar.beatTicks.length / 2);
      if (isStrong || random() < density) stroke(offset, isStrong ? 0.42 : 0.28, isStrong ? 0.35 : 0.75);
      if (random() < density * 0.25) stroke(offset + 480, 0.18, 0.9);
    });
    if (bar.bar % 4 === 3 && random() < density) {
      const last = bar.lengthTicks;
      stroke(last - 480, 0.3, 0.7);
      stroke(last - 240, 0.36, 0.5);
    }
    return notes.filter((note) => note.tick < bar.startTick + bar.lengthTicks);
  },
});
