import type { Socket } from 'socket.io';

type Conn = Socket['conn'];

/** As much of Engine.IO's own connection as is needed to see and to empty its queue. */
interface Inside {
  readonly writeBuffer: unknown[];
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number; terminate?(): void } };
}
const inside = (conn: Conn) => conn as unknown as Inside;

/**
 * Watches what waits to be sent over one connection: in Engine.IO's queue, and handed to the WebSocket but not yet to
 * the network. A client that reads nothing but answers pings would otherwise grow it without end.
 *
 * Counted in characters of JSON, which are bytes but for names beyond ASCII.
 */
export function watchQueue(conn: Conn, mostChars: number, onOver: () => void): void {
  let waiting = 0;
  conn.on('packetCreate', (packet) => {
    waiting += typeof packet.data === 'string' ? packet.data.length : 0;
    if (waiting + (inside(conn).transport.socket?.bufferedAmount ?? 0) > mostChars) onOver();
  });
  conn.on('flush', () => {
    waiting = 0;
  });
}

/** Takes back what has not been handed to the network yet. */
export function dropQueue(conn: Conn): void {
  inside(conn).writeBuffer.length = 0;
}

/** Cuts the link without waiting for the other side. */
export function cut(conn: Conn): void {
  const { socket } = inside(conn).transport;
  if (socket?.terminate) socket.terminate();
  else conn.close(true);
}
