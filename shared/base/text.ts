import { MAX_NAME_GRAPHEMES, MAX_TITLE_GRAPHEMES } from './limits.ts';
import { granted, refused, type Result } from './result.ts';

/**
 * Text people write: well-formed, NFC, single spaces, no control characters and none that turn the writing direction
 * or hide (bidirectional overrides, zero-width marks, tags), so that what is stored is what is seen.
 */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cn}\uFFFD]/gu, '')
    .trim();
}

/** Characters as a person counts them. */
export function graphemes(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}

/** A name someone chose, cleaned; refused when nothing is left or it is too long. */
export function cleanName(raw: string): Result<string> {
  const name = cleanText(raw);
  if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return refused('nameEmpty');
  return graphemes(name) > MAX_NAME_GRAPHEMES ? refused('nameTooLong') : granted(name);
}

/** The title of a session, cleaned; may be empty. */
export function cleanTitle(raw: string): Result<string> {
  const title = cleanText(raw);
  return graphemes(title) > MAX_TITLE_GRAPHEMES ? refused('nameTooLong') : granted(title);
}

/** Two names with the same likeness could be taken for each other on a tablet across the room. */
export function likeness(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return [...plain]
    .map((character) => LOOKALIKES[character] ?? character)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll(/[^\p{L}\p{N}\p{S}]/gu, '');
}

/** Letters that look alike in common typefaces; from Unicode's confusables (UTS 39), the Latin-like ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '|': 'l',
  i: 'l',
  ı: 'l',
  а: 'a',
  α: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ε: 'e',
  н: 'h',
  і: 'l',
  ι: 'l',
  ј: 'j',
  к: 'k',
  κ: 'k',
  м: 'm',
  ո: 'n',
  о: 'o',
  ο: 'o',
  σ: 'o',
  р: 'p',
  ρ: 'p',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  у: 'y',
  ν: 'v',
  х: 'x',
  χ: 'x',
  ß: 'b',
};
