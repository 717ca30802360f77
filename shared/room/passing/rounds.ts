import type { MemberId } from '../../base/ids.ts';
import { beats, type RoomMs, roomMs } from '../../base/units.ts';
import type { RoomEvent } from '../../event/entry.ts';
import { barAt, beatOfBar, nextBarLine } from '../../time/metre-map.ts';
import { beatAt, roomMsAt } from '../../time/tempo-map.ts';
import { comingBarLine, isComingToEnd, memberOf } from '../questions.ts';
import type { RoomState, Turn } from '../state.ts';
import type { Invitation, Passing, PassingDecision, RoundCourse } from './passing.ts';

/**
 * How a round goes on. At most one person is asked at a time, while the one before still plays; a yes becomes a turn,
 * anything else nothing at all.
 *
 *   queue ──asked──▶ yes ─▶ turnSet            asked ──no, listens, no answer──▶ (next in the queue)
 *   queue empty, last turn over ─▶ roundEnded
 */

/** Someone asked for their bars has this long to answer, and at least until the turn before theirs is over. */
const ANSWER_MS = 20_000;

type Step = PassingDecision<RoomEvent>;

/** Whatever is the next thing to do of a round; nothing if it only has to go on. */
export function advanced(state: RoomState, passing: Passing, asker: MemberId, now: RoomMs): Step {
  const { round } = passing;
  if (!round) return { events: [], passing };
  if (isComingToEnd(state) || state.isClosed) return { events: [], passing: withoutRound(passing) };
  if (passing.invitations.some(isOfRound)) return { events: [], passing };
  if (round.pair) return { events: [], passing };
  const unfinished = state.turns.filter(({ until }) => roomMsAt(state.tempo, until) > now);
  const queue = round.queue.filter((id) => canBeAsked(state, id));
  const [next, ...rest] = queue;
  if (next !== undefined && unfinished.length <= 1) {
    return {
      events: [],
      passing: invited({ ...passing, round: { ...round, queue: rest } }, asker, next, {
        what: { type: 'turn', bars: round.bars },
        until: roomMs(Math.max(now + ANSWER_MS, lastTurnEndsMs(state, now))),
      }),
    };
  }
  if (next !== undefined || unfinished.length > 0) return { events: [], passing };
  return {
    events: state.round ? [{ type: 'roundEnded', from: beatAt(state.tempo, now) }] : [],
    passing: { ...passing, round: undefined },
  };
}

/** A yes to some bars: they are set behind whatever turns there are, from a coming bar line on. */
export function turnTaken(state: RoomState, round: RoundCourse, member: MemberId, now: RoomMs): RoomEvent[] {
  return turns(state, round, [member], now);
}

/** A yes to call or answer; once both have said it all turns are set. */
export function pairAgreed(state: RoomState, passing: Passing, member: MemberId, now: RoomMs): Step {
  const { round } = passing;
  if (!round?.pair) return { events: [], passing };
  const agreed = [...round.pair.agreed, member];
  const { caller, answerer, times } = round.pair;
  // Whoever said yes before may have gone since, or rest: with one of two there is no call and answer.
  if (!agreed.every((id) => memberOf(state, id)?.isOnBreak === false))
    return { events: [], passing: withoutRound(passing) };
  const isAgreed = [caller, answerer].every((one) => one === 'all' || agreed.includes(one));
  if (!isAgreed)
    return { events: [], passing: { ...passing, round: { ...round, pair: { ...round.pair, agreed } } } };
  const order = Array.from({ length: times }, () => [caller, answerer] as const).flat();
  return {
    events: turns(state, round, order, now),
    passing: { ...passing, round: { ...round, pair: undefined } },
  };
}

/** The first turn begins the round: before that there is nothing of it in the log. */
function turns(
  state: RoomState,
  round: RoundCourse,
  order: readonly (MemberId | 'all')[],
  now: RoomMs,
): RoomEvent[] {
  const { metre } = state;
  const last = state.turns.at(-1)?.until ?? beats(0);
  // The metre may have changed since the last turn was set: its end need not be a bar line any more.
  let from = nextBarLine(metre, beats(Math.max(comingBarLine(state, now), last)));
  const set = order.map((member): RoomEvent => {
    const turn: Turn = { member, from, until: beatOfBar(metre, barAt(metre, from) + round.bars) };
    from = turn.until;
    return { type: 'turnSet', ...turn };
  });
  return [
    ...(state.round ? [] : [{ type: 'roundBegun', kind: round.kind, bars: round.bars } as const]),
    ...set,
  ];
}

export function withoutRound(passing: Passing): Passing {
  return {
    ...passing,
    round: undefined,
    invitations: passing.invitations.filter((invitation) => !isOfRound(invitation)),
  };
}

export function invited(
  passing: Passing,
  from: MemberId,
  to: MemberId,
  { what, until }: Pick<Invitation, 'what' | 'until'>,
): Passing {
  const number = passing.numbers + 1;
  return {
    ...passing,
    numbers: number,
    invitations: [...passing.invitations, { number, from, to, what, until }],
  };
}

export const isOfRound = ({ what }: Invitation): boolean =>
  what.type === 'turn' || what.type === 'call' || what.type === 'answer';

/** When a round goes on by itself. */
export const roundDueMs = (state: RoomState, { round }: Passing): readonly number[] =>
  round || state.round ? state.turns.slice(-2).map(({ until }) => roomMsAt(state.tempo, until)) : [];

const canBeAsked = (state: RoomState, id: MemberId): boolean => {
  const member = memberOf(state, id);
  return member?.presence === 'here' && member.role !== 'listener' && !member.isOnBreak && !member.isCompany;
};

const lastTurnEndsMs = (state: RoomState, now: RoomMs): RoomMs => {
  const last = state.turns.at(-1);
  return last ? roomMsAt(state.tempo, last.until) : now;
};
