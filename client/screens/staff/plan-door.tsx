import type { Listening } from '../../../shared/event/plan.ts';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Disclosure } from './disclosure.tsx';
import type { PlanPartProps } from './plan-music.tsx';

/** How people come in, and who may only listen. */
export function PlanDoor({ plan, onChange }: PlanPartProps) {
  const words = useWords();
  const line = [words(plan.hasDoor ? 'door-plan-held' : 'door-plan-open')];
  if (plan.listening === 'nobody') line.push(words('listening-plan-nobody'));
  return (
    <Disclosure icon="door" word={words('plan-door')} line={line.join(' · ')}>
      <ChoiceCards<'held' | 'open'>
        legend={words('plan-door-who')}
        value={plan.hasDoor ? 'held' : 'open'}
        onChange={(door) => onChange({ hasDoor: door === 'held' })}
        choices={[
          { value: 'held', label: words('door-plan-held'), hint: words('door-plan-held-hint') },
          { value: 'open', label: words('door-plan-open'), hint: words('door-plan-open-hint') },
        ]}
      />
      <ChoiceCards<Listening>
        legend={words('plan-listening')}
        value={plan.listening}
        onChange={(listening) => onChange({ listening })}
        choices={[
          {
            value: 'announced',
            label: words('listening-plan-announced'),
            hint: words('listening-plan-announced-hint'),
          },
          {
            value: 'nobody',
            label: words('listening-plan-nobody'),
            hint: words('listening-plan-nobody-hint'),
          },
        ]}
      />
    </Disclosure>
  );
}
