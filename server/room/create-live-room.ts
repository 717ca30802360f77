import { type Author, type MemberId, THE_ROOM, type WishNumber } from '../../shared/base/ids.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import { ticksOfBeats } from '../../shared/base/units.ts';
import type { Entry } from '../../shared/event/entry.ts';
import { isLineWish, isPassingWish } from '../../shared/event/wish-kind.ts';
import type { OwnWish, RoomWish } from '../../shared/event/wish.ts';
import { decide } from '../../shared/room/decide.ts';
import { nextDueMs } from '../../shared/room/decide-due.ts';
import { sequence } from '../../shared/room/foresee.ts';
import { comingBarLine, isKept, memberOf } from '../../shared/room/questions.ts';
import { hasSeen, NOTHING_SEEN, withSeen } from '../../shared/room/seen.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { echoAt } from '../../shared/time/echo.ts';
import { beatAt } from '../../shared/time/tempo-map.ts';
import type { Farewell } from '../../shared/wire/down.ts';
import type { WishMessage } from '../../shared/wire/up.ts';
import { createAnswers } from './answers.ts';
import { consequences, farewellFor } from './consequences.ts';
import { createDueWatch } from './due-watch.ts';
import { createDurability } from './durability.ts';
import { createEchoWatch } from './echo-watch.ts';
import { createEmptiness } from './emptiness.ts';
import { createJournal } from './journal.ts';
import { createLineDesk } from './line-desk.ts';
import type { LiveRoomDeps, RoomPast } from './live-room-deps.ts';
import type { Connection, LiveRoom } from './live-room.ts';
import { createOutgoing, untilLeavingMs } from './outgoing.ts';
import { createPassingDesk } from './passing-desk.ts';
import type { Write } from './ports.ts';
import { createPresence } from './presence.ts';
import { createPulseWait } from './pulse-wait.ts';
import { welcomeFor } from './welcome.ts';

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
  const emptiness = createEmptiness(state, after, () => askOwn({ type: 'closeRoom' }));
  /** All that was appended so far is on disk. */
  let allStored: Promise<void> = Promise.resolve();
  let isStopped = false;

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
        emptiness.watch();
        break;
      case 'wentAway':
        echoWatch.onLeft(event.member);
        break;
      case 'joined':
        emptiness.watch();
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

  function stop(why: Farewell) {
    isStopped = true;
    outgoing.stop();
    presence.stop();
    durability.stop();
    echoWatch.stop();
    pulseWait.stop();
    due.stop();
    passing.stop();
    emptiness.stop();
    for (const member of connections.keys()) cutOff(member, why);
  }

  // A room that comes back finds its people gone; they return by themselves, mostly before anyone is told.
  for (const { id } of state().members) presence.gone(id, 0);
  pulseWait.watch();
  emptiness.watch();
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
      connection.welcome(
        welcomeFor({ clock, journal, desk, durability, passing, seenOf: (id) => seen.get(id) }, member, have),
      );
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
