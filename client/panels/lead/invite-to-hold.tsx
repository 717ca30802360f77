import { useState } from 'react';
import { CONTROLS, type Control } from '../../../shared/event/holding.ts';
import type { Member } from '../../../shared/room/state.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Switch } from '../../ui/control/switch.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { Lead } from './lead.ts';
import styles from './lead.module.css';
import { WishButton } from './wish-button.tsx';

const SPANS = ['good', '8', '16', '32', '64'] as const;
type Span = (typeof SPANS)[number];
export const barsOfSpan = (span: Span): number | null => (span === 'good' ? null : Number(span));

export interface InviteToHoldProps {
  readonly lead: Lead;
  readonly member: Member;
  /** Chosen to begin with; all of them unless told. */
  readonly controls?: readonly Control[];
  readonly onDone: () => void;
}

/** Asks someone to hold all or some of the controls, for good or for some bars. They can say no, and give them back. */
export function InviteToHold({ lead, member, controls = CONTROLS, onDone }: InviteToHoldProps) {
  const words = useWords();
  const { nameOf } = useNames();
  const [chosen, setChosen] = useState<readonly Control[]>(controls);
  const [span, setSpan] = useState<Span>('good');
  const has = (control: Control) => chosen.includes(control);
  return (
    <>
      <h3>{words('lead-invite-hold-ask', { name: nameOf(member) })}</h3>
      <p className={styles.hint}>{words('lead-invite-free')}</p>
      <div className={styles.switches}>
        {CONTROLS.map((control) => (
          <Switch
            key={control}
            label={words(`lead-control-${control}`)}
            isOn={has(control)}
            onChange={(isOn) =>
              setChosen(CONTROLS.filter((one) => (one === control ? isOn : chosen.includes(one))))
            }
          />
        ))}
      </div>
      <ChoiceCards<Span>
        legend={words('lead-invite-hold-span')}
        look="row"
        value={span}
        onChange={setSpan}
        choices={SPANS.map((value) => ({
          value,
          label: value === 'good' ? words('lead-for-good') : words('lead-bars', { bars: Number(value) }),
        }))}
      />
      <div className={styles.stack}>
        <WishButton
          lead={lead}
          kind="primary"
          size="l"
          icon="share"
          isPointless={chosen.length === 0}
          wish={{ type: 'inviteToHold', member: member.id, controls: [...chosen], bars: barsOfSpan(span) }}
          onSent={onDone}
        >
          {words('lead-invite-send')}
        </WishButton>
        <Button onClick={onDone}>{words('lead-never-mind')}</Button>
      </div>
    </>
  );
}
