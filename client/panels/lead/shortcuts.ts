/** What a key does on the page of leading. */
export const SHORTCUTS = {
  hush: ['h'],
  pulse: [' '],
  faster: ['ArrowUp', 'ArrowRight'],
  slower: ['ArrowDown', 'ArrowLeft'],
  signals: ['s'],
  door: ['d'],
  rounds: ['r'],
  ending: ['e'],
  keys: ['?'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Shortcut = keyof typeof SHORTCUTS;
export const SHORTCUT_NAMES = Object.keys(SHORTCUTS) as readonly Shortcut[];

/** What is known of a key press: enough to tell whether it is meant for the page or for what has the focus. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  /** Tag of what has the focus, in capitals, and its type where it is an input. */
  readonly on: { readonly tag: string; readonly type?: string | undefined };
}

/** Fields in which one writes, and whatever has its own arrows. */
const WRITES = new Set(['TEXTAREA', 'SELECT']);
const PRESSED_BY_SPACE = new Set(['BUTTON', 'SUMMARY', 'A']);

/** The shortcut a key press is; undefined while someone writes, and for keys that belong to the control in focus. */
export function shortcutOf({ key, ctrlKey, altKey, metaKey, repeat, on }: Pressed): Shortcut | undefined {
  if (ctrlKey || altKey || metaKey || WRITES.has(on.tag)) return undefined;
  const isInput = on.tag === 'INPUT';
  const isWritten = isInput && !['radio', 'checkbox', 'range'].includes(on.type ?? 'text');
  if (isWritten) return undefined;
  if ((key === ' ' || key === 'Enter') && (isInput || PRESSED_BY_SPACE.has(on.tag))) return undefined;
  if (key.startsWith('Arrow') && isInput) return undefined;
  const found = SHORTCUT_NAMES.find((name) =>
    (SHORTCUTS[name] as readonly string[]).includes(key.length === 1 ? key.toLowerCase() : key),
  );
  // A key that lies down by itself must not hush and unhush; the tempo may be walked along.
  return repeat && found !== 'faster' && found !== 'slower' ? undefined : found;
}
