import { type MemberId, THE_ROOM } from '../../shared/base/ids.ts';
import { audioSec, beatsOfTicks, type LocalMs } from '../../shared/base/units.ts';
import { isLineWish } from '../../shared/event/wish-kind.ts';
import type { Wish } from '../../shared/event/wish.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { isKept, isOver as musicIsOver, memberOf } from '../../shared/room/questions.ts';
import { createLagCounter } from '../../shared/time/lag-summary.ts';
import { createRoomClock } from '../../shared/time/room-clock.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import type { Batch, Durable, Farewell, Welcome } from '../../shared/wire/down.ts';
import { createPlayer, type Player } from '../player/player.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import { createClockSync } from './clock-sync.ts';
import { createDeviceClock } from './device-clock.ts';
import { createDelivery } from './delivery.ts';
import { createEars } from './ears.ts';
import { applyToDesk } from './desk-settings.ts';
import { createHeard } from './heard.ts';
import type { Link, OpenLink } from './link.ts';
import { createPlaying } from './playing.ts';
import type { PreferenceStore } from './preferences.ts';
import { NO_PULSE, pulsePosition } from './pulse-position.ts';
import { prepareSounds } from './prepare-sounds.ts';
import { createReadiness } from './readiness.ts';
import { repeat } from './repeat.ts';
import { createReplica } from './replica.ts';
import { senderOut } from './sender-out.ts';
import type { LinkState, Session } from './session.ts';
import { createSessionView } from './session-view.ts';

export interface SessionDeps {
  readonly openLink: OpenLink;
  readonly sound: SoundDevice;
  readonly preferences: PreferenceStore;
  readonly now: () => LocalMs;
  readonly wallNow: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** Calls back about every 25 ms, also in a page that is not in front. */
  readonly everyTick: (task: () => void) => () => void;
  /** The page woke, came to the front, or the network came back. */
  readonly onWaking: (task: () => void) => () => void;
  /** Where a chair of so many sounds from, -1 to 1. */
  readonly panOf: (chair: number, chairs: number) => number;
  /** What this device's clock was found to do last time, in ppm, and where to remember it. */
  readonly slope?: { readonly ppm: number | undefined; readonly remember: (ppm: number) => void };
}

/** Lateness is told this often. */
const LAG_EVERY_MS = 2000;
/** A refusal is shown for so long. */
const REFUSAL_SHOWN_MS = 6000;
/** After a farewell what rang is gone by now, and the next room on this device finds it as it should be. */
const FULL_AGAIN_SEC = 1.5;

/** One person's session: link, clock, replica, outbox and player, put together. */
export function createSession(deps: SessionDeps): Session {
  const { sound, preferences, now, after } = deps;
  const clock = createRoomClock(deps.slope?.ppm === undefined ? {} : { slopePpm: deps.slope.ppm });
  const device = createDeviceClock(clock, sound, now, preferences.get().correctionMs);
  const replica = createReplica();
  const lags = createLagCounter();
  let me: MemberId | undefined;
  let epoch: string | undefined;
  let link: Link;
  let player: Player | undefined;
  let generation = device.generation;
  let isOver = false;
  /** Who sent this person out, if someone did. */
  let sentOutBy: Member | undefined;

  const delivery = createDelivery({
    post: (n, wish) => link.wish(n, wish),
    now,
    after,
    onRefused(reason, wish) {
      // A last touch that came with the last chord, or into a break: nothing went wrong.
      if (wish && isLineWish(wish) && (reason === 'endingNow' || reason === 'onBreak')) return;
      view.refuse(reason);
      after(REFUSAL_SHOWN_MS, () => view.refuse(undefined));
    },
  });

  const view = createSessionView({
    room: () => replica.state,
    me: () => me,
    sound: () => sound.state(),
    clock: () => ({ isSettled: clock.isSettled, errorMs: clock.errorBoundMs(now()) }),
    loops: () => replica.loops,
    unstored: () => delivery.unstored,
  });

  const you = () => (replica.state && me ? memberOf(replica.state, me) : undefined);
  const ears = createEars({ preferences: preferences.get, room: () => replica.state, me: () => me });

  const send = (wish: Wish) => delivery.send(wish, isKept(you()));

  const heard = createHeard({ room: () => replica.state, me: () => me, timeline: device, after });

  const playing = createPlaying({
    get me() {
      return me ?? NOBODY;
    },
    sound,
    timeline: device,
    roomMsAt: (at) => device.roomMsAt(at),
    room: () => replica.state ?? missingRoom(),
    instrument: () => you()?.instrument ?? 'kalimba',
    snapTicks: () => preferences.get().snapTicks,
    hearsOwn: () => ears.hears(me ?? NOBODY),
    send,
    after,
    onOwnNote: heard.own,
  });

  const readiness = createReadiness({
    isReady: () => sound.state() === 'running' && clock.isSettled,
    errorMs: () => clock.errorBoundMs(now()),
    told: () => you(),
    tell: (isReady, clockErrorMs) => send({ type: 'reportReadiness', isReady, clockErrorMs }),
    now,
  });

  const sync = createClockSync({ clock, now, wallNow: deps.wallNow, ping: (ms) => link.ping(ms), after });

  function startPlayer(state: RoomState): Player {
    const started = createPlayer(state, sound.synth, device, ears);
    heard.follow(started);
    return started;
  }

  function roomChanged() {
    const { state } = replica;
    if (!state) return;
    player ??= startPlayer(state);
    player.setScore(state);
    player.setLoops(replica.loops);
    applyToDesk(sound.desk, preferences.get(), state, me, deps.panOf);
    prepareSounds(sound, state, replica.loops);
    if (you()?.isOnBreak) playing.releaseAll();
    view.changed();
  }

  function onDurable({ own, isDiskWell }: Durable) {
    delivery.onDurable(own);
    view.setDiskWell(isDiskWell);
  }

  const here = (): LinkState => (link.usesPolling ? { type: 'here', usesPolling: true } : { type: 'here' });

  /** The faster way may open while one is here already. */
  function lookAtWay() {
    const shown = view.get().link;
    if (shown.type === 'here' && (shown.usesPolling ?? false) !== link.usesPolling) view.setLink(here());
  }

  function onWelcome(welcome: Welcome, receivedMs: number) {
    const isNewServer = epoch !== undefined && epoch !== welcome.epoch;
    const ownLoop = me && replica.loops.findLast((span) => span.by === me && span.until === undefined);
    me = welcome.you;
    epoch = welcome.epoch;
    clock.onEpoch(welcome.epoch);
    sync.onStamp(welcome.serverMs, receivedMs);
    replica.onWelcome(welcome);
    view.setPassing(welcome.passing);
    onDurable(welcome.durable);
    view.setLink(here());
    delivery.afterReturn(welcome, isNewServer);
    // A loop nobody agreed to keep is only here: a restarted room has it from its player.
    const isMissing = !welcome.loops.some(({ by }) => by === me);
    if (isNewServer && ownLoop && isMissing) send({ type: 'setLoop', loop: ownLoop.entry.event.loop });
    readiness.again();
    sync.burst();
    roomChanged();
    for (const entry of welcome.held) if (entry.by !== me) player?.receive(entry);
  }

  function onBatch({ serverMs, entries, lines }: Batch, receivedMs: number) {
    sync.onStamp(serverMs, receivedMs);
    // Notes wait for others to travel with them, entries do not: the notes of a batch are the older.
    const fresh = replica.onLines(lines ?? []);
    sentOutBy ??= senderOut(entries ?? [], replica.state, me);
    if (entries && !replica.onEntries(entries)) link.retryNow();
    if (entries || fresh.some(({ event }) => event.type === 'loopSet' || event.type === 'loopStopped'))
      roomChanged();
    const { state } = replica;
    if (!state) return;
    for (const entry of fresh) {
      if (entry.by === me) continue;
      if (entry.event.type === 'notePlayed') {
        const soundedMs = roomMsAt(state.tempo, beatsOfTicks(entry.event.sounds));
        lags.onDelivery(clock.serverNow(receivedMs) - soundedMs);
      }
      player?.receive(entry);
    }
  }

  function goneAlone() {
    player?.releaseOthers();
    view.setLink({ type: 'alone', sinceMs: now() });
  }

  function ended(why: Farewell) {
    view.setLink({ type: 'ended', why, by: sentOutBy });
    stopAll();
  }

  link = deps.openLink(() => ({ haveSeq: replica.state?.seq ?? 0, epoch }), {
    onWelcome,
    onBatch,
    onGranted: (n) => delivery.onGranted(n),
    onRefused: (n, reason) => delivery.onRefused(n, reason),
    onDurable,
    onPassing: (passing) => view.setPassing(passing),
    onPong: (pong, receivedMs) => sync.onPong(pong, receivedMs),
    onFarewell: ended,
    onGone: goneAlone,
  });

  function tick() {
    device.poll();
    sync.look();
    if (device.generation !== generation) {
      generation = device.generation;
      player?.restart();
    }
    player?.tick();
    if (replica.state && musicIsOver(replica.state, beatAt(replica.state.tempo, device.now())))
      playing.releaseAll();
    readiness.look();
    view.look();
    if (replica.state) replica.forgetBefore(beatAt(replica.state.tempo, device.now()));
  }

  const stops = [
    deps.everyTick(tick),
    deps.onWaking(() => {
      link.retryNow();
      sync.burst();
    }),
    preferences.subscribe(() => {
      device.setCorrectionMs(preferences.get().correctionMs);
      roomChanged();
    }),
    sound.onState(() => view.changed()),
    repeat(after, LAG_EVERY_MS, () => {
      const summary = lags.take();
      if (summary.length > 0) link.lags(summary);
      lookAtWay();
      if (clock.isSettled) deps.slope?.remember(clock.slopePpm);
    }),
  ];

  function stopAll() {
    if (isOver) return;
    isOver = true;
    playing.releaseAll();
    player?.restart();
    sound.synth.release();
    sound.synth.level(THE_ROOM, 1, audioSec(sound.now() + FULL_AGAIN_SEC));
    sync.stop();
    for (const stop of stops) stop();
    link.close();
  }

  return {
    view: view.get,
    subscribe: view.subscribe,
    wish: (wish) => void send(wish),
    hands: playing,
    heardNotes: heard.notes,
    pulseNow: () => (replica.state ? pulsePosition(replica.state, device.now()) : NO_PULSE),
    setLoop: (loop) => void send({ type: 'setLoop', loop }),
    stopLoop: () => void send({ type: 'stopLoop' }),
    async soundAgain() {
      await sound.resume();
      view.changed();
    },
    leave() {
      playing.releaseAll();
      send({ type: 'leave' });
      ended('leftRoom');
    },
    close: stopAll,
  };
}

const NOBODY = '' as MemberId;

function missingRoom(): never {
  throw new Error('Hands play only once the room is known');
}
