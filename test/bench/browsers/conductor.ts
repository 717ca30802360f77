import { io } from 'socket.io-client';
import type { RoomState } from '../../../shared/room/state.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { type RoomMs, roomMs } from '../../../shared/base/units.ts';
import { PROTOCOL, SOCKET_PATH } from '../../../shared/wire/protocol.ts';
import type { Welcome } from '../../../shared/wire/down.ts';
import type { BenchSeat } from '../support/open-rooms.ts';

/** Someone in the room without a page: asks for the pulse, sets loops, plays notes. */
export interface Conductor {
  wish(wish: Record<string, unknown>): void;
  /** The present tick, by this process's clock. */
  tickNow(): number;
  close(): void;
}

export function conduct(origin: string, seat: BenchSeat): Promise<Conductor> {
  const socket = io(origin, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: seat.cookie, origin },
    auth: { protocol: PROTOCOL, session: seat.session, haveSeq: 0 },
  });
  let n = 0;
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('welcome', (welcome: Welcome) => {
      const offsetMs = welcome.serverMs - performance.now();
      const state = (welcome.room as { state: RoomState }).state;
      const now = (): RoomMs => roomMs(performance.now() + offsetMs);
      resolve({
        wish(wish) {
          n += 1;
          socket.emit('wish', { n, wish });
        },
        tickNow: () => Math.floor(beatAt(state.tempo, now()) * 960),
        close: () => socket.disconnect(),
      });
    });
  });
}
