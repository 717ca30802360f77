import { useState } from 'react';
import { go } from '../../hooks/use-route.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { PlanForm } from './plan-form.tsx';
import { type Trouble, useTroubleWords } from './trouble.ts';
import { type PlannedProps, usePlan } from './use-plan.ts';

/** A plan for later: written, kept, and found again at home. */
export function KeepPlan({ id, plan: first, isKept: isOld }: PlannedProps) {
  const words = useWords();
  const say = useTroubleWords();
  const { plan, change, isKept, isKeeping, keep } = usePlan(id, first, isOld);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isLeaving, setLeaving] = useState(false);
  const isUntouched = isKept || plan === first;
  const home = () => go({ type: 'staff' });
  const keepAndGo = async () => {
    const came = await keep();
    setLeaving(false);
    setTrouble(came);
    if (came === undefined) home();
  };
  return (
    <Page
      mark="none"
      title={words(isOld ? 'plan-change-title' : 'plan-new')}
      text={words('plan-text')}
      onBack={() => (isUntouched ? home() : setLeaving(true))}
      foot={
        <Button kind="primary" size="l" icon="keep" isResting={isKeeping} onClick={() => void keepAndGo()}>
          {words('plan-keep')}
        </Button>
      }
    >
      <PlanForm plan={plan} onChange={change} showsAll />
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
      <Dialog
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        title={words('plan-leave-title')}
        closeLabel={words('close')}
        actions={
          <>
            <Button onClick={home}>{words('plan-leave-go')}</Button>
            <Button kind="primary" icon="keep" onClick={() => void keepAndGo()}>
              {words('plan-keep')}
            </Button>
          </>
        }
      >
        <p>{words('plan-leave-text')}</p>
      </Dialog>
    </Page>
  );
}
