import { useSyncExternalStore } from 'react';
import type { Preferences, PreferenceStore } from '../session/preferences.ts';

/** What this device remembers for the person in front of it, as it is now. */
export const usePreferences = (store: PreferenceStore): Preferences =>
  useSyncExternalStore(store.subscribe, store.get);
