import * as z from 'zod/mini';
import type { MemberId } from '../base/ids.ts';
import { MAX_SWELL_BARS } from '../base/limits.ts';
import type { Beats } from '../base/units.ts';
import { fractionSchema, memberIdSchema, wholeSchema } from './schema.ts';

/** How soft a person's sound was made: to others a good deal softer, or not heard. */
export const SOFTENINGS = ['softer', 'silent'] as const;
export type Softening = (typeof SOFTENINGS)[number];

/** Loudness and density move over beats and never jump; only hush and stop are at once, with a short fade. */
export type DynamicsEvent =
  | { readonly type: 'loudnessSet'; readonly from: Beats; readonly to: number; readonly glideBeats: Beats }
  | {
      readonly type: 'densitySet';
      readonly part: MemberId | 'all';
      readonly from: Beats;
      readonly to: number;
      readonly glideBeats: Beats;
    }
  /** Until `untilMs` (room time), then it comes back by itself. Told to everyone, with who did it. */
  | {
      readonly type: 'softened';
      readonly member: MemberId;
      readonly kind: Softening;
      readonly from: Beats;
      readonly untilMs: number;
    }
  | { readonly type: 'softeningEnded'; readonly member: MemberId; readonly from: Beats }
  | { readonly type: 'hushed' }
  | { readonly type: 'hushLifted' }
  /** A person rests: they hear nothing and play nothing, and their chair stays theirs. */
  | { readonly type: 'breakTaken'; readonly member: MemberId }
  | { readonly type: 'breakEnded'; readonly member: MemberId };

const barsSchema = wholeSchema(1, MAX_SWELL_BARS);
/** The density of a part never goes to nothing: a first beat is always let through. */
const densitySchema = z.number().check(z.minimum(0.1), z.maximum(1));

export const dynamicsWishSchemas = [
  z.strictObject({ type: z.literal('swell'), to: fractionSchema, bars: barsSchema }),
  z.strictObject({
    type: z.literal('setDensity'),
    part: z.union([z.literal('all'), memberIdSchema]),
    to: densitySchema,
    bars: barsSchema,
  }),
  /** From the pad: both at once, smoothed over a bar. */
  z.strictObject({ type: z.literal('conduct'), loudness: fractionSchema, density: densitySchema }),
  z.strictObject({ type: z.literal('soften'), member: memberIdSchema, kind: z.enum(SOFTENINGS) }),
  z.strictObject({ type: z.literal('endSoftening'), member: memberIdSchema }),
  z.strictObject({ type: z.literal('hush') }),
  z.strictObject({ type: z.literal('liftHush') }),
  /** The pulse stops and all grows silent over a bar. */
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('takeBreak') }),
  z.strictObject({ type: z.literal('endBreak') }),
] as const;
