import { assertNever } from '../../shared/base/assert.ts';
import type { AccountRecord, AccountWrite, StaffLinkRecord } from '../room/account-ports.ts';
import type { Database } from './database.ts';

/** Puts what is written of accounts into the tables. Runs inside the caller's transaction. */
export interface AccountsWriting {
  /** Whether anything was deleted or replaced. */
  write(write: AccountWrite): boolean;
  /** Deletes what had run out by the latest time in the log; whether there was anything. */
  purge(): boolean;
}

export function createAccountsWriting(database: Database): AccountsWriting {
  const run = statements(database);

  const writeAccount = (record: AccountRecord) => {
    run.setAccount.run(
      record.account,
      record.loginName,
      record.loginKey,
      record.displayName,
      record.passwordHash,
      JSON.stringify(record.roles),
      record.sealedSecondFactor ?? null,
      record.secondFactorStep,
      record.isDisabled ? 1 : 0,
    );
  };

  const writeLink = (record: StaffLinkRecord) => {
    const { tokenHash, madeBy, expiresAt } = record;
    const roles = record.type === 'invitation' ? JSON.stringify(record.roles) : null;
    const account = record.type === 'reset' ? record.account : null;
    run.setLink.run(tokenHash, madeBy, expiresAt, roles, account);
  };

  return {
    write(write) {
      switch (write.type) {
        case 'account':
          writeAccount(write.record);
          return true;
        case 'staff':
          run.setSession.run(write.record.tokenHash, write.record.account, write.record.expiresAt);
          return false;
        case 'staffGone':
          return run.removeSession.run(write.tokenHash).changes > 0;
        case 'staffLink':
          writeLink(write.record);
          return false;
        case 'staffLinkGone':
          return run.removeLink.run(write.tokenHash).changes > 0;
        case 'plan':
          run.setPlan.run(write.account, write.plan.id, write.plan.savedAt, JSON.stringify(write.plan.plan));
          return true;
        case 'planGone':
          return run.removePlan.run(write.account, write.id).changes > 0;
        case 'serviceSettings':
          run.setSettings.run(JSON.stringify(write.settings));
          return true;
        default:
          return assertNever(write);
      }
    },
    purge: () => [run.purgeSessions, run.purgeLinks].map((purge) => purge.run().changes).some(Boolean),
  };
}

const statements = (database: Database) => ({
  setAccount: database.prepare(`
    INSERT INTO accounts (account, login_name, login_key, display_name, password_hash, roles, sealed_second_factor,
      second_factor_step, is_disabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account) DO UPDATE SET login_name = excluded.login_name, login_key = excluded.login_key,
      display_name = excluded.display_name, password_hash = excluded.password_hash, roles = excluded.roles,
      sealed_second_factor = excluded.sealed_second_factor, second_factor_step = excluded.second_factor_step,
      is_disabled = excluded.is_disabled`),
  setSession: database.prepare(`
    INSERT INTO staff (token_hash, account, expires_at) VALUES (?, ?, ?)
    ON CONFLICT (token_hash) DO UPDATE SET account = excluded.account, expires_at = excluded.expires_at`),
  removeSession: database.prepare('DELETE FROM staff WHERE token_hash = ?'),
  setLink: database.prepare(`
    INSERT INTO staff_links (token_hash, made_by, expires_at, roles, account) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (token_hash) DO UPDATE SET made_by = excluded.made_by, expires_at = excluded.expires_at,
      roles = excluded.roles, account = excluded.account`),
  removeLink: database.prepare('DELETE FROM staff_links WHERE token_hash = ?'),
  setPlan: database.prepare(`
    INSERT INTO plans (account, id, saved_at, plan) VALUES (?, ?, ?, ?)
    ON CONFLICT (account, id) DO UPDATE SET saved_at = excluded.saved_at, plan = excluded.plan`),
  removePlan: database.prepare('DELETE FROM plans WHERE account = ? AND id = ?'),
  setSettings: database.prepare(`
    INSERT INTO service_settings VALUES (1, ?)
    ON CONFLICT (only_row) DO UPDATE SET settings = excluded.settings`),
  purgeSessions: database.prepare('DELETE FROM staff WHERE expires_at <= (SELECT latest_ms FROM meta)'),
  purgeLinks: database.prepare('DELETE FROM staff_links WHERE expires_at <= (SELECT latest_ms FROM meta)'),
});
