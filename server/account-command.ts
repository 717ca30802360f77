import { statSync } from 'node:fs';
import type { Secrets } from './room/secrets.ts';
import { loginKeyOf } from './http/staff/names.ts';
import { lookAtAccounts } from './store/look-at-accounts.ts';
import { leaveReset } from './store/operator-resets.ts';

/** A link of the operator's is for someone who stands beside them. */
const LIFE_MS = 60 * 60_000;

const USAGE = [
  'npm run account -- list',
  'npm run account -- reset <login name>',
  'npm run account -- reset <login name> --without-second-factor',
];

export interface AccountCommandDeps {
  readonly dataDir: string;
  /** Of the pages. */
  readonly origin: string;
  readonly secrets: Pick<Secrets, 'token' | 'hash'>;
  readonly wallMs: () => number;
}

/** What the operator is to read, and whether it was done. */
export interface CommandAnswer {
  readonly isDone: boolean;
  readonly lines: readonly string[];
}

/** What the operator of the machine can do about accounts, also while the server runs. */
export function accountCommand(words: readonly string[], deps: AccountCommandDeps): CommandAnswer {
  const [what, loginName, option, ...rest] = words;
  const isReset =
    what === 'reset' &&
    loginName &&
    rest.length === 0 &&
    [undefined, '--without-second-factor'].includes(option);
  if (what === 'list' && loginName === undefined) return list(deps);
  if (isReset) return reset(loginName, option !== undefined, deps);
  return { isDone: false, lines: ['This is how:', ...USAGE.map((line) => `  ${line}`)] };
}

function list({ dataDir }: AccountCommandDeps): CommandAnswer {
  const accounts = lookAtAccounts(dataDir);
  if (!accounts?.length) return { isDone: true, lines: [`There is no account in ${dataDir} yet.`] };
  return {
    isDone: true,
    lines: accounts.map(({ loginName, roles, isDisabled, sealedSecondFactor }) =>
      [
        loginName,
        ...roles,
        ...(sealedSecondFactor === undefined ? [] : ['second factor']),
        ...(isDisabled ? ['disabled'] : []),
      ].join('  '),
    ),
  };
}

function reset(loginName: string, isSecondFactorOff: boolean, deps: AccountCommandDeps): CommandAnswer {
  const { dataDir, origin, secrets, wallMs } = deps;
  const loginKey = loginKeyOf(loginName);
  const record = lookAtAccounts(dataDir)?.find((one) => one.loginKey === loginKey);
  if (!record)
    return {
      isDone: false,
      lines: [`There is no account ${loginName} in ${dataDir}. To see all: ${USAGE[0]}`],
    };
  if (record.isDisabled)
    return { isDone: false, lines: [`The account ${loginName} is disabled. An admin can enable it.`] };
  const token = secrets.token();
  leaveReset(dataDir, secrets.hash(token), { loginKey, isSecondFactorOff }, wallMs(), LIFE_MS);
  return {
    isDone: true,
    lines: [
      `A new password for ${record.loginName}: ${origin}/#/welcome-staff/${token}`,
      `(This link works once, within an hour.${isSecondFactorOff ? ' It also switches the second factor off.' : ''})`,
    ],
  };
}

/**
 * Whoever calls this as root goes on as the owner of the data folder: what root writes there, the server could not read.
 */
export function becomeOwnerOf(dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (!owner || owner.uid === 0) return;
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}
