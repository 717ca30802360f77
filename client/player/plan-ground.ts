import { THE_ROOM } from '../../shared/base/ids.ts';
import {
  type Beats,
  beats,
  beatsOfTicks,
  type Pitch,
  pitch as pitchOf,
  strength,
  type Ticks,
  ticks,
  ticksOfBeats,
} from '../../shared/base/units.ts';
import type { Ground } from '../../shared/event/ground.ts';
import { chordSteps } from '../../shared/music/chord.ts';
import { type Frame, type Harmony, homeChord, nearestInFrame } from '../../shared/music/frame.ts';
import { frameAt } from '../../shared/music/frame-timeline.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { feltTick } from '../../shared/music/swing.ts';
import { harmonyOf } from '../../shared/room/questions.ts';
import type { GroundPiece } from '../../shared/room/state.ts';
import { feltBeatsOfBar } from '../../shared/time/grid.ts';
import { barAt, beatOfBar } from '../../shared/time/metre-map.ts';
import type { Command, PlannedNote } from './command.ts';
import { densityAt, isLetThrough, seedOf } from './density.ts';
import type { Score } from './score.ts';
import type { Part } from './synth.ts';

/** What plays each of the parts that go on by themselves. */
export const GROUND_INSTRUMENTS = {
  drone: 'warmPad',
  ostinato: 'marimba',
  heartbeat: 'frameDrum',
} as const satisfies Readonly<Record<Ground, InstrumentId>>;

type GroundScore = Pick<Score, 'grounds' | 'frames' | 'metre' | 'density' | 'members' | 'ending'>;

type IsIn = (tick: Ticks) => boolean;

/** A bar in which some grounds go on. */
interface GroundBar {
  readonly bar: number;
  readonly beat: Beats;
  readonly piece: GroundPiece;
  readonly part: Part;
}

/**
 * What goes on by itself from tick `from` up to `to`: exactly there, for everyone alike, from the chair of whoever set it; from the
 * middle once they have left. The drone and the heartbeat are not thinned: others stand on them.
 */
export function planGround(score: GroundScore, from: Ticks, to: Ticks): readonly Command[] {
  if (score.grounds.length === 0) return [];
  const commands: Command[] = [];
  for (
    let bar = barAt(score.metre, beatsOfTicks(from));
    beatOfBar(score.metre, bar) < beatsOfTicks(to);
    bar++
  ) {
    // This is asked every 25 ms: nothing is reckoned that does not fall into the window.
    const isIn = (tick: Ticks) => tick >= from && tick < to;
    const isAtLine = isIn(ticksOfBeats(beatOfBar(score.metre, bar)));
    if (isAtLine) commands.push(...endsOfDrone(score, bar));
    const going = groundBar(score, bar);
    if (!going) continue;
    const { grounds } = going.piece;
    if (isAtLine && grounds.includes('drone')) commands.push(...droneIn(score, going));
    if (grounds.includes('ostinato')) commands.push(...ostinatoIn(score, going, isIn));
    if (grounds.includes('heartbeat')) commands.push(...heartbeatIn(score, going, isIn));
  }
  return commands;
}

function groundBar(score: GroundScore, bar: number): GroundBar | undefined {
  const beat = beatOfBar(score.metre, bar);
  const piece = score.grounds.findLast(({ from }) => from <= beat + ON_THE_LINE);
  if (!piece || (score.ending && beat >= score.ending.until)) return undefined;
  return { bar, beat, piece, part: partOf(score, piece) };
}

const ON_THE_LINE = 1e-6;

const partOf = ({ members }: GroundScore, { by }: GroundPiece): Part =>
  members.some(({ id }) => id === by) ? by : THE_ROOM;

const groundNote = (
  kind: Ground,
  part: Part,
  tick: Ticks,
  sound: Pick<PlannedNote, 'pitch' | 'length' | 'colour'> & { readonly loudness: number },
  voice = 0,
): Command => {
  const { loudness, ...rest } = sound;
  const key = `ground:${kind}:${tick}:${voice}`;
  const instrument = GROUND_INSTRUMENTS[kind];
  const note = { ...rest, key, part, instrument, strength: strength(loudness), isGround: true } as const;
  return { type: 'start', at: { tick, plusMs: 0 }, note: { ...note, seed: tick + voice } };
};

/** A drone's tones are begun anew so often and overlap by a beat, so that who comes in late has it soon. */
const DRONE_BARS = 2;
const DRONE_OVERLAP = beats(1);
const DRONE_LOUDNESS = 0.28;
/** The tonic in the octave from here. */
const DRONE_LOWEST = 48;
const FIFTH = 7;

function dronePitches(frame: Frame): readonly Pitch[] {
  const tonic = DRONE_LOWEST + frame.tonic;
  return [
    pitchOf(tonic),
    nearestInFrame({ tonic: frame.tonic, scale: frame.scale, feel: frame.feel }, tonic + FIFTH),
  ];
}

const droneFrame = ({ frames }: GroundScore, { beat }: GroundBar) => frameAt(frames, beat + ON_THE_LINE);

/** Whether the drone sounds other tones in a bar than in the one before. */
function isOther(score: GroundScore, now: GroundBar, before: GroundBar | undefined): boolean {
  if (before?.piece !== now.piece || before.part !== now.part) return true;
  const [one, other] = [dronePitches(droneFrame(score, now)), dronePitches(droneFrame(score, before))];
  return one.some((pitch, voice) => pitch !== other[voice]);
}

function droneIn(score: GroundScore, going: GroundBar): readonly Command[] {
  const { bar, beat, piece, part } = going;
  const since = bar - barAt(score.metre, piece.from);
  if (since % DRONE_BARS !== 0 && !isOther(score, going, groundBar(score, bar - 1))) return [];
  const length = ticksOfBeats(beats(beatOfBar(score.metre, bar + DRONE_BARS) - beat + DRONE_OVERLAP));
  return dronePitches(droneFrame(score, going)).map((pitch, voice) =>
    groundNote(
      'drone',
      part,
      ticksOfBeats(beat),
      { pitch, length, colour: 0.25, loudness: DRONE_LOUDNESS },
      voice,
    ),
  );
}

/** At a bar line where the drone stops or changes, what it sounded is let go. */
function endsOfDrone(score: GroundScore, bar: number): readonly Command[] {
  const before = groundBar(score, bar - 1);
  if (!before?.piece.grounds.includes('drone')) return [];
  const now = groundBar(score, bar);
  if (now && !isOther(score, now, before)) return [];
  const at = { tick: ticksOfBeats(beatOfBar(score.metre, bar)), plusMs: 0 };
  return [bar - 2, bar - 1]
    .filter((begun) => begun >= 0)
    .flatMap((begun) => {
      const tick = ticksOfBeats(beatOfBar(score.metre, begun));
      return [0, 1].map((voice) => ({
        type: 'end' as const,
        at,
        key: `ground:drone:${tick}:${voice}`,
        part: before.part,
      }));
    });
}

const EIGHTH = ticks(480);
/** The root of the chord of the bar is looked for from here up. */
const OSTINATO_LOWEST = 50;
const ON_BEAT_LOUDNESS = 0.34;
const OFF_BEAT_LOUDNESS = 0.24;

/** The chord of the bar in even eighths: root, fifth, octave, third. */
function ostinatoIn(score: GroundScore, { bar, beat, part }: GroundBar, isIn: IsIn): readonly Command[] {
  const harmony = harmonyOf(score, beats(beat + ON_THE_LINE));
  const first = ticksOfBeats(beat);
  const count = (ticksOfBeats(beatOfBar(score.metre, bar + 1)) - first) / EIGHTH;
  return Array.from({ length: count }, (_, place) => ({ place, even: ticks(first + place * EIGHTH) }))
    .map((step) => ({ ...step, tick: feltTick(step.even, harmony.feel) }))
    .filter(({ tick }) => isIn(tick))
    .filter(({ place, even }) => {
      const density = densityAt(score, undefined, beatsOfTicks(even));
      return isLetThrough(density, seedOf(`ostinato ${place}`), even, score.metre);
    })
    .map(({ place, even, tick }) => {
      const isOnBeat = feltBeatsOfBar(score.metre, bar).some((felt) => ticksOfBeats(felt.beat) === even);
      const loudness = isOnBeat ? ON_BEAT_LOUDNESS : OFF_BEAT_LOUDNESS;
      const pitch = ostinatoPitch(harmony, place);
      return groundNote('ostinato', part, tick, { pitch, length: EIGHTH, colour: 0.3, loudness });
    });
}

function ostinatoPitch(harmony: Harmony, place: number): Pitch {
  const steps = chordSteps(harmony.chord ?? homeChord(harmony));
  const root = lowestAbove(OSTINATO_LOWEST, harmony.tonic + (steps[0] ?? 0));
  const above = (step: number | undefined) => ((step ?? 0) - (steps[0] ?? 0) + 12) % 12;
  const line = [0, above(steps[steps.length > 2 ? 2 : 1]), 12, above(steps[1])];
  return nearestInFrame(harmony, root + (line[place % line.length] ?? 0));
}

/** The lowest pitch from `lowest` on of a pitch class. */
const lowestAbove = (lowest: number, midi: number) => lowest + ((((midi - lowest) % 12) + 12) % 12);

/** From a strong beat's stroke to its echo: a third of a quarter, as hearts have it at a walking tempo. */
const LUB_TO_DUB = ticks(320);
const STRONG = 0.75;
const LUB = { loudness: 0.42, colour: 0.1 };
const DUB = { loudness: 0.28, colour: 0.3 };
/** Where an unpitched drum lies to the ear. */
const DRUM_PITCH = pitchOf(44);

/** Lub-dub on every strong beat of the bar. */
function heartbeatIn(score: GroundScore, { bar, part }: GroundBar, isIn: IsIn): readonly Command[] {
  const stroke = (tick: Ticks, sound: typeof LUB) =>
    groundNote('heartbeat', part, tick, { ...sound, pitch: DRUM_PITCH, length: EIGHTH });
  return feltBeatsOfBar(score.metre, bar)
    .filter(({ accent }) => accent >= STRONG)
    .flatMap(({ beat }) => {
      const lub = ticksOfBeats(beat);
      return [stroke(lub, LUB), stroke(ticks(lub + LUB_TO_DUB), DUB)];
    })
    .filter(({ at }) => isIn(at.tick));
}
