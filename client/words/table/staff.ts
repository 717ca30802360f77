import type { WordTable } from './word-table.ts';

/** Sentences of signing in, accounts and plans. */
export const STAFF_WORDS = {} as const satisfies WordTable;
