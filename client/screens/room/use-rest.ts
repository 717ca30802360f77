import { useState } from 'react';
import type { Member } from '../../../shared/room/state.ts';
import type { SoundDevice } from '../../player/sound-device.ts';
import type { Session } from '../../session/session.ts';

export interface Rest {
  readonly isResting: boolean;
  readonly rest: () => void;
  readonly comeBack: () => void;
}

/**
 * Resting and coming back. What one wants holds here at once, whatever the link does: the page changes and the sound stops
 * in the tap, and the room follows.
 *
 * @param isQuiet whether this device is to be quiet anyway.
 */
export function useRest(session: Session, sound: SoundDevice, you: Member, isQuiet: boolean): Rest {
  const [wanted, setWanted] = useState<boolean>();
  if (wanted === you.isOnBreak) setWanted(undefined);
  return {
    isResting: wanted ?? you.isOnBreak,
    rest() {
      setWanted(true);
      sound.desk.setQuiet(true);
      // A loop would go on without its player.
      if (session.view().loops.has(you.id)) session.stopLoop();
      session.wish({ type: 'takeBreak' });
    },
    comeBack() {
      setWanted(false);
      sound.desk.setQuiet(isQuiet);
      session.wish({ type: 'endBreak' });
    },
  };
}
