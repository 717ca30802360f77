import * as z from 'zod/mini';
import type { MemberId } from '../base/ids.ts';
import { MAX_ROUND_LAPS, MAX_SEATS, MAX_TURN_BARS } from '../base/limits.ts';
import type { Beats } from '../base/units.ts';
import { memberIdSchema, wholeSchema } from './schema.ts';

/**
 * Turns that were accepted are in the log; the order, and who passed, never are.
 *
 *   roundBegun ─▶ (invited) ─accept─▶ turnSet ─▶ (next) … ─▶ roundEnded
 *                     └─pass, listen, no answer─▶ (next)
 */
export type RoundEvent =
  | { readonly type: 'roundBegun'; readonly kind: RoundKind; readonly bars: number }
  /** From a bar line up to a bar line the others are softer. Of `all` nobody is. */
  | {
      readonly type: 'turnSet';
      readonly member: MemberId | 'all';
      readonly from: Beats;
      readonly until: Beats;
    }
  /** Turns that have not begun by `from` do not begin; one that goes on ends there. */
  | { readonly type: 'roundEnded'; readonly from: Beats };

export type RoundKind = 'round' | 'callAndAnswer';

const barsSchema = wholeSchema(1, MAX_TURN_BARS);

export const roundWishSchemas = [
  z.strictObject({
    type: z.literal('beginRound'),
    order: z.array(memberIdSchema).check(z.minLength(1), z.maxLength(MAX_SEATS)),
    bars: barsSchema,
    laps: wholeSchema(1, MAX_ROUND_LAPS),
  }),
  z.strictObject({
    type: z.literal('beginCallAndAnswer'),
    caller: memberIdSchema,
    answerer: z.union([z.literal('all'), memberIdSchema]),
    bars: barsSchema,
    times: wholeSchema(1, MAX_ROUND_LAPS),
  }),
  z.strictObject({ type: z.literal('endRound') }),
] as const;
