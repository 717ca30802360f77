import { MAX_STEP_BARS, MAX_STEP_MINUTES } from '../../../shared/base/limits.ts';
import type { ArcStep, StepLength } from '../../../shared/event/plan.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Stepper } from '../../ui/control/stepper.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './plan-course.module.css';
import { lengthIn } from './ready-arcs.ts';

export interface CourseStepProps {
  readonly step: ArcStep;
  /** From 1. */
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (part: Partial<ArcStep>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onTakeOut: () => void;
}

/** One step of a course: how long it is meant to be, and what everyone reads meanwhile. */
export function CourseStep(props: CourseStepProps) {
  const { step, place, isFirst, isLast, onChange, onMove, onTakeOut } = props;
  const words = useWords();
  const name = words(`course-${step.kind}`);
  return (
    <fieldset className={styles.step}>
      <legend className={styles.name}>
        <span className={styles.place}>{place}</span> {name}
      </legend>
      <div className={styles.length}>
        <ChoiceCards<StepLength['type']>
          legend={words('step-length', { step: name })}
          isLegendHidden
          look="row"
          value={step.length.type}
          onChange={(type) => onChange({ length: lengthIn(type) })}
          choices={[
            { value: 'open', label: words('step-open') },
            { value: 'minutes', label: words('step-minutes') },
            { value: 'bars', label: words('step-bars') },
          ]}
        />
        <StepCount length={step.length} onChange={(length) => onChange({ length })} />
      </div>
      <TextField
        label={words('step-sentence')}
        value={step.sentence}
        onChange={(sentence) => onChange({ sentence })}
        autoComplete="off"
      />
      <div className={styles.moves}>
        <Button kind="plain" icon="up" isResting={isFirst} onClick={() => onMove(-1)}>
          {words('step-earlier')}
        </Button>
        <Button kind="plain" icon="down" isResting={isLast} onClick={() => onMove(1)}>
          {words('step-later')}
        </Button>
        <Button kind="plain" icon="close" onClick={onTakeOut}>
          {words('step-out')}
        </Button>
      </div>
    </fieldset>
  );
}

interface StepCountProps {
  readonly length: StepLength;
  readonly onChange: (length: StepLength) => void;
}

function StepCount({ length, onChange }: StepCountProps) {
  const words = useWords();
  if (length.type === 'open') return null;
  const isMinutes = length.type === 'minutes';
  return (
    <Stepper
      label={<span className="heard-only">{words(isMinutes ? 'step-minutes' : 'step-bars')}</span>}
      value={isMinutes ? length.minutes : length.bars}
      min={1}
      max={isMinutes ? MAX_STEP_MINUTES : MAX_STEP_BARS}
      step={1}
      valueText={
        isMinutes
          ? words('course-minutes', { minutes: length.minutes })
          : words('course-bars', { bars: length.bars })
      }
      onChange={(count) =>
        onChange(isMinutes ? { type: 'minutes', minutes: count } : { type: 'bars', bars: count })
      }
      lessLabel={words('step-shorter')}
      moreLabel={words('step-longer')}
    />
  );
}
