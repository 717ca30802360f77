import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Server } from 'socket.io';
import * as z from 'zod/mini';
import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import { MAX_MESSAGE_BYTES } from '../../shared/base/limits.ts';
import type { DownEvents, Farewell } from '../../shared/wire/down.ts';
import { PROTOCOL, SOCKET_PATH } from '../../shared/wire/protocol.ts';
import { helloSchema, type UpEvents } from '../../shared/wire/up.ts';
import type { Broadcast, LiveRoom } from '../room/live-room.ts';
import { createAllowances } from './allowances.ts';
import { type LinkDeps, openLink, type RoomSocket, sayFarewell } from './link.ts';
import { createPollGuard } from './poll-guard.ts';
import { cut } from './queue-bound.ts';

/** What sockets need of the rooms. */
export interface SocketRooms {
  room(session: SessionId): LiveRoom | undefined;
  seatOf(session: SessionId, token: string): MemberId | undefined;
}

export interface SocketServerDeps extends LinkDeps {
  /** Whether a request may come from where it says it comes from; asked for each one, also in mid-connection. */
  readonly mayConnect: (request: IncomingMessage) => boolean;
  /** The seat token for a session, from the request's cookies. */
  readonly seatTokenOf: (request: IncomingMessage, session: SessionId) => string | undefined;
}

export interface SocketServer {
  /** For the room of a session: to everyone who is linked to it, encoded once. */
  broadcastTo(session: SessionId): Broadcast;
  /** From here on sockets find their rooms. Until then each is asked to come back. */
  serve(rooms: SocketRooms): void;
  /** Ends every connection in such a way that pages come back by themselves. */
  close(): Promise<void>;
}

/** A link that answers nothing for 1.0 + 2.5 s is gone (TRUST R5: shown as lost and left within 9 s). */
const PING_EVERY_MS = 1000;
const PING_ANSWER_MS = 2500;
/** Connections this process takes on at all (guess: rooms of a large service, and what memory holds). */
const MAX_CONNECTIONS = 5000;

/** Packets a connection may send before it has a seat: its hello, heartbeats, an upgrade from polling. */
const MAX_STRANGER_PACKETS = 20;

/** Socket.IO on an HTTP server. Everything the outside can say to a room goes through here. */
export function createSocketServer(http: HttpServer, deps: SocketServerDeps): SocketServer {
  const { report, monotonicMs } = deps;
  let rooms: SocketRooms | undefined;
  const io = new Server<UpEvents, DownEvents>({
    path: SOCKET_PATH,
    transports: ['websocket', 'polling'],
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_ANSWER_MS,
    connectTimeout: 5000,
    allowRequest: (_request, answer) => {
      const isBusy = io.engine.clientsCount >= MAX_CONNECTIONS;
      if (isBusy) report({ type: 'handshakeRefused', why: 'busy' });
      answer(isBusy ? 'busy' : null, !isBusy);
    },
  });
  io.attach(http);
  io.engine.use(createPollGuard(deps.mayConnect, () => report({ type: 'handshakeRefused', why: 'origin' })));

  const seated = new WeakSet<RoomSocket['conn']>();
  io.engine.on('connection', (conn: RoomSocket['conn']) => {
    let packets = 0;
    conn.on('packet', () => {
      packets++;
      if (packets > MAX_STRANGER_PACKETS && !seated.has(conn)) cut(conn);
    });
  });

  const allowances = createAllowances(monotonicMs);
  io.on('connection', (socket) => {
    try {
      const met = meet(socket, rooms, deps);
      if ('farewell' in met) sayFarewell(socket, met.farewell);
      else {
        seated.add(socket.conn);
        const allowance = allowances.of(met.room.session, met.member);
        openLink(socket, met, met.have, allowance, deps);
      }
    } catch (fault) {
      report({ type: 'bug', during: 'connection', fault });
      sayFarewell(socket, 'serverStopping');
    }
  });

  return {
    broadcastTo: (session) => (batch) => {
      io.to(session).emit('batch', batch);
    },
    serve(found) {
      rooms = found;
    },
    async close() {
      await until(() => io.engine.clientsCount === 0, FLUSH_MS);
      await io.close();
    },
  };
}

/** Farewells get this long to be read before what is left is cut. */
const FLUSH_MS = 1500;

async function until(holds: () => boolean, mostMs: number): Promise<void> {
  for (let waitedMs = 0; !holds() && waitedMs < mostMs; waitedMs += 20) await setTimeout(20);
}

interface Met {
  readonly room: LiveRoom;
  readonly member: MemberId;
  readonly have: { readonly seq: number; readonly epoch: string | undefined };
}

const anyHelloSchema = z.object({ protocol: z.number() });

/** Who this is and where they sit, or why not. */
function meet(
  socket: RoomSocket,
  rooms: SocketRooms | undefined,
  deps: SocketServerDeps,
): Met | { readonly farewell: Farewell } {
  const auth: unknown = socket.handshake.auth;
  const any = anyHelloSchema.safeParse(auth);
  if (any.success && any.data.protocol < PROTOCOL) return { farewell: 'pageTooOld' };
  if (any.success && any.data.protocol > PROTOCOL) return { farewell: 'pageTooNew' };
  const hello = helloSchema.safeParse(auth);
  if (!hello.success) return { farewell: 'seatUnknown' };
  if (!rooms) return { farewell: 'serverStopping' };
  const { session, haveSeq, epoch } = hello.data;
  const token = deps.seatTokenOf(socket.request, session);
  const member = token === undefined ? undefined : rooms.seatOf(session, token);
  const room = rooms.room(session);
  if (member === undefined) return { farewell: 'seatUnknown' };
  if (!room) return { farewell: 'roomClosed' };
  return { room, member, have: { seq: haveSeq, epoch } };
}
