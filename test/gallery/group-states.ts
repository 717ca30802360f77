import { beats, roomMs } from '../../shared/base/units.ts';
import type { RoomEvent } from '../../shared/event/entry.ts';
import { NOTHING_TO_SEE, type PassingView } from '../../shared/room/passing/view.ts';
import type { Invited } from '../../shared/room/passing/passing.ts';
import type { AtDoor } from '../../shared/wire/door.ts';
import type { DoorClient } from '../../client/session/door-client.ts';
import type { SessionView } from '../../client/session/session.ts';
import { SESSION } from '../client/support/fake-house.ts';
import { fakeRoom, joined, personId, pulseGoing, ready } from '../client/support/fake-room.ts';
import { createFakeSession, type FakeSession } from '../client/support/fake-session.ts';

/** What passes between the people of a room, as its members see it. */

const began = performance.now();
const nowMs = () => 20_000 + performance.now() - began;
/** Quarter notes of the room's age when one looks, at 76 a minute. */
const NOW = Math.floor((20_000 / 60_000) * 76);
const BAR = Math.ceil(NOW / 4) * 4;

const shown =
  (me: number, events: readonly RoomEvent[], over: Partial<SessionView> = {}) =>
  (): {
    readonly session: FakeSession;
  } => {
    const session = createFakeSession(fakeRoom(6, pulseGoing, ...events), personId(me), over, nowMs);
    let turn = 0;
    setInterval(() => session.hear(personId((turn += 1) % 6)), 700);
    return { session };
  };

const passing = (over: Partial<PassingView>): Partial<SessionView> => ({
  passing: { ...NOTHING_TO_SEE, ...over },
});
const invited = (what: Invited) =>
  passing({
    invitations: [{ number: 1, from: personId(0), to: personId(1), until: roomMs(80_000), what }],
  });
const turn = (place: number, from: number, until: number): RoomEvent => ({
  type: 'turnSet',
  member: personId(place),
  from: beats(from),
  until: beats(until),
});
const softened: RoomEvent = {
  type: 'softened',
  member: personId(1),
  kind: 'softer',
  from: beats(20),
  untilMs: 300_000,
};
const arc: readonly RoomEvent[] = [
  {
    type: 'arcSet',
    steps: [
      {
        kind: 'arrive',
        length: { type: 'open' },
        sentence: 'Listen to the room first. One sound is enough.',
      },
      { kind: 'rounds', length: { type: 'bars', bars: 16 }, sentence: 'Each who likes plays four bars.' },
      { kind: 'close', length: { type: 'minutes', minutes: 5 }, sentence: '' },
    ],
  },
  { type: 'arcMoved', step: 0 },
  {
    type: 'goalsSet',
    goals: 'To play together without having to talk. To dare a small solo before Christmas.',
  },
];
const round: readonly RoomEvent[] = [
  { type: 'roundBegun', kind: 'round', bars: 4 },
  turn(2, BAR - 8, BAR + 8),
  turn(3, BAR + 8, BAR + 24),
];
const proposal = (by: number, over: Partial<PassingView['proposals'][number]> = {}) =>
  passing({
    proposals: [
      {
        number: 3,
        by: personId(by),
        what: { type: 'tempo', bpm: 64 as never },
        seconds: 2,
        isSecondedByYou: false,
        mayTake: false,
        ...over,
      },
    ],
  });
const lead: RoomEvent = {
  type: 'controlsGiven',
  controls: ['tempo', 'frame'],
  to: personId(1),
  until: beats(400),
};

export const groupStates = {
  'group-hold': shown(1, [], invited({ type: 'hold', controls: ['tempo', 'ending'], bars: 16 })),
  'group-instrument': shown(1, [], invited({ type: 'instrument', instrument: 'harp' })),
  'group-turn': shown(1, [], invited({ type: 'turn', bars: 4 })),
  'group-call': shown(1, [], invited({ type: 'call', bars: 2 })),
  'group-listener': shown(
    1,
    [],
    passing({ announced: [{ knock: 4, name: 'Kari', shape: 'leaf', until: roomMs(40_000) }] }),
  ),
  'group-proposal': shown(1, [], proposal(2)),
  'group-proposal-take': shown(0, [], proposal(2, { mayTake: true })),
  'group-proposal-own': shown(1, [], proposal(1, { what: { type: 'ending' } })),
  'group-softened': shown(1, [softened]),
  'group-hushed': shown(1, [{ type: 'hushed' }]),
  'group-paused': shown(1, [{ type: 'loudnessSet', from: beats(20), to: 0, glideBeats: beats(4) }]),
  'group-away': shown(1, [{ type: 'wentAway', member: personId(0) }]),
  'group-away-offered': shown(1, [{ type: 'wentAway', member: personId(0) }, { type: 'calmEndOffered' }]),
  'group-ending': shown(1, [{ type: 'endingAnnounced', from: beats(BAR + 16), until: beats(BAR + 32) }]),
  'group-closing': shown(1, [{ type: 'endingAnnounced', from: beats(BAR - 8), until: beats(BAR + 12) }]),
  'group-last-chord': shown(1, [{ type: 'endingAnnounced', from: beats(8), until: beats(NOW) }]),
  'group-silence': shown(1, [{ type: 'endingAnnounced', from: beats(0), until: beats(8) }]),
  'group-stopped': shown(1, [{ type: 'stopped' }]),
  'group-round': shown(1, round, passing({ order: [personId(4), personId(1)] })),
  'group-round-mine': shown(3, round, passing({ order: [personId(4)] })),
  'group-round-now': shown(2, round, passing({ order: [personId(4)] })),
  'group-arc': shown(1, arc),
  'group-arc-ending': shown(1, [
    ...arc,
    softened,
    { type: 'endingAnnounced', from: beats(BAR + 16), until: beats(BAR + 32) },
  ]),
  'group-lead': shown(1, [...arc, lead]),
  'group-rests': shown(1, [{ type: 'breakTaken', member: personId(1) }]),
  'group-others-rest': shown(1, [
    ...arc,
    { ...lead, to: personId(2) },
    { type: 'breakTaken', member: personId(3) },
    { ...softened, member: personId(4) },
    { type: 'doorSet', hasDoor: true, isLocked: false },
  ]),
  'group-listens': shown(6, [joined(6, { role: 'listener' }), ready(6), ...round], {
    ...passing({ order: [personId(4)] }),
  }),
} satisfies Record<string, () => { readonly session: FakeSession }>;

const answers = (answer: AtDoor): Partial<DoorClient> => ({
  join: () => Promise.resolve({ type: 'granted', value: answer }),
  seat: () => Promise.resolve({ type: 'granted', value: undefined }),
  atDoor: () => Promise.resolve({ type: 'granted', value: answer }),
});
const hash = `#/room/${SESSION}`;
const refuses = (reason: 'doorLocked' | 'doorFull' | 'notAllowed'): Partial<DoorClient> => ({
  join: () => Promise.resolve({ type: 'refused', reason }),
});
const INVITE = '#/join/abcdefghijklmnopqrstuv';

export const atDoorStates = {
  'door-waiting': { hash, door: answers({ type: 'waiting', session: SESSION, sentence: undefined }) },
  'door-sentence': { hash, door: answers({ type: 'waiting', session: SESSION, sentence: 'almostReady' }) },
  'door-announced': { hash, door: answers({ type: 'announced', session: SESSION }) },
  'door-open': { hash, door: answers({ type: 'in', session: SESSION, you: personId(1) }) },
  'door-notNow': { hash, door: answers({ type: 'notNow', session: SESSION }) },
  'door-turnedAway': { hash, door: answers({ type: 'turnedAway', session: SESSION }) },
  'door-groupSaidNo': { hash, door: answers({ type: 'groupSaidNo', session: SESSION }) },
  'door-join': {
    hash: INVITE,
    door: answers({ type: 'waiting', session: SESSION, sentence: undefined }),
  },
  'door-locked': { hash: INVITE, door: refuses('doorLocked') },
  'door-full': { hash: INVITE, door: refuses('doorFull') },
  'door-no-listeners': { hash: INVITE, door: refuses('notAllowed') },
} satisfies Record<string, { readonly hash: string; readonly door: Partial<DoorClient> }>;
