import { THE_ROOM } from '../../shared/base/ids.ts';
import { STOP_FADE_MS } from '../../shared/base/limits.ts';
import {
  type Pitch,
  type RoomMs,
  strength,
  type Ticks,
  ticks,
  ticksOfBeats,
} from '../../shared/base/units.ts';
import { chordSteps } from '../../shared/music/chord.ts';
import { type Frame, homeChord, pitchesWithin } from '../../shared/music/frame.ts';
import { frameAt } from '../../shared/music/frame-timeline.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { pitchClass } from '../../shared/music/pitch-class.ts';
import { barBeats } from '../../shared/time/metre.ts';
import { barAt, metreOfBar } from '../../shared/time/metre-map.ts';
import { roomMsAt } from '../../shared/time/tempo-map.ts';
import type { Command } from './command.ts';
import type { Score } from './score.ts';

/** What has to be ready for the last chord. */
export const LAST_CHORD_INSTRUMENTS = [
  'bass',
  'warmPad',
  'harp',
  'bells',
] as const satisfies readonly InstrumentId[];

/** Whether something may still begin at a room time: nothing does from the last chord on, or once a stop has faded. */
export function mayBegin(
  { ending, stoppedAt, tempo, isClosed }: Pick<Score, 'ending' | 'stoppedAt' | 'tempo' | 'isClosed'>,
  atMs: RoomMs,
): boolean {
  if (isClosed) return false;
  if (ending && atMs >= roomMsAt(tempo, ending.until)) return false;
  return stoppedAt === undefined || atMs < stoppedAt + STOP_FADE_MS;
}

/** From the lowest string to the highest within this: rolled, not struck. */
const ROLL_MS = 60;
const RINGS_BARS = 2;

/** The last chord, if its bar line lies from tick `from` up to `to`: home, soft, from the middle, on every device. */
export function planLastChord(
  { ending, frames, metre }: Pick<Score, 'ending' | 'frames' | 'metre'>,
  from: Ticks,
  to: Ticks,
): readonly Command[] {
  if (!ending) return [];
  const tick = ticksOfBeats(ending.until);
  if (tick < from || tick >= to) return [];
  const length = ticksOfBeats(barBeats(metreOfBar(metre, barAt(metre, ending.until))));
  return lastChord(frameAt(frames, ending.until)).map(({ instrument, pitch, loudness, afterMs }, index) => ({
    type: 'start',
    at: { tick, plusMs: afterMs },
    note: {
      key: `last:${tick}:${index}`,
      part: THE_ROOM,
      instrument,
      pitch,
      strength: strength(loudness),
      colour: 0.4,
      length: ticks(RINGS_BARS * length),
      seed: tick + index,
      isGround: true,
    },
  }));
}

interface ChordNote {
  readonly instrument: InstrumentId;
  readonly pitch: Pitch;
  readonly loudness: number;
  readonly afterMs: number;
}

/** Where each takes the chord from: MIDI numbers, an octave and a fifth at most. */
const BASS = [33, 44] as const;
const PAD = [48, 66] as const;
const HARP = [55, 78] as const;
const BELL = [79, 90] as const;

function lastChord(frame: Frame): readonly ChordNote[] {
  const { tonic, scale, feel } = frame;
  // Only what the scale has: whatever was played before it, it is at home in it.
  const home = chordSteps(homeChord(frame));
  const tones = (lowest: number, highest: number, steps: readonly number[]) =>
    pitchesWithin({ tonic, scale, feel }, lowest, highest).filter((pitch) =>
      steps.includes(pitchClass(pitch - tonic)),
    );
  const alike = (instrument: InstrumentId, pitches: readonly Pitch[], loudness: number, rollMs: number) =>
    pitches.map((pitch, index) => ({
      instrument,
      pitch,
      loudness,
      afterMs: pitches.length > 1 ? Math.round((index * rollMs) / (pitches.length - 1)) : 0,
    }));
  const pad = tones(...PAD, home);
  const root = pad.findIndex((pitch) => pitchClass(pitch - tonic) === 0);
  return [
    ...alike('bass', tones(...BASS, [0]).slice(0, 1), 0.5, 0),
    ...alike('warmPad', pad.slice(root, root + home.length), 0.45, 0),
    ...alike('harp', tones(...HARP, home).slice(0, 5), 0.45, ROLL_MS),
    ...alike('bells', tones(...BELL, [0]).slice(0, 1), 0.3, 0),
  ];
}
