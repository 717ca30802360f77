import * as z from 'zod/mini';
import { memberId, type MemberId } from '../base/ids.ts';
import { MAX_BPM, MAX_CHORD_STEPS, MAX_NOTE_MS, MAX_TURN_BARS, MIN_BPM } from '../base/limits.ts';
import { CHORD_KINDS, type ChordKind } from '../music/chord.ts';
import { FEELS } from '../music/frame.ts';
import { SCALE_NAMES, type ScaleName } from '../music/scale.ts';
import { SHAPES } from './look.ts';
import { beats, bpm, pitch, strength, TICKS_PER_BEAT, ticks } from '../base/units.ts';

/** Schemas of the units: numbers from outside become unit types here, once, and are refused outside their range. */

/** About 11 days at 240 beats a minute: beyond any session, and exact in a double. */
const MAX_TICKS = 4_000_000_000;

export const ticksSchema = z.pipe(
  z.number().check(z.int(), z.minimum(0), z.maximum(MAX_TICKS)),
  z.transform(ticks),
);
/** Every note ends: 30 s at the fastest tempo (N6). */
const MAX_LENGTH_TICKS = (MAX_NOTE_MS / 60_000) * MAX_BPM * TICKS_PER_BEAT;

export const lengthTicksSchema = z.pipe(
  z.number().check(z.int(), z.minimum(1), z.maximum(MAX_LENGTH_TICKS)),
  z.transform(ticks),
);
export const beatsSchema = z.pipe(
  z.number().check(z.minimum(0), z.maximum(MAX_TICKS / 960)),
  z.transform(beats),
);
export const bpmSchema = z.pipe(z.number().check(z.minimum(MIN_BPM), z.maximum(MAX_BPM)), z.transform(bpm));
/** The keys of a piano, fractions allowed for glides. */
export const pitchSchema = z.pipe(z.number().check(z.minimum(21), z.maximum(108)), z.transform(pitch));
export const strengthSchema = z.pipe(z.number().check(z.gt(0), z.maximum(1)), z.transform(strength));
export const fractionSchema = z.number().check(z.minimum(0), z.maximum(1));
export const memberIdSchema = z.pipe(
  z.string().check(z.regex(/^[a-z0-9]{10,32}$/)),
  z.transform((text): MemberId => memberId(text)),
);
export const wholeSchema = (least: number, most: number) =>
  z.number().check(z.int(), z.minimum(least), z.maximum(most));
export const shapeSchema = z.enum(SHAPES);

/** Text from outside: no longer than could ever be `graphemes` characters; counted and cleaned where it is taken. */
export const textSchema = (graphemes: number) => z.string().check(z.maxLength(graphemes * 16));

export const frameSchema = z.strictObject({
  tonic: wholeSchema(0, 11),
  scale: z.enum(SCALE_NAMES as [ScaleName, ...ScaleName[]]),
  feel: z.enum(FEELS),
  chords: z.optional(
    z.readonly(
      z
        .array(
          z.strictObject({
            root: wholeSchema(0, 11),
            kind: z.enum(CHORD_KINDS as [ChordKind, ...ChordKind[]]),
            bars: wholeSchema(1, MAX_TURN_BARS),
          }),
        )
        .check(z.maxLength(MAX_CHORD_STEPS)),
    ),
  ),
});
