import { useState } from 'react';
import { MAX_BPM, MIN_BPM } from '../../../shared/base/limits.ts';
import { beats, bpm } from '../../../shared/base/units.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { bpmAt } from '../../../shared/time/tempo-map.ts';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { useWords } from '../../words/use-words.tsx';
import { MetreChoice } from '../metre-choice.tsx';
import { TempoChoice } from '../tempo-choice.tsx';
import { isTheirs, type Lead, type LeadWish, may } from './lead.ts';
import styles from './lead.module.css';
import { WishButton } from './wish-button.tsx';

const GLIDES = ['0', '2', '4', '8', '16'] as const;
type Glide = (typeof GLIDES)[number];

/** A step that is felt and startles nobody (guess), reached over a bar. */
const STEP_BPM = 4;
const STEP_BARS = 1;

/** The tempo the room will rest at when what is set has come. */
export const tempoToCome = ({ tempo }: Pick<RoomState, 'tempo'>): number =>
  Math.round(bpmAt(tempo, beats(1e9)));

/** A little slower or faster than what was asked for last, so that quick taps add up. */
export function tempoStep(room: Pick<RoomState, 'tempo'>, way: 'slower' | 'faster'): LeadWish {
  const wanted = tempoToCome(room) + (way === 'faster' ? STEP_BPM : -STEP_BPM);
  return {
    type: 'setTempo',
    bpm: bpm(Math.min(MAX_BPM, Math.max(MIN_BPM, wanted))),
    glideBars: STEP_BARS,
  };
}

/** A tempo is made ready first and then set, at once or over some bars: it is never dragged along while one looks for it. */
export function TempoPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { session, room, now } = lead;
  const [wanted, setWanted] = useState<number>(() => tempoToCome(room));
  const [glide, setGlide] = useState<Glide>('0');
  const metre = room.metre.segments.at(-1)?.metre ?? now.metre;
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
      <WishButton
        lead={lead}
        kind="primary"
        size="l"
        icon="check"
        wish={{ type: 'setTempo', bpm: bpm(wanted), glideBars: Number(glide) }}
      >
        {words('tempo-set')}
      </WishButton>
      <PulsePart lead={lead} />
      {isTheirs(lead, 'setMetre') && (
        <MetreChoice
          metre={metre}
          onChange={(next) => may(lead, 'setMetre') && session.wish({ type: 'setMetre', metre: next })}
        />
      )}
    </>
  );
}

const PULSE_WORDS = {
  still: 'pulse-still',
  awaited: 'pulse-awaited',
  countIn: 'pulse-countIn',
  going: 'pulse-going',
  ending: 'pulse-ending',
} as const;

/** Start with a count-in once all are ready; stop the pulse alone; or a pause, in which all grow silent with it. */
function PulsePart({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  return (
    <section className={styles.part}>
      <output>{words(PULSE_WORDS[lead.now.pulse])}</output>
      <div className={styles.acts}>
        <PulseButton lead={lead} />
        <PauseButton lead={lead} />
      </div>
      <p className={styles.hint}>{words('lead-pause-hint')}</p>
    </section>
  );
}

export const isPulseStill = ({ now }: Pick<Lead, 'now'>) => now.pulse === 'still' || now.pulse === 'ending';

export function PulseButton({ lead, kind }: { readonly lead: Lead; readonly kind?: 'round' }) {
  const words = useWords();
  const isStill = isPulseStill(lead);
  return (
    <WishButton
      lead={lead}
      kind={kind ?? (isStill ? 'primary' : 'quiet')}
      icon={isStill ? 'play' : 'stop'}
      wish={{ type: isStill ? 'startPulse' : 'stopPulse' }}
    >
      {words(isStill ? 'pulse-start' : 'pulse-stop')}
    </WishButton>
  );
}

export function PauseButton({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  return (
    <WishButton lead={lead} icon="pause" wish={{ type: 'pause' }} isPointless={isPulseStill(lead)}>
      {words('lead-pause')}
    </WishButton>
  );
}
