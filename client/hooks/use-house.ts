import { createContext, useContext } from 'react';
import type { Seat } from '../../shared/wire/door.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import type { Ask } from '../session/ask.ts';
import type { DoorClient } from '../session/door-client.ts';
import type { PreferenceStore } from '../session/preferences.ts';
import type { Session } from '../session/session.ts';

/** What the pages need of the world, built once at the root and handed in. */
export interface House {
  readonly door: DoorClient;
  /** Asks the server anything else; what is asked there is known to the pages that need it. */
  readonly ask: Ask;
  readonly preferences: PreferenceStore;
  /** Fetches the sound on the first call, so that it comes while a person chooses a name; later calls share it. */
  readonly loadSound: () => Promise<SoundDevice>;
  /** The line to a room; its code is fetched on the first call. */
  readonly createSession: (seat: Seat, sound: SoundDevice) => Promise<Session>;
  /** Where this page lives, for links: `https://music.example`. */
  readonly origin: string;
  /** Fetches the page anew. */
  readonly reload: () => void;
  /** The same by itself, but not twice in a minute: a page that stays old must not go round and round. */
  readonly reloadOnce: () => void;
  /** Puts text on the clipboard; false where the browser does not let us. */
  readonly copy: (text: string) => Promise<boolean>;
  /** A number in [0, 1): which shape is offered first. */
  readonly chance: () => number;
}

export const HouseContext = createContext<House | undefined>(undefined);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('The house is asked for outside of its context');
  return house;
}
