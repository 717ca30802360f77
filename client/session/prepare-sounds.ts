import type { RoomState } from '../../shared/room/state.ts';
import { LAST_CHORD_INSTRUMENTS } from '../player/plan-ending.ts';
import { GROUND_INSTRUMENTS } from '../player/plan-ground.ts';
import type { LoopSpan } from '../player/plan-loops.ts';
import type { SoundDevice } from '../player/sound-device.ts';

/** Makes ready whatever a room may sound soon: asking again costs nothing. */
export function prepareSounds(
  sound: Pick<SoundDevice, 'prepare'>,
  room: RoomState,
  loops: readonly LoopSpan[],
): void {
  const wanted = [
    ...room.members.map(({ instrument }) => instrument),
    ...loops.map(({ entry }) => entry.event.loop.instrument),
    ...(room.grounds.at(-1)?.grounds ?? []).map((ground) => GROUND_INSTRUMENTS[ground]),
    ...(room.ending ? LAST_CHORD_INSTRUMENTS : []),
  ];
  for (const instrument of new Set(wanted)) void sound.prepare(instrument);
}
