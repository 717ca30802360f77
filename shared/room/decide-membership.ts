import { assertNever } from '../base/assert.ts';
import { type Author, type MemberId, THE_ROOM } from '../base/ids.ts';
import { MAX_SEATS } from '../base/limits.ts';
import { granted, refused } from '../base/result.ts';
import { likeness } from '../base/text.ts';
import { COLOURS, type Colour, type Shape } from '../event/look.ts';
import type { DoorWish } from '../event/membership.ts';
import type { RoomWish } from '../event/wish.ts';
import { INSTRUMENT_IDS, type InstrumentId } from '../music/instrument.ts';
import type { Decision } from './decision.ts';
import { isKept, memberOf } from './questions.ts';
import type { RoomState } from './state.ts';

type MembershipWish =
  | DoorWish
  | Extract<
      RoomWish,
      { type: 'leave' | 'chooseInstrument' | 'setKeeping' | 'inviteCompany' | 'sendCompanyHome' }
    >;

const nothing: Decision = granted([]);

/** Who comes, goes, and what they play and agree to. Permission has been given before. */
export function decideMembership(state: RoomState, wish: MembershipWish, by: Author): Decision {
  switch (wish.type) {
    case 'admit':
      return admitted(state, wish);
    case 'leave':
      return by === THE_ROOM ? refused('notAllowed') : granted([{ type: 'left', member: by, why: 'own' }]);
    case 'loseLink':
      return memberOf(state, wish.member)?.presence === 'here'
        ? granted([{ type: 'linkLost', member: wish.member }])
        : nothing;
    case 'goAway': {
      const presence = memberOf(state, wish.member)?.presence;
      return presence === 'here' || presence === 'lost'
        ? granted([{ type: 'wentAway', member: wish.member }])
        : nothing;
    }
    case 'returnToSeat': {
      const member = memberOf(state, wish.member);
      if (!member) return refused('seatUnknown');
      return member.presence === 'here' ? nothing : granted([{ type: 'returned', member: wish.member }]);
    }
    case 'expireSeat':
      return memberOf(state, wish.member)?.presence === 'away'
        ? granted([{ type: 'left', member: wish.member, why: 'seatExpired' }])
        : nothing;
    case 'disable':
      return memberOf(state, wish.member)
        ? granted([{ type: 'left', member: wish.member, why: 'accountDisabled' }])
        : nothing;
    case 'chooseInstrument':
      if (!state.instruments.includes(wish.instrument)) return refused('instrumentNotOffered');
      return ownChange(state, by, (member) =>
        memberOf(state, member)?.instrument === wish.instrument
          ? nothing
          : granted([{ type: 'instrumentChosen', member, instrument: wish.instrument }]),
      );
    case 'setKeeping':
      return ownChange(state, by, (member) =>
        isKept(memberOf(state, member)) === wish.isKept
          ? nothing
          : granted([{ type: 'keepingSet', member, isKept: wish.isKept }]),
      );
    case 'inviteCompany':
      return state.isCompanyInvited ? refused('companyHere') : granted([{ type: 'companyInvited' }]);
    case 'sendCompanyHome':
      return companySentHome(state);
    default:
      return assertNever(wish);
  }
}

function ownChange(state: RoomState, by: Author, change: (member: MemberId) => Decision): Decision {
  const member = memberOf(state, by);
  return member ? change(member.id) : refused('notHere');
}

function companySentHome(state: RoomState): Decision {
  if (!state.isCompanyInvited) return refused('alreadySo');
  return granted([
    { type: 'companySentHome' },
    ...state.members
      .filter((member) => member.isCompany)
      .map((member) => ({ type: 'left', member: member.id, why: 'companyWentHome' }) as const),
  ]);
}

function admitted(state: RoomState, wish: Extract<DoorWish, { type: 'admit' }>): Decision {
  if (state.isClosed) return refused('roomClosed');
  if (state.members.length >= MAX_SEATS) return refused('roomFull');
  const { name, shape } = wish;
  if (name !== undefined && isTaken(state, name)) return refused('nameTaken');
  const colour = freeColour(state, shape);
  if (!colour) return refused('symbolTaken');
  return granted([
    {
      type: 'joined',
      member: wish.member,
      name,
      shape,
      colour,
      chair: freeChair(state),
      role: wish.role,
      instrument: firstInstrument(state),
      isKept: wish.isKept,
      isCompany: wish.isCompany,
    },
  ]);
}

const isTaken = (state: RoomState, name: string) =>
  state.members.some((member) => member.name !== undefined && likeness(member.name) === likeness(name));

function freeChair(state: RoomState): number {
  const taken = new Set(state.members.map((member) => member.chair));
  let chair = 0;
  while (taken.has(chair)) chair++;
  return chair;
}

/** A colour nobody has, while there is one; then one that nobody of this shape has. */
function freeColour(state: RoomState, shape: Shape): Colour | undefined {
  const taken = new Set(state.members.map((member) => member.colour));
  const takenInShape = new Set(
    state.members.filter((member) => member.shape === shape).map((member) => member.colour),
  );
  return COLOURS.find((colour) => !taken.has(colour)) ?? COLOURS.find((colour) => !takenInShape.has(colour));
}

/** Instruments that make a good small ensemble, in the order people come in. */
const WELCOMING: readonly InstrumentId[] = ['kalimba', 'handDrum', 'harp', 'marimba', 'warmPad', 'bells'];

function firstInstrument(state: RoomState): InstrumentId {
  const inUse = new Set(state.members.map((member) => member.instrument));
  const offered = [...WELCOMING, ...INSTRUMENT_IDS].filter((id) => state.instruments.includes(id));
  return offered.find((id) => !inUse.has(id)) ?? offered[0] ?? 'kalimba';
}
