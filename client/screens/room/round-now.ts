import type { MemberId } from '../../../shared/base/ids.ts';
import type { Beats } from '../../../shared/base/units.ts';
import type { RoundKind } from '../../../shared/event/round.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { barAt } from '../../../shared/time/metre-map.ts';

/** A round as everyone sees it: who plays, who is next, who will be asked, and how far off one's own bars are. */
export interface RoundNow {
  readonly kind: RoundKind;
  /** In order: the turn that goes on, turns that are set, then those who are still to be asked. */
  readonly places: readonly PlaceInRound[];
  /** Bars left of the turn that goes on; undefined while none does. */
  readonly barsLeft: number | undefined;
  readonly mine: MineInRound | undefined;
}

export interface PlaceInRound {
  readonly who: MemberId | 'all';
  readonly state: 'now' | 'set' | 'asked';
}

/** Someone in a round: their bars go on, are set, or they will be asked in about so many. */
export interface MineInRound {
  readonly type: 'now' | 'set' | 'asked';
  readonly bars: number;
}

export function roundNow(
  room: RoomState,
  you: MemberId,
  order: readonly MemberId[],
  now: Beats,
): RoundNow | undefined {
  const turns = room.turns.filter(({ until }) => until > now);
  if (turns.length === 0 && order.length === 0) return undefined;
  const here = barAt(room.metre, now);
  const barsTo = (line: Beats) => Math.max(1, barAt(room.metre, line) - here);
  const going = turns.find(({ from }) => from <= now);
  const isMe = ({ who }: Pick<PlaceInRound, 'who'>) => who === you || who === 'all';
  const places: readonly PlaceInRound[] = [
    ...turns.map(({ member, from }) => ({ who: member, state: from <= now ? 'now' : 'set' }) as const),
    ...order.map((who) => ({ who, state: 'asked' }) as const),
  ];
  return {
    kind: room.round?.kind ?? 'round',
    places,
    barsLeft: going && barsTo(going.until),
    mine: mineNow(),
  };

  function mineNow(): MineInRound | undefined {
    const turn = turns.find(({ member }) => isMe({ who: member }));
    if (turn)
      return turn.from <= now
        ? { type: 'now', bars: barsTo(turn.until) }
        : { type: 'set', bars: barsTo(turn.from) };
    const place = order.indexOf(you);
    if (place < 0) return undefined;
    const last = turns.at(-1)?.until;
    const before = last === undefined ? 0 : barsTo(last);
    return { type: 'asked', bars: Math.max(1, before + place * (room.round?.bars ?? 1)) };
  }
}
