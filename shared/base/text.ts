import { MAX_NAME_GRAPHEMES, MAX_TITLE_GRAPHEMES } from './limits.ts';
import { granted, refused, type Result } from './result.ts';

/**
 * Text people write: well-formed, NFC, single spaces, no control characters and none that turn the writing direction
 * or hide (bidirectional overrides, zero-width marks, fillers, tags), so that what is stored is what is seen. The
 * joiner that makes one picture of several stays between pictures.
 */
export function cleanText(raw: string): string {
  return raw
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]/gu, ' ')
    .replaceAll(PICTURE_OR_HIDING, (_, picture?: string) => picture ?? '')
    .normalize('NFC')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/**
 * A picture, whole, with its joiners and styles; or one character that hides: formats, halves of pairs, private and unassigned
 * ones, and what is drawn as nothing. No lookbehind: tablets of a few years ago cannot read it.
 */
const PICTURE_OR_HIDING =
  /(\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*)|[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\uFFFD\u2800]/gu;

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
  // Accents may be missed from afar; the vowel signs of other scripts are letters.
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/(?=\p{M})\p{Script=Inherited}/gu, '');
  return [...plain]
    .map((character) => LOOKALIKES[character] ?? character)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{S}]/gu, '');
}

/**
 * Letters that look alike in common typefaces; from Unicode's confusables (UTS 39), the Latin-like ones. Small letters
 * stand for both cases; of Greek ones the capital decides, with which a name begins.
 */
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
  ӏ: 'l',
  ј: 'j',
  ԁ: 'd',
  ɡ: 'g',
  һ: 'h',
  ԛ: 'q',
  ԝ: 'w',
  β: 'b',
  ζ: 'z',
  η: 'h',
  μ: 'm',
  ν: 'n',
  υ: 'y',
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
  у: 'y',
  х: 'x',
  χ: 'x',
  ß: 'b',
};
