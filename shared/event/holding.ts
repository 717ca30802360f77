import * as z from 'zod/mini';
import type { MemberId } from '../base/ids.ts';
import { MAX_HANDOVER_BARS } from '../base/limits.ts';
import type { Beats } from '../base/units.ts';
import { INSTRUMENT_IDS } from '../music/instrument.ts';
import { memberIdSchema, wholeSchema } from './schema.ts';

/** What can be held in a room, each by one person or by everyone. The facilitator holds what nobody else does. */
export const CONTROLS = ['door', 'people', 'tempo', 'frame', 'dynamics', 'rounds', 'arc', 'ending'] as const;
export type Control = (typeof CONTROLS)[number];

/** What may be open to everyone at once: it can harm nobody. */
export const SHAREABLE_CONTROLS = ['tempo', 'frame'] as const satisfies readonly Control[];

/**
 *                 controlsGiven(member)              controlsGiven(everyone)
 *   facilitator ───────────────────────▶ member ──┐  ──────────────────────▶ everyone
 *        ▲                                        │                             │
 *        └── controlsReturned: given back, taken back, time is up, link lost ───┘
 */
export type HoldingEvent =
  /** `until`: the beat at which they return by themselves; null for good. */
  | {
      readonly type: 'controlsGiven';
      readonly controls: readonly Control[];
      readonly to: MemberId | 'everyone';
      readonly until: Beats | null;
    }
  | { readonly type: 'controlsReturned'; readonly controls: readonly Control[] }
  /** Nobody has held the room for some minutes: anyone may end it calmly. */
  | { readonly type: 'calmEndOffered' };

export const controlsSchema = z.array(z.enum(CONTROLS)).check(z.minLength(1), z.maxLength(CONTROLS.length));

export const holdingWishSchemas = [
  z.strictObject({ type: z.literal('openToAll'), control: z.enum(SHAREABLE_CONTROLS) }),
  z.strictObject({ type: z.literal('giveBack'), controls: controlsSchema }),
  z.strictObject({ type: z.literal('takeBack'), controls: controlsSchema }),
] as const;

const number = wholeSchema(1, 1_000_000);

/** Invitations wait for an answer; a no is never written down. */
export const invitationWishSchemas = [
  z.strictObject({
    type: z.literal('inviteToHold'),
    member: memberIdSchema,
    controls: controlsSchema,
    /** For how many bars; null for good. */
    bars: z.nullable(wholeSchema(1, MAX_HANDOVER_BARS)),
  }),
  z.strictObject({
    type: z.literal('inviteToInstrument'),
    member: memberIdSchema,
    instrument: z.enum(INSTRUMENT_IDS),
  }),
  z.strictObject({ type: z.literal('acceptInvitation'), invitation: number }),
  /** `listens`: in a round, not to be asked again while it lasts. */
  z.strictObject({ type: z.literal('declineInvitation'), invitation: number, listens: z.boolean() }),
  z.strictObject({ type: z.literal('withdrawInvitation'), invitation: number }),
] as const;
