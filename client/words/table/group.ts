import type { WordTable } from './word-table.ts';

/** Sentences of what passes between people: invitations, signals, proposals, rounds, rest, the end, the door. */
export const GROUP_WORDS = {} as const satisfies WordTable;
