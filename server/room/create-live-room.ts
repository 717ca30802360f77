import {
  type Author,
  type MemberId,
  type SessionId,
  THE_ROOM,
  type WishNumber,
} from '../../shared/base/ids.ts';
import { SEAT_HELD_MS } from '../../shared/base/limits.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import { ticksOfBeats } from '../../shared/base/units.ts';
import type { Entry } from '../../shared/event/entry.ts';
import { isLineWish, isPassingWish } from '../../shared/event/wish-kind.ts';
import type { KnockNumber } from '../../shared/event/door.ts';
import type { OwnWish, RoomWish } from '../../shared/event/wish.ts';
import { decide } from '../../shared/room/decide.ts';
import { nextDueMs } from '../../shared/room/decide-due.ts';
import { sequence } from '../../shared/room/foresee.ts';
import { comingBarLine, isKept, memberOf } from '../../shared/room/questions.ts';
import { hasSeen, NOTHING_SEEN, type Seen, seenBeyond, withSeen } from '../../shared/room/seen.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { echoAt } from '../../shared/time/echo.ts';
import { beatAt } from '../../shared/time/tempo-map.ts';
import type { Farewell, Welcome } from '../../shared/wire/down.ts';
import type { WishMessage } from '../../shared/wire/up.ts';
import { createAnswers } from './answers.ts';
import { consequences, farewellFor } from './consequences.ts';
import { createDueWatch } from './due-watch.ts';
import { createDurability } from './durability.ts';
import { createEchoWatch } from './echo-watch.ts';
import { createJournal } from './journal.ts';
import { createLineDesk } from './line-desk.ts';
import type { Broadcast, Connection, LiveRoom } from './live-room.ts';
import { createOutgoing, untilLeavingMs } from './outgoing.ts';
import { createPassingDesk } from './passing-desk.ts';
import type { After, ServerClock, Store, Write } from './ports.ts';
import { createPresence } from './presence.ts';
import { createPulseWait } from './pulse-wait.ts';

export interface LiveRoomDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append'>;
  readonly after: After;
  readonly broadcast: Broadcast;
  /** Something the store or a bug did; the room goes on. */
  readonly onFault: (fault: unknown) => void;
  /** The company was asked in or sent home. */
  readonly onCompany: (isInvited: boolean) => void;
  /** Someone was sent back to the door and stands there now. */
  readonly onPutAtDoor: (member: MemberId, knock: KnockNumber) => void;
  readonly onCodeRenewed: () => void;
  /** The room closed; its record has been told. */
  readonly onClosed: () => void;
}

/** What a room starts from: its log so far, and the wishes that are in it. */
export interface RoomPast {
  readonly session: SessionId;
  readonly entries: readonly Entry[];
  readonly seen: ReadonlyMap<MemberId, Seen>;
  /** Numbers of the wishes that are on disk, by sender. */
  readonly stored: ReadonlyMap<MemberId, Iterable<number>>;
  /** The highest number of each sender in the room's line: what they wished of the room before it has been decided. */
  readonly lastRoomWish: ReadonlyMap<MemberId, number>;
}

/**
 * The live room. `accept` is five verbs and never awaits:
 *
 *   validate (at the socket) ▸ authorise + decide (shared/room) ▸ sequence ▸ append (journal now, store behind) ▸ broadcast
 */
export function createLiveRoom(past: RoomPast, deps: LiveRoomDeps): LiveRoom {
  const { session } = past;
  const { clock, after } = deps;
  const journal = createJournal(past.entries);
  const seen = new Map(past.seen);
  const connections = new Map<MemberId, Connection>();
  const now = () => clock.now();
  const state = () => journal.state();

  const outgoing = createOutgoing(deps.broadcast, now, after, () => {
    const echo = echoAt(state().echoes, ticksOfBeats(beatAt(state().tempo, now())));
    return echo.type === 'live' ? 0 : untilLeavingMs(now());
  });
  const presence = createPresence(after, (wish) => askOwn(wish));
  const durability = createDurability(state().seq, past.stored, after, (members) => {
    for (const [member, connection] of connections)
      if (members === 'all' || members.has(member)) connection.durable(durability.take(member));
  });
  const desk = createLineDesk(state, now, outgoing, (entry) => {
    deps.store
      .append([{ type: 'line', session, entry }])
      .then(() => durability.onLineStored(entry.by, entry.seq))
      .catch(deps.onFault);
  });
  const echoWatch = createEchoWatch(state, now, after, (wish) => askOwn(wish));
  const pulseWait = createPulseWait(state, now, after, () => askOwn({ type: 'stopWaiting' }));
  const answers = createAnswers((member) => connections.get(member));
  const due = createDueWatch(
    () => nextDueMs(state()),
    now,
    after,
    () => askOwn({ type: 'doWhatIsDue' }),
  );
  const passing = createPassingDesk({
    state,
    now,
    after,
    append: appendOwn,
    tell: (member, view) => connections.get(member)?.passing(view),
    connected: () => connections.keys(),
  });
  /** All that was appended so far is on disk. */
  let allStored: Promise<void> = Promise.resolve();
  let isStopped = false;
  let cancelEmpty: (() => void) | undefined;

  /** What the room asks of itself is always granted or of no effect. */
  function askOwn(
    wish: OwnWish | Extract<RoomWish, { type: 'closeRoom' | 'inviteCompany' | 'sendCompanyHome' }>,
  ) {
    if (isStopped) return;
    const decided = decide(state(), wish, THE_ROOM, now());
    if (decided.type === 'granted') appendOwn(decided.value);
  }

  function appendOwn(events: readonly Entry['event'][]) {
    append(events, THE_ROOM, undefined, []).catch(deps.onFault);
  }

  function append(
    events: readonly Entry['event'][],
    by: Author,
    n: WishNumber | undefined,
    more: readonly Write[],
  ): Promise<void> {
    // As is wished already; but that may have come just before, and not be on disk yet.
    if (events.length === 0) return allStored;
    const before = state();
    for (const event of events) beforehand(event);
    const at = now();
    const entries = sequence(state(), events, by, at);
    journal.append(entries);
    const writes: Write[] = entries.map((entry, index) => ({
      type: 'entry',
      session,
      entry,
      n: index === 0 ? n : undefined,
    }));
    for (const entry of entries) writes.push(...consequences(session, entry));
    const lastSeq = state().seq;
    const stored = deps.store.append([...writes, ...more]).then(() => durability.onEntriesStored(lastSeq));
    allStored = stored;
    outgoing.entries(entries);
    for (const entry of entries) afterwards(entry, before);
    if (!isStopped) {
      due.watch();
      passing.look();
    }
    return stored;
  }

  /** Who goes falls silent while still on the list, so that what ends is kept or not as the rest of their line (L5). */
  function beforehand(event: Entry['event']) {
    if (event.type === 'left' || event.type === 'wentAway' || event.type === 'breakTaken')
      desk.silence(event.member);
  }

  /** What follows from an entry outside the log: timers, loops, links, the company. */
  function afterwards({ event }: Entry, before: RoomState) {
    switch (event.type) {
      case 'left':
        if (event.why === 'putAtDoor') standAtDoor(memberOf(before, event.member));
        presence.back(event.member);
        echoWatch.onLeft(event.member);
        cutOff(event.member, farewellFor(event.why));
        passing.forget(event.member);
        desk.forget(event.member);
        durability.forget(event.member);
        answers.forget(event.member);
        watchEmptiness();
        break;
      case 'wentAway':
        echoWatch.onLeft(event.member);
        break;
      case 'joined':
        watchEmptiness();
        break;
      case 'pulseAwaited':
        pulseWait.watch();
        break;
      case 'codeRenewed':
        deps.onCodeRenewed();
        break;
      case 'companyInvited':
        deps.onCompany(true);
        break;
      case 'companySentHome':
        deps.onCompany(false);
        break;
      case 'roomClosed':
        deps.onCompany(false);
        stop('roomClosed');
        deps.onClosed();
        break;
      default:
    }
  }

  /** Whoever was sent back to the door waits there as they were; nothing more of the room reaches them. */
  function standAtDoor(member: Member | undefined) {
    if (!member || member.role === 'facilitator') return;
    const { id, name, shape, role } = member;
    const knock = passing.knock({ name, shape, role, isKept: isKept(member) });
    if (knock.type === 'granted') deps.onPutAtDoor(id, knock.value);
  }

  /** Ends a link from this side: it is none of this room's before it is closed, so that its end is no news. */
  function cutOff(member: MemberId, why: Farewell) {
    const connection = connections.get(member);
    connections.delete(member);
    connection?.close(why);
  }

  /** A room everyone has left closes when nobody has come for as long as a seat is held. */
  function watchEmptiness() {
    cancelEmpty?.();
    cancelEmpty =
      state().members.length === 0 ? after(SEAT_HELD_MS, () => askOwn({ type: 'closeRoom' })) : undefined;
  }

  function welcomeFor(member: MemberId, have: { seq: number; epoch: string | undefined }): Welcome {
    const tail = have.epoch === clock.epoch ? journal.tailAfter(have.seq) : undefined;
    const known = seen.get(member) ?? NOTHING_SEEN;
    return {
      you: member,
      epoch: clock.epoch,
      serverMs: now(),
      room: tail ? { type: 'tail', entries: tail } : { type: 'snapshot', state: state() },
      loops: desk.lines.loops(),
      held: desk.lines.held(now()),
      seenUpTo: known.upTo,
      seenBeyond: seenBeyond(known),
      durable: durability.take(member),
      passing: passing.viewFor(member),
    };
  }

  function stop(why: Farewell) {
    isStopped = true;
    outgoing.stop();
    presence.stop();
    durability.stop();
    echoWatch.stop();
    pulseWait.stop();
    due.stop();
    passing.stop();
    cancelEmpty?.();
    for (const member of connections.keys()) cutOff(member, why);
  }

  // A room that comes back finds its people gone; they return by themselves, mostly before anyone is told.
  for (const { id } of state().members) presence.gone(id, 0);
  pulseWait.watch();
  watchEmptiness();
  due.watch();
  // Whom a round would have asked next was in memory only: what was set is played, and it ends.
  if (state().round) appendOwn([{ type: 'roundEnded', from: comingBarLine(state(), now()) }]);

  return {
    session,
    state,
    stop,
    onDiskWell: (isWell) => durability.onDiskWell(isWell),
    knock: (knocker) => (isStopped ? refused('roomClosed') : passing.knock(knocker)),
    askAtDoor: (knock) => passing.ask(knock),
    forgetKnock: (knock) => passing.forgetKnock(knock),
    facilitatorBefore: () => journal.lastFacilitator(),
    disable: (member) => askOwn({ type: 'disable', member }),
    onLags: (member, lags) => echoWatch.onLags(member, lags),
    vacate(member) {
      const decided = decide(state(), { type: 'leave' }, member, now());
      if (decided.type === 'granted') append(decided.value, member, undefined, []).catch(deps.onFault);
    },
    renewCompany() {
      if (!state().isCompanyInvited) return;
      askOwn({ type: 'sendCompanyHome' });
      askOwn({ type: 'inviteCompany' });
    },
    admit({ tokenHash, ...newcomer }): Result<Promise<void>> {
      if (isStopped) return refused(state().isClosed ? 'roomClosed' : 'tryLater');
      const wish = { ...newcomer, type: 'admit', name: newcomer.name } as const;
      const decided = decide(state(), wish, THE_ROOM, now());
      if (decided.type === 'refused') return decided;
      const seat = { session, member: newcomer.member, tokenHash };
      const stored = append(decided.value, THE_ROOM, undefined, [{ type: 'seat', seat }]);
      presence.gone(newcomer.member, 0);
      return granted(stored);
    },
    connect(member, connection, have) {
      if (state().isClosed) return refused('roomClosed');
      if (isStopped) return refused('tryLater');
      if (!state().members.some(({ id }) => id === member)) return refused('seatUnknown');
      // What the older link held has no finger on it any more (R5).
      desk.releaseHeld(member);
      cutOff(member, 'seatTakenElsewhere');
      connections.set(member, connection);
      presence.back(member);
      // What waits to be sent is in the welcome already, and must not come to this link again.
      outgoing.flush();
      connection.welcome(welcomeFor(member, have));
      askOwn({ type: 'returnToSeat', member });
      return granted((silentForMs) => {
        if (connections.get(member) !== connection) return;
        connections.delete(member);
        desk.releaseHeld(member);
        presence.gone(member, silentForMs);
      });
    },
    accept(member, { n, wish }: WishMessage) {
      if (isStopped) return;
      const before = seen.get(member) ?? NOTHING_SEEN;
      // Wishes of the room come in order: one from before the last that is stored was decided, though it left no entry.
      const isDecided = !isLineWish(wish) && n <= (past.lastRoomWish.get(member) ?? 0);
      if (isDecided || hasSeen(before, n)) {
        durability.onRepeat(member, n);
        answers.again(member, n, isLineWish(wish));
        return;
      }
      seen.set(member, withSeen(before, n));
      take(member, n, wish);
    },
  };

  function take(member: MemberId, n: WishNumber, wish: WishMessage['wish']) {
    if (isLineWish(wish)) {
      const objection = desk.accept(member, n, wish);
      if (objection) answers.refused(member, n, objection);
      return;
    }
    const decided = isPassingWish(wish) ? passing.decide(wish, member) : decide(state(), wish, member, now());
    if (decided.type === 'refused') {
      answers.refused(member, n, decided.reason);
      return;
    }
    answers.awaited(member, n);
    // Without an answer the browser asks again after its next return, and is recognised.
    append(decided.value, member, n, [])
      .then(() => answers.granted(member, n))
      .catch(deps.onFault);
  }
}
