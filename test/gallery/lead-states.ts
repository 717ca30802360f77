import { type MemberId } from '../../shared/base/ids.ts';
import { beats, roomMs } from '../../shared/base/units.ts';
import type { RoomEvent } from '../../shared/event/entry.ts';
import type { Arc } from '../../shared/event/plan.ts';
import { NOTHING_TO_SEE, type PassingView, type WaitingSeen } from '../../shared/room/passing/view.ts';
import { fakeRoom, joined, personId, pulseGoing, ready } from '../client/support/fake-room.ts';
import { createFakeSession, type FakeSession } from '../client/support/fake-session.ts';

const began = performance.now();
/** The room is some minutes old when one looks. */
const AGE_MS = 4 * 60_000;
const nowMs = () => AGE_MS + performance.now() - began;
/** Quarter notes of the room's age when one looks, at 76 a minute, on a bar line. */
const NOW = Math.floor(((AGE_MS / 60_000) * 76) / 4) * 4;

const led =
  (
    me: number,
    people: number,
    events: readonly RoomEvent[] = [],
    passing: Partial<PassingView> = {},
    plays: readonly number[] = [0, 1, 3],
  ) =>
  (): FakeSession => {
    const session = createFakeSession(
      fakeRoom(people, ...events),
      personId(me),
      { passing: { ...NOTHING_TO_SEE, waiting: [], ...passing } },
      nowMs,
    );
    let turn = 0;
    setTimeout(() => {
      for (const place of plays) session.hear(personId(place));
    }, 50);
    setInterval(() => session.hear(personId(plays[(turn += 1) % plays.length] ?? 0)), 700);
    return session;
  };

const COURSE: Arc = [
  { kind: 'arrive', length: { type: 'minutes', minutes: 5 }, sentence: 'Come in and find your sound.' },
  { kind: 'play', length: { type: 'minutes', minutes: 10 }, sentence: 'Listen to one other person.' },
  { kind: 'rounds', length: { type: 'bars', bars: 32 }, sentence: '' },
  { kind: 'freePlay', length: { type: 'open' }, sentence: 'Anything fits.' },
  { kind: 'comeDown', length: { type: 'open' }, sentence: '' },
  { kind: 'close', length: { type: 'minutes', minutes: 5 }, sentence: 'How was that?' },
];
const course = (step: number): readonly RoomEvent[] => [
  { type: 'arcSet', steps: COURSE },
  { type: 'arcMoved', step },
];

const waiting = (knock: number, name: string | undefined, over: Partial<WaitingSeen> = {}): WaitingSeen => ({
  knock,
  name,
  shape: 'star',
  role: 'player',
  since: roomMs(AGE_MS - 130_000),
  sentence: undefined,
  isCalled: false,
  ...over,
});
const signal = (number: number, name: PassingView['signals'][number]['signal'], from?: MemberId) => ({
  number,
  signal: name,
  from,
  at: roomMs(AGE_MS - 5000),
});

const mixed: readonly RoomEvent[] = [
  { type: 'linkLost', member: personId(2) },
  { type: 'breakTaken', member: personId(4) },
  {
    type: 'softened',
    member: personId(3),
    kind: 'softer',
    from: beats(NOW),
    untilMs: AGE_MS + 300_000,
  },
  { type: 'readinessReported', member: personId(5), isReady: false, clockErrorMs: 3 },
];

export const leadStates = {
  alone: led(0, 1),
  playing: led(0, 5, [pulseGoing, ...course(1)]),
  plain: led(0, 5, [pulseGoing]),
  mixed: led(0, 7, [pulseGoing, ...course(1), ...mixed]),
  many: led(0, 16, [pulseGoing, ...course(3)]),
  listener: led(0, 5, [pulseGoing, joined(5, { role: 'listener' }), ready(5)]),
  door: led(0, 4, [pulseGoing, ...course(0)], {
    waiting: [
      waiting(1, 'Kari'),
      waiting(2, undefined, { shape: 'leaf', since: roomMs(AGE_MS) }),
      waiting(3, 'Dr. Strand', { role: 'listener', shape: 'square' }),
      waiting(4, 'Amir', { isCalled: true, shape: 'drop' }),
    ],
  }),
  signals: led(0, 6, [pulseGoing, ...course(1)], {
    signals: [
      signal(1, 'tooLoud', personId(3)),
      signal(2, 'tooLoud'),
      signal(3, 'needBreak', personId(2)),
      signal(4, 'likeThis', personId(1)),
    ],
    proposals: [
      {
        number: 9,
        by: personId(1),
        what: { type: 'ending' },
        seconds: 2,
        isSecondedByYou: false,
        mayTake: true,
      },
    ],
    asked: [
      {
        number: 11,
        from: personId(0),
        to: personId(4),
        until: roomMs(AGE_MS + 40_000),
        what: { type: 'instrument', instrument: 'harp' },
      },
    ],
  }),
  round: led(
    0,
    5,
    [
      pulseGoing,
      ...course(2),
      { type: 'roundBegun', kind: 'round', bars: 4 },
      { type: 'turnSet', member: personId(1), from: beats(NOW - 4), until: beats(NOW + 64) },
    ],
    {
      order: [personId(3), personId(4)],
      asked: [
        {
          number: 12,
          from: personId(0),
          to: personId(3),
          until: roomMs(AGE_MS + 40_000),
          what: { type: 'turn', bars: 4 },
        },
      ],
    },
  ),
  ending: led(
    0,
    5,
    [
      pulseGoing,
      ...course(5),
      { type: 'endingAnnounced', from: beats(NOW + 16), until: beats(NOW + 32) },
      {
        type: 'frameSet',
        from: beats(NOW + 16),
        frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
      },
    ],
    { signals: [signal(1, 'oneMore', personId(3)), signal(2, 'oneMore')] },
  ),
  hushed: led(0, 5, [pulseGoing, ...course(1), { type: 'hushed' }]),
  coFacilitator: led(
    1,
    5,
    [
      pulseGoing,
      ...course(4),
      { type: 'controlsGiven', controls: ['dynamics', 'ending'], to: personId(1), until: null },
    ],
    { waiting: undefined },
  ),
  everyoneTempo: led(
    2,
    5,
    [pulseGoing, { type: 'controlsGiven', controls: ['tempo'], to: 'everyone', until: null }],
    { waiting: undefined },
  ),
} satisfies Record<string, () => FakeSession>;

export const isLeadState = (name: string): name is keyof typeof leadStates => name in leadStates;
