import { MAX_ARC_STEPS } from '../../../shared/base/limits.ts';
import { ARC_STEPS, type Arc, type ArcStepKind } from '../../../shared/event/plan.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { useWords } from '../../words/use-words.tsx';
import { CourseStep } from './course-step.tsx';
import { Disclosure } from './disclosure.tsx';
import styles from './plan-course.module.css';
import type { PlanPartProps } from './plan-music.tsx';
import {
  minutesOf,
  READY_ARC_NAMES,
  type ReadyArcName,
  readyArc,
  readyArcOf,
  withChangedStep,
  withMovedStep,
  withoutStep,
  withStep,
} from './ready-arcs.ts';

/** The course of the session: one that is often taken, or one's own, step by step. A guide, never a lock. */
export function PlanCourse({ plan, onChange }: PlanPartProps) {
  const words = useWords();
  const { arc } = plan;
  const sentenceOf = (kind: ArcStepKind) => words(`course-say-${kind}`);
  const change = (next: Arc) => onChange({ arc: next });
  return (
    <Disclosure icon="forward" word={words('plan-course')} line={useCourseLine()(arc)}>
      <p className={styles.soft}>{words('plan-course-text')}</p>
      <ChoiceCards<ReadyArcName>
        legend={words('course-ready')}
        value={readyArcOf(arc)}
        onChange={(name) => change(readyArc(name, sentenceOf))}
        look="tiles"
        choices={READY_ARC_NAMES.map((name) => ({
          value: name,
          label: words(`course-ready-${name}`),
          hint: words(`course-ready-${name}-hint`),
        }))}
      />
      {arc.length > 0 && (
        <ol className={styles.steps}>
          {arc.map((step, index) => (
            // Steps have no name of their own: they are their place.
            <li key={index}>
              <CourseStep
                step={step}
                place={index + 1}
                isFirst={index === 0}
                isLast={index === arc.length - 1}
                onChange={(part) => change(withChangedStep(arc, index, part))}
                onMove={(by) => change(withMovedStep(arc, index, by))}
                onTakeOut={() => change(withoutStep(arc, index))}
              />
            </li>
          ))}
        </ol>
      )}
      {arc.length < MAX_ARC_STEPS && (
        <fieldset className={styles.add}>
          <legend>{words('course-add')}</legend>
          {ARC_STEPS.map((kind) => (
            <Button key={kind} icon="plus" onClick={() => change(withStep(arc, kind, sentenceOf(kind)))}>
              {words(`course-${kind}`)}
            </Button>
          ))}
        </fieldset>
      )}
    </Disclosure>
  );
}

/** A course in one line. */
export function useCourseLine(): (arc: Arc) => string {
  const words = useWords();
  return (arc) => {
    if (arc.length === 0) return words('course-ready-none');
    const sum = minutesOf(arc);
    const steps = arc.map(({ kind }) => words(`course-${kind}`)).join(', ');
    return sum === undefined ? steps : `${words('course-minutes', { minutes: sum })} · ${steps}`;
  };
}
