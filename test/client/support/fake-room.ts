import { type MemberId, memberId, seq, THE_ROOM } from '../../../shared/base/ids.ts';
import { beats, bpm, roomMs } from '../../../shared/base/units.ts';
import type { RoomEvent } from '../../../shared/event/entry.ts';
import { COLOURS, SHAPES } from '../../../shared/event/look.ts';
import type { Joined } from '../../../shared/event/membership.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import { fold } from '../../../shared/room/fold.ts';
import type { RoomState } from '../../../shared/room/state.ts';

/** People as they might sit in a room, for looking at pages and asking them questions. */
const NAMES = ['Maya', 'Jon', undefined, 'Åse', 'Farid', 'Ingeborg', undefined, 'Tiril-Marie'] as const;

export const personId = (place: number): MemberId => memberId(`person${place}`);

export const joined = (place: number, over: Partial<Joined> = {}): Joined => ({
  type: 'joined',
  member: personId(place),
  name: NAMES[place % NAMES.length],
  shape: SHAPES[(place * 3) % SHAPES.length] ?? 'circle',
  colour: COLOURS[place % COLOURS.length] ?? 'amber',
  chair: place,
  role: place === 0 ? 'facilitator' : 'player',
  instrument: INSTRUMENT_IDS[(place * 4 + 4) % INSTRUMENT_IDS.length] ?? 'marimba',
  isKept: place % 2 === 0,
  isCompany: false,
  ...over,
});

export const ready = (place: number): RoomEvent => ({
  type: 'readinessReported',
  member: personId(place),
  isReady: true,
  clockErrorMs: 3,
});

/** A room of so many, all ready, with what else happened after. */
export function fakeRoom(people: number, ...events: readonly RoomEvent[]): RoomState {
  const places = Array.from({ length: people }, (_, place) => place);
  const all: readonly RoomEvent[] = [
    {
      type: 'sessionOpened',
      title: 'Monday circle',
      place: 'together',
      bpm: bpm(76),
      metre: '4/4',
      frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
    },
    ...places.flatMap((place): readonly RoomEvent[] => [joined(place), ready(place)]),
    ...events,
  ];
  return fold(all.map((event, index) => ({ seq: seq(index + 1), at: roomMs(0), by: THE_ROOM, event })));
}

export const pulseGoing: RoomEvent = { type: 'pulseStarted', from: beats(0), countInBars: 1 };
