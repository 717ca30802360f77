import * as z from 'zod/mini';
import { bpmSchema, frameSchema, wholeSchema } from './schema.ts';

/** A member's quiet word to whoever holds the room, one tap each. Passing: never written down. */
export const SIGNALS = ['tooLoud', 'tooMuch', 'needBreak', 'oneMore', 'likeThis', 'askMe'] as const;
export type Signal = (typeof SIGNALS)[number];

/** Signals that make no sense without knowing from whom. */
export const NAMED_SIGNALS = ['needBreak', 'askMe'] as const satisfies readonly Signal[];

const number = wholeSchema(1, 1_000_000);

export const signalWishSchemas = [
  z.strictObject({ type: z.literal('sendSignal'), signal: z.enum(SIGNALS), isNamed: z.boolean() }),
  /** The facilitator has seen it. */
  z.strictObject({ type: z.literal('clearSignal'), signal: number }),
] as const;

/** What any member can propose; whoever holds the control takes it with one tap. */
const proposalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tempo'), bpm: bpmSchema }),
  z.strictObject({ type: z.literal('frame'), frame: frameSchema }),
  z.strictObject({ type: z.literal('ending') }),
]);
export type Proposal = z.infer<typeof proposalSchema>;

export const proposalWishSchemas = [
  z.strictObject({ type: z.literal('propose'), proposal: proposalSchema }),
  z.strictObject({ type: z.literal('second'), proposal: number }),
  z.strictObject({ type: z.literal('takeProposal'), proposal: number }),
  z.strictObject({ type: z.literal('setAside'), proposal: number }),
] as const;
