import { useWords } from '../../words/use-words.tsx';
import { Button } from '../../ui/control/button.tsx';
import styles from './arc-strip.module.css';
import { nextStep, stepNow, timeInStep } from './arc-words.ts';
import { isTheirs, type Lead, roomMsOf } from './lead.ts';
import { WishButton } from './wish-button.tsx';

/** The course along the top: a stone for each step, the present one with its sentence, and the next with one tap. */
export function ArcStrip({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { arc, title } = lead.room;
  const name = title === '' ? words('room-untitled') : title;
  if (arc.steps.length === 0) {
    return (
      <div className={styles.strip}>
        <p className={styles.name}>
          <strong>{name}</strong>
        </p>
        {isTheirs(lead, 'setArc') && (
          <Button kind="plain" icon="moment" className={styles.next} onClick={() => lead.onPage('arc')}>
            {words('lead-arc-make')}
          </Button>
        )}
      </div>
    );
  }
  const step = stepNow(lead.room);
  const next = nextStep(lead.room);
  const time = timeInStep(lead.room, roomMsOf(lead), words);
  return (
    <div className={styles.strip}>
      <button type="button" className={styles.course} onClick={() => lead.onPage('arc')}>
        <span className={styles.stones} aria-hidden="true">
          {arc.steps.map(({ kind }, place) => (
            <span
              // oxlint-disable-next-line react/no-array-index-key
              key={`${kind} ${place}`}
              className={styles.stone}
              data-when={
                arc.step === undefined || place > arc.step ? 'coming' : place === arc.step ? 'now' : 'gone'
              }
            />
          ))}
        </span>
        <span className={styles.now}>
          <strong>{step ? words(`lead-arc-step-${step.kind}`) : name}</strong>
          {time !== undefined && <span className={styles.time}>{time}</span>}
        </span>
      </button>
      {step && step.sentence !== '' && <p className={styles.sentence}>{step.sentence}</p>}
      {next && (
        <WishButton lead={lead} icon="forward" className={styles.next} wish={next.wish}>
          {words(step ? 'lead-arc-next' : 'lead-arc-begin', {
            step: words(`lead-arc-step-${next.step.kind}`),
          })}
        </WishButton>
      )}
    </div>
  );
}
