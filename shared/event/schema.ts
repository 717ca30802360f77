import * as z from 'zod/mini';
import { memberId, type MemberId } from '../base/ids.ts';
import { MAX_BPM, MAX_NOTE_MS, MIN_BPM } from '../base/limits.ts';
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
