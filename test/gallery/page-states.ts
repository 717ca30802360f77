import { beats, ticks } from '../../shared/base/units.ts';
import type { RoomEvent } from '../../shared/event/entry.ts';
import type { SoundDevice } from '../../client/player/sound-device.ts';
import type { DoorClient } from '../../client/session/door-client.ts';
import type { SessionView } from '../../client/session/session.ts';
import { echoNamed } from '../../shared/time/echo.ts';
import { metreOf } from '../../shared/time/metre.ts';
import { createFakeSound, SESSION } from '../client/support/fake-house.ts';
import { type createFakeStaff, maya, refusedWith } from '../client/support/fake-staff.ts';
import { fakeRoom, joined, personId, pulseGoing, ready } from '../client/support/fake-room.ts';
import { createFakeSession, type FakeSession } from '../client/support/fake-session.ts';
import { atDoorStates, groupStates } from './group-states.ts';

interface DoorState {
  readonly hash: string;
  readonly door?: Partial<DoorClient>;
  readonly staff?: Parameters<typeof createFakeStaff>[0];
}

const refused = (reason: 'noSuchRoom' | 'notAllowed' | 'nameTaken' | 'roomFull') => () =>
  Promise.resolve({ type: 'refused', reason } as const);
const unreachable = () => Promise.resolve({ type: 'unreachable' } as const);
const INVITE = '#/join/abcdefghijklmnopqrstuv';

const doorStates = {
  ...atDoorStates,
  welcome: { hash: '#/' },
  'welcome-wrong': { hash: '#/', door: { look: refused('noSuchRoom') } },
  'welcome-unreachable': { hash: '#/', door: { look: unreachable } },
  'invite-old': { hash: INVITE, door: { look: refused('noSuchRoom') } },
  'join-unreachable': { hash: INVITE, door: { look: unreachable } },
  join: { hash: INVITE },
  'join-name-taken': { hash: INVITE, door: { join: refused('nameTaken') } },
  'join-full': { hash: INVITE, door: { join: refused('roomFull') } },
  start: { hash: '#/start/abcdefghijklmnopqrstuv' },
  'start-used': {
    hash: '#/start/abcdefghijklmnopqrstuv',
    staff: { 'POST staff/first-account': refusedWith('linkUsed') },
  },
  'sign-in': { hash: '#/sign-in', staff: { 'GET staff/me': refusedWith('signInNeeded') } },
  'sign-in-wrong': {
    hash: '#/sign-in',
    staff: {
      'GET staff/me': refusedWith('signInNeeded'),
      'POST staff/sign-in': refusedWith('signInWrong'),
    },
  },
  'sign-in-code': {
    hash: '#/sign-in',
    staff: {
      'GET staff/me': refusedWith('signInNeeded'),
      'POST staff/sign-in': refusedWith('secondFactorNeeded'),
    },
  },
  home: { hash: '#/staff' },
  'home-rooms': {
    hash: '#/staff',
    staff: {
      'GET staff/me': () => ({
        ...maya,
        rooms: [{ session: SESSION, title: 'Monday circle', isOwn: true, isSeatedHere: false }],
      }),
    },
  },
  'home-empty': { hash: '#/staff', staff: { 'GET staff/plans': () => ({ plans: [] }) } },
  'staff-unreachable': { hash: '#/staff', staff: { 'GET staff/me': refusedWith('unreachable') } },
  'staff-only': { hash: '#/admin', staff: { 'GET staff/me': () => ({ ...maya, roles: ['facilitator'] }) } },
  open: { hash: '#/open' },
  'open-signed-out': { hash: '#/open', staff: { 'POST rooms': refusedWith('signInNeeded') } },
  'open-plan': { hash: '#/open/mondaymonday' },
  plan: { hash: '#/plan' },
  'plan-kept': { hash: '#/plan/mondaymonday' },
  'plan-gone': { hash: '#/plan/goneplangone' },
  account: { hash: '#/account' },
  'account-second-on': {
    hash: '#/account',
    staff: { 'GET staff/me': () => ({ ...maya, secondFactor: 'on' }) },
  },
  'second-must': {
    hash: '#/staff',
    staff: { 'GET staff/me': () => ({ ...maya, secondFactor: 'mustBeSetUp' }) },
  },
  admin: { hash: '#/admin' },
  'welcome-staff': { hash: '#/welcome-staff/abcdefghijklmnopqrstuv' },
  'welcome-staff-reset': {
    hash: '#/welcome-staff/abcdefghijklmnopqrstuv',
    staff: { 'POST staff/look': () => ({ type: 'reset', loginName: 'maya@ward.example' }) },
  },
  'welcome-staff-used': {
    hash: '#/welcome-staff/abcdefghijklmnopqrstuv',
    staff: { 'POST staff/look': refusedWith('linkUsed') },
  },
  return: { hash: `#/room/${SESSION}` },
  'return-gone': {
    hash: `#/room/${SESSION}`,
    door: { seat: () => Promise.resolve({ type: 'granted', value: undefined } as const) },
  },
} satisfies Record<string, DoorState>;

export interface RoomShown {
  readonly session: FakeSession;
  readonly sound?: SoundDevice;
}

const began = performance.now();
/** The room is some bars old when one looks. */
const nowMs = () => 20_000 + performance.now() - began;

const shown =
  (
    me: number,
    people: number,
    events: readonly RoomEvent[] = [],
    over: Partial<SessionView> = {},
    sound?: SoundDevice,
  ) =>
  (): RoomShown => {
    const session = createFakeSession(fakeRoom(people, ...events), personId(me), over, nowMs);
    let turn = 0;
    // Some life, so that blooms and faint colours can be looked at.
    setInterval(() => session.hear(personId((turn += 1) % people)), 700);
    return sound ? { session, sound } : { session };
  };

const echo: RoomEvent = {
  type: 'echoSet',
  from: ticks(0),
  echo: echoNamed('eighth', metreOf('4/4')),
  isFixed: false,
};
const instrument = (member: number, id: 'harp' | 'handDrum' | 'voice' | 'oceanDrum' | 'bass'): RoomEvent => ({
  type: 'instrumentChosen',
  member: personId(member),
  instrument: id,
});
const awaited: RoomEvent = { type: 'pulseAwaited', untilMs: 6000 };
const notReady = (place: number): RoomEvent => ({
  type: 'readinessReported',
  member: personId(place),
  isReady: false,
  clockErrorMs: 3,
});
/** Quarter notes of the room's age when one looks, at 76 a minute. */
const NOW_BEATS = Math.floor((20_000 / 60_000) * 76);

export const roomStates = {
  ...groupStates,
  room: shown(0, 5, [pulseGoing, echo]),
  'room-player': shown(1, 5, [pulseGoing, echo]),
  'room-harp': shown(1, 5, [pulseGoing, instrument(1, 'harp')]),
  'room-drum': shown(1, 5, [pulseGoing, instrument(1, 'handDrum')]),
  'room-voice': shown(1, 5, [pulseGoing, instrument(1, 'voice')]),
  'room-ocean': shown(1, 5, [pulseGoing, instrument(1, 'oceanDrum')]),
  'room-alone-first': shown(0, 1),
  'room-eight': shown(2, 8, [pulseGoing]),
  'room-listener': shown(5, 5, [pulseGoing, joined(5, { role: 'listener' }), ready(5)]),
  'room-connecting': () => ({
    session: createFakeSession(undefined, personId(0), { link: { type: 'connecting' } }),
  }),
  'room-alone': shown(1, 5, [pulseGoing], { link: { type: 'alone', sinceMs: 0 } }),
  'room-lost-others': shown(0, 6, [
    pulseGoing,
    { type: 'linkLost', member: personId(2) },
    { type: 'wentAway', member: personId(4) },
  ]),
  'room-waiting': shown(0, 4, [notReady(1), notReady(2), awaited]),
  'room-count-in': shown(1, 5, [
    { type: 'pulseStarted', from: beats(Math.ceil(NOW_BEATS / 4) * 4), countInBars: 6 },
  ]),
  'room-sound-stopped': shown(1, 5, [pulseGoing], { sound: 'interrupted' }, createFakeSound('interrupted')),
  'room-no-device': shown(1, 5, [], { sound: 'off' }, createFakeSound('off', 'noDevice')),
  'room-refused': shown(1, 5, [pulseGoing], { refusal: 'notAllowed' }),
  'room-not-stored': shown(0, 5, [pulseGoing], { unstored: 12 }),
  'room-company-coming': shown(0, 1, [{ type: 'companyInvited' }]),
  'room-company': shown(0, 4, [
    { type: 'companyInvited' },
    joined(4, { name: 'Tide', isCompany: true }),
    ready(4),
    pulseGoing,
  ]),
} satisfies Record<string, () => RoomShown>;

export const isRoomState = (name: string): name is keyof typeof roomStates => name in roomStates;

/** What stands before the door in a state; the front door for a name that is not known. */
export const doorStateOf = (name: string): DoorState =>
  (doorStates as Readonly<Record<string, DoorState>>)[name] ?? doorStates.welcome;
