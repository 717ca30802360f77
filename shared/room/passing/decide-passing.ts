import { assertNever } from '../../base/assert.ts';
import type { MemberId } from '../../base/ids.ts';
import { INVITATION_MS, MAX_PROPOSALS, MAX_SIGNALS, PROPOSAL_MS } from '../../base/limits.ts';
import { granted, refused, type Result } from '../../base/result.ts';
import { type RoomMs, roomMs } from '../../base/units.ts';
import type { RoomEvent } from '../../event/entry.ts';
import { NAMED_SIGNALS, type Proposal } from '../../event/signal.ts';
import type { PassingWish, RoomWish } from '../../event/wish.ts';
import { decide } from '../decide.ts';
import { whyNot } from '../permissions.ts';
import { comingBar, memberOf } from '../questions.ts';
import type { Member, RoomState } from '../state.ts';
import { beatOfBar } from '../../time/metre-map.ts';
import { calledIn, withWaiting } from './at-the-door.ts';
import type { DoorAnswer, Invitation, Invited, Passing, PassingDecision, Waiting } from './passing.ts';
import { advanced, invited, isOfRound, pairAgreed, turnTaken, withoutRound } from './rounds.ts';

type Decided = Result<PassingDecision<RoomEvent>>;

const onlyPassing = (passing: Passing): Decided => granted({ events: [], passing });

/**
 * What comes of a wish that first only passes between people: entries when something comes of it, else nothing but
 * another passing state. Pure, like `decide`.
 */
export function decidePassing(
  state: RoomState,
  passing: Passing,
  wish: PassingWish,
  by: MemberId,
  now: RoomMs,
): Decided {
  const objection = whyNot(state, wish.type, by);
  if (objection) return refused(objection);
  switch (wish.type) {
    case 'callIn':
      return onlyPassing(
        wish.knocks.reduce((after, knock) => {
          const waiting = after.waiting.find((one) => one.knock === knock && one.answer.type === 'waiting');
          return waiting ? withWaiting(after, calledIn(waiting, now)) : after;
        }, passing),
      );
    case 'sayAtDoor':
      return changed(passing, wish.knock, (waiting) => ({ ...waiting, sentence: wish.sentence }));
    case 'notNow':
      return answered(passing, wish.knock, { type: 'notNow' });
    case 'turnAway':
      return answered(passing, wish.knock, { type: 'turnedAway' });
    case 'objectToListener': {
      const announced = passing.waiting.find((one) => one.knock === wish.knock);
      if (announced?.answer.type !== 'announced') return refused('noSuchKnock');
      return answered(passing, wish.knock, { type: 'groupSaidNo' });
    }
    case 'inviteToHold':
    case 'inviteToInstrument':
      return invite(state, passing, wish, by, now);
    case 'acceptInvitation':
      return accepted(state, passing, wish.invitation, by, now);
    case 'declineInvitation':
      return declined(state, passing, wish.invitation, wish.listens, by, now);
    case 'withdrawInvitation': {
      const isOwn = passing.invitations.some((one) => one.number === wish.invitation && one.from === by);
      return isOwn ? onlyPassing(withoutInvitation(passing, wish.invitation)) : refused('noSuchInvitation');
    }
    case 'beginRound': {
      if (passing.round) return refused('alreadySo');
      if (!wish.order.every((id) => memberOf(state, id))) return refused('noSuchMember');
      const order = [...new Set(wish.order)];
      const queue = Array.from({ length: wish.laps }, () => order).flat();
      const round = { kind: 'round', bars: wish.bars, queue, pair: undefined } as const;
      return granted(advanced(state, { ...passing, round }, by, now));
    }
    case 'beginCallAndAnswer':
      return callAndAnswer(state, passing, wish, by, now);
    case 'endRound':
      return granted({
        events: state.round ? [{ type: 'roundEnded', from: comingBar(state, now).beat }] : [],
        passing: withoutRound(passing),
      });
    case 'sendSignal': {
      const isNamed = wish.isNamed || NAMED_SIGNALS.some((signal) => signal === wish.signal);
      const number = passing.numbers + 1;
      const sent = { number, signal: wish.signal, from: isNamed ? by : undefined, at: now };
      return onlyPassing({
        ...passing,
        numbers: number,
        signals: [...passing.signals, sent].slice(-MAX_SIGNALS),
      });
    }
    case 'clearSignal':
      return onlyPassing({
        ...passing,
        signals: passing.signals.filter(({ number }) => number !== wish.signal),
      });
    case 'propose': {
      const number = passing.numbers + 1;
      const others = passing.proposals.filter((one) => one.by !== by || one.what.type !== wish.proposal.type);
      const proposed = {
        number,
        by,
        what: wish.proposal,
        seconded: [],
        until: roomMs(now + PROPOSAL_MS),
      };
      return onlyPassing({
        ...passing,
        numbers: number,
        proposals: [...others, proposed].slice(-MAX_PROPOSALS),
      });
    }
    case 'second':
      return seconded(passing, wish.proposal, by);
    case 'takeProposal': {
      const proposed = passing.proposals.find(({ number }) => number === wish.proposal);
      if (!proposed) return refused('noSuchProposal');
      const decided = decide(state, wishOf(proposed.what), by, now);
      if (decided.type === 'refused') return decided;
      return granted({ events: decided.value, passing: withoutProposal(passing, wish.proposal) });
    }
    case 'setAside': {
      const proposed = passing.proposals.find(({ number }) => number === wish.proposal);
      if (!proposed) return refused('noSuchProposal');
      const mayTake = whyNot(state, wishOf(proposed.what).type, by) !== 'notAllowed';
      return proposed.by === by || mayTake
        ? onlyPassing(withoutProposal(passing, wish.proposal))
        : refused('notAllowed');
    }
    default:
      return assertNever(wish);
  }
}

/** What a proposal becomes when it is taken. */
export function wishOf(proposal: Proposal): RoomWish {
  switch (proposal.type) {
    case 'tempo':
      return { type: 'setTempo', bpm: proposal.bpm, glideBars: 2 };
    case 'frame':
      return { type: 'setFrame', frame: proposal.frame };
    case 'ending':
      return { type: 'announceEnding', leadBars: null, closeBars: 4 };
    default:
      return assertNever(proposal);
  }
}

function changed(passing: Passing, knock: number, change: (waiting: Waiting) => Waiting): Decided {
  const waiting = passing.waiting.find((one) => one.knock === knock);
  return waiting ? onlyPassing(withWaiting(passing, change(waiting))) : refused('noSuchKnock');
}

const answered = (passing: Passing, knock: number, answer: DoorAnswer): Decided =>
  changed(passing, knock, (waiting) => ({ ...waiting, answer }));

function invite(
  state: RoomState,
  passing: Passing,
  wish: Extract<PassingWish, { type: 'inviteToHold' | 'inviteToInstrument' }>,
  by: MemberId,
  now: RoomMs,
): Decided {
  const member = memberOf(state, wish.member);
  if (!member) return refused('noSuchMember');
  if (member.id === by || !isInvitable(member)) return refused('notAllowed');
  const what: Invited =
    wish.type === 'inviteToHold'
      ? { type: 'hold', controls: [...new Set(wish.controls)], bars: wish.bars }
      : { type: 'instrument', instrument: wish.instrument };
  // A new one of the same kind takes the place of the one before.
  const others = passing.invitations.filter((one) => one.to !== member.id || one.what.type !== what.type);
  return onlyPassing(
    invited({ ...passing, invitations: others }, by, member.id, {
      what,
      until: roomMs(now + INVITATION_MS),
    }),
  );
}

function accepted(state: RoomState, passing: Passing, number: number, by: MemberId, now: RoomMs): Decided {
  const invitation = passing.invitations.find((one) => one.number === number && one.to === by);
  if (!invitation) return refused('noSuchInvitation');
  const { what } = invitation;
  const after = withoutInvitation(passing, number);
  switch (what.type) {
    case 'hold': {
      const { bar } = comingBar(state, now);
      const until = what.bars === null ? null : beatOfBar(state.metre, bar + what.bars);
      return granted({
        events: [{ type: 'controlsGiven', controls: what.controls, to: by, until }],
        passing: after,
      });
    }
    case 'instrument': {
      const decided = decide(state, { type: 'chooseInstrument', instrument: what.instrument }, by, now);
      return decided.type === 'refused' ? decided : granted({ events: decided.value, passing: after });
    }
    case 'turn':
      return passing.round
        ? granted({ events: turnTaken(state, passing.round, by, now), passing: after })
        : refused('noSuchInvitation');
    case 'call':
    case 'answer':
      return granted(pairAgreed(state, after, by, now));
    default:
      return assertNever(what);
  }
}

/** Listeners came to listen, and the company answers nobody. */
const isInvitable = ({ role, isCompany }: Member): boolean => role !== 'listener' && !isCompany;

/** A no leads to nothing: the next is asked as if there had been no invitation. */
function declined(
  state: RoomState,
  passing: Passing,
  number: number,
  listens: boolean,
  by: MemberId,
  now: RoomMs,
): Decided {
  const invitation = passing.invitations.find((one) => one.number === number && one.to === by);
  if (!invitation) return refused('noSuchInvitation');
  const after = lapsed(passing, invitation);
  const { round } = after;
  const isOut = listens && isOfRound(invitation);
  const queue = isOut ? round?.queue.filter((id) => id !== by) : round?.queue;
  return granted(
    advanced(state, round && queue ? { ...after, round: { ...round, queue } } : after, invitation.from, now),
  );
}

/** An invitation that leads to nothing; call and answer need both, so with one no it is over, quietly. */
export function lapsed(passing: Passing, invitation: Invitation): Passing {
  const isOfPair = invitation.what.type === 'call' || invitation.what.type === 'answer';
  return isOfPair ? withoutRound(passing) : withoutInvitation(passing, invitation.number);
}

const withoutInvitation = (passing: Passing, number: number): Passing => ({
  ...passing,
  invitations: passing.invitations.filter((one) => one.number !== number),
});

function callAndAnswer(
  state: RoomState,
  passing: Passing,
  wish: Extract<PassingWish, { type: 'beginCallAndAnswer' }>,
  by: MemberId,
  now: RoomMs,
): Decided {
  const { caller, answerer, bars, times } = wish;
  if (passing.round || passing.invitations.some(isOfRound)) return refused('alreadySo');
  const both = answerer === 'all' ? [caller] : [caller, answerer];
  const members = both.flatMap((id) => memberOf(state, id) ?? []);
  if (members.length < both.length || caller === answerer) return refused('noSuchMember');
  if (!members.every(isInvitable)) return refused('notAllowed');
  const pair = { caller, answerer, times, agreed: [] };
  const until = roomMs(now + INVITATION_MS);
  const begun: Passing = { ...passing, round: { kind: 'callAndAnswer', bars, queue: [], pair } };
  const called = invited(begun, by, caller, { what: { type: 'call', bars }, until });
  return onlyPassing(
    answerer === 'all' ? called : invited(called, by, answerer, { what: { type: 'answer', bars }, until }),
  );
}

function seconded(passing: Passing, number: number, by: MemberId): Decided {
  const proposed = passing.proposals.find((one) => one.number === number);
  if (!proposed) return refused('noSuchProposal');
  if (proposed.by === by || proposed.seconded.includes(by)) return refused('alreadySo');
  return onlyPassing({
    ...passing,
    proposals: passing.proposals.map((one) =>
      one.number === number ? { ...one, seconded: [...one.seconded, by] } : one,
    ),
  });
}

const withoutProposal = (passing: Passing, number: number): Passing => ({
  ...passing,
  proposals: passing.proposals.filter((one) => one.number !== number),
});
