import type { SessionId } from '../../shared/base/ids.ts';
import { REFUSALS, type Refusal } from '../../shared/base/refusal.ts';
import type { AtDoor, Door, Join, Opened, OpenRoom, RoomKey, Seat } from '../../shared/wire/door.ts';

/** What came of asking at the door. `unreachable`: no answer, or one that makes no sense. */
export type DoorAnswer<Value> =
  | { readonly type: 'granted'; readonly value: Value }
  | { readonly type: 'refused'; readonly reason: Refusal }
  | { readonly type: 'unreachable' };

/** A room that a signed-in facilitator opened and that is still open. */
export interface OwnRoom {
  readonly session: SessionId;
  readonly title: string;
}

/** The HTTP side of the door, as the pages use it (the routes are listed in shared/wire/door.ts). Never throws. */
export interface DoorClient {
  /** The number of the language the server speaks. */
  hello(): Promise<DoorAnswer<{ readonly protocol: number }>>;
  /** Signs a facilitator in with the code of a one-time link. */
  signIn(startCode: string): Promise<DoorAnswer<undefined>>;
  /** The signed-in facilitator's open rooms; `undefined` for anyone else. */
  ownRooms(): Promise<DoorAnswer<readonly OwnRoom[] | undefined>>;
  openRoom(room: OpenRoom): Promise<DoorAnswer<Opened>>;
  look(key: RoomKey): Promise<DoorAnswer<Door>>;
  /** Knocks: in at once, or to wait at the door. */
  join(join: Join): Promise<DoorAnswer<AtDoor>>;
  /** What is said to someone who waits; `undefined` to someone who is not known there (any more). */
  atDoor(session: SessionId): Promise<DoorAnswer<AtDoor | undefined>>;
  /** Waits no longer. */
  leaveDoor(session: SessionId): Promise<DoorAnswer<undefined>>;
  /** The seat this browser holds in a room; `undefined` if it holds none. */
  seat(session: SessionId): Promise<DoorAnswer<Seat | undefined>>;
  /** Code and invitation of a room one is in. */
  door(session: SessionId): Promise<DoorAnswer<Opened>>;
}

/** Longer than any network that can carry a room; then we say that nobody answers. */
const PATIENCE_MS = 10_000;

/** The door over `fetch`; the answers are our own server's and are taken as they are. */
export function createDoorClient(ask: typeof fetch = (...args) => fetch(...args)): DoorClient {
  const get = <Value>(path: string) => answered<Value>(() => ask(`/api/${path}`, request('GET')));
  const post = <Value>(path: string, body: unknown) =>
    answered<Value>(() => ask(`/api/${path}`, request('POST', body)));
  return {
    hello: () => get('hello'),
    signIn: (startCode) => post('facilitator', { startCode }),
    async ownRooms() {
      const answer = await get<{ readonly rooms: readonly OwnRoom[] }>('facilitator');
      if (answer.type === 'granted') return { type: 'granted', value: answer.value.rooms };
      return answer.type === 'refused' ? { type: 'granted', value: undefined } : answer;
    },
    openRoom: (room) => post('rooms', room),
    look: (key) => post('look', key),
    async join(join) {
      const answer = await post<Seat | AtDoor>('join', join);
      if (answer.type !== 'granted' || 'type' in answer.value) return answer as DoorAnswer<AtDoor>;
      return { type: 'granted', value: { type: 'in', ...answer.value } };
    },
    async atDoor(session) {
      const answer = await get<AtDoor>(`rooms/${session}/at-door`);
      if (answer.type !== 'refused') return answer;
      // Asked too often is no reason to be forgotten: the next answer will do.
      return isTooOften(answer.reason) ? { type: 'unreachable' } : { type: 'granted', value: undefined };
    },
    leaveDoor: (session) => post(`rooms/${session}/leave-door`, {}),
    async seat(session) {
      const answer = await get<Seat>(`rooms/${session}/seat`);
      return answer.type === 'refused' ? { type: 'granted', value: undefined } : answer;
    },
    door: (session) => get(`rooms/${session}/door`),
  };
}

const isTooOften = (reason: Refusal) => reason === 'tryLater' || reason === 'tooMany';

function request(method: 'GET' | 'POST', body?: unknown): RequestInit {
  const common = { method, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  if (body === undefined) return common;
  return { ...common, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function answered<Value>(ask: () => Promise<Response>): Promise<DoorAnswer<Value>> {
  try {
    const response = await ask();
    if (response.status === 204) return { type: 'granted', value: undefined as Value };
    if (response.ok) return { type: 'granted', value: (await response.json()) as Value };
    // Anything else than a plain refusal (a proxy's page, a server in trouble) is nobody's answer.
    if (response.status >= 500) return { type: 'unreachable' };
    return { type: 'refused', reason: await reasonOf(response) };
  } catch {
    return { type: 'unreachable' };
  }
}

async function reasonOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => undefined)) as { readonly reason?: unknown } | undefined;
  const reason = REFUSALS.find((known) => known === body?.reason);
  return reason ?? (response.status === 429 ? 'tryLater' : 'malformed');
}
