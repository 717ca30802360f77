import { WebSocket } from 'ws';
import { PROTOCOL, SOCKET_PATH } from '../../../shared/wire/protocol.ts';
import type { BenchSeat } from '../support/open-rooms.ts';

/** One simulated player: plays when told, and reports every note it gets back with the moment it got it. */
export interface RelayPlayer {
  play(n: number): void;
  close(): void;
}

export type OnDelivery = (by: string, n: number, atMs: number) => void;

/**
 * A player on our server, as light as a client can be: it speaks Socket.IO's text frames itself, so that the machine is
 * busy with the server and not with the load.
 */
export function joinOurs(origin: string, seat: BenchSeat, onDelivery: OnDelivery): Promise<RelayPlayer> {
  const url = `${origin.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { cookie: seat.cookie, origin }, perMessageDeflate: false });
  let zero = { roomMs: 0, localMs: 0, openedAt: 0, bpm: 100 };
  return new Promise((ready, failed) => {
    socket.on('error', failed);
    const onText = (text: string, atMs: number) => {
      if (text === '2') socket.send('3');
      else if (text.startsWith('0{')) socket.send(`40${hello}`);
      else if (text.startsWith('42["batch"')) onBatch(text, atMs);
      else if (text.startsWith('42["welcome"')) onWelcome(text, atMs);
    };
    const hello = JSON.stringify({ protocol: PROTOCOL, session: seat.session, haveSeq: 0 });
    const onBatch = (text: string, atMs: number) => {
      const [, batch] = JSON.parse(text.slice(2)) as [string, { lines?: { by: string; seq: number }[] }];
      for (const line of batch.lines ?? []) onDelivery(line.by, line.seq, atMs);
    };
    const onWelcome = (text: string, atMs: number) => {
      const [, welcome] = JSON.parse(text.slice(2)) as [
        string,
        { serverMs: number; room: { state: { openedAt: number } } },
      ];
      zero = { ...zero, roomMs: welcome.serverMs, localMs: atMs, openedAt: welcome.room.state.openedAt };
      ready({
        play(n) {
          const roomMs = zero.roomMs + performance.now() - zero.localMs;
          const tick = Math.max(0, Math.floor(((roomMs - zero.openedAt) / 60_000) * zero.bpm * 960) - 5);
          socket.send(`42["wish",{"n":${n},"wish":${noteWish(tick)}}]`);
        },
        close: () => socket.close(),
      });
    };
    socket.on('message', (data: Buffer) => onText(data.toString(), performance.now()));
  });
}

/** A player on the bare relay; sends what our server would send on: the same fields, one note a message. */
export function joinBare(
  port: number,
  room: string,
  by: string,
  onDelivery: OnDelivery,
): Promise<RelayPlayer> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${room}`, { perMessageDeflate: false });
  return new Promise((ready, failed) => {
    socket.on('error', failed);
    socket.on('message', (data: Buffer) => {
      const atMs = performance.now();
      const [, batch] = JSON.parse(data.toString().slice(2)) as [
        string,
        { lines: { by: string; seq: number }[] },
      ];
      for (const line of batch.lines) onDelivery(line.by, line.seq, atMs);
    });
    socket.on('open', () =>
      ready({
        play(n) {
          const entry = `{"seq":${n},"at":1700000000000.125,"by":"${by}","event":${noteWish(123_456).replace('playNote', 'notePlayed')}}`;
          socket.send(`42["batch",{"serverMs":1700000000000.125,"lines":[${entry}]}]`);
        },
        close: () => socket.close(),
      }),
    );
  });
}

const noteWish = (tick: number) =>
  `{"type":"playNote","played":${tick},"sounds":${tick},"instrument":"marimba","pitch":64,"strength":0.6,"colour":0.5,"length":240}`;
