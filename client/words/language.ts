import type { FluentBundle } from '@fluent/bundle';

/** The languages there are words for, by their tag. */
export const LANGUAGES = ['en', 'nb'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'windchime.language';
/** Norwegian goes by several tags; all of them read Bokmål. */
const NORWEGIAN = new Set(['nb', 'no', 'nn']);

/** The first language of the person's list that there are words for; English where there is none. */
export function fittingLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split('-');
    if (NORWEGIAN.has(primary)) return 'nb';
    const known = LANGUAGES.find((language) => language === primary);
    if (known) return known;
  }
  return 'en';
}

/** The language a person chose on this device before, if any. */
export function keptLanguage(storage: Pick<Storage, 'getItem'> | undefined): Language | undefined {
  try {
    const kept = storage?.getItem(KEY);
    return LANGUAGES.find((language) => language === kept);
  } catch {
    return undefined;
  }
}

/** Remembers a choice of language on this device; where nothing can be kept it holds as long as the page. */
export function keepLanguage(storage: Pick<Storage, 'setItem'> | undefined, language: Language): void {
  try {
    storage?.setItem(KEY, language);
  } catch {
    // Private browsing or a full disk.
  }
}

/** Fetches the words of one language; each is a file of its own, so that nobody loads the others. */
export async function loadWords(language: Language): Promise<FluentBundle> {
  const [{ FluentBundle: Bundle, FluentResource }, { TEXTS }] = await Promise.all([
    import('@fluent/bundle'),
    language === 'nb' ? import('./nb/texts.ts') : import('./en/texts.ts'),
  ]);
  // Marks of direction are set by `createSpeech`, and only where a word needs them.
  const bundle = new Bundle(language, { useIsolating: false });
  for (const text of TEXTS) bundle.addResource(new FluentResource(text));
  return bundle;
}

/** Parts of the words that only some need, and that come when they are first needed. */
export type WordPart = 'staff' | 'lead';

/** Adds the words of those who work here, or of those who lead, which nobody else fetches. */
export async function addWords(bundle: FluentBundle, part: WordPart, language: Language): Promise<void> {
  const [{ FluentResource }, { default: text }] = await Promise.all([
    import('@fluent/bundle'),
    FETCH[part][language](),
  ]);
  bundle.addResource(new FluentResource(text), { allowOverrides: true });
}

const FETCH = {
  staff: { en: () => import('./en/staff.ftl?raw'), nb: () => import('./nb/staff.ftl?raw') },
  lead: { en: () => import('./en/lead.ftl?raw'), nb: () => import('./nb/lead.ftl?raw') },
} as const satisfies Readonly<
  Record<WordPart, Readonly<Record<Language, () => Promise<{ readonly default: string }>>>>
>;
