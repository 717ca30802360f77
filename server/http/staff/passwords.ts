import { hash, verify } from '@node-rs/argon2';
import { granted, refused, type Result } from '../../../shared/base/result.ts';
import { MAX_PASSWORD_CHARS, MIN_PASSWORD_CHARS } from '../../../shared/wire/account.ts';

/** How dear one hash is. */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** argon2id with 19 MiB, t=2, p=1 (TRUST section 3; OWASP's recommendation). Measured: 13 ms of a core. */
export const FULL_COST: PasswordCost = { memoryKib: 19 * 1024, passes: 2 };

/** Hashing takes a core and 19 MiB: so many at once, and so many who wait for their turn; the next is told `tryLater`. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 32;

export interface Passwords {
  /** What is kept of a new password; `passwordTooShort`, or `tryLater` when too many are being hashed. */
  keep(password: string): Promise<Result<string>>;
  /**
   * Whether a password is the one a hash was made of. Without a hash, as for a name nobody has, it takes the same work
   * and is never right.
   */
  isRight(password: string, kept: string | undefined): Promise<Result<boolean>>;
}

export interface Argon {
  readonly hash: typeof hash;
  readonly verify: typeof verify;
}

/** A hash is checked at the cost it was made with; `cost` is that of new ones. */
export function createPasswords(cost: PasswordCost, argon: Argon = { hash, verify }): Passwords {
  const inTurn = createTurns(MOST_AT_ONCE, MOST_WAITING);
  const make = (password: string) =>
    // argon2id is what this library makes if not asked otherwise; a test holds it to that.
    argon.hash(password, {
      memoryCost: cost.memoryKib,
      timeCost: cost.passes,
      parallelism: 1,
    });
  // Of a text no password is: passwords are not empty. Made now, so that the first unknown name is no more work either.
  const nobodys = make('');
  nobodys.catch(() => {});

  return {
    keep(password) {
      const text = plain(password);
      const length = [...text].length;
      if (length < MIN_PASSWORD_CHARS) return Promise.resolve(refused('passwordTooShort'));
      if (length > MAX_PASSWORD_CHARS) return Promise.resolve(refused('textTooLong'));
      return inTurn(() => make(text));
    },
    isRight: (password, kept) =>
      inTurn(async () => {
        const against = kept ?? (await nobodys);
        const isSame = await argon.verify(against, plain(password));
        return isSame && kept !== undefined;
      }),
  };
}

/** The same letters, however a keyboard composes them (NIST SP 800-63B, 3.1.1.2). */
const plain = (password: string) => password.normalize('NFKC');

function createTurns(mostAtOnce: number, mostWaiting: number) {
  const waiting: (() => void)[] = [];
  let running = 0;

  /** The place of one who is done goes straight to the next who waits. */
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };

  return async <Value>(task: () => Promise<Value>): Promise<Result<Value>> => {
    if (running < mostAtOnce) running++;
    else if (waiting.length >= mostWaiting) return refused('tryLater');
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return granted(await task());
    } finally {
      pass();
    }
  };
}
