import { io, type Socket } from 'socket.io-client';
import type { DownEvents } from '../../../shared/wire/down.ts';
import type { Opened } from '../../../shared/wire/door.ts';
import { PROTOCOL, SOCKET_PATH } from '../../../shared/wire/protocol.ts';
import type { UpEvents } from '../../../shared/wire/up.ts';
import type { Edge } from './edge.ts';

/** One browser: its cookies, and requests as a page of ours makes them. */
export interface Browser {
  readonly cookies: Map<string, string>;
  readonly cookieLines: readonly string[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  cookieHeader(): string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export function createBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const cookieLines: string[] = [];
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    for (const line of response.headers.getSetCookie()) {
      cookieLines.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  };

  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method,
      headers: { 'content-type': 'application/json', origin, cookie: cookieHeader(), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  return {
    cookies,
    cookieLines,
    cookieHeader,
    get: (path, headers = {}) => ask(path, { headers: { cookie: cookieHeader(), ...headers } }),
    post: (path, body, headers = {}) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path, {}),
  };
}

export const PLAN = {
  title: 'Tuesday group',
  place: 'apart',
  bpm: 84,
  metre: '4/4',
  frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
  instruments: ['kalimba', 'marimba'],
  hasDoor: false,
  listening: 'announced',
  arc: [],
  goals: '',
};

export const newcomer = (name?: string, more: Record<string, unknown> = {}) => ({
  ...(name === undefined ? {} : { name }),
  shape: 'circle',
  role: 'player',
  isKept: false,
  ...more,
});

/** Of the account that makes itself with the start link. */
export const FACILITATOR = { loginName: 'ada', displayName: 'Ada', password: 'correct horse battery' };

/** Makes the first account, or signs in with it where it is there already: on a fresh browser each time. */
export async function signInAsFacilitator(edge: Pick<Edge, 'origin' | 'startCodes'>): Promise<Browser> {
  const browser = createBrowser(edge.origin);
  const { loginName, password } = FACILITATOR;
  const [startCode] = edge.startCodes;
  const made = startCode
    ? await browser.post('/api/staff/first-account', { startCode, ...FACILITATOR })
    : undefined;
  if (made?.status === 201) return browser;
  const answer = await browser.post('/api/staff/sign-in', { loginName, password });
  if (answer.status !== 200) throw new Error(`Sign-in answered ${answer.status}`);
  return browser;
}

/** Signs in as the facilitator and opens a room. */
export async function openRoom(edge: Edge): Promise<{ readonly browser: Browser } & Opened> {
  const browser = await signInAsFacilitator(edge);
  const opened = await browser.post('/api/rooms', { plan: PLAN, newcomer: newcomer('Ada') });
  if (opened.status !== 201) throw new Error(`Opening answered ${opened.status}`);
  return { browser, ...(opened.body as Opened) };
}

export async function joinRoom(
  edge: Edge,
  room: Opened,
  name: string,
): Promise<{ readonly browser: Browser; readonly you: string }> {
  const browser = createBrowser(edge.origin);
  const answer = await browser.post('/api/join', { key: { invite: room.invite }, newcomer: newcomer(name) });
  if (answer.status !== 201) throw new Error(`Joining answered ${answer.status}`);
  return { browser, you: (answer.body as { you: string }).you };
}

type Client = Socket<DownEvents, UpEvents>;
export interface Heard {
  readonly event: string;
  readonly message: unknown;
}

/** A page with its socket, and everything it was sent. */
export interface Page {
  readonly socket: Client;
  readonly heard: readonly Heard[];
  /** Messages of one kind, in order. */
  all<Event extends keyof DownEvents>(event: Event): readonly Parameters<DownEvents[Event]>[0][];
  /** The first message of a kind that fits, also one that came before. */
  next<Event extends keyof DownEvents>(
    event: Event,
    fits?: (message: Parameters<DownEvents[Event]>[0]) => boolean,
  ): Promise<Parameters<DownEvents[Event]>[0]>;
  /** Resolves when everything sent to this page before now has arrived. */
  settled(): Promise<void>;
  /** Resolves with Socket.IO's reason when the link is gone. */
  readonly gone: Promise<string>;
  close(): void;
}

export interface PageOptions {
  readonly transports?: string[];
  readonly hello?: Record<string, unknown>;
  readonly origin?: string | undefined;
  readonly cookie?: string;
}

export function openPage(edge: Edge, browser: Browser, session: string, options: PageOptions = {}): Page {
  const { transports = ['websocket'], hello = {}, cookie = browser.cookieHeader() } = options;
  const origin = 'origin' in options ? options.origin : edge.origin;
  const socket: Client = io(edge.origin, {
    path: SOCKET_PATH,
    transports,
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL, session, haveSeq: 0, ...hello },
    extraHeaders: { cookie, ...(origin === undefined ? {} : { origin }) },
  });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  socket.onAny((event: string, message: unknown) => {
    heard.push({ event, message });
    for (const check of waiting) check();
  });
  const gone = new Promise<string>((resolve) => {
    socket.once('disconnect', resolve);
    socket.once('connect_error', (fault) => resolve(`connect_error: ${fault.message}`));
  });
  const all = (event: string) => heard.filter((one) => one.event === event).map((one) => one.message);

  const next = (event: string, fits: (message: never) => boolean = () => true) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`No ${event} that fits among ${JSON.stringify(heard.map((one) => one.event))}`));
      }, 5000);
      const check = () => {
        const found = all(event).find((message) => fits(message as never));
        if (found === undefined) return;
        clearTimeout(late);
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });

  let pings = 0;
  return {
    socket,
    heard,
    gone,
    all: all as Page['all'],
    next: next as Page['next'],
    async settled() {
      const sentMs = 1_000_000 + pings++;
      socket.emit('ping', { sentMs });
      await next('pong', (pong: { sentMs: number }) => pong.sentMs === sentMs);
    },
    close: () => socket.close(),
  };
}
