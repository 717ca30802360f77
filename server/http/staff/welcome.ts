import type { Refusal } from '../../../shared/base/refusal.ts';
import { granted, refused, type Result } from '../../../shared/base/result.ts';
import type { Acceptance, FirstAccount, Reset, StaffLink, StaffRole } from '../../../shared/wire/account.ts';
import type { AccountRecord, AccountWrite } from '../../room/account-ports.ts';
import { isSame } from '../same.ts';
import type { Purpose } from './links.ts';
import { cleanNames, type StaffNames } from './names.ts';
import type { StaffParts } from './parts.ts';

/** How accounts come to be, and how someone who lost their password comes back: by what an operator or an admin gave them. */
export interface Welcome {
  /** Undefined once there is an account. */
  readonly startCode: string | undefined;
  /** Of any number who open the start link at once, one makes the first account. */
  firstAccount(asked: FirstAccount): Promise<Result<AccountRecord>>;
  look(token: string): Promise<Result<StaffLink>>;
  accept(asked: Acceptance): Promise<Result<AccountRecord>>;
  /** All browsers of the account are signed out. */
  reset(asked: Reset): Promise<Result<AccountRecord>>;
}

export function createWelcome(parts: StaffParts): Welcome {
  const { book, links, passwords, secrets, sessions } = parts;
  const startCode = book.isEmpty() ? secrets.token() : undefined;
  /** Of the code that is open; undefined when it is spent, or there never was one. */
  let openHash = startCode === undefined ? undefined : secrets.hash(startCode);

  const whyNotNow = ({ loginKey }: StaffNames): Refusal | undefined =>
    book.isFull() ? 'tooMany' : book.byLogin(loginKey) ? 'loginNameTaken' : undefined;

  const prepared = async (
    asked: Acceptance | FirstAccount,
  ): Promise<Result<StaffNames & { readonly passwordHash: string }>> => {
    const names = cleanNames(asked);
    if (names.type === 'refused') return names;
    const objection = whyNotNow(names.value);
    if (objection) return refused(objection);
    const passwordHash = await passwords.keep(asked.password);
    if (passwordHash.type === 'refused') return passwordHash;
    return granted({ ...names.value, passwordHash: passwordHash.value });
  };

  const add = async (
    prepare: StaffNames & { readonly passwordHash: string },
    roles: readonly StaffRole[],
    alongside: readonly AccountWrite[] = [],
  ): Promise<AccountRecord> => {
    const record: AccountRecord = {
      account: secrets.member(),
      ...prepare,
      roles,
      sealedSecondFactor: undefined,
      secondFactorStep: 0,
      isDisabled: false,
    };
    await book.add(record, alongside);
    return record;
  };

  const accountOf = (purpose: Purpose): AccountRecord | undefined => {
    const record =
      purpose.type === 'reset'
        ? book.of(purpose.account)
        : purpose.type === 'operatorReset'
          ? book.byLogin(purpose.loginKey)
          : undefined;
    return record?.isDisabled ? undefined : record;
  };

  return {
    startCode,
    async firstAccount(asked) {
      const codeHash = openHash;
      if (codeHash === undefined) return refused('linkUsed');
      if (!isSame(secrets.hash(asked.startCode), codeHash)) return refused('notAllowed');
      const prepare = await prepared(asked);
      if (prepare.type === 'refused') return prepare;
      if (openHash === undefined) return refused('linkUsed');
      // Spent before the disk is awaited: of two at once, one is first.
      openHash = undefined;
      try {
        return granted(await add(prepare.value, ['facilitator', 'admin']));
      } catch (fault) {
        openHash = codeHash;
        throw fault;
      }
    },
    async look(token) {
      const purpose = await links.look(token);
      if (purpose?.type === 'invitation') return granted({ type: 'invitation', roles: purpose.roles });
      const record = purpose && accountOf(purpose);
      return record ? granted({ type: 'reset', loginName: record.loginName }) : refused('linkUsed');
    },
    async accept(asked) {
      if ((await links.look(asked.token))?.type !== 'invitation') return refused('linkUsed');
      const prepare = await prepared(asked);
      if (prepare.type === 'refused') return prepare;
      const link = await links.take(asked.token);
      if (link?.purpose.type !== 'invitation') return refused('linkUsed');
      const objection = whyNotNow(prepare.value);
      if (objection) {
        link.giveBack();
        return refused(objection);
      }
      try {
        return granted(await add(prepare.value, link.purpose.roles, link.writes));
      } catch (fault) {
        link.giveBack();
        throw fault;
      }
    },
    async reset({ token, password }) {
      const looked = await links.look(token);
      if (!looked || !accountOf(looked)) return refused('linkUsed');
      const passwordHash = await passwords.keep(password);
      if (passwordHash.type === 'refused') return passwordHash;
      const link = await links.take(token);
      const record = link && accountOf(link.purpose);
      if (!link || !record) return refused('linkUsed');
      const isSecondFactorOff = link.purpose.type === 'operatorReset' && link.purpose.isSecondFactorOff;
      const changes = {
        passwordHash: passwordHash.value,
        ...(isSecondFactorOff ? { sealedSecondFactor: undefined } : {}),
      };
      await book.change(record.account, changes, link.writes);
      await Promise.all([sessions.endAll(record.account), links.forgetOf(record.account, 'resets')]);
      return granted(record);
    },
  };
}
