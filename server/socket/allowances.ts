import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import {
  ROOM_NOTES_PER_SEC,
  SEAT_NOTES_BURST,
  SEAT_NOTES_PER_SEC,
  SEAT_WISHES_BURST,
  SEAT_WISHES_PER_SEC,
} from '../../shared/base/limits.ts';
import type { Wish } from '../../shared/event/wish.ts';
import { createTokenBucket, type Rate, type TokenBucket } from './token-bucket.ts';

/** How much a seat may still send; the same for all links to it, so that coming back gives nothing anew. */
export interface Allowance {
  /** Every message of whatever kind; who goes beyond is no musician and loses the link. */
  mayTalk(): boolean;
  mayWish(type: Wish['type']): boolean;
  mayPing(): boolean;
  mayReport(): boolean;
  /** Refusals sent down, so that shouting is not answered with shouting. */
  mayBeRefused(): boolean;
}

const NOTES: Rate = { perSec: SEAT_NOTES_PER_SEC, burst: SEAT_NOTES_BURST };
const WISHES: Rate = { perSec: SEAT_WISHES_PER_SEC, burst: SEAT_WISHES_BURST };
/** Two seconds' worth at once: a room that begins together. */
const ROOM_NOTES: Rate = { perSec: ROOM_NOTES_PER_SEC, burst: 2 * ROOM_NOTES_PER_SEC };
/** A settling clock asks ten times a second (guess: twice that, and a page that starts over). */
const PINGS: Rate = { perSec: 20, burst: 60 };
const REPORTS: Rate = { perSec: 1, burst: 10 };
const REFUSALS: Rate = { perSec: 10, burst: 20 };
/** Above the sum of all the rates of one seat (guess: twice). */
const MESSAGES: Rate = { perSec: 250, burst: 1000 };

/** After this long without a link every bucket of a seat is full again, and need not be remembered. */
const FORGOTTEN_AFTER_MS = 60_000;

interface SeatBuckets {
  readonly messages: TokenBucket;
  readonly notes: TokenBucket;
  readonly releases: TokenBucket;
  readonly wishes: TokenBucket;
  readonly consents: TokenBucket;
  readonly pings: TokenBucket;
  readonly reports: TokenBucket;
  readonly refusals: TokenBucket;
  usedAtMs: number;
}

/** The allowances of every seat and room that has had a link lately. */
export function createAllowances(nowMs: () => number): {
  of(session: SessionId, member: MemberId): Allowance;
} {
  const seats = new Map<string, SeatBuckets>();
  const rooms = new Map<SessionId, { readonly notes: TokenBucket; usedAtMs: number }>();
  const bucket = (rate: Rate) => createTokenBucket(rate, nowMs);

  const freshSeat = (): SeatBuckets => ({
    messages: bucket(MESSAGES),
    notes: bucket(NOTES),
    releases: bucket(NOTES),
    wishes: bucket(WISHES),
    consents: bucket(WISHES),
    pings: bucket(PINGS),
    reports: bucket(REPORTS),
    refusals: bucket(REFUSALS),
    usedAtMs: nowMs(),
  });

  const forgetOld = () => {
    const oldestMs = nowMs() - FORGOTTEN_AFTER_MS;
    for (const [key, seat] of seats) if (seat.usedAtMs < oldestMs) seats.delete(key);
    for (const [key, room] of rooms) if (room.usedAtMs < oldestMs) rooms.delete(key);
  };

  return {
    of(session, member) {
      forgetOld();
      const key = `${session}/${member}`;
      const seat = () => remembered(seats, key, freshSeat);
      const room = () => remembered(rooms, session, () => ({ notes: bucket(ROOM_NOTES), usedAtMs: nowMs() }));
      const use = () => {
        const buckets = seat();
        buckets.usedAtMs = nowMs();
        return buckets;
      };
      return {
        mayTalk: () => use().messages.take(),
        mayPing: () => seat().pings.take(),
        mayReport: () => seat().reports.take(),
        mayBeRefused: () => seat().refusals.take(),
        mayWish(type) {
          switch (type) {
            case 'playNote':
            case 'bendNote': {
              const shared = room();
              shared.usedAtMs = nowMs();
              return seat().notes.take() && shared.notes.take();
            }
            // Never behind notes: what has begun can always be ended.
            case 'releaseNote':
              return seat().releases.take();
            // Never behind other wishes: saying no must always get through.
            case 'setKeeping':
              return seat().consents.take();
            default:
              return seat().wishes.take();
          }
        },
      };
    },
  };
}

function remembered<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = fresh();
  map.set(key, value);
  return value;
}
