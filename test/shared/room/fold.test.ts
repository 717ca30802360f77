import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Author, memberId, type MemberId, seq, THE_ROOM } from '../../../shared/base/ids.ts';
import { MAX_SEATS } from '../../../shared/base/limits.ts';
import { likeness } from '../../../shared/base/text.ts';
import { bpm, roomMs } from '../../../shared/base/units.ts';
import type { Entry } from '../../../shared/event/entry.ts';
import { SHAPES } from '../../../shared/event/look.ts';
import type { Role } from '../../../shared/event/membership.ts';
import type { OwnWish, RoomWish } from '../../../shared/event/wish.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';
import { decide } from '../../../shared/room/decide.ts';
import { evolve } from '../../../shared/room/evolve.ts';
import { fold } from '../../../shared/room/fold.ts';
import { sequence } from '../../../shared/room/foresee.ts';
import { comingBarLine } from '../../../shared/room/questions.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { echoesOf } from '../../../shared/time/echo.ts';
import { METRE_NAMES, metreOf } from '../../../shared/time/metre.ts';
import { positionAt } from '../../../shared/time/metre-map.ts';
import { ADA, BEN, OPENED_AT, opening, roomOfThree, wished } from './a-room.ts';

const PEOPLE = Array.from({ length: 30 }, (_, index) => memberId(`member${String(index).padStart(4, '0')}`));
const who = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PEOPLE.slice(0, 3)) },
  fc.constantFrom(...PEOPLE),
);
const author: fc.Arbitrary<Author> = fc.oneof({ weight: 4, arbitrary: who }, fc.constant(THE_ROOM));
const frame = fc.record({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...SCALE_NAMES),
  feel: fc.constantFrom('straight' as const, 'swing' as const),
});

const wish: fc.Arbitrary<RoomWish | OwnWish> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('admit' as const),
      member: who,
      name: fc.option(fc.constantFrom('Ada', 'Ben', 'Cleo', 'Dag', 'Eva', 'АDА', 'B3n'), { nil: undefined }),
      shape: fc.constantFrom(...SHAPES),
      role: fc.constantFrom<Role>('facilitator', 'facilitator', 'player', 'listener'),
      isKept: fc.boolean(),
      isCompany: fc.boolean(),
    }),
  },
  fc.record({
    type: fc.constantFrom(
      'loseLink' as const,
      'goAway' as const,
      'returnToSeat' as const,
      'expireSeat' as const,
    ),
    member: who,
  }),
  fc.constantFrom<RoomWish>(
    { type: 'leave' },
    { type: 'inviteCompany' },
    { type: 'sendCompanyHome' },
    { type: 'startPulse' },
    { type: 'stopPulse' },
  ),
  fc.record({
    type: fc.constant('chooseInstrument' as const),
    instrument: fc.constantFrom(...INSTRUMENT_IDS),
  }),
  fc.record({ type: fc.constant('setKeeping' as const), isKept: fc.boolean() }),
  fc.record({
    type: fc.constant('reportReadiness' as const),
    isReady: fc.boolean(),
    clockErrorMs: fc.integer({ min: 0, max: 2000 }),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('setTempo' as const),
      bpm: fc.integer({ min: 30, max: 240 }).map(bpm),
      glideBars: fc.integer({ min: 0, max: 32 }),
    }),
  },
  fc.record({ type: fc.constant('setMetre' as const), metre: fc.constantFrom(...METRE_NAMES) }),
  fc.record({ type: fc.constant('setFrame' as const), frame }),
  fc.record({
    type: fc.constant('fixEcho' as const),
    echo: fc.constantFrom(
      'auto' as const,
      'live' as const,
      'sixteenth' as const,
      'halfBar' as const,
      'twoBars' as const,
    ),
  }),
  fc.record({
    type: fc.constant('proposeEcho' as const),
    echo: fc.constantFrom(...echoesOf(metreOf('4/4'))),
  }),
  fc.constant({ type: 'stopWaiting' as const }),
  fc.constant({ type: 'closeRoom' as const }),
);

const step = fc.record({ wish, by: author, afterMs: fc.integer({ min: 0, max: 20_000 }) });
const FIRST: OwnWish = {
  type: 'admit',
  member: PEOPLE[0] ?? ADA,
  name: 'First',
  shape: 'circle',
  role: 'facilitator',
  isKept: false,
  isCompany: false,
};
/** Closing ends the story, so it may come only late. */
const story = fc
  .array(step, { minLength: 1, maxLength: 60 })
  .map((steps) => [{ wish: FIRST, by: THE_ROOM, afterMs: 0 } as const, ...steps])
  .map((steps) => steps.filter(({ wish }, index) => wish.type !== 'closeRoom' || index > 50));

interface Seat {
  readonly chair: number;
  readonly name: string | undefined;
  readonly look: string;
}

/** The simplest account of seats there is: who sits where. */
function seatsAfter(seats: ReadonlyMap<MemberId, Seat>, { event }: Entry): ReadonlyMap<MemberId, Seat> {
  const next = new Map(seats);
  if (event.type === 'joined')
    next.set(event.member, {
      chair: event.chair,
      name: event.name,
      look: `${event.shape} ${event.colour}`,
    });
  if (event.type === 'left') next.delete(event.member);
  return next;
}

function lived(steps: readonly { wish: RoomWish | OwnWish; by: Author; afterMs: number }[]) {
  let now = OPENED_AT;
  const log: Entry[] = [opening()];
  let state = fold(log);
  const moments: {
    readonly entries: readonly Entry[];
    readonly before: RoomState;
    readonly now: typeof now;
  }[] = [];
  const isThere = (member: MemberId) => state.members.some(({ id }) => id === member);
  for (const { wish, by, afterMs } of steps) {
    now = roomMs(now + afterMs);
    // Ids are never given twice.
    if (wish.type === 'admit' && isThere(wish.member)) continue;
    const decided = decide(state, wish, wish.type === 'admit' ? THE_ROOM : by, now);
    if (decided.type === 'refused') continue;
    const entries = sequence(state, decided.value, by, now);
    moments.push({ entries, before: state, now });
    log.push(...entries);
    state = entries.reduce(evolve, state);
  }
  return { log, state, moments };
}

describe('a room whatever is wished in it', () => {
  it('[L2] is what its log folds to, also after the log went through a disk', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { log, state } = lived(steps);
        expect(fold(log)).toEqual(state);
        expect(fold(JSON.parse(JSON.stringify(log)) as Entry[])).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it('[L2] is the same for who comes in the middle with a snapshot and the tail, repeats and all', () => {
    fc.assert(
      fc.property(story, fc.nat(), fc.nat(), (steps, cut, back) => {
        const { log, state } = lived(steps);
        const place = 1 + (cut % log.length);
        const snapshot = JSON.parse(JSON.stringify(fold(log.slice(0, place)))) as RoomState;
        const tail = log.slice(Math.max(0, place - (back % 5)));
        expect(tail.reduce(evolve, snapshot)).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  it('[R1][R2][R3] seats at most 24, each with a chair, a name and a look of their own, on the lowest free chair', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { log, state } = lived(steps);
        let seats: ReadonlyMap<MemberId, Seat> = new Map();
        for (const entry of log) {
          const taken = new Set([...seats.values()].map(({ chair }) => chair));
          const lowest = Array.from({ length: MAX_SEATS + 1 }, (_, chair) => chair).find(
            (chair) => !taken.has(chair),
          );
          if (entry.event.type === 'joined' && entry.event.chair !== lowest)
            throw new Error(`Chair ${entry.event.chair} was given, ${lowest} was free`);
          seats = seatsAfter(seats, entry);
        }
        const all = [...seats.values()];
        const names = all.flatMap(({ name }) => (name === undefined ? [] : [likeness(name)]));
        expect(all.length).toBeLessThanOrEqual(MAX_SEATS);
        expect(new Set(all.map(({ chair }) => chair)).size).toBe(all.length);
        expect(new Set(all.map(({ look }) => look)).size).toBe(all.length);
        expect(new Set(names).size).toBe(names.length);
        expect(state.members.map(({ id, chair }) => [id, chair])).toEqual(
          [...seats].map(([id, { chair }]) => [id, chair]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('[T8] changes tempo, metre, frame, echo and pulse on a bar line at least 500 ms ahead', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { entries, before, now } of lived(steps).moments) {
          const line = comingBarLine(before, now);
          for (const { event } of entries) {
            if (!('from' in event)) continue;
            const from = event.type === 'echoSet' ? event.from / 960 : event.from;
            // A report that starts the pulse may bring a better or worse clock with it, and so another line.
            const wanted = event.type === 'pulseStarted' ? from : line;
            expect(from).toBeCloseTo(wanted, 6);
            expect(positionAt(before.metre, event.type === 'echoSet' ? line : event.from).phase).toBeLessThan(
              1e-6,
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[T9] has an echo of the metre it is in, wherever the metre changed', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { state } = lived(steps.filter(({ wish }) => wish.type !== 'proposeEcho'));
        const last = state.echoes.changes.at(-1);
        const metre = state.metre.segments.at(-1);
        if (!last || !metre) throw new Error('no echo or no metre');
        expect(echoesOf(metreOf(metre.metre))).toContainEqual(last.echo);
      }),
      { numRuns: 300 },
    );
  });
});

describe('evolve', () => {
  const room = roomOfThree();
  const next = (place: number): Entry => ({
    seq: seq(place),
    at: OPENED_AT,
    by: BEN,
    event: { type: 'instrumentChosen', member: BEN, instrument: 'bass' },
  });

  it('[L1] passes over a repeat: the same object', () => {
    expect(room.seq).toBe(4);
    for (const place of [1, 3, 4]) expect(evolve(room, next(place))).toBe(room);
  });

  it('[L1] refuses a gap', () => {
    expect(evolve(room, next(5)).seq).toBe(5);
    expect(() => evolve(room, next(6))).toThrow('Entry 6 came after 4');
  });

  it('never changes a state in place', () => {
    const before = JSON.stringify(room);
    evolve(room, next(5));
    expect(JSON.stringify(room)).toBe(before);
  });

  it('[L1] of a log that does not begin with the opening, or has a gap, is no room', () => {
    expect(() => fold([])).toThrow('begins with sessionOpened');
    expect(() => fold([next(1)])).toThrow('begins with sessionOpened');
    expect(() => fold([opening(), next(3)])).toThrow('Entry 3 came after 1');
  });
});

describe('the settings', () => {
  const frame = { tonic: 7, scale: 'dorian', feel: 'swing' } as const;

  it('[T8] take a frame at the coming bar line; the same says nothing', () => {
    const state = wished(roomOfThree(), { type: 'setFrame', frame });
    expect(state.frames.at(-1)).toEqual({ from: 4, frame });
    expect(decide(state, { type: 'setFrame', frame }, ADA, OPENED_AT)).toEqual({
      type: 'granted',
      value: [],
    });
    const feel = wished(state, { type: 'setFrame', frame: { ...frame, feel: 'straight' } });
    expect(feel.frames).toHaveLength(2);
    expect(feel.frames.at(-1)?.frame.feel).toBe('straight');
  });

  it('[T10] keep a fixed echo against proposals and let it go on request', () => {
    const fixed = wished(roomOfThree(), { type: 'fixEcho', echo: 'bar' });
    expect(fixed).toMatchObject({ isEchoFixed: true });
    const proposal: OwnWish = { type: 'proposeEcho', echo: { type: 'live', ms: 30 } };
    expect(decide(fixed, proposal, THE_ROOM, OPENED_AT)).toEqual({ type: 'granted', value: [] });
    const free = wished(fixed, { type: 'fixEcho', echo: 'auto' });
    expect(free).toMatchObject({ isEchoFixed: false, echoes: fixed.echoes });
    expect(wished(free, proposal, THE_ROOM).echoes.changes.at(-1)).toMatchObject({ echo: { type: 'live' } });
  });

  it('[R9] close the room once, with the pulse still; a closed one closes no second time', () => {
    const going = wished(roomOfThree(), { type: 'closeRoom' });
    expect(going).toMatchObject({ isClosed: true, pulse: { type: 'still' } });
    expect(decide(going, { type: 'closeRoom' }, THE_ROOM, OPENED_AT)).toEqual({ type: 'granted', value: [] });
  });

  it('open with an echo that suits the place: live together, an eighth apart', () => {
    expect(fold([opening({ place: 'together' })]).echoes.changes[0]?.echo.type).toBe('live');
    expect(fold([opening({ place: 'apart' })]).echoes.changes[0]?.echo).toMatchObject({ name: 'eighth' });
  });
});
