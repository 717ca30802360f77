import { localMs, type LocalMs, type RoomMs, roomMs } from '../base/units.ts';
import { edge } from './band-edge.ts';
import { createClockFacts } from './clock-facts.ts';
import { createSlewedLine, type Goal, type Pace } from './slew.ts';
import { type OffsetLine, widestBand } from './widest-band.ts';

/**
 * The room's time, estimated on a device from timed exchanges with the server.
 *
 *               first pong           8 facts or 2 s, and near
 *     unknown ────────────▶ finding ──────────────────────────▶ settled
 *                              ▲                                   │
 *                              └─ slept, stepped, new, far off ◀───┘
 *
 * Finding, the line may be bent by half; settled, by half a per cent. It never turns back: a forward gap of 250 ms is
 * jumped; so is a backward one, but only where a clock was stepped. Either begins a new generation.
 */
export interface RoomClock {
  /** One exchange: when the question left, what the server's clock showed, when the answer came. Nonsense is ignored. */
  onPong(sentLocalMs: number, serverMs: number, receivedLocalMs: number): void;
  /** A server stamp on anything else that came. Only notices a clock that was stepped. */
  onStamp(serverMs: number, receivedLocalMs: number): void;
  /** The server process that answers. A different one has a different clock: a new generation. */
  onEpoch(epoch: string): void;
  /** A reading of `Date.now()`, which goes on during sleep. Tell it often, and whenever the page may have slept. */
  onWallClock(dateNowMs: number, nowLocalMs: number): void;
  /**
   * Room time at a local time. Within a generation a later local time never gives an earlier room time, in whatever
   * order they are asked, up to 2 s back and 250 ms ahead. 0 before the first pong.
   */
  serverNow(atLocalMs: number): RoomMs;
  /** When the present line reaches a room time: the deadline for what sounds then. `Infinity` before the first pong. */
  localAt(atRoomMs: number): LocalMs;
  /** `serverNow` is at most this far from the server's clock, whatever the queues do. `Infinity` where nothing is known. */
  errorBoundMs(atLocalMs: number): number;
  readonly isSettled: boolean;
  /** Grows when everything that was scheduled must be cancelled and scheduled anew. */
  readonly generation: number;
  /** Grows when the clock begins to find itself afresh and wants a burst of probes at once. */
  readonly beginnings: number;
  /** How much faster than this device the server's clock runs. Worth remembering for the next visit. */
  readonly slopePpm: number;
}

export interface RoomClockOptions {
  /** The slope this device was left with last time. */
  readonly slopePpm?: number;
}

const PPM = 1e-6;
/** Beyond these a fact against all others is no queueing: a clock was stepped (TIMING). */
const STEP_MS = 2;
const STEP_PER_GAP = 20 * PPM;
/** What a fact gives way by, per ms of its age, while it is asked whether a clock was stepped (TIMING). */
const LOOSENING = 2 * PPM;
/** A gap of this much is jumped, not bent: bending would take longer than the ear forgives (TIMING). */
const JUMP_MS = 250;
/** `Date.now()` and `performance.now()` drift by far less than this between two looks, unless one stood still (TIMING). */
const SLEPT_MS = 50;
/** Settled: this many facts or this long (TIMING), and a bound that tells more than "somewhere in a queue" (guess). */
const SETTLED_FACTS = 8;
const SETTLED_AFTER_MS = 2_000;
const SETTLED_BOUND_MS = 100;
/** And what is shown has come onto what is believed: the rest of a long way is not crept. */
const SETTLED_GAP_MS = 2;
/** Who in the first seconds is found further off than this was not settled: two stalls in a row, say. */
const UNSETTLED_GAP_MS = 5;
/** Whoever always queues, by satellite say, is settled by then: it will not become better (guess). */
const SETTLED_ANYWAY_MS = 5_000;
const FINDING: Pace = { maxRate: 0.5, minSpreadMs: 20 };
const SETTLED: Pace = { maxRate: 0.005, minSpreadMs: 1_000 };
/** Crystals differ by some tens of ppm; one that was watched for a minute differs little from itself, warm or cold. */
const UNKNOWN_SPREAD = 35 * PPM;
const KNOWN_SPREAD = 10 * PPM;
const KNOWN_AFTER_MS = 60_000;
/** No crystal strays further than this from what it was estimated to do (guess, generous): for bounds only. */
const MAX_STRAY = 100 * PPM;

export function createRoomClock({ slopePpm }: RoomClockOptions = {}): RoomClock {
  const facts = createClockFacts();
  const line = createSlewedLine();
  /** Subtracted from server times, so that sums keep their last bits. */
  let originMs: number | null = null;
  let belief = {
    slope: (slopePpm ?? 0) * PPM,
    spread: slopePpm === undefined ? UNKNOWN_SPREAD : KNOWN_SPREAD,
  };
  let believed: OffsetLine | null = null;
  let halfBandMs = 0;
  let beganLocalMs = -Infinity;
  let latestAskedMs = -Infinity;
  let lastOffWallMs: number | null = null;
  let lastEpoch: string | null = null;
  let [isSettled, mayJumpBack, generation, beginnings] = [false, false, 0, 0];

  const slopeNow = () => believed?.slope ?? belief.slope;

  /** The offset at `atMs` lies between these; each fact gives way by `slack` ms per ms of age. */
  const bandAt = (atMs: number, slack: number) => {
    const view = { atLocalMs: atMs, slope: slopeNow(), loosening: slack };
    return {
      lowMs: edge(facts.lowers, { ...view, side: 'lower' }),
      highMs: edge(facts.uppers, { ...view, side: 'upper' }),
    };
  };

  /** Forgets the facts and keeps the line and the slope, until new facts say more. */
  const beginAfresh = (atMs: number) => {
    const watchedMs = atMs - beganLocalMs;
    belief = { slope: slopeNow(), spread: watchedMs > KNOWN_AFTER_MS ? KNOWN_SPREAD : belief.spread };
    facts.clear();
    beganLocalMs = atMs;
    isSettled = false;
    mayJumpBack = true;
    beginnings += 1;
  };

  const isStep = (sentMs: number, offsetAtSentMs: number, atMs: number, offsetMs: number) => {
    const gapMs = atMs - (believed?.atLocalMs ?? atMs);
    const { lowMs, highMs } = bandAt(atMs, LOOSENING);
    const toleranceMs = STEP_MS + STEP_PER_GAP * Math.max(0, gapMs);
    const offsetOfSentMs = offsetAtSentMs + slopeNow() * (atMs - sentMs);
    return offsetMs > highMs + toleranceMs || offsetOfSentMs < lowMs - toleranceMs;
  };

  /** Moves the line towards what is believed; in place of a long gap, a jump. */
  const follow = (goalLine: OffsetLine, receivedMs: number) => {
    believed = goalLine;
    const goal = goalOf(goalLine);
    const gapMs = goal.roomAt(receivedMs) - line.roomAt(receivedMs);
    const isGap = gapMs >= JUMP_MS || (gapMs <= -JUMP_MS && mayJumpBack);
    mayJumpBack = false;
    if (isGap) {
      if (Number.isFinite(gapMs)) generation += 1;
      line.jump(goal, receivedMs);
      return;
    }
    // What was already said of times just ahead stands: the line is bent only after them.
    const fromMs = latestAskedMs <= receivedMs + JUMP_MS ? Math.max(receivedMs, latestAskedMs) : receivedMs;
    line.steer(goal, fromMs, isSettled ? SETTLED : FINDING);
  };

  const settle = (receivedMs: number, goalLine: OffsetLine) => {
    const gapMs = Math.abs(goalOf(goalLine).roomAt(receivedMs) - line.roomAt(receivedMs));
    const sinceMs = receivedMs - beganLocalMs;
    const isKnown = facts.uppers.length >= SETTLED_FACTS || sinceMs >= SETTLED_AFTER_MS;
    const isGood = isKnown && halfBandMs <= SETTLED_BOUND_MS;
    if (sinceMs >= SETTLED_ANYWAY_MS) isSettled = true;
    else isSettled = isGood && gapMs <= (isSettled ? UNSETTLED_GAP_MS : SETTLED_GAP_MS);
  };

  const errorBoundMs = (atMs: number) => {
    if (believed === null) return Infinity;
    const newestMs = believed.atLocalMs;
    const { lowMs, highMs } = bandAt(newestMs, MAX_STRAY);
    const awayMs = atMs - newestMs;
    const offsetMs = line.roomAt(atMs) - atMs - slopeNow() * awayMs;
    return Math.max(highMs - offsetMs, offsetMs - lowMs) + MAX_STRAY * Math.abs(awayMs);
  };

  return {
    onPong(sentLocalMs, serverMs, receivedLocalMs) {
      if (!Number.isFinite(sentLocalMs + serverMs + receivedLocalMs) || sentLocalMs > receivedLocalMs) return;
      // It left before the clock was found to have stopped: its two ends belong to different lines.
      if (sentLocalMs < beganLocalMs && facts.lowers.length === 0) return;
      originMs ??= serverMs;
      if (beganLocalMs === -Infinity) beganLocalMs = sentLocalMs;
      const upper = { atLocalMs: sentLocalMs, offsetMs: serverMs - originMs - sentLocalMs };
      const lower = { atLocalMs: receivedLocalMs, offsetMs: serverMs - originMs - receivedLocalMs };
      if (isStep(sentLocalMs, upper.offsetMs, receivedLocalMs, lower.offsetMs)) beginAfresh(sentLocalMs);
      facts.addUpper(upper);
      facts.addLower(lower);
      const goalLine = widestBand(facts, receivedLocalMs, belief);
      const { lowMs, highMs } = bandAt(receivedLocalMs, LOOSENING);
      halfBandMs = Math.max(0, (highMs - lowMs) / 2);
      settle(receivedLocalMs, goalLine);
      follow(goalLine, receivedLocalMs);
    },

    onStamp(serverMs, receivedLocalMs) {
      if (originMs === null || believed === null || !Number.isFinite(serverMs + receivedLocalMs)) return;
      const offsetMs = serverMs - originMs - receivedLocalMs;
      const { highMs } = bandAt(receivedLocalMs, LOOSENING);
      const gapMs = Math.max(0, receivedLocalMs - believed.atLocalMs);
      if (offsetMs <= highMs + STEP_MS + STEP_PER_GAP * gapMs) return;
      beginAfresh(receivedLocalMs);
      facts.addLower({ atLocalMs: receivedLocalMs, offsetMs });
      // It came at least as slowly as the quickest before it: a good first guess, until a pong says more.
      follow(
        { atLocalMs: receivedLocalMs, offsetMs: offsetMs + halfBandMs, slope: belief.slope },
        receivedLocalMs,
      );
    },

    onEpoch(epoch) {
      const isNew = lastEpoch !== null && epoch !== lastEpoch;
      lastEpoch = epoch;
      if (!isNew) return;
      generation += 1;
      beginAfresh(believed?.atLocalMs ?? -Infinity);
    },

    onWallClock(dateNowMs, nowLocalMs) {
      const offWallMs = dateNowMs - nowLocalMs;
      const movedMs = Math.abs(offWallMs - (lastOffWallMs ?? offWallMs));
      lastOffWallMs = offWallMs;
      if (movedMs >= SLEPT_MS && believed !== null) beginAfresh(nowLocalMs);
    },

    serverNow(atLocalMs) {
      latestAskedMs = Math.max(latestAskedMs, atLocalMs);
      return roomMs(originMs === null ? 0 : originMs + line.roomAt(atLocalMs));
    },
    localAt: (atRoomMs) => localMs(originMs === null ? Infinity : line.localAt(atRoomMs - originMs)),
    errorBoundMs,
    get isSettled() {
      return isSettled;
    },
    get generation() {
      return generation;
    },
    get beginnings() {
      return beginnings;
    },
    get slopePpm() {
      return slopeNow() / PPM;
    },
  };
}

function goalOf({ atLocalMs, offsetMs, slope }: OffsetLine): Goal {
  return { roomAt: (at) => at + offsetMs + slope * (at - atLocalMs), rate: 1 + slope };
}
