import type { Refusal } from '../../../shared/base/refusal.ts';
import type { Answer } from '../../session/ask.ts';
import { useWords } from '../../words/use-words.tsx';

/** Why something did not come about. */
export type Trouble = Refusal | 'unreachable';

/** What stands in the way, if anything. */
export function troubleOf(answer: Answer<unknown>): Trouble | undefined {
  if (answer.type === 'granted') return undefined;
  return answer.type === 'refused' ? answer.reason : 'unreachable';
}

/** Says what stands in the way; with `about` only if it is one of those, which belong to one field. */
export function useTroubleWords(): (
  trouble: Trouble | undefined,
  about?: ReadonlySet<Trouble>,
) => string | undefined {
  const words = useWords();
  return (trouble, about) => {
    if (trouble === undefined || (about && !about.has(trouble))) return undefined;
    return words(trouble === 'unreachable' ? 'staff-unreachable' : `refusal-${trouble}`);
  };
}
