import type { MemberId } from '../../shared/base/ids.ts';
import { memberOf } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { Desk } from '../player/synth.ts';
import type { Preferences } from './preferences.ts';

const PART_LOUDNESS = 0.8;

/** Sets the mixing desk as the person here wants it: their loudness, each part's, and where it sits. In a break it is silent. */
export function applyToDesk(
  desk: Desk,
  preferences: Preferences,
  room: RoomState,
  me: MemberId | undefined,
  panOf: (chair: number, chairs: number) => number,
): void {
  const chairs = Math.max(0, ...room.members.map((member) => member.chair)) + 1;
  for (const { id, chair } of room.members) {
    const loudness = id === me ? 1 : (preferences.partLoudness[id] ?? PART_LOUDNESS);
    desk.setPart(id, { pan: panOf(chair, chairs), loudness });
  }
  desk.setLoudness(preferences.loudness);
  desk.setPulseLoudness(preferences.pulseLoudness);
  const isOnBreak = me !== undefined && memberOf(room, me)?.isOnBreak === true;
  desk.setQuiet(preferences.isQuiet || isOnBreak);
}
