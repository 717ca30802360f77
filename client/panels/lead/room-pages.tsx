import { useCallback } from 'react';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { type EchoChoice, echoChoices, echoSentence } from '../echo-words.ts';
import { Invitation } from '../invitation.tsx';
import { type Lead, may } from './lead.ts';
import styles from './lead.module.css';
import { WishButton } from './wish-button.tsx';

/** What lets others in: code, link and square. */
export function InvitePage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { door } = useHouse();
  const { sessionId } = lead;
  const { answer, again } = useAnswer(useCallback(() => door.door(sessionId), [door, sessionId]));
  if (answer === undefined) return <output>{words('invite-looking')}</output>;
  if (answer.type === 'granted') {
    return <Invitation code={answer.value.code} invite={answer.value.invite} />;
  }
  return (
    <Notice tone="caution" actions={<Button onClick={again}>{words('try-again')}</Button>}>
      {answer.type === 'refused' ? words(`refusal-${answer.reason}`) : words('unreachable')}
    </Notice>
  );
}

export function EchoPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { session, room, now } = lead;
  const fixed: EchoChoice = now.echo.type === 'live' ? 'live' : now.echo.name;
  const mayFix = may(lead, 'fixEcho');
  return (
    <>
      <output>{words(echoSentence(now.echo, now.metre))}</output>
      <ChoiceCards<EchoChoice>
        legend={words('echo-choose')}
        value={room.isEchoFixed ? fixed : 'auto'}
        onChange={(echo) => session.wish({ type: 'fixEcho', echo })}
        choices={echoChoices(now.metre).map(({ value, label }) => ({
          value,
          label: words(label),
          isResting: !mayFix,
          ...(value === 'auto' ? { hint: words('echo-auto') } : {}),
        }))}
      />
    </>
  );
}

export function CompanyPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const isHere = lead.room.isCompanyInvited;
  return (
    <>
      <p>{words('company-text')}</p>
      <WishButton
        lead={lead}
        kind={isHere ? 'quiet' : 'primary'}
        size="l"
        icon={isHere ? 'leave' : 'people'}
        wish={{ type: isHere ? 'sendCompanyHome' : 'inviteCompany' }}
      >
        {words(isHere ? 'company-home' : 'company-invite')}
      </WishButton>
    </>
  );
}

export function ClosePage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  return (
    <>
      <h3>{words('close-ask')}</h3>
      <p>{words('close-text')}</p>
      <p className={styles.hint}>{words('close-ask-text')}</p>
      <div className={styles.stack}>
        <Button onClick={lead.onBack}>{words('close-no')}</Button>
        <WishButton lead={lead} kind="primary" icon="ending" wish={{ type: 'closeRoom' }}>
          {words('close-yes')}
        </WishButton>
      </div>
    </>
  );
}
