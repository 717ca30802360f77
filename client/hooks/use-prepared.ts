import { useEffect, useState } from 'react';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { SoundDevice } from '../player/sound-device.ts';

/** Whether an instrument sounds as it should; until then a plain tone stands in. */
export function usePrepared(sound: SoundDevice | undefined, instrument: InstrumentId): boolean {
  const [prepared, setPrepared] = useState<InstrumentId>();
  useEffect(() => {
    let isWanted = true;
    const arrived = () => isWanted && setPrepared(instrument);
    // What cannot be made ready is played with the plain tone: no reason to keep saying so.
    sound?.prepare(instrument).then(arrived, arrived);
    return () => {
      isWanted = false;
    };
  }, [sound, instrument]);
  return prepared === instrument;
}
