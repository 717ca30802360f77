import {
  CALLED_MS,
  LISTENER_ANNOUNCED_MS,
  MAX_SEATS,
  MAX_WAITING,
  WAITING_GONE_MS,
} from '../../base/limits.ts';
import { granted, refused, type Result } from '../../base/result.ts';
import { likeness } from '../../base/text.ts';
import { type RoomMs, roomMs } from '../../base/units.ts';
import type { KnockNumber } from '../../event/door.ts';
import type { RoomState } from '../state.ts';
import type { DoorAnswer, Knocker, Passing, Waiting } from './passing.ts';

/** Whether someone who comes must wait: at a closed door, and a listener always, until they were announced. */
export const mustWait = (state: RoomState, { role }: Pick<Knocker, 'role'>): boolean =>
  state.door.hasDoor || role === 'listener';

/** Someone stands at the door. Granted with their number; refused when they cannot even wait. */
export function knocked(
  state: RoomState,
  passing: Passing,
  knocker: Knocker,
  now: RoomMs,
): Result<{ readonly knock: KnockNumber; readonly passing: Passing }> {
  if (state.isClosed) return refused('roomClosed');
  if (state.door.isLocked) return refused('doorLocked');
  if (knocker.role === 'listener' && state.listening === 'nobody') return refused('notAllowed');
  if (state.members.length >= MAX_SEATS) return refused('roomFull');
  if (passing.waiting.filter(isStanding).length >= MAX_WAITING) return refused('doorFull');
  const { name } = knocker;
  if (name !== undefined && isTaken(state, passing, name)) return refused('nameTaken');
  const knock = passing.numbers + 1;
  const answer: DoorAnswer = state.door.hasDoor ? { type: 'waiting' } : announced(now);
  const waiting: Waiting = { ...knocker, knock, since: now, askedAt: now, sentence: undefined, answer };
  return granted({
    knock,
    passing: { ...passing, numbers: knock, waiting: [...passing.waiting, waiting] },
  });
}

/** What someone at the door is told when their page asks; asking keeps them there. */
export function asked(
  passing: Passing,
  knock: KnockNumber,
  now: RoomMs,
): { readonly waiting: Waiting | undefined; readonly passing: Passing } {
  const waiting = passing.waiting.find((one) => one.knock === knock);
  if (!waiting) return { waiting, passing };
  return { waiting, passing: withWaiting(passing, { ...waiting, askedAt: now }) };
}

/** They came in, or went away by themselves, or have heard a no. */
export const withoutKnock = (passing: Passing, knock: KnockNumber): Passing => ({
  ...passing,
  waiting: passing.waiting.filter((one) => one.knock !== knock),
});

/** Asked in: a player is called, a listener is announced to everyone first. */
export const calledIn = (waiting: Waiting, now: RoomMs): Waiting => ({
  ...waiting,
  answer: waiting.role === 'listener' ? announced(now) : called(now),
});

export const withWaiting = (passing: Passing, waiting: Waiting): Passing => ({
  ...passing,
  waiting: passing.waiting.map((one) => (one.knock === waiting.knock ? waiting : one)),
});

/** Still to be let in, or on the way. */
export const isStanding = ({ answer }: Waiting): boolean =>
  answer.type === 'waiting' || answer.type === 'announced' || answer.type === 'called';

/** Time has passed: a listener nobody objected to is called, whoever has gone is forgotten. */
export function tidiedDoor(passing: Passing, now: RoomMs): Passing {
  const waiting = passing.waiting
    .filter(
      ({ askedAt, answer }) =>
        now - askedAt < WAITING_GONE_MS && !(answer.type === 'called' && now >= answer.until),
    )
    .map((one) =>
      one.answer.type === 'announced' && now >= one.answer.until ? { ...one, answer: called(now) } : one,
    );
  const isSame =
    waiting.length === passing.waiting.length &&
    waiting.every((one, index) => one === passing.waiting[index]);
  return isSame ? passing : { ...passing, waiting };
}

/** When something at the door changes by itself. */
export const doorDueMs = ({ waiting }: Passing): readonly number[] =>
  waiting.flatMap(({ askedAt, answer }) => [
    askedAt + WAITING_GONE_MS,
    ...('until' in answer ? [answer.until] : []),
  ]);

const announced = (now: RoomMs): DoorAnswer => ({
  type: 'announced',
  until: roomMs(now + LISTENER_ANNOUNCED_MS),
});

const called = (now: RoomMs): DoorAnswer => ({ type: 'called', until: roomMs(now + CALLED_MS) });

const isTaken = (state: RoomState, passing: Passing, name: string) =>
  [...state.members, ...passing.waiting.filter(isStanding)].some(
    (one) => one.name !== undefined && likeness(one.name) === likeness(name),
  );
