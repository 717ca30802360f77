import { assertNever } from '../base/assert.ts';
import { granted } from '../base/result.ts';
import { type Beats, type RoomMs, type Ticks, ticksOfBeats } from '../base/units.ts';
import type { RoomEvent } from '../event/entry.ts';
import { GROUNDS } from '../event/ground.ts';
import type { ProposeEcho } from '../event/setting.ts';
import type { RoomWish } from '../event/wish.ts';
import { isSameFrame } from '../music/frame.ts';
import { frameAt } from '../music/frame-timeline.ts';
import { type Echo, echoAt, echoNamed, isSameEcho } from '../time/echo.ts';
import { barAt, metreOfBar } from '../time/metre-map.ts';
import type { Decision } from './decision.ts';
import { comingBarLine } from './questions.ts';
import type { RoomState } from './state.ts';

type SettingWish =
  | Extract<RoomWish, { type: 'setFrame' | 'holdGround' | 'fixEcho' | 'closeRoom' }>
  | ProposeEcho;

/** Frame, ground, echo and the end of the room. Permission has been given before. */
export function decideSetting(state: RoomState, wish: SettingWish, now: RoomMs): Decision {
  const from = comingBarLine(state, now);
  switch (wish.type) {
    case 'setFrame':
      return isSameFrame(wish.frame, frameAt(state.frames, from))
        ? granted([])
        : granted([{ type: 'frameSet', from, frame: wish.frame }]);
    case 'holdGround': {
      const grounds = GROUNDS.filter((ground) => wish.grounds.includes(ground));
      const before = state.grounds.at(-1)?.grounds ?? [];
      const isSo = grounds.length === before.length && grounds.every((ground) => before.includes(ground));
      return granted(isSo ? [] : [{ type: 'groundSet', from, grounds }]);
    }
    case 'fixEcho':
      return wish.echo === 'auto'
        ? echoSet(state, from, echoAt(state.echoes, ticksOfBeats(from)), false)
        : echoSet(state, from, echoNamed(wish.echo, metreOfBar(state.metre, barAt(state.metre, from))), true);
    case 'proposeEcho':
      return state.isEchoFixed || state.isClosed || state.ending
        ? granted([])
        : echoSet(state, from, wish.echo, false);
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
