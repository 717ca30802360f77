import { type RoomMs, roomMs } from '../../../shared/base/units.ts';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { StaffSessionRecord } from '../../room/account-ports.ts';
import type { After, ServerClock, Store } from '../../room/ports.ts';
import { COOKIE_LIFE_SEC } from '../cookies.ts';

/** Not used for this long, and not in a running room: over (TRUST section 3). */
export const IDLE_MS = 15 * 60_000;
const LIFE_MS = COOKIE_LIFE_SEC * 1000;
/** How often it is looked whether a browser is still in a running room, and what is over is forgotten. */
const ROUND_MS = 30_000;
/** Signed-in browsers of one account; the one that ends first gives way. */
const MAX_OF_AN_ACCOUNT = 20;
/** A commit takes milliseconds; on a full disk people sign in and out all the same, and again after a restart. */
const MAX_WAIT_FOR_DISK_MS = 3000;

/**
 * Signed-in browsers.
 *
 *   begin ──▶ token in a cookie ──(12 h | 15 min unused and in no running room | ended)──▶ over
 *
 * A seat in a room that runs counts as use, at every moment and not only when something is asked: whoever comes out of a
 * long session has a quarter of an hour, as after a click.
 */
export interface StaffSessions {
  /** A token for the cookie, of a browser that had none; on disk already. */
  begin(account: string): Promise<string>;
  /** Whose browser it is, if it is signed in; that counts as use. `seats`: the rooms this browser now has a seat in. */
  use(token: string, seats: readonly SessionId[]): string | undefined;
  end(token: string): Promise<void>;
  /** All browsers of an account. */
  endAll(account: string): Promise<void>;
  stop(): void;
}

export interface StaffSessionsDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append'>;
  readonly after: After;
  readonly hash: (text: string) => string;
  readonly newToken: () => string;
  /** Whether the room is open. */
  readonly isRunning: (session: SessionId) => boolean;
  /** Whether a room that this account opened is open. */
  readonly holdsRoom: (account: string) => boolean;
  /** The disk refused what nobody waits for. */
  readonly onFault: (fault: unknown) => void;
}

interface SignedIn extends StaffSessionRecord {
  usedAt: RoomMs;
  seats: readonly SessionId[];
}

export function createStaffSessions(
  known: readonly StaffSessionRecord[],
  { clock, store, after, hash, newToken, isRunning, holdsRoom, onFault }: StaffSessionsDeps,
): StaffSessions {
  // After a restart nobody knows when each was last used; they get the benefit of the doubt.
  const browsers = new Map<string, SignedIn>(
    known.map((record) => [record.tokenHash, { ...record, usedAt: clock.now(), seats: [] }]),
  );

  const storedOrSoon = (stored: Promise<void>) =>
    Promise.race([
      stored,
      new Promise<void>((done) => {
        const cancel = after(MAX_WAIT_FOR_DISK_MS, done);
        stored.finally(cancel).catch(() => {});
      }),
    ]);

  const forget = (tokenHashes: readonly string[]): Promise<void> => {
    const gone = tokenHashes.filter((tokenHash) => browsers.delete(tokenHash));
    if (gone.length === 0) return Promise.resolve();
    return storedOrSoon(store.append(gone.map((tokenHash) => ({ type: 'staffGone', tokenHash }))));
  };

  const isInRoom = ({ account, seats }: SignedIn) => seats.some(isRunning) || holdsRoom(account);
  const isOver = ({ expiresAt, usedAt }: SignedIn, now: RoomMs) => expiresAt <= now || now - usedAt > IDLE_MS;
  const ofAccount = (account: string) => [...browsers.values()].filter((one) => one.account === account);

  const look = () => {
    const now = clock.now();
    for (const browser of browsers.values()) if (isInRoom(browser)) browser.usedAt = now;
    const over = [...browsers.values()].filter((browser) => isOver(browser, now));
    forget(over.map(({ tokenHash }) => tokenHash)).catch(onFault);
    cancelRound = after(ROUND_MS, look);
  };
  let cancelRound = after(ROUND_MS, look);

  return {
    async begin(account) {
      const token = newToken();
      const now = clock.now();
      const record = { tokenHash: hash(token), account, expiresAt: roomMs(now + LIFE_MS) };
      const crowd = ofAccount(account).sort((one, other) => one.expiresAt - other.expiresAt);
      browsers.set(record.tokenHash, { ...record, usedAt: now, seats: [] });
      const surplus = crowd.slice(0, Math.max(0, crowd.length + 1 - MAX_OF_AN_ACCOUNT));
      await Promise.all([
        storedOrSoon(store.append([{ type: 'staff', record }])),
        forget(surplus.map(({ tokenHash }) => tokenHash)),
      ]);
      return token;
    },
    use(token, seats) {
      const browser = browsers.get(hash(token));
      const now = clock.now();
      if (!browser) return undefined;
      browser.seats = seats;
      if (browser.expiresAt > now && isInRoom(browser)) browser.usedAt = now;
      if (isOver(browser, now)) {
        forget([browser.tokenHash]).catch(onFault);
        return undefined;
      }
      browser.usedAt = now;
      return browser.account;
    },
    end: (token) => forget([hash(token)]),
    endAll: (account) => forget(ofAccount(account).map(({ tokenHash }) => tokenHash)),
    stop: () => cancelRound(),
  };
}
