import { WebSocketServer, type WebSocket } from 'ws';

/**
 * The bare limit: a `ws` relay that neither reads nor checks what it passes on. A socket belongs to the room of its URL;
 * what it sends goes to everyone in that room as it came, sender included, as the room's own broadcast does.
 */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();

server.on('connection', (socket, request) => {
  const name = request.url ?? '/';
  const room = rooms.get(name) ?? new Set<WebSocket>();
  rooms.set(name, room.add(socket));
  socket.on('message', (message) => {
    for (const member of room) member.send(message, { binary: false });
  });
  socket.on('close', () => room.delete(socket));
});
server.on('listening', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
