import { useCallback, useState } from 'react';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { go } from '../../hooks/use-route.ts';
import { newPlanId } from '../../session/staff-client.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { FIRST_PLAN } from './first-plan.ts';
import { KeepPlan } from './keep-plan.tsx';
import { OpenRoom } from './open-room.tsx';
import type { StepIn } from './step-in.ts';
import type { PlannedProps } from './use-plan.ts';

export interface PlanPageProps {
  /** A kept plan; undefined for a new one. */
  readonly id: string | undefined;
  /** To open a room with it, or to have it for later. */
  readonly isForNow: boolean;
  readonly onStepIn: StepIn;
}

/** A plan, new or kept, for now or for later. */
export function PlanPage({ id, ...props }: PlanPageProps) {
  const [fresh] = useState(newPlanId);
  if (id === undefined) return <Planned {...props} id={fresh} plan={FIRST_PLAN} isKept={false} />;
  return <KeptPlanPage {...props} id={id} />;
}

function KeptPlanPage({ id, ...props }: PlanPageProps & { readonly id: string }) {
  const words = useWords();
  const { client } = useStaff();
  const { answer, again } = useAnswer(useCallback(() => client.plans(), [client]));
  if (answer === undefined) return <Waiting title={words('wait-page')} />;
  if (answer.type !== 'granted') return <Unreachable onAgain={again} />;
  const kept = answer.value.plans.find((one) => one.id === id);
  if (kept) return <Planned {...props} id={id} plan={kept.plan} isKept />;
  return (
    <Page
      title={words('plan-gone-title')}
      text={words('plan-gone-text')}
      foot={
        <Button kind="primary" size="l" icon="back" onClick={() => go({ type: 'staff' }, 'replace')}>
          {words('to-home')}
        </Button>
      }
    />
  );
}

function Planned({ isForNow, onStepIn, ...planned }: PlannedProps & Omit<PlanPageProps, 'id'>) {
  return isForNow ? <OpenRoom {...planned} onStepIn={onStepIn} /> : <KeepPlan {...planned} />;
}
