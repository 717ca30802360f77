import type { Socket } from 'socket.io';
import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import { MAX_SOCKET_QUEUE_BYTES } from '../../shared/base/limits.ts';
import type { DownEvents, Farewell } from '../../shared/wire/down.ts';
import type { UpEvents } from '../../shared/wire/up.ts';
import type { Connection, Disconnected, LiveRoom } from '../room/live-room.ts';
import type { ServerClock } from '../room/ports.ts';
import type { Allowance } from './allowances.ts';
import { cut, dropQueue, watchQueue } from './queue-bound.ts';
import { createReceive } from './receive.ts';
import type { SocketReport } from './reports.ts';

export type RoomSocket = Socket<UpEvents, DownEvents>;

export interface LinkDeps {
  readonly clock: ServerClock;
  readonly monotonicMs: () => number;
  readonly report: (report: SocketReport) => void;
}

/** A farewell has this long to be read before the link is cut. */
const FAREWELL_MS = 1000;

/** Says why and ends the connection; a page that was only cut off comes back by itself, one that was sent away does not. */
export function sayFarewell(socket: RoomSocket, why: Farewell): void {
  socket.emit('farewell', { why });
  const { conn } = socket;
  const isMeantToReturn = why === 'serverStopping';
  if (!isMeantToReturn) socket.disconnect(true);
  closeSoon(conn);
}

/** Once what was said has been taken, or when there was time enough to. */
function closeSoon(conn: RoomSocket['conn']): void {
  conn.close();
  setTimeout(() => cut(conn), FAREWELL_MS).unref();
}

/**
 * One socket in its seat, from the welcome to the end:
 *
 *   refused ◀── connect ──▶ open ──(closed by the room | flooding | reads too slowly | gone)──▶ over
 *
 * Nothing of the room is sent before the room has granted the seat.
 */
export function openLink(
  socket: RoomSocket,
  seat: { readonly room: LiveRoom; readonly member: MemberId },
  have: { readonly seq: number; readonly epoch: string | undefined },
  allowance: Allowance,
  { clock, monotonicMs, report }: LinkDeps,
): void {
  const { room, member } = seat;
  const who: { session: SessionId; member: MemberId } = { session: room.session, member };
  const { conn } = socket;
  let isOver = false;
  let heardAtMs = monotonicMs();
  let disconnected: Disconnected | undefined;

  const end = () => {
    if (isOver) return;
    isOver = true;
    void socket.leave(room.session);
    if (!disconnected) return;
    report({ type: 'linkClosed', ...who });
    try {
      disconnected(monotonicMs() - heardAtMs);
    } catch (fault) {
      report({ type: 'bug', during: 'disconnect', fault });
    }
  };

  const close = (why: Farewell) => {
    if (isOver) return;
    end();
    sayFarewell(socket, why);
  };

  const onFlood = () => {
    if (isOver) return;
    report({ type: 'flooding', ...who });
    close('tooMuch');
  };

  /** The queue goes, so that the farewell is next; a page that reads again comes back and is sent what it missed. */
  const onSlow = () => {
    if (isOver) return;
    report({ type: 'slowReader', ...who });
    end();
    dropQueue(conn);
    socket.emit('farewell', { why: 'tooMuch' });
    closeSoon(conn);
  };

  const connection: Connection = {
    welcome(welcome) {
      socket.emit('welcome', welcome);
      // Not before: what is broadcast until here is in the welcome already.
      void socket.join(room.session);
    },
    granted: (message) => socket.emit('granted', message),
    refused: (message) => socket.emit('refused', message),
    durable: (message) => socket.emit('durable', message),
    passing: (view) => socket.emit('passing', view),
    close,
  };

  const receive = createReceive(allowance, () => clock.now(), {
    onWish: (message) => room.accept(member, message),
    onPing: (sentMs, serverMs) => socket.emit('pong', { sentMs, serverMs, epoch: clock.epoch }),
    onLags: (lags) => room.onLags(member, lags),
    onRefused: (n, reason) => socket.emit('refused', { n, reason }),
    onBug: (during, fault) => report({ type: 'bug', during, fault }),
  });

  socket.on('disconnect', end);
  socket.onAny((event: unknown, message: unknown) => {
    if (!isOver) receive(event, message);
  });
  conn.on('packet', () => {
    heardAtMs = monotonicMs();
    if (!allowance.mayTalk()) onFlood();
  });
  watchQueue(conn, MAX_SOCKET_QUEUE_BYTES, onSlow);

  const granted = room.connect(member, connection, have);
  if (granted.type === 'refused') {
    close(granted.reason === 'roomClosed' ? 'roomClosed' : 'seatUnknown');
    return;
  }
  disconnected = granted.value;
  report({ type: 'linkOpened', ...who });
}
