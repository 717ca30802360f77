import type { AccountRecord, AccountWrite, StaffBook } from '../../room/account-ports.ts';
import type { Store } from '../../room/ports.ts';
import type { ServiceSettings } from '../../../shared/wire/account.ts';

/** Accounts one service has (guess: far more than therapists, far less than memory holds). */
export const MAX_ACCOUNTS = 1000;

/**
 * All accounts, in memory and on disk. Who may do what is decided on what is in memory, at once and in order, so that of
 * two who come at the same moment one is first; whoever changes something is answered when it is on disk.
 */
export interface AccountBook {
  isEmpty(): boolean;
  isFull(): boolean;
  all(): readonly AccountRecord[];
  of(account: string): AccountRecord | undefined;
  byLogin(loginKey: string): AccountRecord | undefined;
  /** The account must be new, and so must its name be. `alongside` is stored with it or not at all. */
  add(record: AccountRecord, alongside?: readonly AccountWrite[]): Promise<void>;
  /** The account as it is then; undefined when there is no such account. */
  change(
    account: string,
    changes: Partial<Omit<AccountRecord, 'account'>>,
    alongside?: readonly AccountWrite[],
  ): Promise<AccountRecord | undefined>;
  settings(): ServiceSettings;
  setSettings(settings: ServiceSettings): Promise<void>;
}

export const UNSET: ServiceSettings = { isSecondFactorRequired: false, safetySentence: '', serviceName: '' };

export function createAccountBook(
  { accounts, settings: set }: Pick<StaffBook, 'accounts' | 'settings'>,
  store: Pick<Store, 'append'>,
): AccountBook {
  const records = new Map(accounts.map((record) => [record.account, record]));
  let settings: ServiceSettings = { ...UNSET, ...set };

  return {
    isEmpty: () => records.size === 0,
    isFull: () => records.size >= MAX_ACCOUNTS,
    all: () => [...records.values()].sort((one, other) => (one.loginKey < other.loginKey ? -1 : 1)),
    of: (account) => records.get(account),
    byLogin: (loginKey) => [...records.values()].find((record) => record.loginKey === loginKey),
    async add(record, alongside = []) {
      records.set(record.account, record);
      try {
        await store.append([{ type: 'account', record }, ...alongside]);
      } catch (fault) {
        // What is not on disk was never made: nobody has been told of it yet.
        records.delete(record.account);
        throw fault;
      }
    },
    async change(account, changes, alongside = []) {
      const before = records.get(account);
      if (!before) return undefined;
      const record = { ...before, ...changes };
      records.set(account, record);
      await store.append([{ type: 'account', record }, ...alongside]);
      return record;
    },
    settings: () => settings,
    async setSettings(next) {
      settings = next;
      await store.append([{ type: 'serviceSettings', settings: next }]);
    },
  };
}
