/** What this device remembers for the person in front of it. Nothing of it leaves the device. */
export interface Preferences {
  /** The room's loudness here, 0 to 1; 0.5 at first. */
  readonly loudness: number;
  readonly isQuiet: boolean;
  /** Whose sound comes out of this device. */
  readonly soundFrom: SoundFrom;
  /** Loudness of other parts here, by member id, 0 to 1; 0.8 where nothing is set. */
  readonly partLoudness: Readonly<Record<string, number>>;
  readonly pulse: 'sound' | 'movement' | 'off';
  readonly pulseLoudness: number;
  /** Notes drawn to the grid, and to which of its lines; undefined: as played. In ticks. */
  readonly snapTicks: number | undefined;
  /** How strongly a touch plays where the device cannot tell. */
  readonly touchStrength: number;
  readonly glide: 'steps' | 'free';
  readonly theme: 'day' | 'night' | 'device';
  /** Found by tapping along: what the device adds beyond the latency it reports. Milliseconds, may be negative. */
  readonly correctionMs: number;
}

export const SOUND_FROM = ['everyone', 'onlyMine', 'everyoneButMe'] as const;
export type SoundFrom = (typeof SOUND_FROM)[number];

export const DEFAULT_PREFERENCES: Preferences = {
  loudness: 0.5,
  isQuiet: false,
  soundFrom: 'everyone',
  partLoudness: {},
  pulse: 'sound',
  pulseLoudness: 0.5,
  snapTicks: undefined,
  touchStrength: 0.6,
  glide: 'steps',
  theme: 'device',
  correctionMs: 0,
};

/** Preferences as a value that can be watched; kept by whatever `storage` is handed in. */
export interface PreferenceStore {
  get(): Preferences;
  set(change: Partial<Preferences>): void;
  subscribe(listener: () => void): () => void;
}

const KEY = 'windchime.preferences';

/** Reads what was kept, field by field: what does not fit its default's type is passed over. */
export function createPreferences(
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
): PreferenceStore {
  let preferences = readKept(storage);
  const listeners = new Set<() => void>();
  return {
    get: () => preferences,
    set(change) {
      preferences = { ...preferences, ...change };
      try {
        // Silence is asked for each time anew: a tablet that starts mute would seem broken.
        storage?.setItem(KEY, JSON.stringify({ ...preferences, isQuiet: false }));
      } catch {
        // Private browsing or a full disk: the preferences last as long as the page.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readKept(storage: Pick<Storage, 'getItem'> | undefined): Preferences {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return DEFAULT_PREFERENCES;
    const fitting = Object.entries(kept).filter(([key, value]) =>
      key === 'snapTicks'
        ? typeof value === 'number'
        : typeof value === typeof (DEFAULT_PREFERENCES as unknown as Record<string, unknown>)[key],
    );
    return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(fitting) };
  } catch {
    return DEFAULT_PREFERENCES;
  }
}
