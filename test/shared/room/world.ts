import { assert } from '../../../shared/base/assert.ts';
import { type Author, memberId, type MemberId, THE_ROOM } from '../../../shared/base/ids.ts';
import type { Refusal } from '../../../shared/base/refusal.ts';
import { type RoomMs, roomMs } from '../../../shared/base/units.ts';
import type { Entry, RoomEvent } from '../../../shared/event/entry.ts';
import type { SessionOpened } from '../../../shared/event/setting.ts';
import { isPassingWish } from '../../../shared/event/wish-kind.ts';
import type { OwnWish, PassingWish, RoomWish } from '../../../shared/event/wish.ts';
import { decide } from '../../../shared/room/decide.ts';
import { nextDueMs } from '../../../shared/room/decide-due.ts';
import { evolve } from '../../../shared/room/evolve.ts';
import { sequence } from '../../../shared/room/foresee.ts';
import { asked, knocked, withoutKnock } from '../../../shared/room/passing/at-the-door.ts';
import { decidePassing } from '../../../shared/room/passing/decide-passing.ts';
import {
  type Invitation,
  type Knocker,
  NOTHING_PASSING,
  type Passing,
} from '../../../shared/room/passing/passing.ts';
import { passingDueMs, tidied } from '../../../shared/room/passing/tidy.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import { fold } from '../../../shared/room/fold.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { ADA, admit, BEN, LIV, OPENED_AT, opening } from './a-room.ts';

export const CLEO = memberId('cleo000000');
export const DAG = memberId('dag0000000');

/**
 * A live room as a value: the log, what passes, and the time. Whatever is done to it gives another, so that every way things can
 * go from one place is walked with what came before shared. Does what a live room of the server does, and in its order: what
 * was decided is appended, then it is looked after what passes.
 */
export interface World {
  readonly now: RoomMs;
  readonly state: RoomState;
  readonly passing: Passing;
  readonly log: readonly Entry[];
  /** Why the last thing that was asked for was refused. */
  readonly refusal: Refusal | undefined;
}

/** Ada facilitates; Ben, Cleo and Dag play; Liv listens. 120 bpm in 4/4: a bar is two seconds. */
export function aWorld(changed: Partial<SessionOpened> = {}): World {
  const log = [opening(changed)];
  const empty = { now: OPENED_AT, state: fold(log), passing: NOTHING_PASSING, log, refusal: undefined };
  return [
    admit(ADA, 'facilitator', 'Ada'),
    admit(BEN, 'player', 'Ben'),
    { ...admit(CLEO, 'player', 'Cleo'), shape: 'drop' } as OwnWish,
    { ...admit(DAG, 'player', 'Dag'), shape: 'wave' } as OwnWish,
    admit(LIV, 'listener', 'Liv'),
  ].reduce<World>(own, empty);
}

/** What a member asks for. Only who has a link can ask; from others nothing comes. */
export function wish(world: World, by: MemberId, asked: RoomWish | PassingWish): World {
  const member = memberOf(world.state, by);
  if (member && member.presence !== 'here') return world;
  if (isPassingWish(asked)) {
    const decided = decidePassing(world.state, world.passing, asked, by, world.now);
    if (decided.type === 'refused') return { ...world, refusal: decided.reason };
    const { events, passing } = decided.value;
    const after = { ...world, passing, refusal: undefined };
    return events.length === 0 ? looked(after) : appended(after, events, by);
  }
  const decided = decide(world.state, asked, by, world.now);
  return decided.type === 'refused'
    ? { ...world, refusal: decided.reason }
    : appended({ ...world, refusal: undefined }, decided.value, by);
}

/** What the room asks of itself. */
export function own(world: World, asked: OwnWish): World {
  const decided = decide(world.state, asked, THE_ROOM, world.now);
  return decided.type === 'refused'
    ? { ...world, refusal: decided.reason }
    : appended({ ...world, refusal: undefined }, decided.value, THE_ROOM);
}

/** Time passes; whatever is due on the way happens at its moment. */
export function wait(world: World, ms: number): World {
  const until = roomMs(world.now + ms);
  let at = world;
  for (let woken = 0; ; woken++) {
    assert(woken < 1000, 'a room is not woken for nothing without end');
    const due = dueMs(at);
    if (due === undefined || due > until) return { ...at, now: until };
    at = { ...at, now: roomMs(Math.max(at.now, due)) };
    if ((nextDueMs(at.state) ?? Infinity) <= at.now) at = own(at, { type: 'doWhatIsDue' });
    const { pulse } = at.state;
    if (pulse.type === 'awaited' && pulse.untilMs <= at.now) at = own(at, { type: 'stopWaiting' });
    at = looked(at);
  }
}

export function knock(world: World, knocker: Partial<Knocker> = {}): World {
  const come = { name: undefined, shape: 'square', role: 'player', isKept: false, ...knocker } as const;
  const taken = knocked(world.state, world.passing, come, world.now);
  return taken.type === 'refused'
    ? { ...world, refusal: taken.reason }
    : looked({ ...world, passing: taken.value.passing, refusal: undefined });
}

/** The page of someone at the door asks how it stands. */
export const ask = (world: World, number: number): World => ({
  ...world,
  passing: asked(world.passing, number, world.now).passing,
});

/** Someone who was called comes in. */
export function comeIn(world: World, number: number, member: MemberId): World {
  const waiting = world.passing.waiting.find((one) => one.knock === number);
  if (waiting?.answer.type !== 'called') return world;
  const { name, shape, role, isKept } = waiting;
  const inside = own(world, { type: 'admit', member, name, shape, role, isKept, isCompany: false });
  return looked({ ...inside, passing: withoutKnock(inside.passing, number) });
}

/** What a member is asked now, the oldest first. */
export const invitationsOf = (world: World, member: MemberId): readonly Invitation[] =>
  world.passing.invitations.filter(({ to }) => to === member);

/** Says yes to what they were asked last; nothing when they were asked nothing. */
export function accept(world: World, by: MemberId): World {
  const invitation = invitationsOf(world, by).at(-1);
  return invitation ? wish(world, by, { type: 'acceptInvitation', invitation: invitation.number }) : world;
}

export function decline(world: World, by: MemberId, listens = false): World {
  const invitation = invitationsOf(world, by).at(-1);
  return invitation
    ? wish(world, by, { type: 'declineInvitation', invitation: invitation.number, listens })
    : world;
}

/** The link is gone for long. */
export const goAway = (world: World, member: MemberId): World => {
  const lost = own(world, { type: 'loseLink', member });
  return own(wait(lost, 4000), { type: 'goAway', member });
};

/** What was written since. */
export const eventsSince = (before: World, after: World): readonly RoomEvent[] =>
  after.log.slice(before.log.length).map(({ event }) => event);

function appended(world: World, events: readonly RoomEvent[], by: Author): World {
  if (events.length === 0) return world;
  const entries = sequence(world.state, events, by, world.now);
  return looked({
    ...world,
    state: entries.reduce(evolve, world.state),
    log: [...world.log, ...entries],
  });
}

function looked(world: World): World {
  if (world.state.isClosed) return world;
  const { events, passing } = tidied(world.state, world.passing, world.now);
  return appended({ ...world, passing }, events, THE_ROOM);
}

function dueMs({ state, passing, now }: World): number | undefined {
  if (state.isClosed) return undefined;
  const { pulse } = state;
  const times = [
    nextDueMs(state),
    passingDueMs(state, passing, now),
    pulse.type === 'awaited' ? pulse.untilMs : undefined,
  ].filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
