/** Every limit of the room in one place. What happens beyond each is said in shared/SPEC.md. */

/** Seats of a room, held or taken (TRUST: limits to start from). */
export const MAX_SEATS = 24;
export const MAX_NAME_GRAPHEMES = 24;
export const MAX_TITLE_GRAPHEMES = 60;

/** Of quarter notes a minute: the span of metronomes, widened for breathing and for drumming. */
export const MIN_BPM = 30;
export const MAX_BPM = 240;
/** Longest glide between two tempi. */
export const MAX_GLIDE_BARS = 32;

/** A note live sound may still be made of; older ones only enter the record (TRUST R3). */
export const MAX_LIVE_AGE_MS = 1500;
/** A note may be dated this far ahead of the room's clock: the error of a settled clock on a poor link (TIMING). */
export const MAX_AHEAD_MS = 60;
/** Every note ends: at most this long after it began (TRUST, hazards). */
export const MAX_NOTE_MS = 30_000;
/** Kept notes that come late, after a dropout, still find their place up to this age: as long as a seat is held. */
export const MAX_KEPT_AGE_MS = 30 * 60_000;

/** One seat's notes: sustained rate and burst; then the room's (TRUST: limits). */
export const SEAT_NOTES_PER_SEC = 40;
export const SEAT_NOTES_BURST = 80;
export const ROOM_NOTES_PER_SEC = 240;
export const SEAT_WISHES_PER_SEC = 10;
export const SEAT_WISHES_BURST = 30;

/** One message up, in bytes of JSON. */
export const MAX_MESSAGE_BYTES = 16 * 1024;
/** What one socket may have waiting before it is dropped (TRUST R7). */
export const MAX_SOCKET_QUEUE_BYTES = 1024 * 1024;

/** A gap shorter than this is not shown to others; beyond it "connection lost", then "left" (TRUST R4, R5). */
export const LOST_AFTER_MS = 5000;
export const LEFT_AFTER_MS = 9000;
/** A seat waits this long for its person to come back. */
export const SEAT_HELD_MS = 30 * 60_000;

/** Steps of a loop and the voices in it. */
export const MAX_LOOP_STEPS = 32;
export const MAX_LOOP_ROWS = 12;
/** Points of a glide sent together. */
export const MAX_GLIDE_POINTS = 16;
/** Notes one player may hold at once: ten fingers and a sleeve. */
export const MAX_HELD_NOTES = 12;

/** Entries a returning browser is sent one by one; beyond it a fresh snapshot. */
export const MAX_TAIL_ENTRIES = 500;
