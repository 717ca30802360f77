import type { FluentBundle } from '@fluent/bundle';
import type { ArgKind } from './table/word-table.ts';
import type { WORDS } from './words.ts';

type Table = typeof WORDS;
/** Every sentence there is, by its id in the .ftl files. */
export type WordId = keyof Table;
type ValueOf<Kind extends ArgKind> = Kind extends 'number' ? number : string;
type ArgsOf<Id extends WordId> = { readonly [Name in keyof Table[Id]]: ValueOf<Table[Id][Name] & ArgKind> };

/** Ids of sentences that stand by themselves. */
export type PlainWordId = { [Id in WordId]: keyof Table[Id] extends never ? Id : never }[WordId];

/** Says a sentence of the person's language. */
export type Speech = <Id extends WordId>(
  id: Id,
  ...args: keyof Table[Id] extends never ? [] : [args: ArgsOf<Id>]
) => string;

/** Speaks from a bundle. An id without words, which a test rules out, is said as itself rather than not at all. */
export function createSpeech(bundle: FluentBundle): Speech {
  return (id, ...[args]) => {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === undefined || pattern === null) return id;
    return bundle.formatPattern(pattern, isolatedArgs(args), []);
  };
}

const isolatedArgs = (args: Readonly<Record<string, string | number>> = {}) =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
  );

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A name written from right to left must not turn the sentence around it: it is set apart (UAX 9, FSI and PDI). */
const isolated = (text: string) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
