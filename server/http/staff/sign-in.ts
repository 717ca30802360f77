import { granted, refused, type Result } from '../../../shared/base/result.ts';
import type { SignIn } from '../../../shared/wire/account.ts';
import type { AccountRecord } from '../../room/account-ports.ts';
import { loginKeyOf } from './names.ts';
import type { StaffParts } from './parts.ts';
import { stepOfCode } from './totp.ts';

/**
 *   name and password ──wrong, unknown, disabled──▶ signInWrong: one answer, one amount of work
 *        │ right
 *        ▼
 *   second factor off ──▶ granted          on, no code ──▶ secondFactorNeeded          on, wrong code ──▶ secondFactorWrong
 *                                          on, right code, not used before ──▶ granted
 */
export async function signIn(
  { book, passwords, attempts, secrets, wallMs }: StaffParts,
  { loginName, password, code }: SignIn,
  address: string,
): Promise<Result<AccountRecord>> {
  const loginKey = loginKeyOf(loginName);
  const attempt = attempts.begin(loginKey, address);
  if (!attempt) return refused('tryLater');
  const known = book.byLogin(loginKey);
  const checked = await passwords.isRight(password, known?.passwordHash);
  if (checked.type === 'refused') {
    attempt.onRight();
    return checked;
  }
  // As it is now: while the work was done it may have been disabled, or its password changed.
  const record = known && book.of(known.account);
  const isGood = checked.value && record && !record.isDisabled && record.passwordHash === known.passwordHash;
  if (!isGood) return refused('signInWrong');
  if (record.sealedSecondFactor !== undefined) {
    if (code === undefined) {
      attempt.onRight();
      return refused('secondFactorNeeded');
    }
    // Sealed with another key file, it fits no code; the operator can switch it off.
    const secret = secrets.unseal(record.sealedSecondFactor);
    const step =
      secret === undefined ? undefined : stepOfCode(secret, code, wallMs(), record.secondFactorStep);
    if (step === undefined) return refused('secondFactorWrong');
    await book.change(record.account, { secondFactorStep: step });
  }
  attempt.onRight();
  return granted(record);
}
