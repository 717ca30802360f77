import { useEffect, useState } from 'react';
import { cleanName } from '../../../shared/base/text.ts';
import { cleanPlan } from '../../../shared/event/plan.ts';
import type { Opened } from '../../../shared/wire/door.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { go } from '../../hooks/use-route.ts';
import { useMe, useStaff } from '../../hooks/use-staff.ts';
import { ShapeChoice } from '../../panels/shape-choice.tsx';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { PART_SHAPES, type PartShape } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { KeepChoice } from '../join/keep-choice.tsx';
import { Page } from '../page.tsx';
import { OpenedRoom } from '../start/opened-room.tsx';
import { PlanForm } from './plan-form.tsx';
import styles from './staff.module.css';
import type { StepIn } from './step-in.ts';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';
import { type PlannedProps, usePlan } from './use-plan.ts';

export interface OpenRoomProps extends PlannedProps {
  readonly onStepIn: StepIn;
}

/** Opens a room. Everything has a good default: the one button at the foot is enough. */
export function OpenRoom({ id, plan: first, isKept: isOld, onStepIn }: OpenRoomProps) {
  const words = useWords();
  const say = useTroubleWords();
  const { chance, loadSound } = useHouse();
  const { client } = useStaff();
  const { displayName } = useMe();
  const { plan, change, isKept, isKeeping, keep } = usePlan(id, first, isOld);
  const [you, setYou] = useState<You>(() => ({
    name: displayName,
    shape: PART_SHAPES[Math.floor(chance() * PART_SHAPES.length)] ?? 'circle',
    isKept: false,
  }));
  const [trouble, setTrouble] = useState<Trouble>();
  const [isOpening, setOpening] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => void loadSound().catch(() => undefined), [loadSound]);

  const open = async () => {
    const problem = problemOf(plan, you.name);
    setTrouble(problem);
    if (problem !== undefined || isOpening) return;
    setOpening(true);
    const named = you.name.trim() === '' ? {} : { name: you.name };
    const newcomer = { ...named, shape: you.shape, role: 'player', isKept: you.isKept } as const;
    const answer = await client.openRoom({ plan, newcomer });
    setOpening(false);
    if (answer.type === 'granted') setOpened(answer.value);
    else setTrouble(troubleOf(answer));
  };

  if (opened) {
    return (
      <OpenedRoom opened={opened} onStepIn={(sound) => onStepIn(opened, sound, { invite: opened.invite })} />
    );
  }
  return (
    <Page
      mark="none"
      title={words('open-title')}
      text={words('open-text')}
      onBack={() => go({ type: 'staff' })}
      foot={
        <>
          <Button
            size="l"
            icon={isKept ? 'check' : 'keep'}
            isResting={isKept || isKeeping}
            onClick={() => void keep().then(setTrouble)}
          >
            {words(isKept ? 'plan-kept' : 'plan-keep-for-later')}
          </Button>
          <Button kind="primary" size="l" icon="door" isResting={isOpening} onClick={() => void open()}>
            {words(isOpening ? 'open-going' : 'open-go')}
          </Button>
        </>
      }
    >
      <PlanForm plan={plan} onChange={change} showsAll={isOld} />
      <YouSection you={you} onChange={setYou} />
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
    </Page>
  );
}

/** As whom the facilitator sits in the circle. */
interface You {
  readonly name: string;
  readonly shape: PartShape;
  readonly isKept: boolean;
}

function YouSection({ you, onChange }: { readonly you: You; readonly onChange: (you: You) => void }) {
  const words = useWords();
  return (
    <section className={styles.section} aria-labelledby="you">
      <h2 id="you">{words('plan-you')}</h2>
      <TextField
        label={words('join-name')}
        hint={words('join-name-hint')}
        value={you.name}
        onChange={(name) => onChange({ ...you, name })}
        autoComplete="given-name"
      />
      <ShapeChoice shape={you.shape} onChange={(shape) => onChange({ ...you, shape })} />
      <KeepChoice isKept={you.isKept} onChange={(isKept) => onChange({ ...you, isKept })} />
    </section>
  );
}

function problemOf(plan: Parameters<typeof cleanPlan>[0], name: string): Trouble | undefined {
  const checked = [cleanPlan(plan), ...(name.trim() === '' ? [] : [cleanName(name)])];
  const refused = checked.find((one) => one.type === 'refused');
  return refused?.type === 'refused' ? refused.reason : undefined;
}
