import { useMemo } from 'react';
import type { Author } from '../../shared/base/ids.ts';
import { CONTROLS, type Control } from '../../shared/event/holding.ts';
import type { Member } from '../../shared/room/state.ts';
import type { Speech } from '../words/speech.ts';
import { useLanguage, useWords } from '../words/use-words.tsx';

export interface Names {
  /** What someone is called: their name, or their colour and shape. */
  readonly nameOf: (member: Pick<Member, 'name' | 'colour' | 'shape'>) => string;
  /** Who of the members decided something; "The facilitator" of someone who is not here any more. */
  readonly authorOf: (members: readonly Member[], by: Author) => string;
  /** Several names as a sentence has them: "Maya, Jon and Amber leaf". */
  readonly listOf: (members: readonly Member[]) => string;
  /** What can be led, as a sentence has it: "the tempo and the mood". */
  readonly controlsOf: (controls: readonly Control[]) => string;
}

export function useNames(): Names {
  const words = useWords();
  const { language } = useLanguage();
  return useMemo(() => createNames(words, language), [words, language]);
}

/** Names in the words of a language. */
export function createNames(words: Speech, language: string): Names {
  const nameOf: Names['nameOf'] = ({ name, colour, shape }) => name ?? words('by-shape', { colour, shape });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    nameOf,
    authorOf(members, by) {
      const author = members.find(({ id }) => id === by);
      return author ? nameOf(author) : words('someone');
    },
    listOf: (members) => list.format(members.map(nameOf)),
    controlsOf: (controls) =>
      controls.length === CONTROLS.length
        ? words('led-all')
        : list.format(controls.map((control) => words(`led-${control}`))),
  };
}
