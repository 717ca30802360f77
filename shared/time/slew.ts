/**
 * The room's time as it is shown: a line of straight pieces that is bent towards what is believed and never turns back.
 *
 *     room ms │                 ╱  believed
 *             │            ╱ ╱
 *             │       ╱╱         steered: from where it stands onto the believed line,
 *             │    ╱╱            at most `maxRate` faster or slower than it
 *             │ ╱ ╱
 *             └──────────────── local ms
 */
export interface SlewedLine {
  /** Room ms at a local time; `-Infinity` before the first jump. */
  roomAt(localMs: number): number;
  /** The local time at which the line reaches `roomMs`; what a jump skipped is reached at the jump. `Infinity` before the first. */
  localAt(roomMs: number): number;
  /** Bends the line from `fromLocalMs` on so that it meets `goal`. */
  steer(goal: Goal, fromLocalMs: number, pace: Pace): void;
  /** Continues on `goal` from `fromLocalMs` on, wherever the line stood. After a jump back `goal` holds for the past as well. */
  jump(goal: Goal, fromLocalMs: number): void;
}

/** A straight line to come onto: `room` at a local time, and its room ms a local ms. */
export interface Goal {
  roomAt(localMs: number): number;
  readonly rate: number;
}

export interface Pace {
  /** The steepest a correction may be: 0.005 is 5 ms in a second. Below 1, so that the line keeps rising. */
  readonly maxRate: number;
  /** A correction is spread over this at least, so that it is not heard as a jolt. */
  readonly minSpreadMs: number;
}

/** From `localMs` on the line rises at `rate`. */
interface Knot {
  readonly localMs: number;
  readonly roomMs: number;
  readonly rate: number;
}

/** A look back this far sees the line as it was shown then: a touch bears its own, earlier time stamp. */
const LOOK_BACK_MS = 2_000;
/** Far above what a burst of probes makes in that time; beyond it the oldest piece goes. */
const MAX_KNOTS = 256;

export function createSlewedLine(): SlewedLine {
  const knots: Knot[] = [];
  let rateBefore = 1;

  const knotAt = (localMs: number) => knots.findLast((knot) => knot.localMs <= localMs);
  const roomAt = (localMs: number) => {
    const knot = knotAt(localMs);
    if (knot !== undefined) return alongKnot(knot, localMs);
    const first = knots[0];
    return first === undefined ? -Infinity : alongKnot({ ...first, rate: rateBefore }, localMs);
  };
  const cutAt = (localMs: number) => {
    while ((knots[knots.length - 1]?.localMs ?? -Infinity) >= localMs) knots.pop();
  };
  const forget = (beforeLocalMs: number) => {
    while (knots.length > MAX_KNOTS || (knots[1]?.localMs ?? Infinity) < beforeLocalMs) {
      rateBefore = knots.shift()?.rate ?? rateBefore;
    }
  };

  return {
    roomAt,
    localAt(roomMs) {
      const first = knots[0];
      if (first === undefined) return Infinity;
      const index = knots.findLastIndex((knot) => knot.roomMs <= roomMs);
      const knot = knots[index];
      if (knot === undefined) return first.localMs + (roomMs - first.roomMs) / rateBefore;
      const localMs = knot.localMs + (roomMs - knot.roomMs) / knot.rate;
      return Math.min(localMs, knots[index + 1]?.localMs ?? Infinity);
    },
    steer(goal, fromLocalMs, { maxRate, minSpreadMs }) {
      const startMs = roomAt(fromLocalMs);
      const gapMs = goal.roomAt(fromLocalMs) - startMs;
      const spreadMs = Math.max(minSpreadMs, Math.abs(gapMs) / maxRate);
      const bent = { localMs: fromLocalMs, roomMs: startMs, rate: goal.rate + gapMs / spreadMs };
      const metMs = fromLocalMs + spreadMs;
      cutAt(fromLocalMs);
      knots.push(bent);
      // The second piece begins where the first ends, to the last bit: rounding must not turn it back.
      knots.push({ localMs: metMs, roomMs: alongKnot(bent, metMs), rate: goal.rate });
      forget(fromLocalMs - LOOK_BACK_MS);
    },
    jump(goal, fromLocalMs) {
      const isBack = goal.roomAt(fromLocalMs) < roomAt(fromLocalMs);
      cutAt(fromLocalMs);
      if (isBack) {
        knots.length = 0;
        rateBefore = goal.rate;
      }
      knots.push({ localMs: fromLocalMs, roomMs: goal.roomAt(fromLocalMs), rate: goal.rate });
      forget(fromLocalMs - LOOK_BACK_MS);
    },
  };
}

const alongKnot = ({ localMs, roomMs, rate }: Knot, atLocalMs: number) =>
  roomMs + (atLocalMs - localMs) * rate;
