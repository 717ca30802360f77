import { createSecrets } from '../../../server/room/secrets.ts';
import { createRegistry, type Registry } from '../../../server/room/registry.ts';
import type { Connection } from '../../../server/room/live-room.ts';
import { createSession, type SessionDeps } from '../../../client/session/create-session.ts';
import type { LinkListener, OpenLink } from '../../../client/session/link.ts';
import { createPreferences } from '../../../client/session/preferences.ts';
import type { Session } from '../../../client/session/session.ts';
import type { SoundDevice, SoundState } from '../../../client/player/sound-device.ts';
import type { MemberId, SessionId } from '../../../shared/base/ids.ts';
import type { Place } from '../../../shared/event/plan.ts';
import { audioSec, bpm, localMs } from '../../../shared/base/units.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import type { Batch } from '../../../shared/wire/down.ts';
import { wishMessageSchema } from '../../../shared/wire/up.ts';
import { createMemoryStore } from '../../server/support/memory-store.ts';
import { createVirtualTime } from '../../server/support/virtual-time.ts';
import { createRecordingSynth } from './recording-synth.ts';

/** Virtual ms from here to there, each way. */
const LAG_MS = 10;

/** A server's rooms and people's browsers in one process: the real room, the real sessions, virtual time between them. */
export function createHouse() {
  const time = createVirtualTime();
  let store = createMemoryStore();
  let epoch = 1;
  const inRoom = new Map<SessionId, Map<MemberId, (batch: Batch) => void>>();
  const membersOf = (session: SessionId) => {
    const known = inRoom.get(session) ?? new Map<MemberId, (batch: Batch) => void>();
    inRoom.set(session, known);
    return known;
  };
  const faults: unknown[] = [];
  const cuts = new Set<() => void>();
  let rooms: Registry = openRooms();
  let isServerUp = true;

  function openRooms() {
    return createRegistry({
      clock: time.clock(`epoch-${epoch}`),
      store,
      secrets: createSecrets(new Uint8Array(32)),
      after: time.after,
      broadcastTo: (session) => (batch) => {
        const copy = structuredClone(batch);
        for (const send of membersOf(session).values()) send(copy);
      },
      onFault: (fault) => faults.push(fault),
      onCompany: () => {},
    });
  }

  async function openRoom(pace = 120, place: Place = 'apart') {
    const opened = await rooms.open(
      {
        title: '',
        place,
        bpm: bpm(pace),
        metre: '4/4',
        frame: { tonic: 0, scale: 'majorPentatonic', feel: 'straight' },
        instruments: INSTRUMENT_IDS,
        hasDoor: false,
        listening: 'announced',
        arc: [],
        goals: '',
      },
      { name: 'Maya', shape: 'leaf', role: 'player', isKept: true },
      'maya',
    );
    if (opened.type === 'refused') throw new Error(opened.reason);
    return opened.value;
  }

  async function takeSeat(session: SessionId, name: string, isKept = false) {
    const room = rooms.room(session);
    if (!room) throw new Error('no room');
    const seat = await rooms.join(room, { name, shape: 'star', role: 'player', isKept }, false);
    if (seat.type === 'refused') throw new Error(seat.reason);
    if (seat.value.type !== 'seated') throw new Error('there is no door here');
    return seat.value;
  }

  /** A browser with a seat: its session, what it sounded, and a link that can be cut. */
  function browser({ session, token }: { session: SessionId; token: string }) {
    const synth = createRecordingSynth();
    const sound = createSoundAtTest(synth, () => time.now());
    const preferences = createPreferences(undefined);
    const network = createNetwork(session, token);
    const deps: SessionDeps = {
      openLink: network.openLink,
      sound: sound.device,
      preferences,
      now: () => localMs(time.now() - BROWSER_BEGAN_MS),
      wallNow: () => time.now(),
      after: time.after,
      everyTick: (task) => repeat(25, task),
      onWaking: () => () => {},
      panOf: () => 0,
    };
    const seated: Session = createSession(deps);
    return { session: seated, synth, sound, preferences, ...network };
  }

  function repeat(everyMs: number, task: () => void) {
    let cancel = time.after(everyMs, function again() {
      task();
      cancel = time.after(everyMs, again);
    });
    return () => cancel();
  }

  function createNetwork(session: SessionId, token: string) {
    let isCut = false;
    let cut = () => {};
    let connect = () => {};
    const sent: unknown[] = [];

    const openLink: OpenLink = (have, listener) => {
      let isClosed = false;
      let up:
        | { accept: (message: unknown) => void; ping: (sentMs: number) => void; gone: () => void }
        | undefined;

      connect = () => {
        const member = rooms.seatOf(session, token);
        const room = rooms.room(session);
        if (isClosed || isCut || up) return;
        if (!isServerUp || !room || !member) {
          time.after(250, connect);
          return;
        }
        let isOver = false;
        const down = (deliver: (to: LinkListener) => void) =>
          time.after(LAG_MS, () => {
            if (!isOver && !isClosed) deliver(listener);
          });
        const arrive = () => time.now() - BROWSER_BEGAN_MS;
        const connection: Connection = {
          welcome: (welcome) => {
            const copy = structuredClone(welcome);
            down((to) => to.onWelcome(copy, arrive()));
          },
          granted: ({ n }) => down((to) => to.onGranted(n)),
          refused: ({ n, reason }) => down((to) => to.onRefused(n, reason)),
          durable: (durable) => down((to) => to.onDurable(durable)),
          passing: (view) => down((to) => to.onPassing(structuredClone(view))),
          close: (why) => down((to) => to.onFarewell(why)),
        };
        membersOf(session).set(member, (batch) => down((to) => to.onBatch(batch, arrive())));
        const { haveSeq, epoch: known } = have();
        const connected = room.connect(member, connection, { seq: haveSeq, epoch: known });
        if (connected.type === 'refused') throw new Error(connected.reason);
        const gone = () => {
          if (isOver) return;
          isOver = true;
          cuts.delete(gone);
          membersOf(session).delete(member);
          connected.value(0);
          up = undefined;
          if (!isClosed) listener.onGone();
          if (!isCut) time.after(250, connect);
        };
        cuts.add(gone);
        cut = gone;
        const clock = time.clock(`epoch-${epoch}`);
        up = {
          gone,
          accept: (message) => room.accept(member, wishMessageSchema.parse(message)),
          ping: (sentMs) => {
            const serverMs = clock.now();
            down((to) => to.onPong({ sentMs, serverMs, epoch: clock.epoch }, arrive()));
          },
        };
      };
      connect();

      const later = (task: (link: NonNullable<typeof up>) => void) => {
        const link = up;
        if (link) time.after(LAG_MS, () => up === link && task(link));
      };
      return {
        wish(n, wish) {
          sent.push(wish);
          const message = JSON.parse(JSON.stringify({ n, wish })) as unknown;
          later((link) => link.accept(message));
        },
        ping: (sentMs) => later((link) => link.ping(sentMs)),
        lags: () => {},
        get isUp() {
          return up !== undefined;
        },
        usesPolling: false,
        retryNow: () => {},
        close() {
          isClosed = true;
          up?.gone();
        },
      };
    };
    return {
      openLink,
      sent,
      cut() {
        isCut = true;
        cut();
      },
      mend() {
        isCut = false;
        connect();
      },
    };
  }

  return {
    time,
    faults,
    openRoom,
    takeSeat,
    browser,
    get rooms() {
      return rooms;
    },
    get store() {
      return store;
    },
    /** As by `kill -9`: what was not kept is gone, every link breaks, and after `awayMs` a new run of the server is there. */
    async restart(awayMs: number) {
      isServerUp = false;
      store = store.restarted();
      rooms = openRooms();
      for (const cut of cuts) cut();
      await time.advance(awayMs);
      epoch += 1;
      rooms = openRooms();
      await rooms.restore();
      isServerUp = true;
    },
  };
}

/** Browsers began some time before now, as they do. */
const BROWSER_BEGAN_MS = 1_699_999_990_000;

/** A sound device whose audio clock is exact, and 40 ms from being told to being heard. */
function createSoundAtTest(synth: ReturnType<typeof createRecordingSynth>, now: () => number) {
  let state: SoundState = 'running';
  const listeners = new Set<(next: SoundState) => void>();
  const prepared = new Set<string>();
  let isQuiet = false;
  const contextSec = () => (now() - BROWSER_BEGAN_MS) / 1000;
  const device: SoundDevice = {
    unlock: () => Promise.resolve('running'),
    synth,
    desk: {
      setPart: () => {},
      removePart: () => {},
      setLoudness: () => {},
      setPulseLoudness: () => {},
      setQuiet: (to) => {
        isQuiet = to;
      },
    },
    prepare: (instrument) => {
      prepared.add(instrument);
      return Promise.resolve();
    },
    clockFacts: () => ({
      currentSec: contextSec(),
      stamp: { contextSec: contextSec() - 0.04, performanceMs: now() - BROWSER_BEGAN_MS },
      baseLatencySec: 0.01,
      outputLatencySec: 0.03,
    }),
    now: () => audioSec(contextSec()),
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resume: () => {
      set('running');
      return Promise.resolve();
    },
    dispose: () => {},
  };
  const set = (next: SoundState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  return { device, set, prepared, isQuiet: () => isQuiet };
}
