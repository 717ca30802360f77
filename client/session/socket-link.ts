import { io, type Socket } from 'socket.io-client';
import type { SessionId } from '../../shared/base/ids.ts';
import type { DownEvents } from '../../shared/wire/down.ts';
import { PROTOCOL, SOCKET_PATH } from '../../shared/wire/protocol.ts';
import type { UpEvents } from '../../shared/wire/up.ts';
import type { OpenLink } from './link.ts';

/** TIMING: Socket.IO's default of a second is most of a restart's time. */
const RETRY_MS = 250;
const MAX_RETRY_MS = 2000;

/** The link over Socket.IO: WebSocket first, polling only where a network blocks that. */
export const socketLink =
  (session: SessionId, origin = ''): OpenLink =>
  (have, listener) => {
    const socket: Socket<DownEvents, UpEvents> = io(origin, {
      path: SOCKET_PATH,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: RETRY_MS,
      reconnectionDelayMax: MAX_RETRY_MS,
      randomizationFactor: 0.5,
      timeout: 5000,
      auth: (tell) => {
        const { haveSeq, epoch } = have();
        tell({ protocol: PROTOCOL, session, haveSeq, ...(epoch ? { epoch } : {}) });
      },
    });
    let isEnded = false;

    socket.on('welcome', (welcome) => listener.onWelcome(welcome, performance.now()));
    socket.on('batch', (batch) => listener.onBatch(batch, performance.now()));
    socket.on('granted', ({ n }) => listener.onGranted(n));
    socket.on('refused', ({ n, reason }) => listener.onRefused(n, reason));
    socket.on('durable', (durable) => listener.onDurable(durable));
    socket.on('passing', (view) => listener.onPassing(view));
    socket.on('pong', (pong) => listener.onPong(pong, performance.now()));
    socket.on('farewell', ({ why }) => {
      // A server that stops comes back; everything else is an end.
      if (why === 'serverStopping') return;
      isEnded = true;
      socket.disconnect();
      listener.onFarewell(why);
    });
    socket.on('disconnect', (reason) => {
      if (isEnded) return;
      listener.onGone();
      // Socket.IO does not come back by itself when the server cut the link.
      if (reason === 'io server disconnect') socket.connect();
    });

    // Socket.IO would keep what is sent while it is away and deliver it in one burst.
    const whenUp = (send: () => void) => {
      if (socket.connected) send();
    };

    return {
      wish: (n, wish) => whenUp(() => socket.emit('wish', { n, wish })),
      ping: (sentMs) => whenUp(() => socket.volatile.emit('ping', { sentMs })),
      lags: (lags) => whenUp(() => socket.volatile.emit('lag', { lags })),
      get isUp() {
        return socket.connected;
      },
      get usesPolling() {
        return socket.io.engine?.transport.name === 'polling';
      },
      retryNow() {
        if (!isEnded && !socket.connected) socket.disconnect().connect();
      },
      close() {
        isEnded = true;
        socket.disconnect();
      },
    };
  };
