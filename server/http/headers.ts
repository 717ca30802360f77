import type { RequestHandler } from 'express';

/**
 * Styles that React Aria adds to the page while it runs, by the hash of their text: for elements that can be pressed,
 * and for the page under a dialog. A test computes them from the installed version.
 */
export const ADDED_STYLE_HASHES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
] as const;

/** Only what is our own, and of that only what is needed. Tone's clock is a worker made from a blob. */
export function contentPolicy(origin: string): string {
  const socketOrigin = origin.replace(/^http/, 'ws');
  const policy: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...ADDED_STYLE_HASHES],
    // Safari before 15.4 does not count a WebSocket of the same host as 'self'.
    'connect-src': ["'self'", socketOrigin],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'media-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/** Half a year: long enough to protect, short enough to correct. */
const HSTS_SEC = 15_768_000;

/** Nothing of the device but what a musician's browser needs: MIDI keyboards, no lens and no place. */
const DEVICE_POLICY =
  'midi=(self), autoplay=(self), fullscreen=(self), screen-wake-lock=(self), ' +
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()';

/** On every answer, errors too. */
export function securityHeaders(origin: string): RequestHandler {
  const headers: Readonly<Record<string, string>> = {
    'Content-Security-Policy': contentPolicy(origin),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': DEVICE_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(origin.startsWith('https:') ? { 'Strict-Transport-Security': `max-age=${HSTS_SEC}` } : {}),
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
