import type { MemberId } from '../../shared/base/ids.ts';
import type { RoomMs } from '../../shared/base/units.ts';

/** TRUST R3: a dropout never becomes a burst. */
const MAX_EXTRA = 3;
const WITHIN_MS = 50;
const REMEMBERED = 64;

/** Whether one more late note of a person may be moved to a moment: at most 3 of them sound in any 50 ms (N5). */
export function createBurstGuard(): (part: MemberId, atMs: RoomMs) => boolean {
  let moved: { readonly part: MemberId; readonly atMs: RoomMs }[] = [];
  return (part, atMs) => {
    const near = moved.filter((one) => one.part === part && Math.abs(one.atMs - atMs) < WITHIN_MS);
    if (near.length >= MAX_EXTRA) return false;
    moved = [...moved.slice(-REMEMBERED), { part, atMs }];
    return true;
  };
}
