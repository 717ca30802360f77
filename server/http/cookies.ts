import type { SessionId } from '../../shared/base/ids.ts';

export const STAFF_COOKIE = 'staff';
export const seatCookie = (session: SessionId) => `seat_${session}`;

/** As long as a staff session lasts at most; a seat ends earlier by itself. */
export const COOKIE_LIFE_SEC = 12 * 60 * 60;

/** The value of a cookie in a request's header, undefined if it is not there or is no token of ours. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  return cookiesOf(header).find((cookie) => cookie.name === name)?.value;
}

/** Cookies whose value could be one of our tokens. */
export function cookiesOf(
  header: string | undefined,
): readonly { readonly name: string; readonly value: string }[] {
  return (header ?? '').split(';').flatMap((pair) => {
    const [, name, value] = /^\s*([a-z0-9_]+)=([A-Za-z0-9_-]{22})\s*$/.exec(pair) ?? [];
    return name && value ? [{ name, value }] : [];
  });
}

/** For `Set-Cookie`: no script reads it, no other site sends it. `Secure` wherever the page is on https. */
export const cookieText = (name: string, token: string, isHttps: boolean): string =>
  `${name}=${token}; Path=/; Max-Age=${COOKIE_LIFE_SEC}; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;

export const goneCookieText = (name: string, isHttps: boolean): string =>
  `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
