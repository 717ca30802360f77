import { assertNever } from '../../shared/base/assert.ts';
import { useSyncExternalStore } from 'react';
import { type SessionId, sessionId } from '../../shared/base/ids.ts';
import type { RoomKey } from '../../shared/wire/door.ts';

/**
 * Where one is, by what stands behind the # of the address, so that nothing of it ever reaches a server's log:
 *
 *   #/                  the front door: enter a code
 *   #/code/KPWDRT       a typed code
 *   #/join/<invite>     an invitation link
 *   #/start/<token>     a facilitator's one-time link
 *   #/open              a facilitator opens a room
 *   #/room/<session>    the room
 */
export type Route =
  | { readonly type: 'welcome' }
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'join'; readonly invite: string }
  | { readonly type: 'start'; readonly token: string }
  | { readonly type: 'open' }
  | { readonly type: 'room'; readonly session: SessionId };

/** Reads an address; what is not known leads to the front door. */
export function readRoute(hash: string): Route {
  const [page = '', value = ''] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'code' && /^[\w]{1,12}$/.test(value)) return { type: 'code', code: value };
  if (page === 'join' && /^[\w-]{22}$/.test(value)) return { type: 'join', invite: value };
  if (page === 'start' && /^[\w-]{22}$/.test(value)) return { type: 'start', token: value };
  if (page === 'room' && /^[a-z0-9]{10,32}$/.test(value)) return { type: 'room', session: sessionId(value) };
  return page === 'open' ? { type: 'open' } : { type: 'welcome' };
}

export function writeRoute(route: Route): string {
  switch (route.type) {
    case 'code':
      return `#/code/${route.code}`;
    case 'join':
      return `#/join/${route.invite}`;
    case 'start':
      return `#/start/${route.token}`;
    case 'room':
      return `#/room/${route.session}`;
    case 'open':
      return '#/open';
    case 'welcome':
      return '#/';
    default:
      return assertNever(route);
  }
}

/**
 * Goes to another page; `replace` where the one before should not be come back to (a used link). `cameBy` is remembered
 * with that place, also through a reload: the way back for someone who leaves.
 */
export function go(route: Route, how: 'push' | 'replace' = 'push', cameBy?: RoomKey): void {
  const hash = writeRoute(route);
  if (how === 'replace') {
    history.replaceState(cameBy === undefined ? undefined : { cameBy }, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else location.hash = hash;
}

/** The page of an invitation or a code. */
export const routeOf = (key: RoomKey): Route =>
  'code' in key ? { type: 'code', code: key.code } : { type: 'join', invite: key.invite };

/** How one came to the place where one is, if that was said on going there. */
export function keptWayIn(state: unknown): RoomKey | undefined {
  const cameBy = (
    state as { readonly cameBy?: { readonly code?: unknown; readonly invite?: unknown } } | null
  )?.cameBy;
  if (typeof cameBy?.code === 'string') return { code: cameBy.code };
  return typeof cameBy?.invite === 'string' ? { invite: cameBy.invite } : undefined;
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** The address as it is now. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => location.hash);
