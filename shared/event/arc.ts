import * as z from 'zod/mini';
import { MAX_ARC_STEPS, MAX_GOALS_GRAPHEMES } from '../base/limits.ts';
import { type Arc, arcSchema } from './plan.ts';
import { textSchema, wholeSchema } from './schema.ts';

/** The course of the session, as it is followed and changed. A guide, never a lock. */
export type ArcEvent =
  | { readonly type: 'arcSet'; readonly steps: Arc }
  /** Which step is now, from 0; null before the first. */
  | { readonly type: 'arcMoved'; readonly step: number | null }
  | { readonly type: 'goalsSet'; readonly goals: string };

export const arcWishSchemas = [
  z.strictObject({ type: z.literal('setArc'), steps: arcSchema }),
  z.strictObject({ type: z.literal('moveArc'), step: z.nullable(wholeSchema(0, MAX_ARC_STEPS - 1)) }),
  z.strictObject({ type: z.literal('setGoals'), goals: textSchema(MAX_GOALS_GRAPHEMES) }),
] as const;
