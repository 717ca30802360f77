import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { lagMessageSchema } from '../../../shared/event/lag.ts';
import * as account from '../../../shared/wire/account.ts';
import { joinSchema, keySchema, openRoomSchema } from '../../../shared/wire/door.ts';
import { helloSchema, pingSchema, wishMessageSchema } from '../../../shared/wire/up.ts';
import { withoutComments } from '../../architecture/source-text.ts';

/** Every schema of what goes up, by name. */
const UP = {
  wishMessageSchema,
  pingSchema,
  helloSchema,
  lagMessageSchema,
  keySchema,
  joinSchema,
  openRoomSchema,
  signInSchema: account.signInSchema,
  firstAccountSchema: account.firstAccountSchema,
  lookSchema: account.lookSchema,
  acceptanceSchema: account.acceptanceSchema,
  resetSchema: account.resetSchema,
  newPasswordSchema: account.newPasswordSchema,
  confirmSchema: account.confirmSchema,
  offSchema: account.offSchema,
  rolesBodySchema: account.rolesBodySchema,
  planBodySchema: account.planBodySchema,
  serviceSettingsSchema: account.serviceSettingsSchema,
};

/** What goes up, as JSON Schema. */
export const upLanguage = (): string =>
  JSON.stringify(
    Object.entries(UP).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]),
  );

/**
 * The exported types and lists of words of a source text, as they stand but for comments and white space, in the order
 * of their names: what is written elsewhere in the file, and how, does not matter.
 */
export function declarationsOf(source: string): readonly string[] {
  const code = withoutComments(source);
  const found: string[] = [];
  for (const { index } of code.matchAll(/^export (?:interface|type|const \w+ = \[)/gm))
    found.push(code.slice(index, endOfDeclaration(code, index)).replaceAll(/\s+/g, ' '));
  return found.sort();
}

/** At the semicolon outside all brackets, or after the closing brace of an interface. */
function endOfDeclaration(code: string, from: number): number {
  const isInterface = code.startsWith('export interface', from);
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const one = code[at] ?? '';
    if ('{[('.includes(one)) depth++;
    if ('}])'.includes(one)) depth--;
    if (depth === 0 && (one === ';' || (isInterface && one === '}'))) return at + 1;
  }
  return code.length;
}

/** Short enough to compare by eye. */
export const hashOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);
