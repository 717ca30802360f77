import { isDeepStrictEqual } from 'node:util';
import type { MemberId } from '../../../../shared/base/ids.ts';
import { createRandom, type Random } from '../../../../shared/base/random.ts';
import { bpm, pitch, strength, ticks, ticksOfBeats } from '../../../../shared/base/units.ts';
import type { RoomState } from '../../../../shared/room/state.ts';
import { fold } from '../../../../shared/room/fold.ts';
import { SHAPES } from '../../../../shared/event/look.ts';
import { beatAt } from '../../../../shared/time/tempo-map.ts';
import { createMemoryStore, type MemoryStore } from '../memory-store.ts';
import { planOf } from '../plan.ts';
import { createVirtualTime, settled } from '../virtual-time.ts';
import { createGuest, type Guest } from './guest.ts';
import { createLedger } from './ledger.ts';
import { HEARTS, oneOf, someRole } from './musician.ts';
import { createSeededSecrets } from './seeded-secrets.ts';
import { createServerRun, type ServerRun } from './server-run.ts';
import { createNetwork, type Weather } from './wire.ts';

/** What became of a world: what is wrong with it, and how much happened in it. */
export interface WorldReport {
  readonly complaints: readonly string[];
  /** New line entries that some page took for repeats. */
  readonly swallowed: number;
  readonly entries: number;
  readonly lines: number;
  readonly kills: number;
  readonly drops: number;
}

const someWeather = (chance: Random): Weather => ({
  lagMs: 1 + 80 * chance() ** 2,
  jitterMs: 30 * chance() ** 2,
  stalls: 0.05 * chance(),
  repeats: 0.06 * chance(),
});

/** How long people play, and then how long everything has to come right again. */
const PLAY_MS = 10_000;
const HEAL_MS = 7000;

/**
 * A whole room in virtual time, the same for the same seed: people with the product's own outbox and replica, a network
 * that lags, stalls, repeats and breaks, a disk that commits by and by, and a server that is killed and comes back.
 */
/** As it leaves a wire or a disk: what is undefined is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** @param isHeld people also hold the room together; worlds without it are as they were when their seeds were named. */
export async function runWorld(seed: number, isHeld = false): Promise<WorldReport> {
  const chance = createRandom(seed);
  const time = createVirtualTime();
  const network = createNetwork(time, chance, someWeather(chance));
  const secrets = createSeededSecrets();
  const ledger = createLedger();
  const guests: Guest[] = [];
  const count = { kills: 0, drops: 0 };
  const commitMs = 1 + 300 * chance() ** 4;
  let store: MemoryStore = createMemoryStore();
  let run: ServerRun | undefined;
  let epochs = 0;
  let isCommitting = false;
  let isDiskFull = false;
  let isSettling = false;
  let isHealing = false;

  const live = () => run?.registry.room(session)?.state();

  function start(): ServerRun {
    store.hold();
    const epoch = `run${++epochs}`;
    const started = createServerRun({
      time,
      store,
      epoch,
      secrets,
      onAppend(writes, cause, state) {
        ledger.onAppend(writes, cause, state, epoch);
        commitSoon();
      },
      onFault: (fault) => ledger.wrongs.push(`fault: ${String(fault)}`),
    });
    return started;
  }

  function commitSoon() {
    if (isCommitting || isDiskFull) return;
    isCommitting = true;
    const its = store;
    time.after(commitMs * (0.5 + chance()), () => {
      isCommitting = false;
      if (its !== store) return;
      if (isDiskFull) return;
      its.release();
      its.hold();
      // A kill between the disk's sync and its being told: what was promised by nobody may still be there.
      if (!isHealing && chance() < 0.003) kill();
      isSettling = true;
    });
  }

  function kill() {
    if (!run) return;
    count.kills++;
    run.kill();
    run = undefined;
    store = store.restarted();
    isCommitting = false;
    for (const guest of guests) guest.onServerGone();
    time.after(50 + 2500 * chance() ** 2, () => {
      const next = start();
      isSettling = true;
      const restored = async () => {
        await next.registry.restore();
        run = next;
      };
      void restored();
    });
  }

  /** Runs all that is due in the next `ms`; promises settle whenever the disk has spoken. */
  async function pass(ms: number) {
    const endMs = time.now() + ms;
    // Something is due at the end, so that time gets there.
    time.after(ms, () => {});
    await settled();
    while (time.runNext(endMs)) {
      if (!isSettling) continue;
      isSettling = false;
      await settled();
    }
  }

  const every = (leastMs: number, mostMs: number, task: () => void) => {
    const again = () => {
      if (isHealing) return;
      task();
      time.after(leastMs + (mostMs - leastMs) * chance(), again);
    };
    time.after(leastMs + (mostMs - leastMs) * chance(), again);
  };

  run = start();
  const opening = run.registry.open(
    planOf({ place: chance() < 0.5 ? 'together' : 'apart', bpm: bpm(120) }),
    { name: 'Maya', shape: 'circle', role: 'player', isKept: true },
    'maya',
  );
  await pass(500);
  const opened = await opening;
  if (opened.type === 'refused') throw new Error(opened.reason);
  const { session } = opened.value;
  const deps = { time, chance, network, isHeld, server: () => run };
  const addGuest = (guest: Guest) => {
    guests.push(guest);
    guest.connect();
    // Some have fast hands: what they do alone is more than goes out at once afterwards.
    every(40, chance() < 0.2 ? 100 : 500, () => guest.act());
    every(500, 12_000, () => {
      count.drops++;
      guest.drop();
    });
    if (chance() < 0.3) every(3000, 20_000, () => guest.reload());
  };
  addGuest(
    createGuest(
      { session, member: opened.value.you, token: opened.value.token },
      'facilitator',
      'always',
      deps,
    ),
  );

  const join = () => {
    const room = run?.registry.room(session);
    const its = run;
    if (!room || !its) return;
    const role = someRole(chance);
    const heart = oneOf(chance, HEARTS);
    const newcomer = { name: undefined, shape: oneOf(chance, SHAPES), role, isKept: heart === 'always' };
    const seated = async () => {
      const joined = await its.registry.join(room, newcomer, false);
      if (its.isDead || joined.type === 'refused') return;
      const { token } = joined.value;
      const comeIn = (you: MemberId) =>
        addGuest(createGuest({ session, member: you, token }, role, heart, deps));
      if (joined.value.type === 'seated') return comeIn(joined.value.you);
      // A listener is announced first, and their page asks now and then; a server that dies forgets who waited.
      const ask = async () => {
        if (its.isDead) return;
        const at = await its.registry.atDoor(session, token);
        if (its.isDead || at.type === 'refused') return;
        if (at.value.type === 'in') comeIn(at.value.you);
        else time.after(1500, () => void ask());
      };
      return ask();
    };
    void seated();
  };
  for (let index = Math.floor(1 + 3 * chance()); index > 0; index--) time.after(3000 * chance() ** 2, join);
  if (chance() < 0.7) every(2000, 10_000, kill);
  if (chance() < 0.3)
    every(3000, 10_000, () => {
      isDiskFull = true;
      time.after(3000 * chance(), () => {
        isDiskFull = false;
        isCommitting = false;
        commitSoon();
      });
    });

  await pass(PLAY_MS);
  isHealing = true;
  network.heal();
  await pass(HEAL_MS / 2);
  for (const guest of guests) if (chance() < 0.3) guest.reload();
  await pass(HEAL_MS / 2);
  // A page that was loaded anew may use a number again: only what is heard from now on can be the last note.
  const heardBefore = new Map(guests.map(({ page }) => [page, page.heard.length]));
  if (isHeld) {
    for (const guest of guests) if (!guest.isGone) guest.page.ask({ type: 'endBreak' });
    await pass(1000);
  }
  const last = playOnce(guests, live());
  await pass(3000);
  await comeToRest();
  const stored = await store.openSessions();
  const pages = guests.flatMap((guest) => [...guest.pages]);
  const swallowed = pages.reduce((sum, page) => sum + page.swallowed.length, 0);
  return { complaints: verdict(), swallowed, ...count, ...amounts() };

  async function comeToRest() {
    for (let tries = 0; tries < 200; tries++) {
      store.release();
      await settled();
      store.hold();
      if (network.inFlight() === 0 && !isCommitting) return;
      await pass(20);
    }
  }

  function playOnce(people: readonly Guest[], state: RoomState | undefined) {
    if (!state) return [];
    const tick = ticksOfBeats(beatAt(state.tempo, time.now()));
    return people
      .filter((guest) => !guest.isGone && guest.role !== 'listener')
      .map((guest) => ({
        guest,
        n: guest.page.ask({
          type: 'playNote',
          played: tick,
          sounds: tick,
          instrument: 'marimba',
          pitch: pitch(60),
          strength: strength(0.5),
          colour: 0.5,
          length: ticks(240),
        }),
      }));
  }

  function verdict(): readonly string[] {
    const complaints = [
      ...ledger.complaints(
        store.kept,
        guests.flatMap(({ pages }) => [...pages]),
      ),
    ];
    const state = live();
    const log = stored.find(({ record }) => record.session === session)?.entries;
    if (!state || !log) return [...complaints, 'the room is not there'];
    const differs = (other: unknown) => !isDeepStrictEqual(asJson(other), asJson(state));
    if (differs(fold(log))) complaints.push('[L2] fold(log) is not the live state');
    for (const { page, seat, heart, isGone, role } of guests) {
      const who = `${seat.member} (${role}, ${heart})`;
      if (isGone) complaints.push(`${who} was sent away: ${page.farewell}`);
      if (!page.isUp) complaints.push(`${who} has not come back`);
      if (differs(page.replica.state)) complaints.push(`[L2] the replica of ${who} is not the live state`);
      if (page.gaps > 0) complaints.push(`[L1] ${who} missed an entry`);
      // What the room refused as too much is offered again for a while, in vain.
      const refused = [...page.told.refused.values()].filter((reason) => reason === 'tooMany').length;
      const open = page.delivery.unstored - refused;
      if (heart === 'always' && open > 0) complaints.push(`[L7] ${open} wishes of ${who} never came through`);
      if (
        heart === 'never' &&
        store.kept.some((write) => write.type === 'line' && write.entry.by === seat.member)
      )
        complaints.push(`[L5] a line of ${who} was kept`);
      for (const { guest, n } of last) {
        const since = page.heard.slice(heardBefore.get(page));
        const isHeard = since.filter(({ by, seq }) => by === guest.seat.member && seq === n).length;
        if (isHeard !== 1)
          complaints.push(`${who} heard the last note of ${guest.seat.member} ${isHeard} times`);
      }
    }
    return complaints;
  }

  function amounts() {
    const kept = store.kept;
    return {
      entries: kept.filter(({ type }) => type === 'entry').length,
      lines: kept.filter(({ type }) => type === 'line').length,
    };
  }
}
