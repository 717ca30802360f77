import { WebSocketServer } from 'ws';

/**
 * The bare limit: a `ws` relay that neither reads nor checks what it passes on. A socket belongs to the room of its URL;
 * what it sends goes to everyone in that room as it came, sender included, as the room's own broadcast does. Plain
 * JavaScript, since it runs in a process of its own without a build.
 */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const rooms = new Map();

server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('message', (message) => {
    for (const member of room) member.send(message, { binary: false });
  });
  socket.on('close', () => room.delete(socket));
});
server.on('listening', () => {
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`);
});
