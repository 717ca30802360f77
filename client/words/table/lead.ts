import type { WordTable } from './word-table.ts';

/** Sentences of holding a room. */
export const LEAD_WORDS = {} as const satisfies WordTable;
