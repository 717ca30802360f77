import { useState } from 'react';
import { mayStillCallOff } from '../../../shared/room/questions.ts';
import { barAt } from '../../../shared/time/metre-map.ts';
import { useNames } from '../../hooks/use-names.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import type { Speech } from '../../words/speech.ts';
import { useWords } from '../../words/use-words.tsx';
import { type Lead, roomMsOf } from './lead.ts';
import styles from './lead.module.css';
import { AskedTwice, WishButton } from './wish-button.tsx';

const LEADS = ['soon', '4', '8', '16', '32'] as const;
type LeadTime = (typeof LEADS)[number];
const CLOSES = ['2', '4', '8'] as const;
type Close = (typeof CLOSES)[number];

/** Where a coming end is: before it begins, on the way home, or at its last chord. */
export function endingWords({ room, beat }: Pick<Lead, 'room' | 'beat'>, words: Speech): string | undefined {
  const { ending, stoppedAt, metre } = room;
  if (stoppedAt !== undefined) return words('lead-ending-stopped');
  if (!ending) return undefined;
  const barsTo = (line: number) => Math.max(1, barAt(metre, ending.from) - barAt(metre, beat) + line);
  if (beat < ending.from) return words('lead-ending-in', { bars: barsTo(0) });
  if (beat < ending.until) {
    return words('lead-ending-closing', {
      bars: Math.max(1, barAt(metre, ending.until) - barAt(metre, beat)),
    });
  }
  return words('lead-ending-rings');
}

/** The end of the music: announced to all, come home to over some bars, and still to be called off until the last of them. */
export function EndingPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const isComing = lead.room.ending !== undefined || lead.room.stoppedAt !== undefined;
  return (
    <>
      {isComing ? <ComingEnd lead={lead} /> : <AnnounceEnd lead={lead} />}
      {lead.room.stoppedAt === undefined && (
        <section className={styles.part}>
          <p className={styles.hint}>{words('lead-stop-text')}</p>
          <AskedTwice
            lead={lead}
            icon="stop"
            wish={{ type: 'stopNow' }}
            label={words('lead-stop-now')}
            question={words('lead-stop-ask')}
          />
        </section>
      )}
    </>
  );
}

function AnnounceEnd({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const [leadTime, setLeadTime] = useState<LeadTime>('soon');
  const [close, setClose] = useState<Close>('4');
  return (
    <>
      <p>{words('lead-ending-text')}</p>
      <ChoiceCards<LeadTime>
        legend={words('lead-ending-lead')}
        look="row"
        value={leadTime}
        onChange={setLeadTime}
        choices={LEADS.map((value) => ({
          value,
          label:
            value === 'soon' ? words('lead-ending-soon') : words('lead-in-bars', { bars: Number(value) }),
        }))}
      />
      <ChoiceCards<Close>
        legend={words('lead-ending-close')}
        look="row"
        value={close}
        onChange={setClose}
        choices={CLOSES.map((value) => ({ value, label: words('lead-bars', { bars: Number(value) }) }))}
      />
      <WishButton
        lead={lead}
        kind="primary"
        size="l"
        icon="ending"
        wish={{
          type: 'announceEnding',
          leadBars: leadTime === 'soon' ? null : Number(leadTime),
          closeBars: Number(close),
        }}
      >
        {words('lead-ending-announce')}
      </WishButton>
    </>
  );
}

/** What comes, who asks for one more, and the way back while there is one. */
export function ComingEnd({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  const { room, passing } = lead;
  const by = room.ending && memberOf(room, room.ending.by);
  const oneMore = passing.signals.filter(({ signal }) => signal === 'oneMore').length;
  return (
    <>
      <p className={styles.large} role="status">
        {endingWords(lead, words)}
      </p>
      {by && <p className={styles.hint}>{words('lead-ending-by', { name: nameOf(by) })}</p>}
      {oneMore > 0 && <p>{words('lead-ending-one-more', { count: oneMore })}</p>}
      {room.ending && room.stoppedAt === undefined && (
        <WishButton
          lead={lead}
          size="l"
          icon="undo"
          isPointless={!mayStillCallOff(room, roomMsOf(lead))}
          wish={{ type: 'callOffEnding' }}
        >
          {words('lead-ending-call-off')}
        </WishButton>
      )}
    </>
  );
}
