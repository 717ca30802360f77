import {
  type Author,
  type MemberId,
  type SessionId,
  THE_ROOM,
  type WishNumber,
} from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import { ticksOfBeats } from '../../shared/base/units.ts';
import type { Entry } from '../../shared/event/entry.ts';
import { isLineWish, type OwnWish, type RoomWish } from '../../shared/event/wish.ts';
import { decide } from '../../shared/room/decide.ts';
import { sequence } from '../../shared/room/foresee.ts';
import { hasSeen, isWithinWindow, NOTHING_SEEN, type Seen, withSeen } from '../../shared/room/seen.ts';
import { echoAt } from '../../shared/time/echo.ts';
import { beatAt } from '../../shared/time/tempo-map.ts';
import type { Welcome } from '../../shared/wire/down.ts';
import type { WishMessage } from '../../shared/wire/up.ts';
import { createDurability } from './durability.ts';
import { createEchoWatch } from './echo-watch.ts';
import { createJournal } from './journal.ts';
import { createLineDesk } from './line-desk.ts';
import type { Broadcast, Connection, LiveRoom } from './live-room.ts';
import { createOutgoing } from './outgoing.ts';
import type { After, ServerClock, Store, Write } from './ports.ts';
import { createPresence } from './presence.ts';

export interface LiveRoomDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append'>;
  readonly after: After;
  readonly broadcast: Broadcast;
  /** Something the store or a bug did; the room goes on. */
  readonly onFault: (fault: unknown) => void;
  /** The company was asked in or sent home. */
  readonly onCompany: (isInvited: boolean) => void;
  /** The room closed; its record has been told. */
  readonly onClosed: () => void;
}

/** What a room starts from: its log so far, and the wishes that are in it. */
export interface RoomPast {
  readonly session: SessionId;
  readonly entries: readonly Entry[];
  readonly seen: ReadonlyMap<MemberId, Seen>;
  readonly ownSeqs: ReadonlyMap<MemberId, number>;
}

/** A note may wait this long for others to travel with it, where the echo leaves that time. */
const PATIENCE_MS = 15;

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

  const outgoing = createOutgoing(deps.broadcast, now, after, () =>
    echoAt(state().echoes, ticksOfBeats(beatAt(state().tempo, now()))).type === 'live' ? 0 : PATIENCE_MS,
  );
  const presence = createPresence(after, (wish) => askOwn(wish));
  const durability = createDurability(state().seq, past.ownSeqs, after, (members) => {
    for (const [member, connection] of connections)
      if (members === 'all' || members.has(member)) connection.durable(durability.of(member));
  });
  const desk = createLineDesk(state, now, outgoing, (entry) => {
    deps.store
      .append([{ type: 'line', session, entry }])
      .then(() => durability.onLineStored(entry.by, entry.seq), deps.onFault);
  });
  const echoWatch = createEchoWatch(state, now, after, (wish) => askOwn(wish));
  let cancelWaiting: (() => void) | undefined;
  let cancelEmpty: (() => void) | undefined;

  /** What the room asks of itself is always granted or of no effect. */
  function askOwn(
    wish: OwnWish | Extract<RoomWish, { type: 'closeRoom' | 'inviteCompany' | 'sendCompanyHome' }>,
  ) {
    const decided = decide(state(), wish, THE_ROOM, now());
    if (decided.type === 'granted') append(decided.value, THE_ROOM, undefined, []).catch(deps.onFault);
  }

  function append(
    events: readonly Entry['event'][],
    by: Author,
    n: WishNumber | undefined,
    more: readonly Write[],
  ): Promise<void> {
    if (events.length === 0) return Promise.resolve();
    const at = now();
    const entries = sequence(state(), events, by, at);
    journal.append(entries);
    const writes: Write[] = entries.map((entry, index) => ({
      type: 'entry',
      session,
      entry,
      n: index === 0 ? n : undefined,
    }));
    for (const entry of entries) writes.push(...consequences(entry));
    const lastSeq = state().seq;
    const stored = deps.store.append([...writes, ...more]).then(() => durability.onEntriesStored(lastSeq));
    outgoing.entries(entries);
    for (const entry of entries) afterwards(entry);
    return stored;
  }

  /** Writes that belong to an entry, in the same transaction. */
  function consequences({ event, at }: Entry): readonly Write[] {
    if (event.type === 'left') return [{ type: 'seatGone', session, member: event.member }];
    if (event.type === 'roomClosed') return [{ type: 'sessionClosed', session, closedAt: at }];
    return [];
  }

  /** What follows from an entry outside the log: timers, loops, links, the company. */
  function afterwards({ event }: Entry) {
    switch (event.type) {
      case 'left':
        desk.silence(event.member);
        presence.back(event.member);
        echoWatch.onLeft(event.member);
        connections.get(event.member)?.close('leftRoom');
        connections.delete(event.member);
        desk.forget(event.member);
        watchEmptiness();
        break;
      case 'wentAway':
        desk.silence(event.member);
        echoWatch.onLeft(event.member);
        break;
      case 'joined':
        watchEmptiness();
        break;
      case 'pulseAwaited':
        cancelWaiting?.();
        cancelWaiting = after(event.untilMs - now(), () => askOwn({ type: 'stopWaiting' }));
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

  /** A room everyone has left closes when nobody has come for as long as a seat is held. */
  function watchEmptiness() {
    cancelEmpty?.();
    cancelEmpty =
      state().members.length === 0 ? after(EMPTY_FOR_MS, () => askOwn({ type: 'closeRoom' })) : undefined;
  }

  function welcomeFor(member: MemberId, have: { seq: number; epoch: string | undefined }): Welcome {
    const tail = have.epoch === clock.epoch ? journal.tailAfter(have.seq) : undefined;
    const { upTo, beyond } = seen.get(member) ?? NOTHING_SEEN;
    return {
      you: member,
      epoch: clock.epoch,
      serverMs: now(),
      room: tail ? { type: 'tail', entries: tail } : { type: 'snapshot', state: state() },
      loops: desk.lines.loops(),
      held: desk.lines.held(),
      seenUpTo: upTo,
      seenBeyond: [...beyond],
      durable: durability.of(member),
    };
  }

  function stop(why: Parameters<LiveRoom['stop']>[0]) {
    outgoing.stop();
    presence.stop();
    durability.stop();
    echoWatch.stop();
    cancelWaiting?.();
    cancelEmpty?.();
    for (const connection of connections.values()) connection.close(why);
    connections.clear();
  }

  // A room that comes back finds its people gone; they return by themselves, mostly before anyone is told.
  for (const { id } of state().members) presence.gone(id, 0);
  if (state().pulse.type === 'awaited') cancelWaiting = after(1000, () => askOwn({ type: 'stopWaiting' }));
  watchEmptiness();

  return {
    session,
    state,
    stop,
    onLags: (member, lags) => echoWatch.onLags(member, lags),
    renewCompany() {
      if (!state().isCompanyInvited) return;
      askOwn({ type: 'sendCompanyHome' });
      askOwn({ type: 'inviteCompany' });
    },
    admit({ tokenHash, ...newcomer }): Result<Promise<void>> {
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
      if (!state().members.some(({ id }) => id === member)) return refused('seatUnknown');
      connections.get(member)?.close('seatTakenElsewhere');
      connections.set(member, connection);
      presence.back(member);
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
      const answer = (reason: Refusal | undefined) => {
        const connection = connections.get(member);
        if (reason) connection?.refused({ n, reason });
        else connection?.granted({ n });
      };
      const before = seen.get(member) ?? NOTHING_SEEN;
      if (hasSeen(before, n)) {
        answer(undefined);
      } else if (isWithinWindow(before, n)) {
        seen.set(member, withSeen(before, n));
        take(member, n, wish, answer);
      } else {
        answer('tooMany');
      }
    },
  };

  function take(
    member: MemberId,
    n: WishNumber,
    wish: WishMessage['wish'],
    answer: (reason: Refusal | undefined) => void,
  ) {
    if (isLineWish(wish)) {
      const objection = desk.accept(member, n, wish);
      if (objection) answer(objection);
      return;
    }
    const decided = decide(state(), wish, member, now());
    if (decided.type === 'refused') answer(decided.reason);
    // Without an answer the browser asks again after its next return, and is recognised.
    else append(decided.value, member, n, []).then(() => answer(undefined), deps.onFault);
  }
}

const EMPTY_FOR_MS = 30 * 60_000;
