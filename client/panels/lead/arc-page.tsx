import { useState } from 'react';
import {
  MAX_ARC_STEPS,
  MAX_GOALS_GRAPHEMES,
  MAX_SENTENCE_GRAPHEMES,
  MAX_STEP_BARS,
  MAX_STEP_MINUTES,
} from '../../../shared/base/limits.ts';
import { graphemes } from '../../../shared/base/text.ts';
import { ARC_STEPS, type Arc, type ArcStep, type StepLength } from '../../../shared/event/plan.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Stepper } from '../../ui/control/stepper.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import { lengthWords } from './arc-words.ts';
import { isTheirs, type Lead } from './lead.ts';
import styles from './lead.module.css';
import { TextArea } from '../../ui/control/text-area.tsx';
import { WishButton } from './wish-button.tsx';

/** Which places two steps change: the list with the step at `place` moved by one. */
export function moved(steps: Arc, place: number, by: -1 | 1): Arc {
  const other = place + by;
  const [one, two] = [steps[place], steps[other]];
  if (!one || !two) return steps;
  return steps.map((step, index) => (index === place ? two : index === other ? one : step));
}

/** The course of the session, step by step, and the group's goals. It guides and locks nothing. */
export function ArcPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const [edited, setEdited] = useState<Arc>();
  if (!isTheirs(lead, 'setArc')) return <Course lead={lead} />;
  if (edited) return <EditCourse lead={lead} steps={edited} onChange={setEdited} />;
  return (
    <>
      <Course lead={lead} />
      <Button icon="pen" onClick={() => setEdited(lead.room.arc.steps)}>
        {words(lead.room.arc.steps.length === 0 ? 'lead-arc-make' : 'lead-arc-edit')}
      </Button>
      <Goals lead={lead} />
    </>
  );
}

function Course({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { arc } = lead.room;
  return (
    <>
      <p className={styles.hint}>{words('lead-arc-text')}</p>
      <ol className={styles.plainList}>
        {arc.steps.map((step, place) => {
          const isNow = arc.step === place;
          const said = [lengthWords(step.length, words), step.sentence].filter(Boolean).join(' · ');
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place} className={styles.between}>
              <span className={styles.words}>
                <span className={styles.label}>{words(`lead-arc-step-${step.kind}`)}</span>
                <span className={styles.value}>{said}</span>
              </span>
              <WishButton
                lead={lead}
                isPressed={isNow}
                wish={{ type: 'moveArc', step: isNow ? null : place }}
              >
                {words(isNow ? 'lead-arc-here' : 'lead-arc-go')}
              </WishButton>
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface EditProps {
  readonly lead: Lead;
  readonly steps: Arc;
  readonly onChange: (steps: Arc | undefined) => void;
}

function EditCourse({ lead, steps, onChange }: EditProps) {
  const words = useWords();
  const isTooLong = steps.some(({ sentence }) => graphemes(sentence) > MAX_SENTENCE_GRAPHEMES);
  return (
    <>
      <ol className={styles.cards}>
        {steps.map((step, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place} className={styles.card}>
            <EditStep
              step={step}
              onChange={(next) => onChange(steps.map((one, index) => (index === place ? next : one)))}
            />
            <div className={styles.chips}>
              <Button
                kind="plain"
                icon="up"
                isResting={place === 0}
                onClick={() => onChange(moved(steps, place, -1))}
              >
                {words('lead-arc-earlier')}
              </Button>
              <Button
                kind="plain"
                icon="down"
                isResting={place === steps.length - 1}
                onClick={() => onChange(moved(steps, place, 1))}
              >
                {words('lead-arc-later')}
              </Button>
              <Button
                kind="plain"
                icon="clear"
                onClick={() => onChange(steps.filter((_, index) => index !== place))}
              >
                {words('lead-arc-remove')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <section className={styles.part}>
        <h3>{words('lead-arc-add')}</h3>
        <div className={styles.chips}>
          {ARC_STEPS.map((kind) => (
            <Button
              key={kind}
              className={styles.chip}
              isResting={steps.length >= MAX_ARC_STEPS}
              onClick={() => onChange([...steps, { kind, length: { type: 'open' }, sentence: '' }])}
            >
              {words(`lead-arc-step-${kind}`)}
            </Button>
          ))}
        </div>
      </section>
      <div className={styles.stack}>
        <WishButton
          lead={lead}
          kind="primary"
          size="l"
          icon="check"
          isPointless={isTooLong}
          wish={{ type: 'setArc', steps: [...steps] }}
          onSent={() => onChange(undefined)}
        >
          {words('lead-arc-save')}
        </WishButton>
        <Button onClick={() => onChange(undefined)}>{words('lead-never-mind')}</Button>
      </div>
    </>
  );
}

const FIRST_LENGTHS: Readonly<Record<StepLength['type'], StepLength>> = {
  open: { type: 'open' },
  minutes: { type: 'minutes', minutes: 10 },
  bars: { type: 'bars', bars: 16 },
};

function EditStep({
  step,
  onChange,
}: {
  readonly step: ArcStep;
  readonly onChange: (step: ArcStep) => void;
}) {
  const words = useWords();
  const { length } = step;
  return (
    <>
      <p className={styles.label}>{words(`lead-arc-step-${step.kind}`)}</p>
      <ChoiceCards<StepLength['type']>
        legend={words('lead-arc-length')}
        look="row"
        value={length.type}
        onChange={(type) => onChange({ ...step, length: FIRST_LENGTHS[type] })}
        choices={(['open', 'minutes', 'bars'] as const).map((type) => ({
          value: type,
          label: words(`lead-arc-length-${type}`),
        }))}
      />
      {length.type === 'minutes' && (
        <Stepper
          label={words('lead-arc-length-minutes')}
          value={length.minutes}
          min={1}
          max={MAX_STEP_MINUTES}
          onChange={(minutes) => onChange({ ...step, length: { type: 'minutes', minutes } })}
          lessLabel={words('lead-arc-shorter')}
          moreLabel={words('lead-arc-longer')}
        />
      )}
      {length.type === 'bars' && (
        <Stepper
          label={words('lead-arc-length-bars')}
          value={length.bars}
          min={1}
          max={MAX_STEP_BARS}
          step={4}
          onChange={(bars) => onChange({ ...step, length: { type: 'bars', bars } })}
          lessLabel={words('lead-arc-shorter')}
          moreLabel={words('lead-arc-longer')}
        />
      )}
      <TextField
        label={words('lead-arc-sentence')}
        hint={words('lead-arc-sentence-hint')}
        value={step.sentence}
        onChange={(sentence) => onChange({ ...step, sentence })}
        problem={graphemes(step.sentence) > MAX_SENTENCE_GRAPHEMES ? words('refusal-textTooLong') : ''}
      />
    </>
  );
}

/** What the group wants from its music, in its own words; everyone can read it. */
function Goals({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const [goals, setGoals] = useState(lead.room.goals);
  const isTooLong = graphemes(goals) > MAX_GOALS_GRAPHEMES;
  return (
    <section className={styles.part}>
      <TextArea
        label={words('lead-goals-title')}
        hint={words('lead-goals-hint')}
        value={goals}
        onChange={setGoals}
        problem={isTooLong ? words('refusal-textTooLong') : ''}
      />
      <WishButton
        lead={lead}
        icon="check"
        isPointless={isTooLong || goals === lead.room.goals}
        wish={{ type: 'setGoals', goals }}
      >
        {words('lead-goals-save')}
      </WishButton>
    </section>
  );
}
