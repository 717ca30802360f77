import { SIGNAL_MS } from '../../base/limits.ts';
import { type RoomMs, roomMs } from '../../base/units.ts';
import type { RoomEvent } from '../../event/entry.ts';
import { facilitatorOf } from '../holding.ts';
import { isComingToEnd, memberOf } from '../questions.ts';
import type { RoomState } from '../state.ts';
import { doorDueMs, tidiedDoor } from './at-the-door.ts';
import { lapsed } from './decide-passing.ts';
import type { Passing, PassingDecision } from './passing.ts';
import { advanced, isOfRound, roundDueMs } from './rounds.ts';

/**
 * What time does to what passes, and what follows when people go: invitations lapse, signals fade, a round goes on.
 * The same object when nothing changed.
 */
export function tidied(state: RoomState, passing: Passing, now: RoomMs): PassingDecision<RoomEvent> {
  let after = tidiedDoor(passing, now);
  for (const invitation of passing.invitations) {
    const isGone = !memberOf(state, invitation.to) || memberOf(state, invitation.to)?.isOnBreak;
    if (now >= invitation.until || isGone || (isComingToEnd(state) && isOfRound(invitation)))
      after = lapsed(after, invitation);
  }
  const signals = after.signals.filter(({ at }) => now - at < SIGNAL_MS);
  if (signals.length < after.signals.length) after = { ...after, signals };
  const proposals = after.proposals.filter(({ until, by }) => now < until && memberOf(state, by));
  if (proposals.length < after.proposals.length) after = { ...after, proposals };
  const asker = facilitatorOf(state)?.id ?? state.members[0]?.id;
  return asker === undefined ? { events: [], passing: after } : advanced(state, after, asker, now);
}

/** When something passing changes by itself next; undefined while nothing does. */
export function passingDueMs(state: RoomState, passing: Passing, now: RoomMs): RoomMs | undefined {
  const times = [
    ...doorDueMs(passing),
    ...passing.invitations.map(({ until }) => until),
    ...passing.signals.map(({ at }) => at + SIGNAL_MS),
    ...passing.proposals.map(({ until }) => until),
    ...roundDueMs(state, passing).filter((atMs) => atMs > now),
  ];
  return times.length === 0 ? undefined : roomMs(Math.min(...times));
}
