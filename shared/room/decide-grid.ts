import { assertNever } from '../base/assert.ts';
import type { Author } from '../base/ids.ts';
import { granted, refused } from '../base/result.ts';
import { beats, type RoomMs, roomMs, ticksOfBeats } from '../base/units.ts';
import type { RoomEvent } from '../event/entry.ts';
import type { RoomWish } from '../event/wish.ts';
import { echoAt, echoNamed, isSameEcho } from '../time/echo.ts';
import { levelToCome } from '../time/level-map.ts';
import { type MetreName, metreOf } from '../time/metre.ts';
import { beatOfBar, metreOfBar } from '../time/metre-map.ts';
import { withGlide } from '../time/tempo-map.ts';
import { loudnessSet } from './decide-dynamics.ts';
import type { Decision } from './decision.ts';
import { evolveAll } from './foresee.ts';
import { comingBar, comingBarLine, memberOf, notReady } from './questions.ts';
import type { RoomState } from './state.ts';

type GridWish =
  | Extract<RoomWish, { type: 'reportReadiness' | 'setTempo' | 'setMetre' | 'startPulse' | 'stopPulse' }>
  | { readonly type: 'stopWaiting' };

/** How long the pulse waits for devices that are not ready; then it starts and they join in (guess). */
const MAX_WAIT_MS = 6000;
const COUNT_IN_BARS = 1;

/** Tempo, metre and the pulse. Every change lies on a coming bar line. Permission has been given before. */
export function decideGrid(state: RoomState, wish: GridWish, by: Author, now: RoomMs): Decision {
  switch (wish.type) {
    case 'reportReadiness':
      return readinessReported(state, wish, by, now);
    case 'setTempo': {
      const { bar, beat: from } = comingBar(state, now);
      const glideBeats = beats(beatOfBar(state.metre, bar + wish.glideBars) - from);
      return withGlide(state.tempo, from, glideBeats, wish.bpm) === state.tempo
        ? granted([])
        : granted([{ type: 'tempoSet', from, bpm: wish.bpm, glideBeats }]);
    }
    case 'setMetre':
      return metreSet(state, wish.metre, now);
    case 'startPulse':
      if (state.pulse.type !== 'still' && !isEnding(state)) return refused('alreadySo');
      return granted([
        ...outOfSilence(state, now),
        notReady(state).length === 0
          ? pulseStarted(state, now)
          : { type: 'pulseAwaited', untilMs: roomMs(now + MAX_WAIT_MS) },
      ]);
    case 'stopPulse':
      return state.pulse.type === 'still' || isEnding(state)
        ? refused('alreadySo')
        : granted([{ type: 'pulseStopped', from: comingBarLine(state, now) }]);
    case 'stopWaiting':
      return state.pulse.type === 'awaited' && now >= state.pulse.untilMs
        ? granted([pulseStarted(state, now)])
        : granted([]);
    default:
      return assertNever(wish);
  }
}

/** A musical echo is a length of the metre it is in, so it changes with it (T9). */
function metreSet(state: RoomState, metre: MetreName, now: RoomMs): Decision {
  const { bar, beat } = comingBar(state, now);
  if (metreOfBar(state.metre, bar) === metreOf(metre)) return granted([]);
  const set: RoomEvent = { type: 'metreSet', fromBar: bar, metre };
  const from = ticksOfBeats(beat);
  const echo = echoAt(state.echoes, from);
  const fitting = echo.type === 'live' ? echo : echoNamed(echo.name, metreOf(metre));
  return isSameEcho(echo, fitting)
    ? granted([set])
    : granted([set, { type: 'echoSet', from, echo: fitting, isFixed: state.isEchoFixed }]);
}

const isEnding = ({ pulse }: RoomState) => pulse.type === 'going' && pulse.until !== undefined;

/** After a pause everything comes back with the pulse. */
const outOfSilence = (state: RoomState, now: RoomMs): readonly RoomEvent[] =>
  levelToCome(state.loudness) === 0 ? [loudnessSet(state, now, 1, COUNT_IN_BARS)] : [];

const pulseStarted = (state: RoomState, now: RoomMs): RoomEvent => ({
  type: 'pulseStarted',
  from: comingBarLine(state, now),
  countInBars: COUNT_IN_BARS,
});

function readinessReported(
  state: RoomState,
  wish: Extract<GridWish, { type: 'reportReadiness' }>,
  by: Author,
  now: RoomMs,
): Decision {
  const member = memberOf(state, by);
  if (!member) return refused('notHere');
  if (member.isReady === wish.isReady && member.clockErrorMs === wish.clockErrorMs) return granted([]);
  const reported: RoomEvent = {
    type: 'readinessReported',
    member: member.id,
    isReady: wish.isReady,
    clockErrorMs: wish.clockErrorMs,
  };
  const after = evolveAll(state, [reported], by, now);
  const isLastAwaited = after.pulse.type === 'awaited' && notReady(after).length === 0;
  return granted(isLastAwaited ? [reported, pulseStarted(after, now)] : [reported]);
}
