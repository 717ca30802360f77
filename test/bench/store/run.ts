import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MemberId, memberId, seq, sessionId } from '../../../shared/base/ids.ts';
import { createRandom, type Random } from '../../../shared/base/random.ts';
import { pitch, roomMs, strength, ticks } from '../../../shared/base/units.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import type { Store, Write } from '../../../server/room/ports.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { quantile } from '../support/quantile.ts';

export interface StoreBench {
  /** Size of the closed database over the notes in it, the tables themselves included. */
  readonly bytesANote: number;
  /** The same when strength and place on the drum come rounded to thousandths. */
  readonly bytesARoundedNote: number;
  /** Notes in one go, each an append of its own. */
  readonly notesPerSec: number;
  /** One after the other, each awaited: synced commits. */
  readonly commitsPerSec: number;
  readonly commitP50Ms: number;
  readonly commitP99Ms: number;
  readonly loads: readonly StoreLoadRow[];
}

/** From `append` to synced, while rooms play. */
export interface StoreLoadRow {
  readonly rooms: number;
  readonly notesPerSec: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface StoreBenchOptions {
  /** The built `server/store/worker.ts`; by default where `npm run build` puts it. */
  readonly workerUrl?: URL;
  readonly notes?: number;
  readonly commits?: number;
  readonly seconds?: number;
}

const PLAYERS = 8;
const NOTES_A_PLAYER_SEC = 4;
const OPENED_AT = roomMs(1_800_000_000_000.25);
const SESSION = sessionId('benchsession');
const BUILT = new URL('../../../dist/server/store-worker.js', import.meta.url);

/** What keeping notes costs on the disk this runs on: bytes, and time until synced. */
export async function runStoreBench(options: StoreBenchOptions = {}): Promise<StoreBench> {
  const { workerUrl = BUILT, notes = 20_000, commits = 1000, seconds = 4 } = options;
  const kept = await withStore(workerUrl, (store) => keepMany(store, notes, false));
  const rounded = await withStore(workerUrl, (store) => keepMany(store, notes, true));
  const single = await withStore(workerUrl, (store) => commitSingly(store, commits));
  const loads: StoreLoadRow[] = [];
  for (const rooms of [1, 50])
    loads.push((await withStore(workerUrl, (store) => playRooms(store, rooms, seconds))).found);
  return {
    bytesANote: kept.bytes / notes,
    bytesARoundedNote: rounded.bytes / notes,
    notesPerSec: notes / (kept.found / 1000),
    commitsPerSec: single.found.length / (sum(single.found) / 1000),
    commitP50Ms: quantile(single.found, 0.5),
    commitP99Ms: quantile(single.found, 0.99),
    loads,
  };
}

/** `bytes`: the database once closed, its log moved into it. */
async function withStore<Found>(
  workerUrl: URL,
  measure: (store: Store) => Promise<Found>,
): Promise<{ readonly found: Found; readonly bytes: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'windchime-store-'));
  try {
    const store = await openStore({ dataDir, workerUrl });
    await store.append([sessionWrite]);
    const found = await measure(store);
    await store.close();
    return { found, bytes: statSync(join(dataDir, 'windchime.db')).size };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const sessionWrite: Write = {
  type: 'session',
  record: {
    session: SESSION,
    openedAt: OPENED_AT,
    closedAt: undefined,
    codeHash: 'c'.repeat(64),
    inviteHash: 'd'.repeat(64),
    account: undefined,
    sealedKeys: 'k'.repeat(96),
  },
};

/** Everyone plays at once; how long until all is synced, ms. */
async function keepMany(store: Store, notes: number, isRounded: boolean): Promise<number> {
  const random = createRandom(3);
  const startMs = performance.now();
  for (let done = 0; done < notes; done += 1000) {
    const batch = Array.from({ length: Math.min(1000, notes - done) }, (_, index) =>
      store.append([noteOf(done + index, random, isRounded)]),
    );
    await Promise.all(batch);
  }
  return performance.now() - startMs;
}

async function commitSingly(store: Store, commits: number): Promise<readonly number[]> {
  const random = createRandom(5);
  const lengths: number[] = [];
  for (let index = 0; index < commits; index += 1) {
    const startMs = performance.now();
    await store.append([noteOf(index, random, false)]);
    lengths.push(performance.now() - startMs);
  }
  return lengths;
}

/** Rooms at an even pace, in steps of 10 ms as the room sends them. */
async function playRooms(store: Store, rooms: number, seconds: number): Promise<StoreLoadRow> {
  const random = createRandom(7);
  const perMs = (rooms * PLAYERS * NOTES_A_PLAYER_SEC) / 1000;
  const lengths: number[] = [];
  const waiting: Promise<unknown>[] = [];
  const startMs = performance.now();
  const endMs = startMs + seconds * 1000;
  let played = 0;
  for (let nowMs = startMs; nowMs < endMs; nowMs = performance.now()) {
    while (played < (nowMs - startMs) * perMs) {
      const appendedMs = performance.now();
      const kept = store.append([noteOf(played, random, false)]);
      waiting.push(kept.then(() => lengths.push(performance.now() - appendedMs)));
      played += 1;
    }
    await sleep(10);
  }
  await Promise.all(waiting);
  return {
    rooms,
    notesPerSec: Math.round(played / seconds),
    p50Ms: quantile(lengths, 0.5),
    p99Ms: quantile(lengths, 0.99),
  };
}

/** The players in turn, a note every 31 ms, off the grid as fingers are. */
function noteOf(index: number, random: Random, isRounded: boolean): Write {
  const player = index % PLAYERS;
  const sinceMs = index * 31.3 + random() * 20;
  const place = Math.round(sinceMs * 1.6);
  const fraction = () => {
    const value = 1 - random();
    return isRounded ? Math.round(value * 1000) / 1000 : value;
  };
  return {
    type: 'line',
    session: SESSION,
    entry: {
      seq: seq(Math.floor(index / PLAYERS) + 1),
      at: roomMs(OPENED_AT + sinceMs),
      by: playerOf(player),
      event: {
        type: 'notePlayed',
        played: ticks(place),
        sounds: ticks(place),
        instrument: INSTRUMENT_IDS[player] ?? 'bells',
        pitch: pitch(48 + Math.floor(random() * 36)),
        strength: strength(fraction()),
        colour: fraction(),
        length: ticks(120 + Math.floor(random() * 840)),
      },
    },
  };
}

const playerOf = (player: number): MemberId => memberId(`benchplayer${player}`);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
