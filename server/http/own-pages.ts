import type { IncomingMessage } from 'node:http';

/** What is needed to know where a request came from. */
export interface Whereabouts {
  /** The one address our pages have. */
  readonly origin: string;
  /** Whether an address is a proxy of ours. */
  readonly isProxy: (address: string | undefined) => boolean;
  /** Our pages are https, and this process speaks plain HTTP to a proxy that has the certificate. */
  readonly isBehindProxy: boolean;
}

/**
 * Whether a request that changes something, or opens a WebSocket, came from one of our own pages: browsers always name
 * the origin of those, and no page can lie about it.
 */
export const namesOwnOrigin = (request: IncomingMessage, { origin }: Whereabouts): boolean =>
  request.headers.origin === origin;

/**
 * For the socket's path: like `namesOwnOrigin`, only that browsers name no origin when a page asks its own server with
 * GET, as it does when polling. Where they say how a request came about, that must be from the same origin.
 */
export function mayConnect(request: IncomingMessage, where: Whereabouts): boolean {
  if (!mayReach(request, where)) return false;
  const { origin, upgrade } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined || upgrade !== undefined || request.method !== 'GET')
    return origin === where.origin;
  return site === undefined || site === 'same-origin';
}

/** Behind a proxy, what came neither through it nor from this machine has crossed the network in the clear. */
export const mayReach = (request: IncomingMessage, { isBehindProxy, isProxy }: Whereabouts): boolean =>
  !isBehindProxy || isProxy(request.socket.remoteAddress) || isThisMachine(request.socket.remoteAddress);

const isThisMachine = (address: string | undefined) => /^(::1|(::ffff:)?127(\.\d+){3})$/i.test(address ?? '');

/**
 * The address a request came from, for counting: the last one in `X-Forwarded-For` that no proxy of ours added. Of an
 * IPv6 address the first 64 bits, since one household or ward has all the rest.
 */
export function addressOf(request: IncomingMessage, { isProxy }: Whereabouts): string {
  let address = request.socket.remoteAddress ?? 'unknown';
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim());
  while (isProxy(address)) {
    const hop = forwarded.pop();
    if (!hop) break;
    address = hop;
  }
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? firstHalf(plain) : plain;
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = [...front, ...zeros, ...back].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
