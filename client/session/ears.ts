import { type MemberId, THE_ROOM } from '../../shared/base/ids.ts';
import { memberOf } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { Ears } from '../player/player.ts';
import type { Preferences } from './preferences.ts';

interface EarsDeps {
  readonly preferences: () => Preferences;
  readonly room: () => RoomState | undefined;
  readonly me: () => MemberId | undefined;
}

/** What this device sounds of the room: as its person chose, in one place or apart. */
export function createEars({ preferences, room, me }: EarsDeps): Ears {
  const isListener = () => {
    const [state, id] = [room(), me()];
    return state !== undefined && id !== undefined && memberOf(state, id)?.role === 'listener';
  };
  return {
    hears(part) {
      const { soundFrom } = preferences();
      // The room's own sound is in the middle of wherever one is, as the pulse is.
      if (part === THE_ROOM || soundFrom === 'everyone' || isListener()) return true;
      return (part === me()) === (soundFrom === 'onlyMine');
    },
    hearsPulse: () => preferences().pulse === 'sound',
    followsLevel: (part) => part !== me() || room()?.place === 'together',
  };
}
