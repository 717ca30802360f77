import { useMemo } from 'react';
import type { Member } from '../../shared/room/state.ts';
import { useLanguage, useWords } from '../words/use-words.tsx';

export interface Names {
  /** What someone is called: their name, or their colour and shape. */
  readonly nameOf: (member: Pick<Member, 'name' | 'colour' | 'shape'>) => string;
  /** Several names as a sentence has them: "Maya, Jon and Amber leaf". */
  readonly listOf: (members: readonly Member[]) => string;
}

export function useNames(): Names {
  const words = useWords();
  const { language } = useLanguage();
  return useMemo(() => {
    const nameOf: Names['nameOf'] = ({ name, colour, shape }) => name ?? words('by-shape', { colour, shape });
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    return { nameOf, listOf: (members) => list.format(members.map(nameOf)) };
  }, [words, language]);
}
