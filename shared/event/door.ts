import * as z from 'zod/mini';
import { MAX_WAITING } from '../base/limits.ts';
import { memberIdSchema, wholeSchema } from './schema.ts';

/**
 * The door of a room. Who waits at it is never written down: until someone is let in there is nothing of them in the log.
 *
 *   knock ─▶ waiting ─callIn─▶ called ─comes─▶ (joined)
 *              │  └─ a listener is announced first, and anyone inside can say no
 *              └─ notNow | turnAway | gone ─▶ (nothing)
 */
export type DoorEvent =
  /** `hasDoor`: whoever comes waits until they are let in. `isLocked`: nobody new may even wait. */
  | { readonly type: 'doorSet'; readonly hasDoor: boolean; readonly isLocked: boolean }
  /** Code and invitation are new; the old ones open nothing any more. Neither is in the log. */
  | { readonly type: 'codeRenewed' };

/** The few sentences that can be said to someone at the door; the page has words for each. */
export const DOOR_SENTENCES = ['seenYou', 'almostReady', 'inTheMiddle', 'pleaseWait'] as const;
export type DoorSentence = (typeof DOOR_SENTENCES)[number];

/** Names one person who waits, within one room and one run of the server. */
export const knockSchema = wholeSchema(1, 1_000_000);
export type KnockNumber = number;

export const doorWishSchemas = [
  z.strictObject({ type: z.literal('setDoor'), hasDoor: z.boolean(), isLocked: z.boolean() }),
  z.strictObject({ type: z.literal('renewCode') }),
  z.strictObject({ type: z.literal('putAtDoor'), member: memberIdSchema }),
  z.strictObject({ type: z.literal('remove'), member: memberIdSchema }),
] as const;

export const waitingWishSchemas = [
  /** Those shown are named, so that nobody who came meanwhile is let in unseen. */
  z.strictObject({
    type: z.literal('callIn'),
    knocks: z.array(knockSchema).check(z.minLength(1), z.maxLength(MAX_WAITING)),
  }),
  z.strictObject({ type: z.literal('sayAtDoor'), knock: knockSchema, sentence: z.enum(DOOR_SENTENCES) }),
  /** They may knock again. */
  z.strictObject({ type: z.literal('notNow'), knock: knockSchema }),
  /** A clear no. */
  z.strictObject({ type: z.literal('turnAway'), knock: knockSchema }),
  /** Anyone inside, about a listener who was announced; nobody learns who said it. */
  z.strictObject({ type: z.literal('objectToListener'), knock: knockSchema }),
] as const;
