import { type Lead, isTheirs } from '../../panels/lead/lead.ts';
import { HushButton } from '../../panels/lead/loudness-page.tsx';
import { PulseButton, tempoStep, tempoToCome } from '../../panels/lead/tempo-page.tsx';
import { WishButton } from '../../panels/lead/wish-button.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './lead-foot.module.css';

/** What is used while playing, large and always at the same place: hush, the pulse, a little slower or faster. */
export function LeadFoot({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { room } = lead;
  return (
    <footer className={styles.foot}>
      <HushButton lead={lead} className={styles.hush} />
      <PulseButton lead={lead} />
      {isTheirs(lead, 'setTempo') && (
        <div className={styles.tempo}>
          <WishButton lead={lead} icon="minus" className={styles.step} wish={tempoStep(room, 'slower')}>
            <span className="heard-only">{words('lead-key-does-slower')}</span>
          </WishButton>
          <output className={styles.bpm}>
            <span aria-hidden="true">{tempoToCome(room)}</span>
            <span className="heard-only">{words('tempo-value', { bpm: tempoToCome(room) })}</span>
          </output>
          <WishButton lead={lead} icon="plus" className={styles.step} wish={tempoStep(room, 'faster')}>
            <span className="heard-only">{words('lead-key-does-faster')}</span>
          </WishButton>
        </div>
      )}
    </footer>
  );
}
