import { assertNever } from '../base/assert.ts';
import type { Author, MemberId } from '../base/ids.ts';
import { SOFTENED_MS } from '../base/limits.ts';
import { granted, refused } from '../base/result.ts';
import { type Beats, beats, type RoomMs } from '../base/units.ts';
import type { RoomEvent } from '../event/entry.ts';
import type { RoomWish } from '../event/wish.ts';
import { levelToCome } from '../time/level-map.ts';
import { barBeats } from '../time/metre.ts';
import { barAt, metreOfBar } from '../time/metre-map.ts';
import { beatAt } from '../time/tempo-map.ts';
import type { Decision } from './decision.ts';
import { comingBarLine, isHushed, memberOf } from './questions.ts';
import type { RoomState } from './state.ts';

type DynamicsWish = Extract<
  RoomWish,
  {
    type:
      | 'swell'
      | 'setDensity'
      | 'conduct'
      | 'soften'
      | 'endSoftening'
      | 'hush'
      | 'liftHush'
      | 'pause'
      | 'takeBreak'
      | 'endBreak';
  }
>;

const nothing: Decision = granted([]);

/** How loud, how dense, and rest. What is set moves from the coming bar line on. Permission has been given before. */
export function decideDynamics(state: RoomState, wish: DynamicsWish, by: Author, now: RoomMs): Decision {
  switch (wish.type) {
    case 'swell':
      return granted([loudnessSet(state, now, wish.to, wish.bars)]);
    case 'setDensity':
      if (wish.part !== 'all' && !memberOf(state, wish.part)) return refused('noSuchMember');
      return granted([densitySet(state, now, wish.part, wish.to, wish.bars)]);
    case 'conduct':
      return granted([
        ...(levelToCome(state.loudness) === wish.loudness ? [] : [loudnessSet(state, now, wish.loudness, 1)]),
        ...(levelToCome(state.density) === wish.density
          ? []
          : [densitySet(state, now, 'all', wish.density, 1)]),
      ]);
    case 'soften':
      return soften(state, wish.member, wish.kind, by, now);
    case 'endSoftening': {
      const member = memberOf(state, wish.member);
      if (!member) return refused('noSuchMember');
      return member.softened
        ? granted([{ type: 'softeningEnded', member: member.id, from: soon(state, now) }])
        : nothing;
    }
    case 'hush':
      return isHushed(state) ? nothing : granted([{ type: 'hushed' }]);
    case 'liftHush':
      return isHushed(state) ? granted([{ type: 'hushLifted' }]) : nothing;
    case 'pause': {
      const from = comingBarLine(state, now);
      const { pulse } = state;
      const goes = pulse.type !== 'still' && !(pulse.type === 'going' && pulse.until !== undefined);
      return granted([
        ...(goes ? [{ type: 'pulseStopped', from } as const] : []),
        loudnessSet(state, now, 0, 1),
      ]);
    }
    case 'takeBreak':
    case 'endBreak': {
      const member = memberOf(state, by);
      if (!member) return refused('notHere');
      if (member.isOnBreak === (wish.type === 'takeBreak')) return nothing;
      return granted([{ type: wish.type === 'takeBreak' ? 'breakTaken' : 'breakEnded', member: member.id }]);
    }
    default:
      return assertNever(wish);
  }
}

/** The next moment at which something small may begin to move: now, since it moves without a jump. */
const soon = (state: RoomState, now: RoomMs): Beats => beatAt(state.tempo, now);

const barsLong = (state: RoomState, from: Beats, bars: number): Beats =>
  beats(bars * barBeats(metreOfBar(state.metre, barAt(state.metre, from))));

/** All get louder or softer from the coming bar line on, over some bars. */
export function loudnessSet(state: RoomState, now: RoomMs, to: number, bars: number): RoomEvent {
  const from = comingBarLine(state, now);
  return { type: 'loudnessSet', from, to, glideBeats: barsLong(state, from, bars) };
}

export function densitySet(
  state: RoomState,
  now: RoomMs,
  part: MemberId | 'all',
  to: number,
  bars: number,
): RoomEvent {
  const from = comingBarLine(state, now);
  return { type: 'densitySet', part, from, to, glideBeats: barsLong(state, from, bars) };
}

/** Nobody softens themselves for others; there is a control for that on their own device. */
function soften(
  state: RoomState,
  id: MemberId,
  kind: 'softer' | 'silent',
  by: Author,
  now: RoomMs,
): Decision {
  const member = memberOf(state, id);
  if (!member) return refused('noSuchMember');
  if (id === by || member.role === 'listener') return refused('notAllowed');
  if (member.softened?.kind === kind) return refused('alreadySo');
  return granted([
    { type: 'softened', member: id, kind, from: soon(state, now), untilMs: now + SOFTENED_MS },
  ]);
}
