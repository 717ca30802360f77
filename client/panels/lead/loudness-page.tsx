import { useState } from 'react';
import { isHushed } from '../../../shared/room/questions.ts';
import { levelAt, levelToCome } from '../../../shared/time/level-map.ts';
import { useNames } from '../../hooks/use-names.ts';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { useWords } from '../../words/use-words.tsx';
import { isTheirs, type Lead } from './lead.ts';
import styles from './lead.module.css';
import { PauseButton } from './tempo-page.tsx';
import { WishButton } from './wish-button.tsx';

const LEVELS = ['0.15', '0.4', '0.7', '1'] as const;
const LEVEL_WORDS = {
  '0.15': 'lead-swell-whisper',
  '0.4': 'lead-swell-soft',
  '0.7': 'lead-swell-middle',
  '1': 'lead-swell-full',
} as const;
const DENSITIES = ['0.15', '0.4', '0.7', '1'] as const;
const DENSITY_WORDS = {
  '0.15': 'lead-density-few',
  '0.4': 'lead-density-thin',
  '0.7': 'lead-density-some',
  '1': 'lead-density-all',
} as const;
const SPANS = ['1', '2', '4', '8', '16'] as const;
type Span = (typeof SPANS)[number];

/** How loud and how dense all are, reached over some bars; each part by itself; and the hush, which is at once. */
export function LoudnessPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { room, beat } = lead;
  const [span, setSpan] = useState<Span>('4');
  const bars = Number(span);
  const percent = (level: number) => ({ percent: Math.round(level * 100) });
  return (
    <>
      <div className={styles.acts}>
        <HushButton lead={lead} />
        <PauseButton lead={lead} />
      </div>
      <ChoiceCards<Span>
        legend={words('lead-swell-over')}
        look="row"
        value={span}
        onChange={setSpan}
        choices={SPANS.map((value) => ({ value, label: words('lead-bars', { bars: Number(value) }) }))}
      />
      <section className={styles.part}>
        <h3>{words('lead-swell-title')}</h3>
        <output className={styles.hint}>
          {words('lead-swell-now', percent(levelAt(room.loudness, beat)))}
        </output>
        <div className={styles.acts}>
          {LEVELS.map((level) => (
            <WishButton
              key={level}
              lead={lead}
              isPressed={levelToCome(room.loudness) === Number(level)}
              wish={{ type: 'swell', to: Number(level), bars }}
            >
              {words(LEVEL_WORDS[level])}
            </WishButton>
          ))}
        </div>
      </section>
      <section className={styles.part}>
        <h3>{words('lead-density-title')}</h3>
        <p className={styles.hint}>{words('lead-density-text')}</p>
        <div className={styles.acts}>
          {DENSITIES.map((density) => (
            <WishButton
              key={density}
              lead={lead}
              isPressed={levelToCome(room.density) === Number(density)}
              wish={{ type: 'setDensity', part: 'all', to: Number(density), bars }}
            >
              {words(DENSITY_WORDS[density])}
            </WishButton>
          ))}
        </div>
      </section>
      {isTheirs(lead, 'setDensity') && <Parts lead={lead} bars={bars} />}
    </>
  );
}

/** Each part by itself: brought in, or thinned out. */
function Parts({ lead, bars }: { readonly lead: Lead; readonly bars: number }) {
  const words = useWords();
  const { nameOf } = useNames();
  const players = lead.room.members.filter(({ role }) => role !== 'listener');
  return (
    <section className={styles.part}>
      <h3>{words('lead-density-parts')}</h3>
      <ul className={styles.plainList}>
        {players.map((member) => {
          const isThin = levelToCome(member.density) < 1;
          return (
            <li key={member.id} className={styles.between}>
              <span>{nameOf(member)}</span>
              <WishButton
                lead={lead}
                icon={isThin ? 'plus' : 'minus'}
                aria-label={words(isThin ? 'lead-density-bring-in-whom' : 'lead-density-thin-out-whom', {
                  name: nameOf(member),
                })}
                wish={{ type: 'setDensity', part: member.id, to: isThin ? 1 : 0.4, bars }}
              >
                {words(isThin ? 'lead-act-bringIn' : 'lead-act-thinOut')}
              </WishButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Silence for all, at once, and back again: always at the same place for whoever may. */
export function HushButton({
  lead,
  className,
}: {
  readonly lead: Lead;
  readonly className?: string | undefined;
}) {
  const words = useWords();
  const isQuiet = isHushed(lead.room);
  return (
    <WishButton
      lead={lead}
      size="l"
      icon={isQuiet ? 'sound' : 'quiet'}
      className={className}
      isPressed={isQuiet}
      wish={{ type: isQuiet ? 'liftHush' : 'hush' }}
    >
      {words(isQuiet ? 'lead-hush-lift' : 'lead-hush')}
    </WishButton>
  );
}
