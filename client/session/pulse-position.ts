import { beats, type RoomMs, TICKS_PER_BEAT } from '../../shared/base/units.ts';
import { isOver, pulseIsOn } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { feltBeatsOfBar } from '../../shared/time/grid.ts';
import { barAt, positionAt } from '../../shared/time/metre-map.ts';
import { beatAt } from '../../shared/time/tempo-map.ts';
import type { PulsePosition } from './hands.ts';

/** Before there is a room, for what is drawn anyway. */
export const NO_PULSE: PulsePosition = {
  isGoing: false,
  isCountIn: false,
  bar: 0,
  feltBeats: 4,
  feltBeat: 0,
  tick: 0,
};

/** Where a room is in its bar at a room time. */
export function pulsePosition(room: RoomState, at: RoomMs): PulsePosition {
  const { tempo, metre, pulse } = room;
  const beat = beatAt(tempo, at);
  const { bar } = positionAt(metre, beat);
  const felt = feltBeatsOfBar(metre, bar);
  const current = felt.findLast((one) => one.beat <= beat) ?? felt[0];
  const within = current ? Math.min(0.999, Math.max(0, (beat - current.beat) / current.lengthBeats)) : 0;
  const isGoing = pulseIsOn(pulse, beat) && !isOver(room, beat);
  return {
    isGoing,
    isCountIn: isGoing && pulse.type === 'going' && bar < barAt(metre, beats(pulse.from)) + pulse.countInBars,
    bar,
    feltBeats: felt.length,
    feltBeat: (current?.index ?? 0) + within,
    tick: beat * TICKS_PER_BEAT,
  };
}
