import { granted, refused, type Result } from '../../../shared/base/result.ts';
import type { NewPassword, SecondFactorOffer } from '../../../shared/wire/account.ts';
import type { AccountRecord } from '../../room/account-ports.ts';
import type { StaffParts } from './parts.ts';
import { newSecret, secondFactorUri, stepOfCode } from './totp.ts';

/**
 * What people do with their own account.
 *
 *   second factor:   off ──begin──▶ offered ──confirm, with a code of it──▶ on ──off, with the password──▶ off
 *
 * A secret that is offered is in memory only, and of one account the latest holds.
 */
export interface OwnAccount {
  /** Every browser of the account is signed out, the asking one too. */
  changePassword(record: AccountRecord, asked: NewPassword, address: string): Promise<Result<AccountRecord>>;
  beginSecondFactor(record: AccountRecord): Result<SecondFactorOffer>;
  confirmSecondFactor(record: AccountRecord, code: string, address: string): Promise<Result<AccountRecord>>;
  endSecondFactor(record: AccountRecord, password: string, address: string): Promise<Result<AccountRecord>>;
}

export function createOwnAccount(parts: StaffParts): OwnAccount {
  const { book, passwords, attempts, secrets, sessions, links, wallMs } = parts;
  const offers = new Map<string, string>();

  /** Whoever sits at a browser that was left open knows no password, and shall not guess it here either. */
  const proven = async (
    { loginKey, passwordHash }: AccountRecord,
    password: string,
    address: string,
  ): Promise<Result<true>> => {
    const attempt = attempts.begin(loginKey, address);
    if (!attempt) return refused('tryLater');
    const checked = await passwords.isRight(password, passwordHash);
    if (checked.type === 'granted' && !checked.value) return refused('passwordWrong');
    attempt.onRight();
    return checked.type === 'refused' ? checked : granted(true);
  };

  const changed = (record: AccountRecord | undefined): Result<AccountRecord> =>
    record ? granted(record) : refused('noSuchAccount');

  return {
    async changePassword(record, { password, newPassword }, address) {
      const proof = await proven(record, password, address);
      if (proof.type === 'refused') return proof;
      const passwordHash = await passwords.keep(newPassword);
      if (passwordHash.type === 'refused') return passwordHash;
      // Someone else, with the old password, may have been faster.
      if (book.of(record.account)?.passwordHash !== record.passwordHash) return refused('passwordWrong');
      const now = await book.change(record.account, { passwordHash: passwordHash.value });
      await Promise.all([sessions.endAll(record.account), links.forgetOf(record.account, 'resets')]);
      return changed(now);
    },
    beginSecondFactor(record) {
      if (record.sealedSecondFactor !== undefined) return refused('alreadySo');
      const secret = newSecret();
      offers.set(record.account, secret);
      return granted({
        secret,
        uri: secondFactorUri(secret, book.settings().serviceName, record.loginName),
      });
    },
    async confirmSecondFactor(record, code, address) {
      if (record.sealedSecondFactor !== undefined) return refused('alreadySo');
      const attempt = attempts.begin(record.loginKey, address);
      if (!attempt) return refused('tryLater');
      const secret = offers.get(record.account);
      const step = secret === undefined ? undefined : stepOfCode(secret, code, wallMs(), 0);
      if (secret === undefined || step === undefined) return refused('secondFactorWrong');
      attempt.onRight();
      offers.delete(record.account);
      const sealedSecondFactor = secrets.seal(secret);
      return changed(await book.change(record.account, { sealedSecondFactor, secondFactorStep: step }));
    },
    async endSecondFactor(record, password, address) {
      if (record.sealedSecondFactor === undefined) return refused('alreadySo');
      const proof = await proven(record, password, address);
      if (proof.type === 'refused') return proof;
      return changed(await book.change(record.account, { sealedSecondFactor: undefined }));
    },
  };
}
