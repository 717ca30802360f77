import { hash, verify } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { type Argon, createPasswords, FULL_COST } from '../../../../server/http/staff/passwords.ts';
import { settled } from '../../support/virtual-time.ts';

const CHEAP = { memoryKib: 64, passes: 1 };

/** argon2 that tells what it was asked and can be held back. */
function watched() {
  const hashed: string[] = [];
  const verified: string[] = [];
  const held: (() => void)[] = [];
  let isHeld = false;
  let running = 0;
  let most = 0;
  const argon: Argon = {
    hash(...asked) {
      hashed.push(String(asked[0]));
      return hash(...asked);
    },
    async verify(...asked) {
      verified.push(String(asked[0]));
      most = Math.max(most, ++running);
      if (isHeld) await new Promise<void>((go) => held.push(go));
      running--;
      return verify(...asked);
    },
  };
  return {
    argon,
    hashed,
    verified,
    hold: () => (isHeld = true),
    /** Lets the first one go that is held; false when there is none. */
    release() {
      const go = held.shift();
      go?.();
      return go !== undefined;
    },
    most: () => most,
  };
}

describe('Passwords', () => {
  it('are kept as argon2id with 19 MiB, two passes and one lane, salted', async () => {
    const passwords = createPasswords(FULL_COST);
    const [one, other] = await Promise.all([passwords.keep('1234567890'), passwords.keep('1234567890')]);
    expect(one).toMatchObject({ type: 'granted' });
    const kept = one.type === 'granted' ? one.value : '';
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toEqual(one);
    expect(await passwords.isRight('1234567890', kept)).toEqual({ type: 'granted', value: true });
    expect(await passwords.isRight('1234567891', kept)).toEqual({ type: 'granted', value: false });
  });

  it('have at least ten characters of any kind, and an end', async () => {
    const passwords = createPasswords(CHEAP);
    const short = { type: 'refused', reason: 'passwordTooShort' };
    expect(await passwords.keep('123456789')).toEqual(short);
    expect(await passwords.keep('🎵'.repeat(9))).toEqual(short);
    expect(await passwords.keep('          ')).toMatchObject({ type: 'granted' });
    expect(await passwords.keep('🎵'.repeat(10))).toMatchObject({ type: 'granted' });
    expect(await passwords.keep('a'.repeat(256))).toMatchObject({ type: 'granted' });
    expect(await passwords.keep('a'.repeat(257))).toEqual({ type: 'refused', reason: 'textTooLong' });
  });

  it('are the same however a keyboard composes their letters', async () => {
    const passwords = createPasswords(CHEAP);
    const kept = await passwords.keep('søster å blå'.normalize('NFD'));
    const text = kept.type === 'granted' ? kept.value : '';
    expect(await passwords.isRight('søster å blå'.normalize('NFC'), text)).toEqual({
      type: 'granted',
      value: true,
    });
  });

  it('of nobody are as much work as those of somebody, and never right', async () => {
    const { argon, hashed, verified } = watched();
    const passwords = createPasswords(CHEAP, argon);
    const kept = await passwords.keep('1234567890');
    const text = kept.type === 'granted' ? kept.value : '';
    // What nobody's password is compared with is there before anyone asks.
    expect(hashed).toEqual(['', '1234567890']);
    await passwords.isRight('wrong', text);
    await passwords.isRight('wrong', undefined);
    expect(await passwords.isRight('', undefined)).toEqual({ type: 'granted', value: false });
    expect(verified).toHaveLength(3);
    expect(hashed).toHaveLength(2);
    const costOf = (phc = '') => phc.split('$').slice(0, 4).join('$');
    expect(costOf(verified[1])).toBe(costOf(verified[0]));
    expect(verified[1]).not.toBe(verified[0]);
  });

  it('are checked two at a time; 32 wait, the next is told to try later, and places come free again', async () => {
    const { argon, verified, hold, release, most } = watched();
    const passwords = createPasswords(CHEAP, argon);
    const kept = await passwords.keep('1234567890');
    const text = kept.type === 'granted' ? kept.value : '';
    hold();
    const asked = Array.from({ length: 34 }, () => passwords.isRight('1234567890', text));
    await settled();
    expect(verified).toHaveLength(2);
    expect(await passwords.isRight('1234567890', text)).toEqual({ type: 'refused', reason: 'tryLater' });
    const all = Promise.all(asked);
    for (let freed = 0; freed < 34; freed++) {
      while (!release()) await settled();
    }
    expect(most()).toBe(2);
    expect(await all).toEqual(asked.map(() => ({ type: 'granted', value: true })));
  });
});
