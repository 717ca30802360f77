import { SCALES } from '../../shared/music/scale.ts';
import { pitchesWithin } from '../../shared/music/frame.ts';
import {
  type BarAhead,
  breath,
  type CreateMusician,
  type IntendedNote,
  loosely,
  touched,
} from './musician.ts';

/**
 * A kalimba that sings in phrases: two bars of melody by small steps, then room for others. A phrase comes back a little
 * changed, so that one can learn it. Plays less the more the people play.
 */
export const createSinger: CreateMusician = (random) => {
  /** The phrase: steps of the scale and their places in the bar, in eighths. */
  let phrase: readonly { readonly eighth: number; readonly step: number }[] = [];
  let place = 4;

  const inventPhrase = (eighths: number) => {
    const found: { eighth: number; step: number }[] = [];
    for (let eighth = 0; eighth < eighths; eighth++) {
      const isOnBeat = eighth % 2 === 0;
      if (random() > (isOnBeat ? 0.62 : 0.28)) continue;
      place = Math.min(8, Math.max(0, place + (Math.floor(random() * 5) - 2)));
      found.push({ eighth, step: place });
    }
    phrase = found;
  };

  return {
    instrument: 'kalimba',
    play(bar: BarAhead) {
      const inCycle = bar.bar % 4;
      const eighths = Math.floor(bar.lengthTicks / 480);
      if (phrase.length === 0 || (inCycle === 0 && random() < 0.45)) inventPhrase(eighths);
      const rests = inCycle >= 2;
      if (rests && random() < 0.55 + 0.45 * bar.busyness) return [];
      if (!bar.isPulsing && random() < 0.5) return [];
      const pitches = pitchesWithin(bar.frame, 62, 84);
      const top = pitches.length - 1;
      const keep = 1 - 0.55 * bar.busyness;
      const notes: IntendedNote[] = phrase
        .filter(({ eighth }) => eighth === 0 || random() < keep)
        .map(({ eighth, step }) => ({
          tick: loosely(bar.startTick + eighth * 480, random),
          pitch: pitches[Math.min(top, step % (top + 1))] ?? pitches[0] ?? FALLBACK,
          strength: touched(0.4 * breath(bar.bar), random),
          colour: 0.4 + 0.2 * random(),
          length: undefined,
        }));
      return inCycle === 1 ? [...notes.slice(0, -1), ...homecoming(bar, notes.at(-1))] : notes;
    },
  };
};

const FALLBACK = pitchesWithin(
  { tonic: 0, scale: 'major', feel: 'straight' },
  60,
  72,
)[0] as IntendedNote['pitch'];

/** The last note of a phrase comes home to the tonic or its fifth. */
function homecoming({ frame }: BarAhead, last: IntendedNote | undefined): readonly IntendedNote[] {
  if (!last) return [];
  const fifth: readonly number[] = SCALES[frame.scale];
  const homes = pitchesWithin(frame, 62, 84).filter((midi) => {
    const above = (((midi - frame.tonic) % 12) + 12) % 12;
    return above === 0 || (above === 7 && fifth.includes(7));
  });
  const nearest = homes.reduce(
    (best, midi) => (Math.abs(midi - last.pitch) < Math.abs(best - last.pitch) ? midi : best),
    homes[0] ?? last.pitch,
  );
  return [{ ...last, pitch: nearest }];
}
