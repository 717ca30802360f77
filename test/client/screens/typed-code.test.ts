import { describe, expect, it } from 'vitest';
import { missingLetters, tidyCode } from '../../../client/screens/welcome/typed-code.ts';

describe('a code while it is typed', () => {
  it('forgives case, spaces, dashes and quotation marks', () => {
    for (const typed of ['kpwdrt', ' KPW DRT ', 'kpw-drt', '“KPW–DRT”', 'k.p.w.d.r.t', 'ＫＰＷＤＲＴ'])
      expect(tidyCode(typed)).toBe('KPWDRT');
  });

  it('drops what comes after the last letter', () => {
    expect(tidyCode('KPWDRT2')).toBe('KPWDRT');
  });

  it('says how many letters are still to come', () => {
    expect(missingLetters('')).toBe(6);
    expect(missingLetters('KPWDR')).toBe(1);
    expect(missingLetters('KPWDRT')).toBe(0);
  });
});
