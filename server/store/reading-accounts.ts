import type { RoomMs } from '../../shared/base/units.ts';
import type { RoomPlan } from '../../shared/event/plan.ts';
import type { KeptPlan, ServiceSettings, StaffRole } from '../../shared/wire/account.ts';
import type { AccountRecord, StaffBook, StaffLinkRecord, StaffSessionRecord } from '../room/account-ports.ts';
import type { Database } from './database.ts';
import { StoreFault } from './store-fault.ts';

/** Finds accounts and what belongs to them. Throws what JSON throws on bytes that no writer wrote. */
export interface AccountsRead {
  staffBook(): StaffBook;
  plansOf(account: string): readonly KeptPlan[];
}

interface AccountRow {
  readonly account: string;
  readonly loginName: string;
  readonly loginKey: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: string;
  readonly sealedSecondFactor: string | null;
  readonly secondFactorStep: number;
  readonly isDisabled: number;
}

interface LinkRow {
  readonly tokenHash: string;
  readonly madeBy: string;
  readonly expiresAt: RoomMs;
  readonly roles: string | null;
  readonly account: string | null;
}

interface PlanRow {
  readonly id: string;
  readonly savedAt: number;
  readonly plan: string;
}

export function createAccountsRead(database: Database): AccountsRead {
  const find = statements(database);
  return {
    staffBook() {
      const settings = find.settings.get() as { readonly settings: string } | undefined;
      return {
        accounts: (find.accounts.all() as readonly AccountRow[]).map(accountOf),
        sessions: (find.sessions.all() as readonly StaffSessionRecord[]).map((row) => ({ ...row })),
        links: (find.links.all() as readonly LinkRow[]).map(linkOf),
        settings: settings && (JSON.parse(settings.settings) as ServiceSettings),
      };
    },
    plansOf: (account) =>
      (find.plans.all(account) as readonly PlanRow[]).map(({ id, savedAt, plan }) => ({
        id,
        savedAt,
        plan: JSON.parse(plan) as RoomPlan,
      })),
  };
}

const rolesOf = (json: string) => JSON.parse(json) as readonly StaffRole[];

const accountOf = ({ roles, sealedSecondFactor, isDisabled, ...row }: AccountRow): AccountRecord => ({
  ...row,
  roles: rolesOf(roles),
  sealedSecondFactor: sealedSecondFactor ?? undefined,
  isDisabled: isDisabled === 1,
});

function linkOf({ roles, account, ...row }: LinkRow): StaffLinkRecord {
  if (roles !== null) return { ...row, type: 'invitation', roles: rolesOf(roles) };
  if (account !== null) return { ...row, type: 'reset', account };
  throw new StoreFault('damaged', 'A link is for nothing.');
}

const statements = (database: Database) => ({
  accounts: database.prepare(`
    SELECT account, login_name AS loginName, login_key AS loginKey, display_name AS displayName,
      password_hash AS passwordHash, roles, sealed_second_factor AS sealedSecondFactor,
      second_factor_step AS secondFactorStep, is_disabled AS isDisabled
    FROM accounts ORDER BY login_key`),
  sessions: database.prepare(
    'SELECT token_hash AS tokenHash, account, expires_at AS expiresAt FROM staff ORDER BY expires_at',
  ),
  links: database.prepare(`
    SELECT token_hash AS tokenHash, made_by AS madeBy, expires_at AS expiresAt, roles, account
    FROM staff_links ORDER BY expires_at`),
  plans: database.prepare(
    'SELECT id, saved_at AS savedAt, plan FROM plans WHERE account = ? ORDER BY saved_at DESC, id',
  ),
  settings: database.prepare('SELECT settings FROM service_settings'),
});
