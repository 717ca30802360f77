import { describe, expect, it } from 'vitest';
import { memberId, THE_ROOM } from '../../../shared/base/ids.ts';
import { COLOURS, SHAPES } from '../../../shared/event/look.ts';
import type { OwnWish } from '../../../shared/event/wish.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { FULL_LEVEL } from '../../../shared/time/level-map.ts';
import {
  ADA,
  after,
  BEN,
  emptyRoom,
  eventsOf,
  LIV,
  refusalOf,
  roomOfThree,
  STRANGER,
  wished,
} from './a-room.ts';

type Admit = Extract<OwnWish, { type: 'admit' }>;
const newcomer = (index: number, changed: Partial<Admit> = {}): Admit => ({
  type: 'admit',
  member: memberId(`member${String(index).padStart(6, '0')}`),
  name: undefined,
  shape: SHAPES[index % SHAPES.length] ?? 'circle',
  role: 'player',
  isKept: false,
  isCompany: false,
  ...changed,
});
const letIn = (state: RoomState, wish: OwnWish) => wished(state, wish, THE_ROOM);
const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) => newcomer(index)).reduce(letIn, emptyRoom());

describe('coming in', () => {
  it('[R3] gives the lowest free chair, also one that someone left', () => {
    const three = crowd(3);
    expect(three.members.map(({ chair }) => chair)).toEqual([0, 1, 2]);
    const [, second] = three.members;
    if (!second) throw new Error('Nobody there');
    const two = wished(three, { type: 'leave' }, second.id);
    expect(letIn(two, newcomer(9)).members.map(({ chair }) => chair)).toEqual([0, 2, 1]);
  });

  it('[R1] is granted to the 24th and refused to the 25th', () => {
    expect(refusalOf(crowd(23), newcomer(23), THE_ROOM)).toBeUndefined();
    expect(refusalOf(crowd(24), newcomer(24), THE_ROOM)).toBe('roomFull');
  });

  it('[R1] counts seats of those who are away', () => {
    const [first] = crowd(24).members;
    if (!first) throw new Error('Nobody there');
    const state = letIn(crowd(24), { type: 'goAway', member: first.id });
    expect(refusalOf(state, newcomer(24), THE_ROOM)).toBe('roomFull');
  });

  it.each([
    ['Ada', 'ada'],
    ['Ada', 'A d a'],
    ['Ada', 'АDА'],
    ['Ingrid', 'lngrid'],
    ['Bo', 'B0'],
    ['Marna', 'Mama'],
    ['Zoë', 'Zoe'],
    ['Ola', 'Οla'],
  ])('[R2] as %s keeps out %s', (one, other) => {
    const state = letIn(emptyRoom(), newcomer(0, { name: one }));
    expect(refusalOf(state, newcomer(1, { name: other }), THE_ROOM)).toBe('nameTaken');
  });

  it.each([
    ['Ada', 'Adam'],
    ['Kari', 'Kåre'],
    ['राम', 'रमा'],
    ['🎵', '🎶'],
  ])('[R2] as %s lets in %s', (one, other) => {
    const state = letIn(emptyRoom(), newcomer(0, { name: one }));
    expect(refusalOf(state, newcomer(1, { name: other }), THE_ROOM)).toBeUndefined();
  });

  it('[R2] under a name is possible again when its owner has left', () => {
    const state = letIn(emptyRoom(), newcomer(0, { name: 'Ada' }));
    const empty = wished(state, { type: 'leave' }, newcomer(0).member);
    expect(refusalOf(empty, newcomer(1, { name: 'Ada' }), THE_ROOM)).toBeUndefined();
  });

  it('[R2] gives everyone a colour of their own while there is one, and never twice the same look', () => {
    expect(new Set(crowd(8).members.map(({ colour }) => colour)).size).toBe(COLOURS.length);
    const looks = crowd(24).members.map(({ shape, colour }) => `${shape} ${colour}`);
    expect(new Set(looks).size).toBe(24);
  });

  it('[R2] with a shape is granted eight times and then refused', () => {
    const alike = (count: number) =>
      Array.from({ length: count }, (_, index) => newcomer(index, { shape: 'star' })).reduce(
        letIn,
        emptyRoom(),
      );
    expect(refusalOf(alike(7), newcomer(7, { shape: 'star' }), THE_ROOM)).toBeUndefined();
    expect(refusalOf(alike(8), newcomer(8, { shape: 'star' }), THE_ROOM)).toBe('symbolTaken');
    expect(refusalOf(alike(8), newcomer(8, { shape: 'leaf' }), THE_ROOM)).toBeUndefined();
  });

  it('gives everyone another instrument while there is one', () => {
    const instruments = crowd(15).members.map(({ instrument }) => instrument);
    expect(new Set(instruments).size).toBe(INSTRUMENT_IDS.length);
    expect(crowd(16).members.at(-1)?.instrument).toBe('kalimba');
  });

  it('leaves the person as they said and the room as nobody knows them yet', () => {
    const wish = newcomer(0, { name: 'Ada', shape: 'drop', role: 'listener', isKept: true, isCompany: true });
    const state = wished(emptyRoom(), wish, THE_ROOM, after(1234));
    expect(state.members).toEqual([
      {
        id: wish.member,
        name: 'Ada',
        shape: 'drop',
        colour: 'amber',
        chair: 0,
        role: 'listener',
        instrument: 'kalimba',
        keptSince: after(1234),
        isCompany: true,
        presence: 'here',
        isReady: false,
        clockErrorMs: 0,
        joinedAt: after(1234),
        level: FULL_LEVEL,
        softened: undefined,
        density: FULL_LEVEL,
        isOnBreak: false,
      },
    ]);
  });

  it('[R9] is refused in a closed room', () => {
    const closed = wished(roomOfThree(), { type: 'closeRoom' });
    expect(refusalOf(closed, newcomer(5), THE_ROOM)).toBe('roomClosed');
  });
});

describe('presence', () => {
  const presence = (state: RoomState) => memberOf(state, BEN)?.presence;
  const own = (state: RoomState, type: 'loseLink' | 'goAway' | 'returnToSeat' | 'expireSeat') =>
    letIn(state, { type, member: BEN });

  it('[R4] goes from here to lost to away to gone, and back from each but the last', () => {
    const here = roomOfThree();
    const lost = own(here, 'loseLink');
    const away = own(lost, 'goAway');
    expect([here, lost, away].map(presence)).toEqual(['here', 'lost', 'away']);
    expect(presence(own(lost, 'returnToSeat'))).toBe('here');
    expect(presence(own(away, 'returnToSeat'))).toBe('here');
    expect(presence(own(away, 'expireSeat'))).toBeUndefined();
    expect(presence(own(here, 'goAway'))).toBe('away');
  });

  it('[R4] does not go elsewhere: lost twice, expired while here, returned while here say nothing', () => {
    const here = roomOfThree();
    const lost = own(here, 'loseLink');
    const away = own(lost, 'goAway');
    for (const [state, type] of [
      [lost, 'loseLink'],
      [away, 'loseLink'],
      [away, 'goAway'],
      [here, 'expireSeat'],
      [lost, 'expireSeat'],
      [here, 'returnToSeat'],
    ] as const)
      expect(eventsOf(state, { type, member: BEN }, THE_ROOM, after(0))).toEqual([]);
  });

  it('of a stranger is nothing to return to', () => {
    expect(refusalOf(roomOfThree(), { type: 'returnToSeat', member: STRANGER }, THE_ROOM)).toBe(
      'seatUnknown',
    );
    for (const type of ['loseLink', 'goAway', 'expireSeat'] as const)
      expect(eventsOf(roomOfThree(), { type, member: STRANGER }, THE_ROOM, after(0))).toEqual([]);
  });

  it('lost or away is not ready; they report again when they return', () => {
    const ready = wished(roomOfThree(), { type: 'reportReadiness', isReady: true, clockErrorMs: 4 }, BEN);
    const lost = own(ready, 'loseLink');
    expect(memberOf(lost, BEN)).toMatchObject({ isReady: false, clockErrorMs: 4 });
    expect(memberOf(own(lost, 'returnToSeat'), BEN)?.isReady).toBe(false);
  });
});

describe('what is one’s own', () => {
  it('is chosen, and choosing the same again says nothing', () => {
    const state = wished(roomOfThree(), { type: 'chooseInstrument', instrument: 'bass' }, BEN);
    expect(memberOf(state, BEN)?.instrument).toBe('bass');
    expect(eventsOf(state, { type: 'chooseInstrument', instrument: 'bass' }, BEN, after(0))).toEqual([]);
  });

  it('[L5] keeping begins at the moment of saying yes and ends at no; the same again says nothing', () => {
    const yes = wished(roomOfThree(), { type: 'setKeeping', isKept: true }, BEN, after(500));
    expect(memberOf(yes, BEN)?.keptSince).toBe(after(500));
    expect(eventsOf(yes, { type: 'setKeeping', isKept: true }, BEN, after(900))).toEqual([]);
    const no = wished(yes, { type: 'setKeeping', isKept: false }, BEN, after(900));
    expect(memberOf(no, BEN)?.keptSince).toBeUndefined();
    expect(eventsOf(no, { type: 'setKeeping', isKept: false }, BEN, after(900))).toEqual([]);
    expect(memberOf(no, ADA)?.keptSince).toBeUndefined();
  });

  it('is left with one’s seat', () => {
    const events = eventsOf(roomOfThree(), { type: 'leave' }, LIV, after(0));
    expect(events).toEqual([{ type: 'left', member: LIV, why: 'own' }]);
  });
});

describe('the company', () => {
  it('[R11] is asked in once and sent home with all its musicians, who alone leave', () => {
    const invited = wished(roomOfThree(), { type: 'inviteCompany' });
    expect(refusalOf(invited, { type: 'inviteCompany' })).toBe('companyHere');
    const here = letIn(letIn(invited, newcomer(1, { isCompany: true })), newcomer(2, { isCompany: true }));
    const home = wished(here, { type: 'sendCompanyHome' });
    expect(home).toMatchObject({ isCompanyInvited: false, members: [{ id: ADA }, { id: BEN }, { id: LIV }] });
    expect(refusalOf(home, { type: 'sendCompanyHome' })).toBe('alreadySo');
  });
});
