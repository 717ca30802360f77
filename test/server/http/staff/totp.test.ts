import { describe, expect, it } from 'vitest';
import {
  base32,
  bytesOfBase32,
  codeOf,
  newSecret,
  secondFactorUri,
  stepOfCode,
} from '../../../../server/http/staff/totp.ts';

/** The ASCII text that RFC 6238 (appendix B) and RFC 4226 (appendix D) compute their tables with. */
const RFC_SECRET = new TextEncoder().encode('12345678901234567890');

describe('Codes of a second factor', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i s the code is the one of RFC 6238', (unixSec, code) => {
    expect(codeOf(RFC_SECRET, Math.floor(unixSec / 30), 8)).toBe(code);
  });

  it.each([
    [0, '755224'],
    [1, '287082'],
    [5, '254676'],
    [9, '520489'],
  ])('for count %i the six digits are those of RFC 4226', (count, code) => {
    expect(codeOf(RFC_SECRET, count)).toBe(code);
  });

  it.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%s in Base32 is that of RFC 4648, and back', (text, written) => {
    const bytes = new TextEncoder().encode(text);
    expect(base32(bytes)).toBe(written);
    expect(bytesOfBase32(written)).toEqual(bytes);
  });

  it('a fresh secret has 160 bits and is never the same', () => {
    const secrets = Array.from({ length: 50 }, newSecret);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(secrets).size).toBe(50);
  });

  it('a code fits half a minute before and after, no earlier, no later, and only after the one used last', () => {
    const secret = base32(RFC_SECRET);
    const code = codeOf(RFC_SECRET, 1000);
    const fits = (step: number, usedStep = 0) => stepOfCode(secret, code, step * 30_000, usedStep);
    expect([998, 999, 1000, 1001, 1002].map((step) => fits(step))).toEqual([
      undefined,
      1000,
      1000,
      1000,
      undefined,
    ]);
    expect(stepOfCode(secret, code, 1001 * 30_000 + 29_999, 0)).toBe(1000);
    expect(fits(1000, 999)).toBe(1000);
    expect(fits(1000, 1000)).toBeUndefined();
    expect(fits(1000, 1001)).toBeUndefined();
  });

  it('people may type it with a space, and nothing else passes for it', () => {
    const secret = base32(RFC_SECRET);
    const code = codeOf(RFC_SECRET, 1000);
    const typed = (text: string) => stepOfCode(secret, text, 1000 * 30_000, 0);
    expect(typed(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(1000);
    for (const wrong of ['', '000000', code.slice(1), `${code}0`, `-${code}`, '１２３４５６'])
      expect(typed(wrong)).toBeUndefined();
  });

  it('the address for a QR names service and account, and neither can break out of its place', () => {
    const uri = new URL(secondFactorUri('ABC', 'Ward & 3: music', 'ida?secret=X'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Ward & 3  music:ida?secret=X');
    expect(uri.searchParams.get('secret')).toBe('ABC');
    expect(uri.searchParams.get('issuer')).toBe('Ward & 3: music');
    expect(secondFactorUri('ABC', '', 'ida')).toBe(
      'otpauth://totp/Windchime:ida?secret=ABC&issuer=Windchime',
    );
  });
});
