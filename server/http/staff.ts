import { randomBytes } from 'node:crypto';
import { type RoomMs, roomMs } from '../../shared/base/units.ts';
import type { ServerClock, Store } from '../room/ports.ts';
import { COOKIE_LIFE_SEC } from './cookies.ts';
import { isSame } from './same.ts';

/** Not used for this long, and not in a running session: over. */
const IDLE_MS = 15 * 60_000;
const LIFE_MS = COOKIE_LIFE_SEC * 1000;

/**
 * Facilitators of this server. There are no accounts: whoever opens a start link, which the operator alone is shown, is
 * one. A link opens once; then the operator is shown the next.
 *
 *   start code ──signIn──▶ token in a cookie ──(12 h | 15 min unused | out of any room)──▶ over
 */
export interface Staff {
  /** A token for the cookie, on disk already; undefined for a code that is not, or no longer, the one. */
  signIn(startCode: string): Promise<string | undefined>;
  /** Whether it holds now; if so it counts as used. `isInSession`: this browser has a seat in an open room. */
  holds(token: string, isInSession: boolean): Promise<boolean>;
}

export interface StaffDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append' | 'isStaff'>;
  readonly hash: (text: string) => string;
  readonly newToken: () => string;
  /** A start code to be shown to the operator, once at the start and after each use. Only its hash is kept. */
  readonly onStartCode: (startCode: string) => void;
}

export function createStaff({ clock, store, hash, newToken, onStartCode }: StaffDeps): Staff {
  const usedAt = new Map<string, RoomMs>();
  let startHash = '';

  const renewStartCode = () => {
    const startCode = newToken();
    startHash = hash(startCode);
    onStartCode(startCode);
  };
  renewStartCode();

  const end = (tokenHash: string) => {
    usedAt.delete(tokenHash);
    return store.append([{ type: 'staffGone', tokenHash }]);
  };

  return {
    async signIn(startCode) {
      if (!isSame(hash(startCode), startHash)) return undefined;
      // Spent before anything is awaited: of two at once, one gets in.
      startHash = randomBytes(32).toString('hex');
      const token = newToken();
      const tokenHash = hash(token);
      try {
        await store.append([{ type: 'staff', tokenHash, expiresAt: roomMs(clock.now() + LIFE_MS) }]);
      } finally {
        renewStartCode();
      }
      usedAt.set(tokenHash, clock.now());
      return token;
    },
    async holds(token, isInSession) {
      const tokenHash = hash(token);
      const now = clock.now();
      // After a restart nobody knows when it was last used; it gets the benefit of the doubt.
      const idleMs = now - (usedAt.get(tokenHash) ?? now);
      if (!(await store.isStaff(tokenHash, now))) {
        usedAt.delete(tokenHash);
        return false;
      }
      if (idleMs > IDLE_MS && !isInSession) {
        await end(tokenHash);
        return false;
      }
      usedAt.set(tokenHash, now);
      return true;
    },
  };
}
