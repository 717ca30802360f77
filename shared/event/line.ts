import * as z from 'zod/mini';
import { MAX_GLIDE_POINTS } from '../base/limits.ts';
import type { Pitch, Strength, Ticks } from '../base/units.ts';
import { INSTRUMENT_IDS, type InstrumentId } from '../music/instrument.ts';
import { type Loop, loopSchema } from './loop.ts';
import { fractionSchema, lengthTicksSchema, pitchSchema, strengthSchema, ticksSchema } from './schema.ts';

/**
 * A line is what one player plays. It is a part of the log of its own: its entries never change the room's state,
 * and only those of players who said yes are ever written down.
 *
 * `played` is where the finger was; `sounds` is where the player hears it: the same, or the grid line it was
 * drawn to. `note` names a note within its line by the wish that began it.
 */
export type LineEvent = NotePlayed | NoteReleased | NoteBent | LoopSet | LoopStopped;

export interface NotePlayed {
  readonly type: 'notePlayed';
  readonly played: Ticks;
  readonly sounds: Ticks;
  readonly instrument: InstrumentId;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly colour: number;
  /** How long it is held; null while the finger is still down. */
  readonly length: Ticks | null;
}

export interface NoteReleased {
  readonly type: 'noteReleased';
  readonly note: number;
  readonly played: Ticks;
}

export interface NoteBent {
  readonly type: 'noteBent';
  readonly note: number;
  /** In order of time. */
  readonly points: readonly BendPoint[];
}

export interface BendPoint {
  readonly played: Ticks;
  readonly pitch: Pitch;
  readonly colour: number;
  readonly strength: Strength;
}

export interface LoopSet {
  readonly type: 'loopSet';
  readonly loop: Loop;
  /** Goes round from this bar line on; step 0 lies on `anchor`, which an edited loop keeps. */
  readonly from: Ticks;
  readonly anchor: Ticks;
}

export interface LoopStopped {
  readonly type: 'loopStopped';
  readonly from: Ticks;
}

const noteNumber = z.number().check(z.int(), z.minimum(1));

export const lineWishSchemas = [
  z.strictObject({
    type: z.literal('playNote'),
    played: ticksSchema,
    sounds: ticksSchema,
    instrument: z.enum(INSTRUMENT_IDS),
    pitch: pitchSchema,
    strength: strengthSchema,
    colour: fractionSchema,
    length: z.nullable(lengthTicksSchema),
  }),
  z.strictObject({ type: z.literal('releaseNote'), note: noteNumber, played: ticksSchema }),
  z.strictObject({
    type: z.literal('bendNote'),
    note: noteNumber,
    points: z
      .array(
        z.strictObject({
          played: ticksSchema,
          pitch: pitchSchema,
          colour: fractionSchema,
          strength: strengthSchema,
        }),
      )
      .check(z.minLength(1), z.maxLength(MAX_GLIDE_POINTS)),
  }),
  z.strictObject({ type: z.literal('setLoop'), loop: loopSchema }),
  z.strictObject({ type: z.literal('stopLoop') }),
] as const;
export const lineWishSchema = z.discriminatedUnion('type', lineWishSchemas);
export type LineWish = z.infer<typeof lineWishSchema>;
