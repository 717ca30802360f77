import { WebSocket } from 'ws';
import { SEAT_NOTES_PER_SEC } from '../../../shared/base/limits.ts';
import { SHAPES } from '../../../shared/event/look.ts';
import { PROTOCOL, SOCKET_PATH } from '../../../shared/wire/protocol.ts';
import { HUSH_MS } from '../../../client/player/plan-levels.ts';
import type { BenchServer } from '../browsers/with-server.ts';
import { type BenchSeat, join } from '../support/open-rooms.ts';
import { quantile } from '../support/quantile.ts';

export interface HoldRow {
  readonly what: 'hush' | 'tempo';
  readonly members: number;
  readonly times: number;
  /** From the facilitator's tap to each member's browser. */
  readonly arrivedP50Ms: number;
  readonly arrivedP95Ms: number;
  /** From the tap until it is so at each member: silent, or the bar line from which the new tempo holds for all alike. */
  readonly effectP50Ms: number;
  readonly effectP95Ms: number;
}

const MEMBERS = 24;
const TIMES = 20;
const EVERY_MS = 400;
/** Far below what a seat may, together near what a room may (TRUST: 240 a second). */
const NOTES_PER_SEC = Math.min(8, SEAT_NOTES_PER_SEC);
const NOTE_EVERY_MS = 1000 / NOTES_PER_SEC;

/** A full room, everybody playing, while the facilitator hushes it and changes its tempo again and again. */
export async function runHoldBench({ origin, open }: BenchServer): Promise<readonly HoldRow[]> {
  const room = await open(100);
  const seats: BenchSeat[] = [room];
  for (let n = 1; n < MEMBERS; n++)
    seats.push({ ...room, ...(await join(origin, room.invite, undefined, SHAPES[n % SHAPES.length])) });
  const members = await Promise.all(seats.map((seat) => openMember(origin, seat)));
  const playing = members.map((member) => setInterval(() => member.play(), NOTE_EVERY_MS));
  try {
    const hush = await measure(members, 'hushed', (turn) =>
      turn % 2 === 0 ? { type: 'hush' } : { type: 'liftHush' },
    );
    const tempo = await measure(members, 'tempoSet', (turn) => ({
      type: 'setTempo',
      bpm: 90 + 2 * turn,
      glideBars: 0,
    }));
    const rows = [
      { what: 'hush', found: hush, effects: hush.effects.map(({ arrivedMs }) => arrivedMs + HUSH_MS) },
      { what: 'tempo', found: tempo, effects: tempo.effects.map(({ effectMs }) => effectMs) },
    ] as const;
    return rows.map(({ what, found, effects }) => ({
      what,
      members: MEMBERS,
      times: found.effects.length / MEMBERS,
      arrivedP50Ms: quantile(arrivalsOf(found), 0.5),
      arrivedP95Ms: quantile(arrivalsOf(found), 0.95),
      effectP50Ms: quantile(effects, 0.5),
      effectP95Ms: quantile(effects, 0.95),
    }));
  } finally {
    for (const timer of playing) clearInterval(timer);
    for (const member of members) member.close();
  }
}

interface Effect {
  readonly arrivedMs: number;
  readonly effectMs: number;
}

interface Found {
  readonly effects: readonly Effect[];
}

const arrivalsOf = ({ effects }: Found) => effects.map(({ arrivedMs }) => arrivedMs);

async function measure(
  members: readonly Member[],
  event: string,
  wishOf: (turn: number) => unknown,
): Promise<Found> {
  const effects: Effect[] = [];
  let sentAtMs = 0;
  for (const member of members) {
    member.onEvent = (type, atMs, holdsInMs) => {
      if (type === event) effects.push({ arrivedMs: atMs - sentAtMs, effectMs: atMs - sentAtMs + holdsInMs });
    };
  }
  for (let turn = 0; turn < TIMES; turn++) {
    sentAtMs = performance.now();
    members[0]?.wish(wishOf(turn));
    await new Promise((done) => setTimeout(done, EVERY_MS));
  }
  return { effects };
}

interface Member {
  wish(wish: unknown): void;
  play(): void;
  close(): void;
  /** `holdsInMs`: how long after its arrival the change holds. */
  onEvent: (type: string, atMs: number, holdsInMs: number) => void;
}

interface Grid {
  readonly openedAt: number;
  bpm: number;
  beatAtChange: number;
  changedAtMs: number;
}

/** A member as light as a client can be, so that the machine is busy with the server and not with the load. */
function openMember(origin: string, seat: BenchSeat): Promise<Member> {
  const url = `${origin.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { cookie: seat.cookie, origin }, perMessageDeflate: false });
  let n = 0;
  let roomMinusLocalMs = 0;
  let grid: Grid = { openedAt: 0, bpm: 100, beatAtChange: 0, changedAtMs: 0 };
  const send = (wish: unknown) => socket.send(`42${JSON.stringify(['wish', { n: ++n, wish }])}`);
  const beatAt = (roomMs: number) => grid.beatAtChange + ((roomMs - grid.changedAtMs) / 60_000) * grid.bpm;
  const member: Member = {
    wish: send,
    play() {
      const tick = Math.max(0, Math.floor(beatAt(performance.now() + roomMinusLocalMs) * 960) - 5);
      send({
        type: 'playNote',
        played: tick,
        sounds: tick,
        instrument: 'marimba',
        pitch: 62,
        strength: 0.6,
        colour: 0.5,
        length: 240,
      });
    },
    close: () => socket.close(),
    onEvent: () => undefined,
  };
  return new Promise((ready, failed) => {
    socket.on('error', failed);
    socket.on('message', (data: Buffer) => {
      const atMs = performance.now();
      const text = data.toString();
      if (text === '2') socket.send('3');
      else if (text.startsWith('0{'))
        socket.send(`40${JSON.stringify({ protocol: PROTOCOL, session: seat.session, haveSeq: 0 })}`);
      else if (text.startsWith('42["welcome"')) {
        const [, welcome] = JSON.parse(text.slice(2)) as [
          string,
          { serverMs: number; room: { state: { openedAt: number } } },
        ];
        roomMinusLocalMs = welcome.serverMs - atMs;
        const { openedAt } = welcome.room.state;
        grid = { openedAt, bpm: 100, beatAtChange: 0, changedAtMs: openedAt };
        ready(member);
      } else if (text.startsWith('42["batch"') && text.includes('"entries"')) {
        const [, batch] = JSON.parse(text.slice(2)) as [
          string,
          { entries: { event: { type: string; from?: number; bpm?: number } }[] },
        ];
        for (const { event } of batch.entries) {
          const { type, from, bpm } = event;
          const holdsAtMs =
            from === undefined ? 0 : grid.changedAtMs + ((from - grid.beatAtChange) / grid.bpm) * 60_000;
          if (type === 'tempoSet' && from !== undefined && bpm !== undefined)
            grid = { ...grid, bpm, beatAtChange: from, changedAtMs: holdsAtMs };
          member.onEvent(type, atMs, from === undefined ? 0 : holdsAtMs - (atMs + roomMinusLocalMs));
        }
      }
    });
  });
}
