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
 *   #/room/<session>    the room
 *
 * and, for those who work here:
 *
 *   #/start/<code>           the first account, by the link the server printed
 *   #/welcome-staff/<token>  an invitation to work here, or a new password
 *   #/sign-in                signing in
 *   #/staff                  one's rooms and plans
 *   #/open, #/open/<plan>    opening a room, as it is or as it was planned
 *   #/plan, #/plan/<plan>    a plan for later
 *   #/account                one's own account
 *   #/admin                  all accounts and the settings of the service
 */
export type Route =
  | { readonly type: 'welcome' }
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'join'; readonly invite: string }
  | { readonly type: 'room'; readonly session: SessionId }
  | StaffRoute;

/** Pages of those who work here. */
export type StaffRoute =
  | { readonly type: 'start' | 'welcomeStaff'; readonly token: string }
  | { readonly type: 'open' | 'plan'; readonly plan: string | undefined }
  | { readonly type: 'signIn' | 'staff' | 'account' | 'admin' };

const OF_STAFF: ReadonlySet<Route['type']> = new Set<StaffRoute['type']>([
  'start',
  'welcomeStaff',
  'signIn',
  'staff',
  'open',
  'plan',
  'account',
  'admin',
]);
/** Whether a page is one of those who work here: they share who is signed in. */
export const isOfStaff = ({ type }: Route): boolean => OF_STAFF.has(type);

/** Reads an address; what is not known leads to the front door. */
export function readRoute(hash: string): Route {
  const [page = '', value = ''] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'code' && /^[\w]{1,12}$/.test(value)) return { type: 'code', code: value };
  if (page === 'join' && /^[\w-]{22}$/.test(value)) return { type: 'join', invite: value };
  if (page === 'room' && /^[a-z0-9]{10,32}$/.test(value)) return { type: 'room', session: sessionId(value) };
  return readStaffRoute(page, value) ?? { type: 'welcome' };
}

const STAFF_PAGES: ReadonlyMap<string, 'signIn' | 'staff' | 'account' | 'admin'> = new Map([
  ['sign-in', 'signIn'],
  ['staff', 'staff'],
  ['account', 'account'],
  ['admin', 'admin'],
]);

function readStaffRoute(page: string, value: string): StaffRoute | undefined {
  const isToken = /^[\w-]{22}$/.test(value);
  if (page === 'start' && isToken) return { type: 'start', token: value };
  if (page === 'welcome-staff' && isToken) return { type: 'welcomeStaff', token: value };
  if (page === 'open' || page === 'plan')
    return { type: page, plan: /^[a-z0-9]{10,32}$/.test(value) ? value : undefined };
  const type = STAFF_PAGES.get(page);
  return type && { type };
}

export function writeRoute(route: Route): string {
  switch (route.type) {
    case 'code':
      return `#/code/${route.code}`;
    case 'join':
      return `#/join/${route.invite}`;
    case 'start':
      return `#/start/${route.token}`;
    case 'welcomeStaff':
      return `#/welcome-staff/${route.token}`;
    case 'room':
      return `#/room/${route.session}`;
    case 'open':
    case 'plan':
      return route.plan === undefined ? `#/${route.type}` : `#/${route.type}/${route.plan}`;
    case 'signIn':
      return '#/sign-in';
    case 'staff':
    case 'account':
    case 'admin':
      return `#/${route.type}`;
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
