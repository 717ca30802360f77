import { assertNever } from '../base/assert.ts';
import { ENDING_LEAD_MS } from '../base/limits.ts';
import { granted, refused } from '../base/result.ts';
import { type Beats, beats, type RoomMs, roomMs } from '../base/units.ts';
import type { RoomEvent } from '../event/entry.ts';
import type { RoomWish } from '../event/wish.ts';
import { homeChord } from '../music/frame.ts';
import { frameAt } from '../music/frame-timeline.ts';
import { firstSafeBar } from '../time/grid.ts';
import { levelAt, type LevelMap, levelToCome } from '../time/level-map.ts';
import { beatOfBar } from '../time/metre-map.ts';
import { roomMsAt } from '../time/tempo-map.ts';
import type { Decision } from './decision.ts';
import { densitySet, loudnessSet } from './decide-dynamics.ts';
import { comingBar, isHushed, mayStillCallOff } from './questions.ts';
import type { RoomState } from './state.ts';

type EndingWish = Extract<RoomWish, { type: 'announceEnding' | 'callOffEnding' | 'stopNow' }>;

/** How loud and how dense the close becomes, of what it was. */
const CLOSE_LOUDNESS = 0.6;
const CLOSE_DENSITY = 0.35;
/** After a close that was called off everything comes back over this many bars. */
const BACK_BARS = 2;

/** How a session comes to its end. Permission has been given before. */
export function decideEnding(state: RoomState, wish: EndingWish, now: RoomMs): Decision {
  switch (wish.type) {
    case 'announceEnding':
      return state.ending || state.stoppedAt !== undefined
        ? refused('alreadySo')
        : granted(announced(state, now, wish.leadBars, wish.closeBars));
    case 'callOffEnding':
      if (!state.ending) return refused('alreadySo');
      return mayStillCallOff(state, now) ? granted(calledOff(state, state.ending, now)) : refused('tooLate');
    case 'stopNow':
      return state.stoppedAt === undefined ? granted([{ type: 'stopped' }]) : granted([]);
    default:
      return assertNever(wish);
  }
}

/** Everything that follows is set at once, so that everyone has the whole close long before it begins. */
function announced(
  state: RoomState,
  now: RoomMs,
  leadBars: number | null,
  closeBars: number,
): readonly RoomEvent[] {
  const { bar, beat: from } = firstBarOfClose(state, now, leadBars);
  const until = beatOfBar(state.metre, bar + closeBars);
  const glideBeats = beats(until - from);
  const { chords: _, ...frame } = frameAt(state.frames, from);
  const loudness = CLOSE_LOUDNESS * highestBy(state.loudness, from);
  const density = CLOSE_DENSITY * highestBy(state.density, from);
  return [
    // Nobody is to end in a silence that can no longer be lifted.
    ...(isHushed(state) ? [{ type: 'hushLifted' } as const] : []),
    { type: 'endingAnnounced', from, until },
    ...(state.round ? [{ type: 'roundEnded', from } as const] : []),
    { type: 'frameSet', from, frame: { ...frame, chords: [{ ...homeChord(frame), bars: 1 }] } },
    { type: 'densitySet', part: 'all', from, to: density, glideBeats },
    ...partsHeld(state, from, glideBeats),
    { type: 'loudnessSet', from, to: loudness, glideBeats },
  ];
}

/** Where a level rests or, if the close begins on its way up, how far it has come by then. */
const highestBy = (map: LevelMap, from: Beats): number => Math.min(levelAt(map, from), levelToCome(map));

/** Parts that would grow denser in the close stay as they are when it begins. */
const partsHeld = (state: RoomState, from: Beats, glideBeats: Beats): readonly RoomEvent[] =>
  state.members.flatMap(({ id, density }) => {
    const to = levelAt(density, from);
    return to < levelToCome(density) ? [{ type: 'densitySet', part: id, from, to, glideBeats } as const] : [];
  });

function firstBarOfClose(
  state: RoomState,
  now: RoomMs,
  leadBars: number | null,
): { readonly bar: number; readonly beat: Beats } {
  if (leadBars === null) return firstSafeBar(state.tempo, state.metre, now, ENDING_LEAD_MS);
  const bar = comingBar(state, now).bar + leadBars - 1;
  return { bar, beat: beatOfBar(state.metre, bar) };
}

function calledOff(
  state: RoomState,
  ending: NonNullable<RoomState['ending']>,
  now: RoomMs,
): readonly RoomEvent[] {
  const { beat } = comingBar(state, now);
  const { before } = ending;
  const frame = frameAt(state.frames, ending.from - 1e-6);
  // What has not begun is simply set back to what it was; what has begun comes back over some bars.
  return [
    { type: 'endingCalledOff' },
    { type: 'frameSet', from: beats(Math.max(beat, ending.from)), frame },
    loudnessSet(state, now, before.loudness, BACK_BARS),
    densitySet(state, now, 'all', before.density, BACK_BARS),
  ];
}

/** When nothing is left of the last chord. */
export const closesAt = (state: RoomState, beat: Beats, ringsMs: number): RoomMs =>
  roomMs(roomMsAt(state.tempo, beat) + ringsMs);
