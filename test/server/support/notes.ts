import { beatsOfTicks, type Ticks, ticksOfBeats } from '../../../shared/base/units.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { roomMs } from '../../../shared/base/units.ts';

/** A wish to play a short note now, as a page sends it. */
export function noteNow(state: RoomState, nowMs: number, more: Record<string, unknown> = {}) {
  const tick: Ticks = ticksOfBeats(beatAt(state.tempo, roomMs(nowMs)));
  return {
    type: 'playNote',
    played: tick,
    sounds: tick,
    instrument: 'kalimba',
    pitch: 62,
    strength: 0.7,
    colour: 0.5,
    length: ticksOfBeats(beatsOfTicks(480 as Ticks)),
    ...more,
  };
}
