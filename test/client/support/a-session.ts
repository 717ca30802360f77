import { memberId, type MemberId, seq, THE_ROOM, type Author } from '../../../shared/base/ids.ts';
import { bpm, type Bpm, type RoomMs, roomMs } from '../../../shared/base/units.ts';
import type { Entry, RoomEvent } from '../../../shared/event/entry.ts';
import type { RoomWish } from '../../../shared/event/wish.ts';
import type { Frame } from '../../../shared/music/frame.ts';
import { decide } from '../../../shared/room/decide.ts';
import { evolve, openedRoom } from '../../../shared/room/evolve.ts';
import type { RoomState } from '../../../shared/room/state.ts';

/** A session told as wishes and times, through the real `decide`: its log, and the room at each of its entries. */
export const MAYA = memberId('mayamayamayamaya');
export const JON = memberId('jonjonjonjonjonj');
export const PIA = memberId('piapiapiapiapiap');
export const ALL_THREE: readonly MemberId[] = [MAYA, JON, PIA];

export interface ToldSession {
  readonly entries: readonly Entry[];
  /** The room after the entries so far. */
  readonly room: () => RoomState;
  /** Asks for something; refusals leave no trace. Whether it was granted. */
  wish(wish: RoomWish, at: number, by?: Author): boolean;
  /** Something that happened, as it stands in the log. */
  happen(event: RoomEvent, at: number, by?: Author): void;
}

/** Opened at room time 0; Maya facilitates, Jon and Pia play; all are ready. */
export function tellSession({
  pace = bpm(120),
  metre = '4/4',
  frame = { tonic: 2, scale: 'dorian', feel: 'straight' },
  place = 'apart',
}: {
  pace?: Bpm;
  metre?: '4/4' | '3/4' | '6/8' | '7/8' | '5/4' | '2/4';
  frame?: Frame;
  place?: 'apart' | 'together';
} = {}): ToldSession {
  const opened = { type: 'sessionOpened', title: '', place, bpm: pace, metre, frame } as const;
  const first: Entry = { seq: seq(1), at: roomMs(0), by: THE_ROOM, event: opened };
  const entries: Entry[] = [first];
  let state = openedRoom(first, opened);

  const happen = (event: RoomEvent, at: number, by: Author = MAYA) => {
    const entry: Entry = { seq: seq(state.seq + 1), at: roomMs(at), by, event };
    entries.push(entry);
    state = evolve(state, entry);
  };
  ALL_THREE.forEach((member, chair) => {
    const look = { shape: 'star', colour: 'amber', name: undefined } as const;
    const role = chair === 0 ? 'facilitator' : 'player';
    const seat = { member, chair, role, instrument: 'marimba', isKept: false, isCompany: false } as const;
    happen({ type: 'joined', ...look, ...seat }, 0, THE_ROOM);
    happen({ type: 'readinessReported', member, isReady: true, clockErrorMs: 3 }, 0, member);
  });
  return {
    entries,
    room: () => state,
    happen,
    wish(wish, at, by = MAYA) {
      const decided = decide(state, wish, by, roomMs(at));
      if (decided.type === 'refused') return false;
      for (const event of decided.value) happen(event, at, by);
      return true;
    },
  };
}

/** The room after each entry with the time of that entry, and the room before it. */
export function changesOf(entries: readonly Entry[]): readonly {
  readonly at: RoomMs;
  readonly entry: Entry;
  readonly before: RoomState;
  readonly after: RoomState;
}[] {
  const [first, ...rest] = entries;
  if (first?.event.type !== 'sessionOpened') throw new Error('not a log');
  let state = openedRoom(first, first.event);
  return rest.map((entry) => {
    const before = state;
    state = evolve(state, entry);
    return { at: entry.at, entry, before, after: state };
  });
}
