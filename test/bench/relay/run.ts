import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { startMeasured, type Measured } from '../support/measured-process.ts';
import { join, openRoom, signIn } from '../support/open-rooms.ts';
import { quantile } from '../support/quantile.ts';
import { joinBare, joinOurs, type OnDelivery, type RelayPlayer } from './players.ts';

export interface RelayRow {
  readonly who: 'windchime' | 'bare ws';
  readonly deliveries: number;
  readonly deliveriesPerSec: number;
  readonly lost: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server a delivery, microseconds. */
  readonly cpuUs: number;
}

export interface RelayLoad {
  readonly rooms: number;
  readonly notesPerSec: number;
  readonly seconds: number;
}

const PLAYERS = 8;

/** Rooms of eight players, each playing at an even rate, at our server and then at a bare `ws` relay. */
export async function runRelayBench(
  scripts: { readonly server: string; readonly bare: string },
  load: RelayLoad,
): Promise<readonly RelayRow[]> {
  return [await measureOurs(scripts.server, load), await measureBare(scripts.bare, load)];
}

async function measureOurs(script: string, load: RelayLoad): Promise<RelayRow> {
  const dataDir = mkdtempSync(joinPath(tmpdir(), 'windchime-relay-'));
  const server = startMeasured(script, {
    PORT: '18231',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    TRUSTED_PROXY: '127.0.0.1',
  });
  try {
    const [link] = await server.line(/http:\/\/[^\s]*#\/start\/[\w-]+/);
    const { origin } = new URL(link);
    const staff = await signIn(origin, link);
    const tally = createTally();
    const players: RelayPlayer[] = [];
    for (let room = 0; room < load.rooms; room++) {
      const from = `10.0.0.${room + 1}`;
      const opened = await openRoom(origin, staff, 100, from);
      const seats = [opened];
      for (let n = 1; n < PLAYERS; n++)
        seats.push({ ...opened, ...(await join(origin, opened.invite, from)) });
      for (const seat of seats) {
        const player = await joinOurs(origin, seat, tally.onDelivery);
        players.push(tally.watched(player, seat.you));
      }
    }
    return { who: 'windchime', ...(await measure(server, players, tally, load)) };
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureBare(script: string, load: RelayLoad): Promise<RelayRow> {
  const server = startMeasured(script);
  try {
    const [, port] = await server.line(/"port":(\d+)/);
    const tally = createTally();
    const players: RelayPlayer[] = [];
    for (let room = 0; room < load.rooms; room++)
      for (let n = 0; n < PLAYERS; n++) {
        const by = `player${room}x${n}`.padEnd(16, '0');
        players.push(tally.watched(await joinBare(Number(port), String(room), by, tally.onDelivery), by));
      }
    return { who: 'bare ws', ...(await measure(server, players, tally, load)) };
  } finally {
    await server.stop();
  }
}

/** Notes on their way, and how long each took to each of the eight. */
function createTally() {
  const sentAtMs = new Map<string, number>();
  let lagsMs: number[] = [];
  const onDelivery: OnDelivery = (by, n, atMs) => {
    const sent = sentAtMs.get(`${by}:${n}`);
    if (sent !== undefined) lagsMs.push(atMs - sent);
  };
  return {
    onDelivery,
    watched: (player: RelayPlayer, by: string): RelayPlayer => ({
      play(n) {
        sentAtMs.set(`${by}:${n}`, performance.now());
        player.play(n);
      },
      close: () => player.close(),
    }),
    begin() {
      sentAtMs.clear();
      lagsMs = [];
    },
    get lagsMs(): readonly number[] {
      return lagsMs;
    },
    get sent() {
      return sentAtMs.size;
    },
  };
}

async function measure(
  server: Measured,
  players: readonly RelayPlayer[],
  tally: ReturnType<typeof createTally>,
  load: RelayLoad,
): Promise<Omit<RelayRow, 'who'>> {
  const numbers = players.map(() => 0);
  const playFor = async (seconds: number) => {
    const beganMs = performance.now();
    const gapMs = 1000 / (load.notesPerSec * players.length);
    const total = seconds * load.notesPerSec * players.length;
    for (let sent = 0; sent < total; ) {
      const due = Math.min(total, Math.floor((performance.now() - beganMs) / gapMs));
      for (; sent < due; sent++) {
        const player = (sent * 5) % players.length;
        const n = (numbers[player] = (numbers[player] ?? 0) + 1);
        players[player]?.play(n);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  await playFor(2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  tally.begin();
  const cpuBefore = server.cpuMs();
  const beganMs = performance.now();
  await playFor(load.seconds);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const cpuMs = server.cpuMs() - cpuBefore;
  const tookSec = (performance.now() - beganMs - 500) / 1000;
  for (const player of players) player.close();
  const { lagsMs } = tally;
  return {
    deliveries: lagsMs.length,
    deliveriesPerSec: lagsMs.length / tookSec,
    lost: tally.sent * PLAYERS - lagsMs.length,
    p50Ms: quantile(lagsMs, 0.5),
    p99Ms: quantile(lagsMs, 0.99),
    cpuUs: (cpuMs * 1000) / lagsMs.length,
  };
}
