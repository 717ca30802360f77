import * as z from 'zod/mini';
import { MAX_NAME_GRAPHEMES } from '../base/limits.ts';
import { INSTRUMENT_IDS, type InstrumentId } from '../music/instrument.ts';
import type { MemberId } from '../base/ids.ts';
import type { Colour, Shape } from './look.ts';
import { shapeSchema } from './schema.ts';

export const ROLES = ['facilitator', 'player', 'listener'] as const;
export type Role = (typeof ROLES)[number];

/** Who came in, and how they are seen. `name` is undefined for someone who is here as their symbol only. */
export interface Joined {
  readonly type: 'joined';
  readonly member: MemberId;
  readonly name: string | undefined;
  readonly shape: Shape;
  readonly colour: Colour;
  /** Their place in the circle, from 0; decides where they sound from. */
  readonly chair: number;
  readonly role: Role;
  readonly instrument: InstrumentId;
  /** Said yes to keeping their notes, on coming in. */
  readonly isKept: boolean;
  /** A simulated musician of the demo group, always shown as one. */
  readonly isCompany: boolean;
}

/** Left by themselves, or the time their seat was held ran out, or someone sent them out: the seat is free again. */
export interface Left {
  readonly type: 'left';
  readonly member: MemberId;
  /** `putAtDoor`, `removed`: the author of the entry decided it, and is named to the person. */
  readonly why: 'own' | 'seatExpired' | 'companyWentHome' | 'putAtDoor' | 'removed' | 'accountDisabled';
}

export type MembershipEvent =
  | Joined
  | Left
  | { readonly type: 'linkLost'; readonly member: MemberId }
  /** Gone too long to be thought of as here; the seat still waits for them. */
  | { readonly type: 'wentAway'; readonly member: MemberId }
  | { readonly type: 'returned'; readonly member: MemberId }
  | { readonly type: 'instrumentChosen'; readonly member: MemberId; readonly instrument: InstrumentId }
  | { readonly type: 'keepingSet'; readonly member: MemberId; readonly isKept: boolean }
  | {
      readonly type: 'readinessReported';
      readonly member: MemberId;
      readonly isReady: boolean;
      /** Half the clock's uncertainty on that device, whole ms: how far ahead changes must be announced for it. */
      readonly clockErrorMs: number;
    }
  | { readonly type: 'companyInvited' }
  | { readonly type: 'companySentHome' };

/** What the room itself asks for on behalf of the door and the links. Never comes over a socket. */
export type DoorWish =
  | {
      readonly type: 'admit';
      readonly member: MemberId;
      readonly name: string | undefined;
      readonly shape: Shape;
      readonly role: Role;
      readonly isKept: boolean;
      readonly isCompany: boolean;
    }
  | { readonly type: 'loseLink'; readonly member: MemberId }
  | { readonly type: 'goAway'; readonly member: MemberId }
  | { readonly type: 'returnToSeat'; readonly member: MemberId }
  | { readonly type: 'expireSeat'; readonly member: MemberId }
  /** The account behind a seat holds no more. */
  | { readonly type: 'disable'; readonly member: MemberId };

export const membershipWishSchemas = [
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('chooseInstrument'), instrument: z.enum(INSTRUMENT_IDS) }),
  z.strictObject({ type: z.literal('setKeeping'), isKept: z.boolean() }),
  z.strictObject({
    type: z.literal('reportReadiness'),
    isReady: z.boolean(),
    clockErrorMs: z.number().check(z.int(), z.minimum(0), z.maximum(2000)),
  }),
  z.strictObject({ type: z.literal('inviteCompany') }),
  z.strictObject({ type: z.literal('sendCompanyHome') }),
] as const;

/** What a newcomer says of themselves at the door. Names are cleaned by `cleanName` after this. */
export const newcomerSchema = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(MAX_NAME_GRAPHEMES * 16))),
  shape: shapeSchema,
  role: z.enum(['player', 'listener']),
  isKept: z.boolean(),
});
export type Newcomer = z.infer<typeof newcomerSchema>;
