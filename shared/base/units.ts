/**
 * Units as types. A plain number does not fit where one of these is asked for: it is born through the function of
 * the same name, at the edge where its unit is known.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** Milliseconds of this device's `performance.now()`. Stops while a tablet sleeps. */
export type LocalMs = Unit<'LocalMs'>;
export const localMs = (ms: number) => ms as LocalMs;

/** Milliseconds of the room's clock, which is the server's: Unix time at the server's start plus a monotonic counter. */
export type RoomMs = Unit<'RoomMs'>;
export const roomMs = (ms: number) => ms as RoomMs;

/** Seconds of an `AudioContext`'s own clock. */
export type AudioSec = Unit<'AudioSec'>;
export const audioSec = (sec: number) => sec as AudioSec;

/** Quarter notes since the room's grid began; fractional. */
export type Beats = Unit<'Beats'>;
export const beats = (quarters: number) => quarters as Beats;

/** Whole ticks since the grid began, `TICKS_PER_BEAT` to a quarter note. Also used for lengths. */
export type Ticks = Unit<'Ticks'>;
export const ticks = (count: number) => count as Ticks;

/** Quarter notes a minute. */
export type Bpm = Unit<'Bpm'>;
export const bpm = (quartersPerMinute: number) => quartersPerMinute as Bpm;

/** MIDI note number, 60 is middle C; a fraction is a glide between two keys. */
export type Pitch = Unit<'Pitch'>;
export const pitch = (midiNumber: number) => midiNumber as Pitch;

/** How strongly a note is played, above 0 and up to 1. */
export type Strength = Unit<'Strength'>;
export const strength = (fraction: number) => fraction as Strength;

/** Positions in the log are whole ticks, 960 to a quarter note (the usual resolution of sequencers). */
export const TICKS_PER_BEAT = 960;

export const beatsOfTicks = (count: Ticks) => beats(count / TICKS_PER_BEAT);
/** The nearest whole tick. */
export const ticksOfBeats = (quarters: Beats) => ticks(Math.round(quarters * TICKS_PER_BEAT));
