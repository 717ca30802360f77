import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, cleanTitle, graphemes, likeness } from '../../../shared/base/text.ts';

const FAMILY = '👨‍👩‍👧';
const ZERO_WIDTH_SPACE = '\u200B';
const RIGHT_TO_LEFT_OVERRIDE = '\u202E';

describe('text that people write', () => {
  it.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ada\n\tLovelace', 'Ada Lovelace'],
    ['A\u0000d\u0007a', 'A d a'],
    [`Ada${RIGHT_TO_LEFT_OVERRIDE}Ben`, 'AdaBen'],
    ['\u2066Ada\u2069', 'Ada'],
    [`A${ZERO_WIDTH_SPACE}da\uFEFF`, 'Ada'],
    [`a ${ZERO_WIDTH_SPACE} b`, 'a b'],
    ['A\u00ADda', 'Ada'],
    ['Ada\u{E0041}\u{E007F}', 'Ada'],
    ['Zoe\u0308', 'Zoë'],
    [`Zoe${ZERO_WIDTH_SPACE}\u0308`, 'Zoë'],
    ['Ada\uD800', 'Ada'],
    ['\u3164\u115F\uFFA0', ''],
    ['\u2800', ''],
    ['', ''],
  ])('[D4] %j is kept as %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it.each([FAMILY, '❤️', '👩🏽‍🎤', '🏳️‍🌈', '🇳🇴', 'Åse', 'أحمد', '小林', 'राम', 'Bjørn-Erik', "O'Neill"])(
    '[D4] %s stays as it is',
    (text) => {
      expect(cleanText(text)).toBe(text);
    },
  );

  it('[D4] a joiner stays only between pictures', () => {
    expect(cleanText('A\u200Dda')).toBe('Ada');
    expect(cleanText('👨\u200D')).toBe('👨');
    expect(cleanText('\u200D👨')).toBe('👨');
  });

  it('[D4] cleaning is done once and for all, well-formed, in NFC, with single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean).not.toMatch(/\p{Cc}|\p{Cs}|\s\s|^\s|\s$|[\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 300 },
    );
  });

  it('[D4] so is what was put together of parts that hide and join', () => {
    const part = fc.constantFrom(
      'a',
      'e',
      ' ',
      '\u0308',
      '\u200B',
      '\u200D',
      '\uFE0F',
      '👩',
      '🎤',
      '\u202E',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const clean = cleanText(parts.join(''));
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('characters as a person counts them', () => {
  it.each([
    ['', 0],
    ['Ada', 3],
    [FAMILY, 1],
    ['👩🏽‍🎤', 1],
    ['🇳🇴', 1],
    ['Zoe\u0308', 3],
    ['한국', 2],
  ])('are in %j %i', (text, count) => {
    expect(graphemes(text)).toBe(count);
  });
});

describe('a name', () => {
  it('[D4] of 24 graphemes is taken and one of 25 is too long, whatever they are made of', () => {
    for (const character of ['a', FAMILY, 'é', '林']) {
      expect(cleanName(character.repeat(24))).toEqual({ type: 'granted', value: character.repeat(24) });
      expect(cleanName(character.repeat(25))).toEqual({ type: 'refused', reason: 'nameTooLong' });
    }
  });

  it.each(['', '   ', '\u200B', '...', '\u3164', '\u2800', '\u0301', '-'])(
    '[D4] of nothing to be seen, as %j, is empty',
    (raw) => {
      expect(cleanName(raw)).toEqual({ type: 'refused', reason: 'nameEmpty' });
    },
  );

  it.each(['A', '7', '🎵', '林', FAMILY])('[D4] may be as short as %s', (raw) => {
    expect(cleanName(raw)).toEqual({ type: 'granted', value: raw });
  });
});

describe('a title', () => {
  it('may be empty, and has 60 graphemes at most', () => {
    expect(cleanTitle('  ')).toEqual({ type: 'granted', value: '' });
    expect(cleanTitle('x'.repeat(60))).toEqual({ type: 'granted', value: 'x'.repeat(60) });
    expect(cleanTitle('x'.repeat(61))).toEqual({ type: 'refused', reason: 'nameTooLong' });
  });
});

describe('likeness', () => {
  it.each([
    ['Ada', 'ADA'],
    ['Ada', 'A-d a.'],
    ['Ada', 'Àdá'],
    ['Ada', 'Аdа'],
    ['Ola', '0la'],
    ['Ida', 'lda'],
    ['Ida', '1da'],
    ['Ida', '|da'],
    ['Ida', 'Ӏda'],
    ['Marna', 'Mama'],
    ['Per', 'Рег'.replace('г', 'r')],
    ['Ben', 'Веn'],
    ['Ben', 'Βen'],
    ['Max', 'Мах'],
    ['Max', 'Μax'],
    ['Hanna', 'Ηanna'],
    ['Zara', 'Ζara'],
    ['Nina', 'Νina'],
    ['Νίκος', 'ΝΊΚΟΣ'],
    ['Νίκος', 'νικος'],
    ['ｆｕｌｌ', 'full'],
    ['Ⅳan', 'IVan'],
    ['👨‍👩‍👧', '👨👩👧'],
  ])('[R2] %s looks like %s', (one, other) => {
    expect(likeness(one)).toBe(likeness(other));
  });

  it.each([
    ['Ada', 'Adam'],
    ['Bjørn', 'Bjarne'],
    ['राम', 'रमा'],
    ['रीमा', 'राम'],
    ['กา', 'กี'],
    ['👩', '👨'],
    ['Ada 1', 'Ada 2'],
    ['שרה', 'שירה'],
  ])('[R2] %s does not look like %s', (one, other) => {
    expect(likeness(one)).not.toBe(likeness(other));
  });

  it('[R2] of a name that may be had is never nothing, else all such were alike', () => {
    expect(likeness('🎵')).toBe('🎵');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), (raw) => {
        const name = cleanName(raw);
        return name.type === 'refused' || likeness(name.value) !== '';
      }),
      { numRuns: 300 },
    );
  });
});
