import type { Refusal } from './refusal.ts';

/** What was asked for, or the reason it was refused. */
export type Result<Value> =
  | { readonly type: 'granted'; readonly value: Value }
  | { readonly type: 'refused'; readonly reason: Refusal };

export const granted = <Value>(value: Value): Result<Value> => ({ type: 'granted', value });
export const refused = (reason: Refusal): { readonly type: 'refused'; readonly reason: Refusal } => ({
  type: 'refused',
  reason,
});
