export type ArgKind = 'number' | 'text';

/** Sentences by id, each with what is told to it. */
export type WordTable = Readonly<Record<string, Readonly<Record<string, ArgKind>>>>;
