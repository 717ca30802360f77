import * as fc from 'fast-check';
import { MAX_SWELL_BARS } from '../../../shared/base/limits.ts';
import { beats, bpm, roomMs } from '../../../shared/base/units.ts';
import { GROUNDS } from '../../../shared/event/ground.ts';
import type { RoomWish } from '../../../shared/event/wish.ts';
import { CHORD_KINDS } from '../../../shared/music/chord.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';
import { comingBarLine } from '../../../shared/room/questions.ts';
import { barAt, beatOfBar } from '../../../shared/time/metre-map.ts';
import { ALL_THREE, tellSession, type ToldSession } from './a-session.ts';

/** Sessions in which whoever holds the room shapes it at random: what must hold of the sound must hold in all of them. */

const bars = fc.integer({ min: 1, max: MAX_SWELL_BARS });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const member = fc.constantFrom(...ALL_THREE);
const frame = fc.record({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...SCALE_NAMES),
  feel: fc.constantFrom('straight' as const, 'swing' as const),
  chords: fc.array(
    fc.record({
      root: fc.integer({ min: 0, max: 11 }),
      kind: fc.constantFrom(...CHORD_KINDS),
      bars: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 4 },
  ),
});

type Step =
  | RoomWish
  | { readonly type: 'turn'; readonly member: (typeof ALL_THREE)[number] | 'all'; readonly bars: number }
  | { readonly type: 'roundEnds' };

/** What is heard from a coming bar line on, or sets out from now without a jump. */
const shaping = (): fc.Arbitrary<Step>[] => [
  fc.record({ type: fc.constant('swell' as const), to: fraction, bars }),
  fc.record({
    type: fc.constant('conduct' as const),
    loudness: fraction,
    density: fc.double({ min: 0.1, max: 1, noNaN: true }),
  }),
  fc.record({
    type: fc.constant('setDensity' as const),
    part: fc.oneof(fc.constant('all' as const), member),
    to: fc.double({ min: 0.1, max: 1, noNaN: true }),
    bars,
  }),
  fc.record({
    type: fc.constant('soften' as const),
    member,
    kind: fc.constantFrom('softer' as const, 'silent' as const),
  }),
  fc.record({ type: fc.constant('endSoftening' as const), member }),
  fc.constant({ type: 'pause' as const }),
  fc.constant({ type: 'startPulse' as const }),
  fc.record({
    type: fc.constant('turn' as const),
    member: fc.oneof(member, fc.constant('all' as const)),
    bars: fc.integer({ min: 1, max: 4 }),
  }),
  fc.constant({ type: 'roundEnds' as const }),
  fc.record({
    type: fc.constant('setTempo' as const),
    bpm: fc.integer({ min: 40, max: 200 }).map(bpm),
    glideBars: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ type: fc.constant('setFrame' as const), frame }),
  fc.record({
    type: fc.constant('holdGround' as const),
    grounds: fc.uniqueArray(fc.constantFrom(...GROUNDS)),
  }),
];
const safety = (): fc.Arbitrary<Step>[] => [
  fc.constant({ type: 'hush' as const }),
  fc.constant({ type: 'liftHush' as const }),
];
const endings = (): fc.Arbitrary<Step>[] => [
  fc.record({
    type: fc.constant('announceEnding' as const),
    leadBars: fc.integer({ min: 1, max: 6 }),
    closeBars: fc.integer({ min: 2, max: 6 }),
  }),
  fc.constant({ type: 'callOffEnding' as const }),
];

export interface Chances {
  readonly hasHushes?: boolean;
  readonly hasEndings?: boolean;
}

const told = (
  steps: readonly { readonly step: Step; readonly afterMs: number }[],
  pace: number,
  metre: '4/4' | '3/4' | '6/8' | '7/8',
) => {
  const session = tellSession({ pace: bpm(pace), metre });
  let at = 0;
  for (const { step, afterMs } of steps) {
    at += afterMs;
    take(session, step, at);
  }
  return { ...session, lastMs: at };
};

function take(session: ToldSession, step: Step, at: number) {
  const room = session.room();
  if (step.type === 'turn') {
    const from = Math.max(comingBarLine(room, roomMs(at)), room.turns.at(-1)?.until ?? 0);
    const until = beatOfBar(room.metre, barAt(room.metre, beats(from)) + step.bars);
    if (room.ending) return;
    if (!room.round) session.happen({ type: 'roundBegun', kind: 'round', bars: step.bars }, at);
    session.happen({ type: 'turnSet', member: step.member, from: beats(from), until }, at);
  } else if (step.type === 'roundEnds') {
    session.happen({ type: 'roundEnded', from: comingBarLine(room, roomMs(at)) }, at);
  } else {
    session.wish(step, at);
  }
}

export const randomSession = ({ hasHushes = false, hasEndings = false }: Chances = {}) =>
  fc
    .record({
      steps: fc.array(
        fc.record({
          step: fc.oneof(
            ...shaping(),
            ...(hasHushes ? [...safety(), ...safety()] : []),
            ...(hasEndings ? [...endings(), ...endings()] : []),
          ),
          afterMs: fc.integer({ min: 1, max: 6000 }),
        }),
        { minLength: 6, maxLength: 16 },
      ),
      pace: fc.integer({ min: 40, max: 200 }),
      metre: fc.constantFrom('4/4' as const, '3/4' as const, '6/8' as const, '7/8' as const),
    })
    .map(({ steps, pace, metre }) => told(steps, pace, metre));
