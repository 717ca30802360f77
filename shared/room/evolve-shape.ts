import { assertNever } from '../base/assert.ts';
import type { Author } from '../base/ids.ts';
import { beats, type RoomMs, roomMs } from '../base/units.ts';
import type { DynamicsEvent } from '../event/dynamics.ts';
import type { EndingEvent } from '../event/ending.ts';
import type { GroundEvent } from '../event/ground.ts';
import type { RoundEvent } from '../event/round.ts';
import { levelToCome, SHORTEST_GLIDE, withLevel } from '../time/level-map.ts';
import { memberOf } from './questions.ts';
import type { RoomState, Turn } from './state.ts';
import { withMember } from './with-member.ts';

export type ShapeEvent =
  | Exclude<DynamicsEvent, { type: 'breakTaken' | 'breakEnded' }>
  | GroundEvent
  | RoundEvent
  | EndingEvent;

/** How loud someone who was made soft is to the others. */
const SOFTENED_LEVEL = { softer: 0.4, silent: 0 } as const;
const SOFTENING_GLIDE = beats(2 * SHORTEST_GLIDE);

/** The room after something about the shape of its music: how loud, how dense, whose turn, how it ends. */
export function evolveShape(state: RoomState, event: ShapeEvent, by: Author, at: RoomMs): RoomState {
  switch (event.type) {
    case 'loudnessSet':
      return { ...state, loudness: withLevel(state.loudness, event.from, event.to, event.glideBeats) };
    case 'densitySet': {
      const { part, from, to, glideBeats } = event;
      if (part === 'all') return { ...state, density: withLevel(state.density, from, to, glideBeats) };
      const member = memberOf(state, part);
      return member
        ? withMember(state, part, { density: withLevel(member.density, from, to, glideBeats) })
        : state;
    }
    case 'softened': {
      const { member: id, kind, from, untilMs } = event;
      const member = memberOf(state, id);
      if (!member) return state;
      return withMember(state, id, {
        level: withLevel(member.level, from, SOFTENED_LEVEL[kind], SOFTENING_GLIDE),
        softened: { kind, by, since: at, until: roomMs(untilMs) },
      });
    }
    case 'softeningEnded': {
      const member = memberOf(state, event.member);
      if (!member) return state;
      return withMember(state, event.member, {
        level: withLevel(member.level, event.from, 1, SOFTENING_GLIDE),
        softened: undefined,
      });
    }
    case 'hushed':
      return { ...state, hushes: [...state.hushes, { from: at, until: undefined, by }] };
    case 'hushLifted':
      return {
        ...state,
        hushes: state.hushes.map((hush) => (hush.until === undefined ? { ...hush, until: at } : hush)),
      };
    case 'groundSet':
      return {
        ...state,
        grounds: [
          ...state.grounds.filter(({ from }) => from < event.from),
          { from: event.from, grounds: event.grounds, by },
        ],
      };
    case 'roundBegun':
      return { ...state, round: { kind: event.kind, bars: event.bars } };
    case 'turnSet':
      return {
        ...state,
        turns: [...state.turns, { member: event.member, from: event.from, until: event.until }],
      };
    case 'roundEnded':
      return { ...state, round: undefined, turns: turnsBefore(state.turns, event.from) };
    case 'endingAnnounced':
      return {
        ...state,
        ending: {
          from: event.from,
          until: event.until,
          by,
          before: { loudness: levelToCome(state.loudness), density: levelToCome(state.density) },
        },
      };
    case 'endingCalledOff':
      return { ...state, ending: undefined };
    case 'stopped':
      return { ...state, stoppedAt: at };
    default:
      return assertNever(event);
  }
}

const turnsBefore = (turns: readonly Turn[], line: number): readonly Turn[] =>
  turns
    .filter(({ from }) => from < line)
    .map((turn) => (turn.until > line ? { ...turn, until: beats(line) } : turn));
