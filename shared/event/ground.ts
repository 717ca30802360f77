import * as z from 'zod/mini';
import type { Beats } from '../base/units.ts';

/** Parts that go on by themselves, in the frame, held by whoever holds the frame: the ground others stand on. */
export const GROUNDS = ['drone', 'ostinato', 'heartbeat'] as const;
export type Ground = (typeof GROUNDS)[number];

/** From a bar line on these go on, and no others. Heard from the chair of whoever set them. */
export type GroundEvent = {
  readonly type: 'groundSet';
  readonly from: Beats;
  readonly grounds: readonly Ground[];
};

export const groundWishSchemas = [
  z.strictObject({
    type: z.literal('holdGround'),
    grounds: z.array(z.enum(GROUNDS)).check(z.maxLength(GROUNDS.length)),
  }),
] as const;
