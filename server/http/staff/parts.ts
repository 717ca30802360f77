import type { SessionId } from '../../../shared/base/ids.ts';
import type { OperatorResets, StaffBook } from '../../room/account-ports.ts';
import type { After, ServerClock, Store } from '../../room/ports.ts';
import type { Secrets } from '../../room/secrets.ts';
import { type AccountBook, createAccountBook } from './account-book.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { createStaffLinks, type StaffLinks } from './links.ts';
import { createPasswords, type PasswordCost, type Passwords } from './passwords.ts';
import { createStaffSessions, type StaffSessions } from './sessions.ts';

/** What accounts need from the world. */
export interface StaffDeps {
  readonly clock: ServerClock;
  /** Unix ms as the machine has it now, for the codes of a second factor: devices go by it. */
  readonly wallMs: () => number;
  readonly monotonicMs: () => number;
  readonly after: After;
  readonly store: Store;
  readonly secrets: Pick<Secrets, 'token' | 'hash' | 'member' | 'seal' | 'unseal'>;
  readonly passwordCost: PasswordCost;
  readonly operatorResets: OperatorResets;
  readonly rooms: RoomsOfStaff;
  readonly onFault: (fault: unknown) => void;
}

/** What accounts have to do with rooms. */
export interface RoomsOfStaff {
  isRunning(session: SessionId): boolean;
  /** The open rooms that an account opened. */
  openedBy(account: string): readonly SessionId[];
  /** An account may hold no room any more: at once, whoever was in them is told. */
  disable(account: string): void;
}

/** The parts that all of accounts is made of. */
export interface StaffParts extends StaffDeps {
  readonly book: AccountBook;
  readonly sessions: StaffSessions;
  readonly links: StaffLinks;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
}

export function createStaffParts(known: StaffBook, deps: StaffDeps): StaffParts {
  const { clock, store, after, secrets, rooms, onFault, operatorResets } = deps;
  const { hash, token: newToken } = secrets;
  return {
    ...deps,
    book: createAccountBook(known, store),
    sessions: createStaffSessions(known.sessions, {
      clock,
      store,
      after,
      hash,
      newToken,
      isRunning: rooms.isRunning,
      holdsRoom: (account) => rooms.openedBy(account).length > 0,
      onFault,
    }),
    links: createStaffLinks(known.links, { clock, store, hash, newToken, operatorResets }),
    passwords: createPasswords(deps.passwordCost),
    attempts: createAttempts(deps.monotonicMs),
  };
}
