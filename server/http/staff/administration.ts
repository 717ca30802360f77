import type { Refusal } from '../../../shared/base/refusal.ts';
import { granted, refused, type Result } from '../../../shared/base/result.ts';
import type { ServiceSettings, StaffRole } from '../../../shared/wire/account.ts';
import type { AccountRecord } from '../../room/account-ports.ts';
import { cleanRoles, cleanSettings } from './names.ts';
import type { StaffParts } from './parts.ts';

/** A link before it has an address. */
export interface MadeLink {
  readonly token: string;
  readonly expiresAt: number;
}

/** What service admins do. Nothing here shows or touches what happens in a room, but that a disabled account has none. */
export interface Administration {
  invite(by: string, roles: readonly StaffRole[]): Promise<MadeLink>;
  /** Signed out everywhere, links void, rooms gone. The last admin who can sign in stays. */
  disable(account: string): Promise<Result<AccountRecord>>;
  enable(account: string): Promise<Result<AccountRecord>>;
  setRoles(account: string, roles: readonly StaffRole[]): Promise<Result<AccountRecord>>;
  resetLink(by: string, account: string): Promise<Result<MadeLink>>;
  setSettings(settings: ServiceSettings): Promise<Result<ServiceSettings>>;
}

export function createAdministration({ book, links, sessions, rooms }: StaffParts): Administration {
  /** Someone must be left to let people in. */
  const whyNotWithout = (account: string): Refusal | undefined => {
    const others = book.all().filter((one) => one.account !== account);
    const isLast = !others.some(({ roles, isDisabled }) => roles.includes('admin') && !isDisabled);
    const isAdmin = book.of(account)?.roles.includes('admin') ?? false;
    return isLast && isAdmin ? 'lastAdmin' : undefined;
  };

  const changed = (record: AccountRecord | undefined): Result<AccountRecord> =>
    record ? granted(record) : refused('noSuchAccount');

  return {
    invite: (by, roles) => links.make({ type: 'invitation', roles: cleanRoles(roles) }, by),
    async disable(account) {
      const objection = whyNotWithout(account);
      if (objection) return refused(objection);
      // In memory all of it holds before the first disk write is awaited.
      const stored = book.change(account, { isDisabled: true });
      const ended = [sessions.endAll(account), links.forgetOf(account, 'all')];
      rooms.disable(account);
      const [record] = await Promise.all([stored, ...ended]);
      return changed(record);
    },
    enable: async (account) => changed(await book.change(account, { isDisabled: false })),
    async setRoles(account, asked) {
      const roles = cleanRoles(asked);
      const objection = roles.includes('admin') ? undefined : whyNotWithout(account);
      if (objection) return refused(objection);
      const stored = book.change(account, { roles });
      // What an admin handed out counts no longer than they are one.
      const gone = roles.includes('admin') ? undefined : links.forgetOf(account, 'all');
      if (!roles.includes('facilitator')) rooms.disable(account);
      const [record] = await Promise.all([stored, gone]);
      return changed(record);
    },
    async resetLink(by, account) {
      const record = book.of(account);
      if (!record || record.isDisabled) return refused('noSuchAccount');
      return granted(await links.make({ type: 'reset', account }, by));
    },
    async setSettings(asked) {
      const settings = cleanSettings(asked);
      if (settings.type === 'granted') await book.setSettings(settings.value);
      return settings;
    },
  };
}
