import * as z from 'zod/mini';
import { LAG_BINS, type LagSummary } from '../time/lag-summary.ts';
import { wholeSchema } from './schema.ts';

const summarySchema = z
  .array(z.tuple([wholeSchema(0, LAG_BINS - 1), wholeSchema(1, 10_000)]))
  .check(z.maxLength(LAG_BINS));

/** A browser's report of how late others' notes came to it. */
export const lagMessageSchema = z.strictObject({ lags: summarySchema });
export interface LagMessage {
  readonly lags: LagSummary;
}
