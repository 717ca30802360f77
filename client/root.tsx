import { useState } from 'react';
import { App } from './app.tsx';
import { type House, HouseContext } from './hooks/use-house.ts';
import { type Missing, Unsupported } from './screens/plain-pages.tsx';
import { fittingLanguage, keepLanguage, keptLanguage } from './words/language.ts';
import { Words } from './words/use-words.tsx';

export interface RootProps {
  readonly house: House;
  readonly storage: Storage | undefined;
  /** The person's languages, the most wanted first. */
  readonly languages: readonly string[];
  readonly missing: readonly Missing[];
}

/** The house with its words around every page. */
export function Root({ house, storage, languages, missing }: RootProps) {
  const [language, setLanguage] = useState(() => keptLanguage(storage) ?? fittingLanguage(languages));
  return (
    <HouseContext value={house}>
      <Words
        language={language}
        onLanguage={(next) => {
          keepLanguage(storage, next);
          setLanguage(next);
        }}
      >
        {missing.length > 0 ? <Unsupported missing={missing} /> : <App />}
      </Words>
    </HouseContext>
  );
}
