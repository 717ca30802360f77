import type { IncomingMessage, ServerResponse } from 'node:http';

type Next = (fault?: Error) => void;

/**
 * Stands before every request to the socket's path, the handshake and all that follow:
 *
 * - it must come from one of our own pages;
 * - JSONP, which any page could read as a script, is not spoken;
 * - a client that polls must have been able to take its last answer before it asks for the next one. So unread answers
 *   cannot pile up where the bound on a socket's queue would not see them.
 */
export function createPollGuard(
  mayConnect: (request: IncomingMessage) => boolean,
  onForeign: () => void,
): (request: IncomingMessage, response: ServerResponse, next: Next) => void {
  const answering = new Map<string, ServerResponse>();

  return (request, response, next) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    if (!mayConnect(request) || query.has('j')) {
      onForeign();
      refuse(response, 403);
      return;
    }
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const id = query.get('sid');
    const isPoll = request.method === 'GET' && query.get('transport') === 'polling' && id !== null;
    if (isPoll) {
      const last = answering.get(id);
      if (last && last.headersSent && !last.writableFinished) {
        last.destroy();
        refuse(response, 429);
        return;
      }
      answering.set(id, response);
      response.once('close', () => {
        if (answering.get(id) === response) answering.delete(id);
      });
    }
    next();
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}
