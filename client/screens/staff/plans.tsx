import { useCallback, useState } from 'react';
import { cleanTitle } from '../../../shared/base/text.ts';
import type { KeptPlan } from '../../../shared/wire/account.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { go } from '../../hooks/use-route.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { newPlanId } from '../../session/staff-client.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { useCourseLine } from './plan-course.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** The plans someone has kept: to use, change, copy or delete. A deleted one can be taken back at once. */
export function Plans() {
  const words = useWords();
  const say = useTroubleWords();
  const { client } = useStaff();
  const { answer, again } = useAnswer(useCallback(() => client.plans(), [client]));
  const [changed, setChanged] = useState<readonly KeptPlan[]>();
  const [deleted, setDeleted] = useState<KeptPlan>();
  const [trouble, setTrouble] = useState<Trouble>();
  const plans = changed ?? (answer?.type === 'granted' ? answer.value.plans : []);
  const titleOf = ({ plan }: KeptPlan) => (plan.title === '' ? words('plan-untitled') : plan.title);

  const keep = async (id: string, plan: KeptPlan['plan']) => {
    const kept = await client.keepPlan(id, plan);
    setTrouble(troubleOf(kept));
    if (kept.type !== 'granted') return;
    setDeleted(undefined);
    setChanged([kept.value, ...plans.filter((one) => one.id !== id)]);
  };
  const copy = (one: KeptPlan) => {
    const title = cleanTitle(words('plan-copy-title', { title: titleOf(one) }));
    // A title that would grow too long is copied as it is.
    return keep(newPlanId(), title.type === 'granted' ? { ...one.plan, title: title.value } : one.plan);
  };
  const remove = async (one: KeptPlan) => {
    const gone = await client.deletePlan(one.id);
    setTrouble(troubleOf(gone));
    if (gone.type !== 'granted') return;
    setDeleted(one);
    setChanged(plans.filter(({ id }) => id !== one.id));
  };

  return (
    <section className={styles.section} aria-labelledby="plans">
      <div className={styles.line}>
        <h2 id="plans">{words('plans-title')}</h2>
        <Button icon="plus" onClick={() => go({ type: 'plan', plan: undefined })}>
          {words('plan-new')}
        </Button>
      </div>
      {answer?.type === 'unreachable' && (
        <Notice actions={<Button onClick={again}>{words('try-again')}</Button>}>
          {words('staff-unreachable')}
        </Notice>
      )}
      {answer?.type === 'granted' && plans.length === 0 && (
        <p className={styles.soft}>{words('plans-none')}</p>
      )}
      {deleted && (
        <Notice
          actions={
            <Button icon="undo" onClick={() => void keep(deleted.id, deleted.plan)}>
              {words('plan-take-back')}
            </Button>
          }
        >
          {words('plan-deleted', { title: titleOf(deleted) })}
        </Notice>
      )}
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
      <ul className={styles.list}>
        {plans.map((one) => (
          <li key={one.id}>
            <PlanCard
              kept={one}
              title={titleOf(one)}
              onCopy={() => void copy(one)}
              onDelete={() => void remove(one)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlanCardProps {
  readonly kept: KeptPlan;
  readonly title: string;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
}

function PlanCard({ kept: { id, plan }, title, onCopy, onDelete }: PlanCardProps) {
  const words = useWords();
  const line = [
    words(`place-${plan.place}`),
    words('tempo-value', { bpm: plan.bpm }),
    useCourseLine()(plan.arc),
  ];
  return (
    <article className={styles.card} aria-label={title}>
      <div className={styles.line}>
        <div className={styles.about}>
          <h3>{title}</h3>
          <p className={styles.soft}>{line.join(' · ')}</p>
        </div>
        <Button icon="door" onClick={() => go({ type: 'open', plan: id })}>
          {words('plan-use')}
        </Button>
      </div>
      <div className={styles.small}>
        <Button kind="plain" icon="pen" onClick={() => go({ type: 'plan', plan: id })}>
          {words('plan-change')}
        </Button>
        <Button kind="plain" icon="copy" onClick={onCopy}>
          {words('plan-copy')}
        </Button>
        <Button kind="plain" icon="clear" onClick={onDelete}>
          {words('plan-delete')}
        </Button>
      </div>
    </article>
  );
}
