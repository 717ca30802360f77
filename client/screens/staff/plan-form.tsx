import { useState } from 'react';
import { MAX_GOALS_GRAPHEMES } from '../../../shared/base/limits.ts';
import type { Place } from '../../../shared/event/plan.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { TextArea } from '../../ui/control/text-area.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Disclosure } from './disclosure.tsx';
import { PlanCourse } from './plan-course.tsx';
import { PlanDoor } from './plan-door.tsx';
import { PlanInstruments } from './plan-instruments.tsx';
import { PlanMusic, type PlanPartProps } from './plan-music.tsx';
import place from './plan-form.module.css';
import styles from './staff.module.css';

export interface PlanFormProps extends PlanPartProps {
  /** Everything at once, for whoever is planning; else the rest waits under *more*. */
  readonly showsAll: boolean;
}

/** A plan. Everything in it has a good default. */
export function PlanForm({ plan, onChange, showsAll }: PlanFormProps) {
  const words = useWords();
  const [isMore, setMore] = useState(showsAll);
  return (
    <>
      <div className={place.place}>
        <ChoiceCards<Place>
          legend={words('plan-place')}
          look="tiles"
          value={plan.place}
          onChange={(place) => onChange({ place })}
          choices={[
            {
              value: 'together',
              label: words('place-together'),
              hint: words('place-together-hint'),
              picture: <Icon name="people" />,
            },
            {
              value: 'apart',
              label: words('place-apart'),
              hint: words('place-apart-hint'),
              picture: <Icon name="globe" />,
            },
          ]}
        />
      </div>
      <TextField
        label={words('plan-title')}
        hint={words('plan-title-hint')}
        value={plan.title}
        onChange={(title) => onChange({ title })}
        autoComplete="off"
      />
      <div className={styles.rows}>
        <PlanMusic plan={plan} onChange={onChange} />
        {isMore && (
          <>
            <PlanInstruments plan={plan} onChange={onChange} />
            <PlanDoor plan={plan} onChange={onChange} />
            <PlanCourse plan={plan} onChange={onChange} />
            <Disclosure
              icon="heart"
              word={words('plan-goals')}
              line={plan.goals.trim() === '' ? words('plan-goals-none') : plan.goals}
            >
              <TextArea
                label={words('plan-goals-label')}
                hint={words('plan-goals-hint', { count: MAX_GOALS_GRAPHEMES })}
                value={plan.goals}
                onChange={(goals) => onChange({ goals })}
                rows={4}
              />
            </Disclosure>
          </>
        )}
        {!isMore && (
          <Button kind="plain" icon="more" onClick={() => setMore(true)} className={styles.more}>
            {words('plan-more')}
          </Button>
        )}
      </div>
    </>
  );
}
