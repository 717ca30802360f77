import { assertNever } from '../../../shared/base/assert.ts';
import type { RoomMs } from '../../../shared/base/units.ts';
import type { KeptPlan, ServiceSettings } from '../../../shared/wire/account.ts';
import type {
  AccountRecord,
  AccountWrite,
  StaffBook,
  StaffLinkRecord,
  StaffSessionRecord,
} from '../../../server/room/account-ports.ts';
import { StoreFault } from '../../../server/store/store-fault.ts';

/** The part of a store without a disk that has to do with accounts. */
export interface MemoryAccounts {
  /** What would make a write fail, given what is written before it in the same append. */
  whyNot(write: AccountWrite, before: readonly AccountWrite[]): StoreFault | undefined;
  write(write: AccountWrite): void;
  staffBook(): StaffBook;
  plansOf(account: string): readonly KeptPlan[];
}

export function createMemoryAccounts(): MemoryAccounts {
  const accounts = new Map<string, AccountRecord>();
  const sessions = new Map<string, StaffSessionRecord>();
  const links = new Map<string, StaffLinkRecord>();
  const plans = new Map<string, Map<string, KeptPlan>>();
  let settings: ServiceSettings | undefined;

  const owner = (write: AccountWrite): string | undefined => {
    if (write.type === 'staff') return write.record.account;
    if (write.type === 'staffLink' && write.record.type === 'reset') return write.record.account;
    return write.type === 'plan' ? write.account : undefined;
  };

  return {
    whyNot(write, before) {
      const added = before.flatMap((one) => (one.type === 'account' ? [one.record] : []));
      const all = new Map([...accounts, ...added.map((record) => [record.account, record] as const)]);
      const account = owner(write);
      if (account !== undefined && !all.has(account))
        return new StoreFault('conflict', `A ${write.type} came for an account that was never stored`);
      if (write.type !== 'account') return undefined;
      const { record } = write;
      const isTaken = [...all.values()].some(
        (one) => one.loginKey === record.loginKey && one.account !== record.account,
      );
      return isTaken ? new StoreFault('conflict', 'Two accounts of one name') : undefined;
    },
    write(write) {
      switch (write.type) {
        case 'account':
          accounts.set(write.record.account, write.record);
          return;
        case 'staff':
          sessions.set(write.record.tokenHash, write.record);
          return;
        case 'staffGone':
          sessions.delete(write.tokenHash);
          return;
        case 'staffLink':
          links.set(write.record.tokenHash, write.record);
          return;
        case 'staffLinkGone':
          links.delete(write.tokenHash);
          return;
        case 'plan': {
          const shelf = plans.get(write.account) ?? new Map<string, KeptPlan>();
          plans.set(write.account, shelf.set(write.plan.id, write.plan));
          return;
        }
        case 'planGone':
          plans.get(write.account)?.delete(write.id);
          return;
        case 'serviceSettings':
          settings = write.settings;
          return;
        default:
          assertNever(write);
      }
    },
    staffBook: () =>
      structuredClone({
        accounts: [...accounts.values()].sort((one, other) => (one.loginKey < other.loginKey ? -1 : 1)),
        sessions: [...sessions.values()].sort(byEnd),
        links: [...links.values()].sort(byEnd),
        settings,
      }),
    plansOf: (account) =>
      structuredClone(
        [...(plans.get(account)?.values() ?? [])].sort(
          (one, other) => other.savedAt - one.savedAt || (one.id < other.id ? -1 : 1),
        ),
      ),
  };
}

const byEnd = (one: { readonly expiresAt: RoomMs }, other: { readonly expiresAt: RoomMs }) =>
  one.expiresAt - other.expiresAt;
