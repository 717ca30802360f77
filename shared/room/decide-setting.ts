import { assertNever } from '../base/assert.ts';
import { granted } from '../base/result.ts';
import { type Beats, type RoomMs, type Ticks, ticksOfBeats } from '../base/units.ts';
import type { RoomEvent } from '../event/entry.ts';
import type { ProposeEcho } from '../event/setting.ts';
import type { RoomWish } from '../event/wish.ts';
import { frameAt } from '../music/frame-timeline.ts';
import { type Echo, echoAt, echoNamed, isSameEcho } from '../time/echo.ts';
import { barAt, metreOfBar } from '../time/metre-map.ts';
import type { Decision } from './decision.ts';
import { comingBarLine } from './questions.ts';
import type { RoomState } from './state.ts';

type SettingWish = Extract<RoomWish, { type: 'setFrame' | 'fixEcho' | 'closeRoom' }> | ProposeEcho;

/** Frame, echo and the end of the room. Permission has been given before. */
export function decideSetting(state: RoomState, wish: SettingWish, now: RoomMs): Decision {
  const from = comingBarLine(state, now);
  switch (wish.type) {
    case 'setFrame': {
      const { tonic, scale, feel } = frameAt(state.frames, from);
      const { frame } = wish;
      return frame.tonic === tonic && frame.scale === scale && frame.feel === feel
        ? granted([])
        : granted([{ type: 'frameSet', from, frame }]);
    }
    case 'fixEcho':
      return wish.echo === 'auto'
        ? echoSet(state, from, echoAt(state.echoes, ticksOfBeats(from)), false)
        : echoSet(state, from, echoNamed(wish.echo, metreOfBar(state.metre, barAt(state.metre, from))), true);
    case 'proposeEcho':
      return state.isEchoFixed || state.isClosed ? granted([]) : echoSet(state, from, wish.echo, false);
    case 'closeRoom':
      return granted(state.isClosed ? [] : [{ type: 'roomClosed' }]);
    default:
      return assertNever(wish);
  }
}

function echoSet(state: RoomState, line: Beats, echo: Echo, isFixed: boolean): Decision {
  const from: Ticks = ticksOfBeats(line);
  if (isSameEcho(echoAt(state.echoes, from), echo) && state.isEchoFixed === isFixed) return granted([]);
  const event: RoomEvent = { type: 'echoSet', from, echo, isFixed };
  return granted([event]);
}
