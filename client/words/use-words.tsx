import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { FluentBundle } from '@fluent/bundle';
import { addWords, type Language, loadWords, type WordPart } from './language.ts';
import { createSpeech, type Speech } from './speech.ts';

interface Spoken {
  readonly bundle: FluentBundle;
  readonly speech: Speech;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

export interface WordsProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly children: ReactNode;
}

/** Gives words to everything inside it. While they are on their way nothing is drawn: the page's own picture waits. */
export function Words({ language, onLanguage, children }: WordsProps) {
  const [spoken, setSpoken] = useState<Pick<Spoken, 'bundle' | 'speech' | 'language'>>();
  useEffect(() => {
    let isWanted = true;
    const arrived = (bundle: FluentBundle) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      setSpoken({ bundle, speech: createSpeech(bundle), language });
    };
    loadWords(language).then(
      arrived,
      // The words of another language could not be fetched: those that are here stay.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  const value = useMemo(() => spoken && { ...spoken, onLanguage }, [spoken, onLanguage]);
  return value ? <SpokenContext value={value}>{children}</SpokenContext> : null;
}

export interface AddedWordsProps {
  /** Until the words are here for the first time. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Gives the words of those who work here to everything inside it, fetched when it is first shown. */
export const StaffWords = (props: AddedWordsProps) => (
  <AddedWords part="staff" known="start-title" {...props} />
);

/** Gives the words of leading to everything inside it, fetched when it is first shown. */
export const LeadWords = (props: AddedWordsProps) => <AddedWords part="lead" known="lead-back" {...props} />;

/** `known`: a sentence of that part; where it can be said the words are here already. */
function AddedWords({
  part,
  known,
  fallback,
  children,
}: AddedWordsProps & { part: WordPart; known: string }) {
  const outside = useSpoken();
  const [complete, setComplete] = useState<Spoken>();
  useEffect(() => {
    let isWanted = true;
    addWords(outside.bundle, part, outside.language).then(
      () => isWanted && setComplete(outside),
      // The words could not be fetched: those of the language before stay.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [outside, part]);
  const spoken = complete ?? (outside.bundle.hasMessage(known) ? outside : undefined);
  return spoken ? <SpokenContext value={spoken}>{children}</SpokenContext> : fallback;
}

/** Words that are at hand already, for what is drawn in one go. */
export function SpokenWords({ bundle, language, children }: SpokenWordsProps) {
  const value = useMemo(
    () => ({ bundle, speech: createSpeech(bundle), language, onLanguage: () => undefined }),
    [bundle, language],
  );
  return <SpokenContext value={value}>{children}</SpokenContext>;
}

export interface SpokenWordsProps extends Pick<Spoken, 'bundle' | 'language'> {
  readonly children: ReactNode;
}

/** The person's language: `words('people-count', { count: 3 })`. */
export const useWords = (): Speech => useSpoken().speech;

/** The language spoken now, and how to choose another. */
export function useLanguage(): Pick<Spoken, 'language' | 'onLanguage'> {
  return useSpoken();
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('Words are asked for outside of <Words>');
  return spoken;
}
