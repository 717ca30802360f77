import { CODE_LENGTH } from '../../../shared/wire/code.ts';

/**
 * A code while it is being typed or pasted: capitals, without the spaces, dashes and quotation marks that come along.
 * What follows after the last letter is dropped.
 */
export function tidyCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, CODE_LENGTH);
}

/** How many letters are still to come. */
export const missingLetters = (tidy: string): number => Math.max(0, CODE_LENGTH - [...tidy].length);
