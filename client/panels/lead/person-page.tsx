import { useState } from 'react';
import type { MemberId } from '../../../shared/base/ids.ts';
import { controlsOf } from '../../../shared/room/holding.ts';
import { isKept, memberOf } from '../../../shared/room/questions.ts';
import type { Member } from '../../../shared/room/state.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Button } from '../../ui/control/button.tsx';
import { Shape } from '../../ui/shape/shape.tsx';
import { useLanguage, useWords } from '../../words/use-words.tsx';
import { INSTRUMENT_ICONS } from '../instrument-families.ts';
import { InviteToHold } from './invite-to-hold.tsx';
import { isTheirs, type Lead } from './lead.ts';
import styles from './lead.module.css';
import { canBeInvited, canBeSentOut, soundActs } from './person-acts.ts';
import { heardWords, specialState } from './person-state.ts';
import { AskedTwice, WishButton } from './wish-button.tsx';

type Opened = 'instrument' | 'hold' | 'out' | undefined;

/** One person: how they are, and what may be done; asking comes first, sending out last. */
export function PersonPage({ lead, person }: { readonly lead: Lead; readonly person: MemberId }) {
  const words = useWords();
  const { nameOf } = useNames();
  const [opened, setOpened] = useState<Opened>();
  const member = memberOf(lead.room, person);
  if (!member) return <p>{words('lead-person-gone')}</p>;
  const name = nameOf(member);
  const close = () => setOpened(undefined);
  if (opened === 'instrument') return <InviteToInstrument lead={lead} member={member} onDone={close} />;
  if (opened === 'hold') return <InviteToHold lead={lead} member={member} onDone={close} />;
  if (opened === 'out') return <SendOut lead={lead} member={member} onDone={close} />;
  const mayAsk = canBeInvited(lead, member);
  return (
    <>
      <PersonHead lead={lead} member={member} />
      <div className={styles.acts}>
        {soundActs(lead, member).map(({ name: act, label, icon, wish, isPointless }) => (
          <WishButton key={act} lead={lead} icon={icon} wish={wish} isPointless={isPointless}>
            {words(label)}
          </WishButton>
        ))}
      </div>
      {soundActs(lead, member).some(({ name: act }) => act === 'softer') && (
        <p className={styles.hint}>{words('lead-act-soft-hint', { name })}</p>
      )}
      <div className={styles.stack}>
        {mayAsk && isTheirs(lead, 'inviteToInstrument') && (
          <Button icon={INSTRUMENT_ICONS[member.instrument]} onClick={() => setOpened('instrument')}>
            {words('lead-invite-instrument')}
          </Button>
        )}
        {mayAsk && isTheirs(lead, 'inviteToHold') && (
          <Button icon="share" onClick={() => setOpened('hold')}>
            {words('lead-invite-hold')}
          </Button>
        )}
        {canBeSentOut(lead, member) && (
          <Button icon="door" onClick={() => setOpened('out')}>
            {words('lead-act-put-at-door')}
          </Button>
        )}
      </div>
    </>
  );
}

function PersonHead({ lead, member }: { readonly lead: Lead; readonly member: Member }) {
  const words = useWords();
  const { language } = useLanguage();
  const held = controlsOf(lead.room, member.id);
  const makesSound = member.role !== 'listener';
  const facts = [
    member.isCompany && words('person-company'),
    member.role === 'facilitator' && words('role-facilitator'),
    makesSound && words(`instrument-${member.instrument}`),
    specialState(member, words) ?? heardWords(lead.heard.agoMs(member.id), words),
    makesSound && !member.isCompany && words(isKept(member) ? 'person-kept' : 'person-not-kept'),
  ].filter((fact) => fact !== false);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <div className={styles.personHead}>
      <Shape shape={member.shape} colour={member.colour} size="3rem" isHollow={member.presence !== 'here'} />
      <div>
        <p className={styles.facts}>{facts.join(' · ')}</p>
        {held.length > 0 && member.role !== 'facilitator' && (
          <p className={styles.facts}>
            {words('lead-person-holds', {
              what: list.format(held.map((control) => words(`lead-control-${control}`))),
            })}
          </p>
        )}
      </div>
    </div>
  );
}

interface StepProps {
  readonly lead: Lead;
  readonly member: Member;
  readonly onDone: () => void;
}

function InviteToInstrument({ lead, member, onDone }: StepProps) {
  const words = useWords();
  const { nameOf } = useNames();
  const others = lead.room.instruments.filter((id) => id !== member.instrument);
  return (
    <>
      <h3>{words('lead-invite-instrument-ask', { name: nameOf(member) })}</h3>
      <p className={styles.hint}>{words('lead-invite-free')}</p>
      <div className={styles.acts}>
        {others.map((instrument) => (
          <WishButton
            key={instrument}
            lead={lead}
            kind="round"
            className={styles.tile}
            icon={INSTRUMENT_ICONS[instrument]}
            wish={{ type: 'inviteToInstrument', member: member.id, instrument }}
            onSent={onDone}
          >
            {words(`instrument-${instrument}`)}
          </WishButton>
        ))}
      </div>
      <Button onClick={onDone}>{words('lead-never-mind')}</Button>
    </>
  );
}

/** Back at the door is offered before removing: they can be let in again, and are told so. */
function SendOut({ lead, member, onDone }: StepProps) {
  const words = useWords();
  const { nameOf } = useNames();
  const name = nameOf(member);
  return (
    <>
      <h3>{words('lead-put-at-door-ask', { name })}</h3>
      <p>{words('lead-put-at-door-text')}</p>
      <div className={styles.stack}>
        <Button size="l" onClick={onDone}>
          {words('lead-never-mind')}
        </Button>
        <WishButton
          lead={lead}
          kind="primary"
          icon="door"
          wish={{ type: 'putAtDoor', member: member.id }}
          onSent={lead.onBack}
        >
          {words('lead-act-put-at-door')}
        </WishButton>
      </div>
      <h3>{words('lead-remove-title')}</h3>
      <p className={styles.hint}>{words('lead-remove-text')}</p>
      <AskedTwice
        lead={lead}
        icon="leave"
        wish={{ type: 'remove', member: member.id }}
        label={words('lead-act-remove')}
        question={words('lead-remove-ask', { name })}
        onSent={lead.onBack}
      />
    </>
  );
}
