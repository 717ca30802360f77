import { METRE_NAMES, type MetreName } from '../../shared/time/metre.ts';
import { ChoiceCards } from '../ui/control/choice-cards.tsx';
import type { PlainWordId } from '../words/speech.ts';
import { useWords } from '../words/use-words.tsx';

const FEELS_LIKE: Readonly<Record<MetreName, PlainWordId>> = {
  '2/4': 'metre-2-4',
  '3/4': 'metre-3-4',
  '4/4': 'metre-4-4',
  '5/4': 'metre-5-4',
  '6/8': 'metre-6-8',
  '7/8': 'metre-7-8',
};

export interface MetreChoiceProps {
  readonly metre: MetreName;
  readonly onChange: (metre: MetreName) => void;
}

export function MetreChoice({ metre, onChange }: MetreChoiceProps) {
  const words = useWords();
  return (
    <ChoiceCards
      legend={words('metre')}
      look="tiles"
      value={metre}
      onChange={onChange}
      choices={METRE_NAMES.map((name) => ({ value: name, label: name, hint: words(FEELS_LIKE[name]) }))}
    />
  );
}
