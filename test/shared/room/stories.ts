import * as fc from 'fast-check';
import { memberId, type MemberId } from '../../../shared/base/ids.ts';
import { bpm } from '../../../shared/base/units.ts';
import { CONTROLS, type Control } from '../../../shared/event/holding.ts';
import { SIGNALS } from '../../../shared/event/signal.ts';
import type { OwnWish, PassingWish, RoomWish } from '../../../shared/event/wish.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';
import { METRE_NAMES } from '../../../shared/time/metre.ts';
import { ADA, BEN, LIV } from './a-room.ts';
import {
  accept,
  ask,
  aWorld,
  CLEO,
  comeIn,
  DAG,
  decline,
  invitationsOf,
  knock,
  own,
  wait,
  wish,
  type World,
} from './world.ts';

/** One thing that happens; its title is what a failed story is told with. */
export interface Act {
  readonly title: string;
  readonly run: (world: World) => World;
}

export const EVERYONE: readonly MemberId[] = [ADA, BEN, CLEO, DAG, LIV];

const act = (title: string, run: Act['run']): Act =>
  Object.assign({ title, run }, { [fc.toStringMethod]: () => title });

export const wishes = (by: MemberId, asked: RoomWish | PassingWish): Act =>
  act(`${by.slice(0, 3)}: ${JSON.stringify(asked)}`, (world) => wish(world, by, asked));
export const owns = (asked: OwnWish): Act => act(JSON.stringify(asked), (world) => own(world, asked));
export const waits = (ms: number): Act => act(`${ms} ms`, (world) => wait(world, ms));
export const accepts = (by: MemberId): Act => act(`${by.slice(0, 3)} says yes`, (world) => accept(world, by));
export const declines = (by: MemberId, listens = false): Act =>
  act(`${by.slice(0, 3)} ${listens ? 'listens' : 'passes'}`, (world) => decline(world, by, listens));
/** Everyone who is asked something says yes. */
export const allAccept = act('all say yes', (world) =>
  EVERYONE.reduce((now, id) => (invitationsOf(now, id).length > 0 ? accept(now, id) : now), world),
);

const allCalledIn = act('ada calls all in', (world) => {
  const knocks = world.passing.waiting.map((one) => one.knock).slice(0, 16);
  return knocks.length === 0 ? world : wish(world, ADA, { type: 'callIn', knocks });
});
const allComeIn = act('all who were called come in', (world) =>
  world.passing.waiting.reduce(
    (now, { knock }) => comeIn(now, knock, memberId(`knocked${1000 + knock}`)),
    world,
  ),
);

const anyone = fc.constantFrom(...EVERYONE);
/** Mostly Ada, who may. */
const leader = fc.oneof({ weight: 3, arbitrary: fc.constant(ADA) }, anyone);
const controls = fc.subarray([...CONTROLS] as Control[], { minLength: 1 });
const level = fc.constantFrom(0, 0.2, 0.5, 0.75, 1);
const thinness = fc.constantFrom(0.1, 0.4, 0.7, 1);
const swellBars = fc.constantFrom(1, 2, 7, 16);
const frame = fc.record({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...SCALE_NAMES),
  feel: fc.constant('straight' as const),
  chords: fc.constantFrom(undefined, [], [
    { root: 0, kind: 'major', bars: 2 },
    { root: 5, kind: 'minor', bars: 1 },
  ] as const),
});
const numbers = fc.integer({ min: 1, max: 12 });

type Asked = RoomWish | PassingWish;

/** What shapes the music. */
const shaping: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ type: fc.constant('swell' as const), to: level, bars: swellBars }),
  fc.record({
    type: fc.constant('setDensity' as const),
    part: fc.oneof(fc.constant('all' as const), anyone),
    to: thinness,
    bars: swellBars,
  }),
  fc.record({ type: fc.constant('conduct' as const), loudness: level, density: thinness }),
  fc.record({
    type: fc.constant('soften' as const),
    member: anyone,
    kind: fc.constantFrom('softer' as const, 'silent' as const),
  }),
  fc.record({ type: fc.constant('endSoftening' as const), member: anyone }),
  fc.constantFrom<RoomWish>({ type: 'hush' }, { type: 'liftHush' }),
  fc.constantFrom<RoomWish>({ type: 'pause' }, { type: 'startPulse' }, { type: 'stopPulse' }),
  fc.record({
    type: fc.constant('setTempo' as const),
    bpm: fc.constantFrom(30, 60, 97, 240).map(bpm),
    glideBars: fc.constantFrom(0, 2, 9),
  }),
  fc.record({ type: fc.constant('setMetre' as const), metre: fc.constantFrom(...METRE_NAMES) }),
  fc.record({ type: fc.constant('setFrame' as const), frame }),
);

/** How it ends, or does not. */
const endings: fc.Arbitrary<Asked> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('announceEnding' as const),
      leadBars: fc.constantFrom(null, null, 1, 4),
      closeBars: fc.constantFrom(2, 4, 16),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ type: 'callOffEnding' as const }) },
);
const stop: fc.Arbitrary<Asked> = fc.constant({ type: 'stopNow' as const });

/** Who holds what. */
const holding: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    type: fc.constant('inviteToHold' as const),
    member: anyone,
    controls,
    bars: fc.constantFrom(null, 1, 4),
  }),
  fc.record({
    type: fc.constant('openToAll' as const),
    control: fc.constantFrom('tempo' as const, 'frame' as const),
  }),
  fc.record({ type: fc.constantFrom('giveBack' as const, 'takeBack' as const), controls }),
);

/** Rounds, and what else passes between people. */
const passing: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    type: fc.constant('beginRound' as const),
    order: fc.shuffledSubarray([...EVERYONE], { minLength: 1 }),
    bars: fc.constantFrom(1, 2, 4),
    laps: fc.constantFrom(1, 2),
  }),
  fc.record({
    type: fc.constant('beginCallAndAnswer' as const),
    caller: anyone,
    answerer: fc.oneof(fc.constant('all' as const), anyone),
    bars: fc.constantFrom(1, 2),
    times: fc.constantFrom(1, 3),
  }),
  fc.constant({ type: 'endRound' as const }),
  fc.record({
    type: fc.constant('inviteToInstrument' as const),
    member: anyone,
    instrument: fc.constantFrom(...INSTRUMENT_IDS),
  }),
  fc.record({ type: fc.constant('withdrawInvitation' as const), invitation: numbers }),
  fc.record({
    type: fc.constant('sendSignal' as const),
    signal: fc.constantFrom(...SIGNALS),
    isNamed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('propose' as const),
    proposal: fc.oneof(
      fc.constant({ type: 'ending' as const }),
      fc.record({ type: fc.constant('tempo' as const), bpm: fc.constantFrom(50, 140).map(bpm) }),
      fc.record({ type: fc.constant('frame' as const), frame }),
    ),
  }),
  fc.record({
    type: fc.constantFrom('second' as const, 'takeProposal' as const, 'setAside' as const),
    proposal: numbers,
  }),
  fc.record({ type: fc.constant('clearSignal' as const), signal: numbers }),
);

/** The door. */
const door: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ type: fc.constant('setDoor' as const), hasDoor: fc.boolean(), isLocked: fc.boolean() }),
  fc.record({
    type: fc.constant('callIn' as const),
    knocks: fc.array(numbers, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constantFrom('notNow' as const, 'turnAway' as const, 'objectToListener' as const),
    knock: numbers,
  }),
  fc.record({ type: fc.constantFrom('putAtDoor' as const, 'remove' as const), member: anyone }),
);

/** People come and go, and their links. */
const presence: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('loseLink' as const, 'goAway' as const, 'returnToSeat' as const),
      member: anyone,
    })
    .map(owns),
  { weight: 3, arbitrary: anyone.map((member) => owns({ type: 'returnToSeat', member })) },
  anyone.map((member) => owns({ type: 'expireSeat', member })),
  fc
    .tuple(anyone, fc.constantFrom('takeBreak' as const, 'endBreak' as const))
    .map(([by, type]) => wishes(by, { type })),
  fc.constantFrom(BEN, CLEO, DAG, LIV).map((by) => wishes(by, { type: 'leave' })),
  fc
    .tuple(fc.boolean(), fc.constantFrom('Eva', 'Fay', undefined))
    .map(([listens, name]) =>
      act(`${name} knocks`, (world) => knock(world, { name, role: listens ? 'listener' : 'player' })),
    ),
  numbers.map((number) => act(`knock ${number} asks`, (world) => ask(world, number))),
  { weight: 2, arbitrary: fc.constantFrom(allCalledIn, allComeIn) },
);

const answers: fc.Arbitrary<Act> = fc.oneof(
  anyone.map(accepts),
  anyone.map((by) => declines(by)),
  anyone.map((by) => declines(by, true)),
  { weight: 2, arbitrary: fc.constant(allAccept) },
);

const time: fc.Arbitrary<Act> = fc.oneof(
  fc.integer({ min: 1, max: 9000 }).map(waits),
  fc.constantFrom(2000, 2000, 4000, 20_000, 45_000, 300_000).map(waits),
);

const asked = (what: fc.Arbitrary<Asked>): fc.Arbitrary<Act> =>
  fc.tuple(leader, what).map(([by, one]) => wishes(by, one));

/** What a story is mostly of. */
const KINDS = {
  shaping: asked(shaping),
  ending: asked(endings),
  stop: asked(stop),
  holding: asked(holding),
  passing: asked(passing),
  door: asked(door),
  presence,
  answers,
  time,
};

/** Stories of up to `length` acts, of these kinds by weight. */
export const storyOf = (weights: Readonly<Partial<Record<keyof typeof KINDS, number>>>, length: number) => {
  const acts = Object.entries(weights).map(([kind, weight]) => ({
    weight,
    arbitrary: KINDS[kind as keyof typeof KINDS],
  }));
  // Without the bias towards short and small: it is what comes after much has happened that is of interest.
  return fc.noBias(fc.array(fc.oneof(...acts), { minLength: 1, maxLength: length, size: 'max' }));
};

export const ANY_STORY = storyOf(
  {
    shaping: 50,
    ending: 15,
    stop: 2,
    holding: 30,
    passing: 40,
    door: 20,
    presence: 40,
    answers: 60,
    time: 60,
  },
  50,
);

/** The room through a story; `onStep` sees it before and after each act. */
export const lived = (
  story: readonly Act[],
  onStep: (before: World, after: World, act: Act) => void,
  from: World = aWorld({ hasDoor: true }),
): World =>
  story.reduce((world, one) => {
    const after = one.run(world);
    onStep(world, after, one);
    return after;
  }, from);

/**
 * Every way `acts` can follow each other, `depth` deep, from one room; ways that share a beginning share its worlds. Returns how
 * many steps were taken. An act that changes nothing is not followed further: it leads where leaving it out leads.
 */
export function everyWay(
  acts: readonly Act[],
  depth: number,
  from: World,
  onStep: (before: World, after: World, way: readonly string[]) => void,
  way: readonly string[] = [],
): number {
  if (depth === 0) return 0;
  let steps = 0;
  for (const one of acts) {
    const after = one.run(from);
    const there = [...way, one.title];
    onStep(from, after, there);
    steps++;
    if (isSameWorld(from, after)) continue;
    steps += everyWay(acts, depth - 1, after, onStep, there);
  }
  return steps;
}

const isSameWorld = (one: World, other: World) =>
  one.now === other.now && one.state === other.state && one.passing === other.passing;
