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

/** People who may wait at one door (TRUST: limits to start from). */
export const MAX_WAITING = 16;
/** Someone at the door whose page has not asked for this long has gone. */
export const WAITING_GONE_MS = 45_000;
/** Whoever was called in has this long to come. */
export const CALLED_MS = 60_000;
/** A listener is announced this long before they come in, so that anyone can say no (C3). */
export const LISTENER_ANNOUNCED_MS = 10_000;

/** Texts of a plan. */
export const MAX_GOALS_GRAPHEMES = 400;
export const MAX_SENTENCE_GRAPHEMES = 160;
export const MAX_ARC_STEPS = 12;
export const MAX_STEP_MINUTES = 120;
export const MAX_STEP_BARS = 256;

/** Changes of loudness and density move over at least one bar and at most these. */
export const MAX_SWELL_BARS = 16;
export const MAX_TURN_BARS = 16;
export const MAX_ROUND_LAPS = 4;
export const MAX_CHORD_STEPS = 16;
export const MAX_HANDOVER_BARS = 128;

/** The end is announced at least this long ahead, unless a number of bars was chosen (TRUST C4). */
export const ENDING_LEAD_MS = 20_000;
export const MAX_ENDING_LEAD_BARS = 64;
export const MAX_CLOSE_BARS = 16;
/** After the last chord, and after a stop at once, the room closes. */
export const LAST_CHORD_RINGS_MS = 10_000;
export const STOP_FADE_MS = 2000;
export const STOPPED_CLOSES_MS = 5000;

/** A person's sound that was made soft comes back by itself. */
export const SOFTENED_MS = 5 * 60_000;
/** It can be undone for this long with one tap; later it is simply ended. */
export const UNDO_MS = 10_000;
/** Without anyone who holds the room, a calm end is offered to everyone after this long (TRUST R10). */
export const UNHELD_OFFERS_END_MS = 5 * 60_000;
/** An invitation that is not answered goes away. */
export const INVITATION_MS = 60_000;
/** A signal stays with the facilitators this long. */
export const SIGNAL_MS = 10 * 60_000;
export const MAX_SIGNALS = 64;
/** A proposal stays open this long. */
export const PROPOSAL_MS = 3 * 60_000;
export const MAX_PROPOSALS = 8;
