import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, loadWords } from './language.ts';
import { createSpeech, type Speech } from './speech.ts';

interface Spoken {
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
  const [spoken, setSpoken] = useState<{ readonly speech: Speech; readonly language: Language }>();
  useEffect(() => {
    let isWanted = true;
    const arrived = (speech: Speech) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      setSpoken({ speech, language });
    };
    loadWords(language).then(
      (bundle) => arrived(createSpeech(bundle)),
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
