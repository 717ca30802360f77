import { type MemberId, seq, type WishNumber } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import { type RoomMs, ticksOfBeats } from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import type { LineWish } from '../../shared/event/line.ts';
import { decideLine } from '../../shared/room/decide-line.ts';
import { comingBarLine, isKept, memberOf } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { beatAt } from '../../shared/time/tempo-map.ts';
import { createLines, type Ending, type Lines } from './lines.ts';
import type { Outgoing } from './outgoing.ts';

/** Where players' lines come in: decided, kept or passing, sent on; and ended when their player is gone. */
export interface LineDesk {
  readonly lines: Pick<Lines, 'loops' | 'held'>;
  /** Undefined when it was taken, else why not. */
  accept(member: MemberId, n: WishNumber, wish: LineWish): Refusal | undefined;
  /** Held notes end at once (R5). */
  releaseHeld(member: MemberId): void;
  /** Held notes end at once, a loop at the coming bar line (R5). */
  silence(member: MemberId): void;
  forget(member: MemberId): void;
}

/** @param keep writes an entry of someone who said yes. What does not go through it is never written anywhere (L5). */
export function createLineDesk(
  state: () => RoomState,
  now: () => RoomMs,
  outgoing: Outgoing,
  keep: (entry: LineEntry) => void,
): LineDesk {
  const lines = createLines();

  const say = (entry: LineEntry, mayKeep: boolean, isLive: boolean) => {
    lines.append(entry, mayKeep);
    if (mayKeep) keep(entry);
    if (isLive) outgoing.line(entry);
  };

  /** The end of what was never written down is not either: its number may be given again after a restart. */
  const endedByRoom = (member: MemberId, endings: readonly Ending[]) => {
    for (const { entry, wasKept } of endings) say(entry, wasKept && isKept(memberOf(state(), member)), true);
  };

  const releaseHeld = (member: MemberId) => {
    const at = now();
    endedByRoom(member, lines.releasing(member, at, ticksOfBeats(beatAt(state().tempo, at))));
  };

  return {
    lines,
    releaseHeld,
    forget: (member) => lines.forget(member),
    accept(member, n, wish) {
      const decided = decideLine(state(), lines.of(member), wish, member, now());
      if (decided.type === 'refused') return decided.reason;
      const { event, at, isLive, isKept: mayKeep } = decided.value;
      say({ seq: seq(n), at, by: member, event }, mayKeep, isLive);
      return undefined;
    },
    silence(member) {
      releaseHeld(member);
      const end = lines.stoppingLoop(member, now(), ticksOfBeats(comingBarLine(state(), now())));
      endedByRoom(member, end ? [end] : []);
    },
  };
}
