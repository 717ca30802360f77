import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, readCode } from '../../../shared/wire/code.ts';
import { joinSchema, keySchema, openRoomSchema } from '../../../shared/wire/door.ts';
import { helloSchema, pingSchema, wishMessageSchema } from '../../../shared/wire/up.ts';

const TOKEN = 'AAAAAAAAAAAAAAAAAAAA_-';

describe('a code', () => {
  it.each([
    ['BCDFGH', 'BCDFGH'],
    ['bcdfgh', 'BCDFGH'],
    [' bcd fgh ', 'BCDFGH'],
    ['BCD-FGH', 'BCDFGH'],
    ['b.c.d.f.g.h', 'BCDFGH'],
    ['BCD–FGH', 'BCDFGH'],
    ['234567', '234567'],
  ])('[D1] typed as %j is %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each([
    '',
    'BCDFG',
    'BCDFGHJ',
    'BCDFGA',
    'BCDFG0',
    'BCDFG1',
    'BCDFGO',
    'BCDFGI',
    'BCDFGL',
    'BCDFG!',
    'ＢCDFGH',
  ])('[D1] cannot be %j', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });

  it('[D1] is of 28 letters that are not mistaken for each other and make no words', () => {
    expect(CODE_ALPHABET).toHaveLength(28);
    expect(new Set(CODE_ALPHABET).size).toBe(28);
    expect(CODE_ALPHABET).not.toMatch(/[01AEIOUL]/);
  });
});

describe('what comes to the door', () => {
  it('[E1] is a code or an invitation, not both, not neither, and of a size', () => {
    expect(keySchema.safeParse({ code: 'BCDFGH' }).success).toBe(true);
    expect(keySchema.safeParse({ invite: TOKEN }).success).toBe(true);
    for (const key of [
      {},
      { code: 'BCDFGH', invite: TOKEN },
      { code: 'x'.repeat(33) },
      { invite: `${TOKEN}A` },
      { invite: TOKEN.slice(1) },
      { invite: '=AAAAAAAAAAAAAAAAAAAAA' },
      { code: 7 },
    ])
      expect(keySchema.safeParse(key).success).toBe(false);
  });

  it('[E1] has no part more than it should', () => {
    const newcomer = { shape: 'leaf', role: 'listener', isKept: false };
    const join = { key: { code: 'BCDFGH' }, newcomer };
    expect(joinSchema.safeParse(join).success).toBe(true);
    expect(joinSchema.safeParse({ ...join, role: 'facilitator' }).success).toBe(false);
    expect(openRoomSchema.safeParse({ newcomer }).success).toBe(false);
  });
});

describe('what comes over the socket', () => {
  const wish = { type: 'leave' };

  it('[E1] has a whole number from 1 and a wish, and nothing else', () => {
    expect(wishMessageSchema.safeParse({ n: 1, wish }).success).toBe(true);
    expect(wishMessageSchema.safeParse({ n: Number.MAX_SAFE_INTEGER, wish }).success).toBe(true);
    for (const message of [
      { n: 0, wish },
      { n: -1, wish },
      { n: 1.5, wish },
      { n: Number.MAX_SAFE_INTEGER + 2, wish },
      { n: '1', wish },
      { wish },
      { n: 1 },
      { n: 1, wish, by: 'someone' },
    ])
      expect(wishMessageSchema.safeParse(message).success).toBe(false);
  });

  it('[E1] is a ping with a number', () => {
    expect(pingSchema.safeParse({ sentMs: 12.5 }).success).toBe(true);
    for (const sentMs of [Number.NaN, Number.POSITIVE_INFINITY, '1', undefined, [[[]]]])
      expect(pingSchema.safeParse({ sentMs }).success).toBe(false);
  });

  it('[D7] is a hello that newer pages may say more in', () => {
    const hello = { protocol: 1, session: 'session0000001', haveSeq: 0 };
    expect(helloSchema.safeParse(hello).success).toBe(true);
    expect(helloSchema.safeParse({ ...hello, protocol: 99, later: 'more' }).success).toBe(true);
    for (const changed of [
      { session: '../../etc' },
      { session: 'x'.repeat(33) },
      { haveSeq: -1 },
      { haveSeq: 0.5 },
      { epoch: 'x'.repeat(41) },
    ])
      expect(helloSchema.safeParse({ ...hello, ...changed }).success).toBe(false);
  });
});
