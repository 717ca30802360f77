import { useCallback, useSyncExternalStore } from 'react';
import type { SoundDevice, SoundState } from '../player/sound-device.ts';

/** Whether this device's sound runs; `off` while the sound is still being fetched. */
export function useSoundState(sound: SoundDevice | undefined): SoundState {
  return useSyncExternalStore(
    useCallback((listener) => sound?.onState(listener) ?? (() => undefined), [sound]),
    () => sound?.state() ?? 'off',
  );
}
