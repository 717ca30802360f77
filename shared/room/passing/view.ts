import type { MemberId } from '../../base/ids.ts';
import type { RoomMs } from '../../base/units.ts';
import { whyNot } from '../permissions.ts';
import { memberOf } from '../questions.ts';
import type { RoomState } from '../state.ts';
import { isStanding } from './at-the-door.ts';
import { wishOf } from './decide-passing.ts';
import type { Invitation, Passing, Proposed, RoundCourse, SignalSent, Waiting } from './passing.ts';

/** What passes as one member may know of it. Everything else of it never leaves the server. */
export interface PassingView {
  /** Who waits, for those who hold the door; undefined for all others, who learn nothing of it. */
  readonly waiting: readonly WaitingSeen[] | undefined;
  /** Listeners who will come in unless someone says no; everyone is told. */
  readonly announced: readonly ListenerAnnounced[];
  /** What one is invited to. */
  readonly invitations: readonly Invitation[];
  /** What one has invited others to and is not answered yet. */
  readonly asked: readonly Invitation[];
  /** Quiet words, for those who hold `people`. */
  readonly signals: readonly SignalSent[];
  readonly proposals: readonly ProposalSeen[];
  /** Who is still to be asked in a round, in order; the one who is asked now first. */
  readonly order: readonly MemberId[];
}

export type WaitingSeen = Pick<Waiting, 'knock' | 'name' | 'shape' | 'role' | 'since' | 'sentence'> & {
  readonly isCalled: boolean;
};

export type ListenerAnnounced = Pick<Waiting, 'knock' | 'name' | 'shape'> & { readonly until: RoomMs };

export interface ProposalSeen extends Pick<Proposed, 'number' | 'by' | 'what'> {
  readonly seconds: number;
  readonly isSecondedByYou: boolean;
  /** Whether it is yours to take. */
  readonly mayTake: boolean;
}

export const NOTHING_TO_SEE: PassingView = {
  waiting: undefined,
  announced: [],
  invitations: [],
  asked: [],
  signals: [],
  proposals: [],
  order: [],
};

export function viewFor(state: RoomState, passing: Passing, member: MemberId): PassingView {
  if (!memberOf(state, member)) return NOTHING_TO_SEE;
  const mayUse = (wish: Parameters<typeof whyNot>[1]) => whyNot(state, wish, member) === undefined;
  return {
    waiting: mayUse('callIn') ? passing.waiting.filter(isStanding).map(waitingSeen) : undefined,
    announced: passing.waiting.flatMap(({ knock, name, shape, answer }) =>
      answer.type === 'announced' ? [{ knock, name, shape, until: answer.until }] : [],
    ),
    invitations: passing.invitations.filter(({ to }) => to === member),
    asked: passing.invitations.filter(({ from, to }) => from === member && to !== member),
    signals: mayUse('clearSignal') ? passing.signals : [],
    proposals: passing.proposals.map((proposed) => ({
      number: proposed.number,
      by: proposed.by,
      what: proposed.what,
      seconds: proposed.seconded.length,
      isSecondedByYou: proposed.seconded.includes(member),
      mayTake: mayUse(wishOf(proposed.what).type),
    })),
    order: orderOf(passing),
  };
}

const waitingSeen = ({ knock, name, shape, role, since, sentence, answer }: Waiting): WaitingSeen => ({
  knock,
  name,
  shape,
  role,
  since,
  sentence,
  isCalled: answer.type !== 'waiting',
});

function orderOf({ round, invitations }: Passing): readonly MemberId[] {
  if (!round) return [];
  const asked = invitations.filter(({ what }) => what.type === 'turn').map(({ to }) => to);
  return [...asked, ...queueOf(round)];
}

const queueOf = ({ pair, queue }: RoundCourse): readonly MemberId[] =>
  pair ? [pair.caller, ...(pair.answerer === 'all' ? [] : [pair.answerer])] : queue;
