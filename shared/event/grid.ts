import * as z from 'zod/mini';
import { MAX_GLIDE_BARS } from '../base/limits.ts';
import type { Beats, Bpm } from '../base/units.ts';
import { METRE_NAMES, type MetreName } from '../time/metre.ts';
import { bpmSchema, wholeSchema } from './schema.ts';

export type GridEvent =
  /** From a bar line on; a `glideBeats` of 0 is a step, else the tempo is reached that many quarters later. */
  | { readonly type: 'tempoSet'; readonly from: Beats; readonly bpm: Bpm; readonly glideBeats: Beats }
  | { readonly type: 'metreSet'; readonly fromBar: number; readonly metre: MetreName }
  /** Someone asked for the pulse; it waits for the devices that are not ready, at most until `untilMs` (room time). */
  | { readonly type: 'pulseAwaited'; readonly untilMs: number }
  /** The count-in begins at bar line `from` and lasts `countInBars`; then the pulse goes on. */
  | { readonly type: 'pulseStarted'; readonly from: Beats; readonly countInBars: number }
  /** The pulse is heard up to bar line `from`. */
  | { readonly type: 'pulseStopped'; readonly from: Beats };

export const gridWishSchemas = [
  z.strictObject({
    type: z.literal('setTempo'),
    bpm: bpmSchema,
    glideBars: wholeSchema(0, MAX_GLIDE_BARS),
  }),
  z.strictObject({ type: z.literal('setMetre'), metre: z.enum(METRE_NAMES as [MetreName, ...MetreName[]]) }),
  z.strictObject({ type: z.literal('startPulse') }),
  z.strictObject({ type: z.literal('stopPulse') }),
] as const;
