import { useEffect, useState } from 'react';
import type { SoundDevice } from '../player/sound-device.ts';
import { useHouse } from './use-house.ts';

/** The page's sound, fetched while someone reads or writes, so that the first touch sounds; undefined until it is there. */
export function useLoadedSound(): SoundDevice | undefined {
  const { loadSound } = useHouse();
  const [sound, setSound] = useState<SoundDevice>();
  useEffect(() => {
    let isWanted = true;
    loadSound().then(
      (loaded) => isWanted && setSound(loaded),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [loadSound]);
  return sound;
}
