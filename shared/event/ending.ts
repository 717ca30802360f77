import * as z from 'zod/mini';
import { MAX_CLOSE_BARS, MAX_ENDING_LEAD_BARS } from '../base/limits.ts';
import type { Beats } from '../base/units.ts';
import { wholeSchema } from './schema.ts';

/**
 *           announceEnding            from            until          rings, silence
 *   music ───────────────▶ announced ──────▶ closing ──────▶ last chord ──────▶ roomClosed
 *     ▲                        │                │ (not in its last bar)
 *     └────── callOffEnding ───┴────────────────┘
 *
 *   music ── stopNow ──▶ a fade of two seconds ──▶ roomClosed
 */
export type EndingEvent =
  /** From bar line `from` the music comes home; at bar line `until` the last chord sounds, and nothing begins after it. */
  | { readonly type: 'endingAnnounced'; readonly from: Beats; readonly until: Beats }
  | { readonly type: 'endingCalledOff' }
  | { readonly type: 'stopped' };

export const endingWishSchemas = [
  z.strictObject({
    type: z.literal('announceEnding'),
    /** How many bars ahead; null for the first bar line at least 20 s ahead. */
    leadBars: z.nullable(wholeSchema(1, MAX_ENDING_LEAD_BARS)),
    closeBars: wholeSchema(2, MAX_CLOSE_BARS),
  }),
  z.strictObject({ type: z.literal('callOffEnding') }),
  z.strictObject({ type: z.literal('stopNow') }),
] as const;
