import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../../shared/wire/protocol.ts';
import { declarationsOf, hashOf, upLanguage } from './language.ts';

/**
 * The language, by its number. When the hash test fails, pages and servers of before no longer understand those of now:
 * move PROTOCOL in shared/wire/protocol.ts, give it a line there, and put the new number and hash here. Only while a
 * number was never given to anyone may its hash change alone.
 */
const LANGUAGE = { protocol: 2, hash: '35634ce77d7cc7b3' };

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const read = (path: string) => readFileSync(`${shared}${path}`, 'utf8');

/** What comes down is made of these: the messages, the events in them, and the state in a welcome. */
const DOWN = [
  'base/refusal.ts',
  ...readdirSync(`${shared}event`)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `event/${name}`),
  'music/chord.ts',
  'music/frame.ts',
  'music/frame-timeline.ts',
  'room/passing/passing.ts',
  'room/passing/view.ts',
  'room/state.ts',
  'time/echo.ts',
  'time/level-map.ts',
  'time/metre-map.ts',
  'time/tempo-map.ts',
  'wire/account.ts',
  'wire/door.ts',
  'wire/down.ts',
];

/** Files of the events' folder that say nothing of their shape: schemas of units, and questions. */
const NOTHING_SAID = ['event/schema.ts', 'event/wish-kind.ts'];

describe('the language of browsers and server', () => {
  it('[D7] has the number under which its words are known here', () => {
    expect(PROTOCOL).toBe(LANGUAGE.protocol);
  });

  it('[D7] has not changed without its number: if this fails, move PROTOCOL and put the new hash here', () => {
    expect(hashOf(upLanguage(), ...DOWN.flatMap((path) => declarationsOf(read(path))))).toBe(LANGUAGE.hash);
  });

  it('is read from every one of its files', () => {
    const silent = DOWN.filter((path) => declarationsOf(read(path)).length === 0);
    expect(silent.filter((path) => !NOTHING_SAID.includes(path))).toEqual([]);
    expect(declarationsOf(read('wire/down.ts')).join()).toContain('isDiskWell');
    expect(declarationsOf(read('room/passing/view.ts')).join()).toContain('isSecondedByYou');
    for (const word of ['playNote', 'announceEnding', 'objectToListener', 'withdrawInvitation'])
      expect(upLanguage()).toContain(`"${word}"`);
  });
});

describe('a hash of the language', () => {
  const text = [
    '/** One. */',
    "export interface One { readonly a: number; readonly b: { c: 'x' } }",
    "export type Two = { type: 'p' } | { type: 'q'; n: 1 };",
    "export const WORDS = ['yes', 'no'] as const;",
    'export function other() { return 1; }',
  ].join('\n');
  const hash = (source: string) => hashOf(...declarationsOf(source));

  it('is of types and lists of words', () => {
    expect(declarationsOf(text)).toEqual([
      "export const WORDS = ['yes', 'no'] as const;",
      "export interface One { readonly a: number; readonly b: { c: 'x' } }",
      "export type Two = { type: 'p' } | { type: 'q'; n: 1 };",
    ]);
  });

  it.each([
    ['a: number', 'a: string'],
    ["c: 'x'", "c: 'y'"],
    ['n: 1', 'n: 2'],
    ["'no'", "'never'"],
    ['readonly a', 'readonly aa'],
  ])('moves when %s becomes %s', (from, to) => {
    expect(hash(text.replace(from, to))).not.toBe(hash(text));
  });

  it.each([
    ['/** One. */', '/** Something else. */'],
    ['return 1', 'return 2'],
    ['; readonly b', ';\n\n  readonly b'],
  ])('stays when %s becomes %j', (from, to) => {
    expect(hash(text.replace(from, to))).toBe(hash(text));
  });
});
