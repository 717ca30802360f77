import { useCallback, useState } from 'react';
import { bpm } from '../../shared/base/units.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useHouse } from '../hooks/use-house.ts';
import { Button } from '../ui/control/button.tsx';
import { ChoiceCards } from '../ui/control/choice-cards.tsx';
import { Notice } from '../ui/control/notice.tsx';
import { useWords } from '../words/use-words.tsx';
import { type EchoChoice, echoChoices, echoSentence } from './echo-words.ts';
import { FrameChoice } from './frame-choice.tsx';
import { Invitation } from './invitation.tsx';
import { MetreChoice } from './metre-choice.tsx';
import type { Lead } from './lead.ts';
import styles from './lead-room.module.css';
import { TempoChoice } from './tempo-choice.tsx';

/** The pages of leading the room, one for each thing. What is changed here holds from a coming bar line on. */
const GLIDES = ['0', '2', '4', '8', '16'] as const;
type Glide = (typeof GLIDES)[number];

/** A tempo is made ready first and then set, at once or over some bars: it is never dragged along while one looks for it. */
export function LeadTempo({ session, now }: Lead) {
  const words = useWords();
  const [wanted, setWanted] = useState<number>(now.bpm);
  const [glide, setGlide] = useState<Glide>('0');
  return (
    <>
      <TempoChoice bpm={wanted} onChange={setWanted} />
      <ChoiceCards<Glide>
        legend={words('glide-over')}
        look="row"
        value={glide}
        onChange={setGlide}
        choices={GLIDES.map((bars) => ({
          value: bars,
          label: bars === '0' ? words('glide-at-once') : words('glide-bars', { bars: Number(bars) }),
        }))}
      />
      <output className={styles.hint}>{words('tempo-now', { bpm: now.bpm })}</output>
      <Button
        kind="primary"
        size="l"
        icon="check"
        onClick={() => session.wish({ type: 'setTempo', bpm: bpm(wanted), glideBars: Number(glide) })}
      >
        {words('tempo-set')}
      </Button>
    </>
  );
}

/** Mood, home note, feel and metre hold from the next bar on, as soon as they are touched. */
export function LeadMusic({ session, room, now }: Lead) {
  const words = useWords();
  const frame = room.frames.at(-1)?.frame ?? now.frame;
  const metre = room.metre.segments.at(-1)?.metre ?? now.metre;
  return (
    <>
      <p className={styles.hint}>{words('lead-music-coming')}</p>
      <FrameChoice frame={frame} onChange={(next) => session.wish({ type: 'setFrame', frame: next })} />
      <MetreChoice metre={metre} onChange={(next) => session.wish({ type: 'setMetre', metre: next })} />
    </>
  );
}

export function LeadEcho({ session, room, now }: Lead) {
  const words = useWords();
  const fixed: EchoChoice = now.echo.type === 'live' ? 'live' : now.echo.name;
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
          ...(value === 'auto' ? { hint: words('echo-auto') } : {}),
        }))}
      />
    </>
  );
}

export function LeadCompany({ session, room }: Lead) {
  const words = useWords();
  const isHere = room.isCompanyInvited;
  return (
    <>
      <p>{words('company-text')}</p>
      <Button
        kind={isHere ? 'quiet' : 'primary'}
        size="l"
        icon={isHere ? 'leave' : 'people'}
        onClick={() => session.wish({ type: isHere ? 'sendCompanyHome' : 'inviteCompany' })}
      >
        {words(isHere ? 'company-home' : 'company-invite')}
      </Button>
    </>
  );
}

export function LeadInvite({ sessionId }: Lead) {
  const words = useWords();
  const { door } = useHouse();
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

export function CloseRoom({ session, onBack }: Lead & { readonly onBack: () => void }) {
  const words = useWords();
  return (
    <>
      <h3>{words('close-ask')}</h3>
      <p>{words('close-text')}</p>
      <p className={styles.hint}>{words('close-ask-text')}</p>
      <div className={styles.buttons}>
        <Button onClick={onBack}>{words('close-no')}</Button>
        <Button kind="primary" icon="ending" onClick={() => session.wish({ type: 'closeRoom' })}>
          {words('close-yes')}
        </Button>
      </div>
    </>
  );
}
