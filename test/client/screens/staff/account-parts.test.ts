import { describe, expect, it } from 'vitest';
import { withRole } from '../../../../client/screens/staff/account-card.tsx';
import { sixDigits } from '../../../../client/screens/staff/code-field.tsx';
import { problemOf } from '../../../../client/screens/staff/new-person.tsx';
import { isTooShort } from '../../../../client/screens/staff/password-field.tsx';
import { inFours } from '../../../../client/screens/staff/second-factor.tsx';

describe('the six numbers', () => {
  it('are read with spaces, dashes and from other keyboards, and no more than six', () => {
    expect(sixDigits('123 456')).toBe('123456');
    expect(sixDigits('１２３-４５６')).toBe('123456');
    expect(sixDigits('12 34 56 78')).toBe('123456');
    expect(sixDigits('abc')).toBe('');
  });
});

describe('the secret of a second step', () => {
  it('stands in groups of four, with nothing lost', () => {
    expect(inFours('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP');
    expect(inFours('JBSWY')).toBe('JBSW Y');
    expect(inFours('JBSW')).toBe('JBSW');
  });
});

describe('a password', () => {
  it('is long enough from ten letters on, counted as people count', () => {
    expect(isTooShort('123456789')).toBe(true);
    expect(isTooShort('1234567890')).toBe(false);
    expect(isTooShort('🎵🎵🎵🎵🎵🎵🎵🎵🎵')).toBe(true);
  });
});

describe('what a new person writes', () => {
  const good = { displayName: 'Maya', loginName: 'maya', password: 'four quiet little bells' };
  it('is told at the field that does not fit yet, the first one first', () => {
    expect(problemOf(good)).toBeUndefined();
    expect(problemOf({ ...good, displayName: ' ', password: 'x' })).toEqual({
      at: 'displayName',
      trouble: 'nameEmpty',
    });
    expect(problemOf({ ...good, displayName: 'M'.repeat(25) })).toEqual({
      at: 'displayName',
      trouble: 'nameTooLong',
    });
    expect(problemOf({ ...good, loginName: '--' })).toEqual({ at: 'loginName', trouble: 'nameEmpty' });
    expect(problemOf({ ...good, password: 'short' })).toEqual({
      at: 'password',
      trouble: 'passwordTooShort',
    });
  });
});

describe('the roles of an account', () => {
  it('are added and taken in one order', () => {
    expect(withRole(['admin'], 'facilitator', true)).toEqual(['facilitator', 'admin']);
    expect(withRole(['facilitator', 'admin'], 'facilitator', false)).toEqual(['admin']);
    expect(withRole(['admin'], 'admin', true)).toEqual(['admin']);
  });
});
