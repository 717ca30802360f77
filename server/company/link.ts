import { io, type Socket } from 'socket.io-client';
import type { SessionId } from '../../shared/base/ids.ts';
import type { Wish } from '../../shared/event/wish.ts';
import type { Batch, DownEvents, Welcome } from '../../shared/wire/down.ts';
import { PROTOCOL, SOCKET_PATH } from '../../shared/wire/protocol.ts';
import type { UpEvents } from '../../shared/wire/up.ts';

export interface GuestLink {
  wish(n: number, wish: Wish): void;
  ping(sentMs: number): void;
  close(): void;
}

export interface GuestListener {
  onWelcome(welcome: Welcome): void;
  onBatch(batch: Batch): void;
  onPong(pong: { sentMs: number; serverMs: number; epoch: string }): void;
  /** The room said farewell, or the link is gone: a guest does not come back by itself. */
  onGone(): void;
}

/** A guest's socket: the same path, handshake and seat cookie as any browser's. */
export function openGuestLink(
  {
    address,
    origin,
    session,
    cookie,
  }: { address: string; origin: string; session: SessionId; cookie: string },
  listener: GuestListener,
): GuestLink {
  const socket: Socket<DownEvents, UpEvents> = io(address, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    // The server speaks to itself over loopback, where its certificate bears another name.
    rejectUnauthorized: false,
    extraHeaders: { cookie, origin },
    auth: { protocol: PROTOCOL, session, haveSeq: 0 },
  });
  socket.on('welcome', (welcome) => listener.onWelcome(welcome));
  socket.on('batch', (batch) => listener.onBatch(batch));
  socket.on('pong', (pong) => listener.onPong(pong));
  socket.on('farewell', () => listener.onGone());
  socket.on('disconnect', () => listener.onGone());
  socket.on('connect_error', () => listener.onGone());
  return {
    wish: (n, wish) => socket.emit('wish', { n, wish }),
    ping: (sentMs) => socket.emit('ping', { sentMs }),
    close: () => socket.disconnect(),
  };
}
