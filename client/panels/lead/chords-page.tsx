import { useState } from 'react';
import { MAX_CHORD_STEPS, MAX_TURN_BARS } from '../../../shared/base/limits.ts';
import { type ChordStep, type Chord, stepInBar } from '../../../shared/music/chord.ts';
import type { Frame } from '../../../shared/music/frame.ts';
import {
  CHORD_NAMES,
  chordChoices,
  chordNameOf,
  isSameSequence,
  SEQUENCE_NAMES,
  sequenceOf,
} from '../../../shared/music/frame-preset.ts';
import { pitchClass } from '../../../shared/music/pitch-class.ts';
import { barAt } from '../../../shared/time/metre-map.ts';
import { Button } from '../../ui/control/button.tsx';
import { Stepper } from '../../ui/control/stepper.tsx';
import type { Speech } from '../../words/speech.ts';
import { useWords } from '../../words/use-words.tsx';
import { NOTE_IDS } from '../pitch-name.ts';
import { type Lead } from './lead.ts';
import styles from './lead.module.css';
import { frameToCome } from './music-page.tsx';
import { WishButton } from './wish-button.tsx';

const SUFFIX = { major: '', minor: 'm', fifth: '5', suspended: 'sus4', dominant: '7' } as const;

/** A chord as a guitarist reads it: "D", "Em", "A7". */
export const chordSign = (frame: Pick<Frame, 'tonic'>, { root, kind }: Chord, words: Speech): string =>
  `${words(NOTE_IDS[pitchClass(frame.tonic + root)] ?? 'tonic-0')}${SUFFIX[kind]}`;

/** A chord by where it leads; one that is not on offer over the scale only by its sign. */
export function chordWord(frame: Frame, chord: Chord, words: Speech): string {
  const name = chordNameOf(frame.scale, chord);
  return name ? words(`lead-chord-${name}`) : chordSign(frame, chord, words);
}

/** A word as it stands in a sentence: only the first of them large. */
const asIn = (word: string, place: number) => (place === 0 ? word : word.toLocaleLowerCase());

/** The chord that holds at a beat, and its place in the sequence; undefined where the scale itself is enough. */
export function chordAt({ room, now, beat }: Pick<Lead, 'room' | 'now' | 'beat'>): ChordStep | undefined {
  const { chords } = now.frame;
  if (!chords || chords.length === 0) return undefined;
  const begun = room.frames.findLast(({ frame }) => frame === now.frame)?.from ?? beat;
  return stepInBar(chords, barAt(room.metre, beat) - barAt(room.metre, begun));
}

/** A sequence of chords that goes round: a few ways that are known to work, or put together chord by chord. */
export function ChordsPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const frame = frameToCome(lead);
  const set = frame.chords ?? [];
  const [steps, setSteps] = useState<readonly ChordStep[]>(set);
  const [bars, setBars] = useState(set[0]?.bars ?? 1);
  const sounding = chordAt(lead);
  return (
    <>
      <p className={styles.hint}>{words('lead-chords-text')}</p>
      {sounding && (
        <output>
          {words('lead-chords-now', {
            chord: chordWord(lead.now.frame, sounding, words),
            sign: chordSign(lead.now.frame, sounding, words),
          })}
        </output>
      )}
      <Stepper
        label={words('lead-chords-bars')}
        value={bars}
        min={1}
        max={MAX_TURN_BARS}
        onChange={setBars}
        lessLabel={words('lead-fewer-bars')}
        moreLabel={words('lead-more-bars')}
      />
      <section className={styles.part}>
        <h3>{words('lead-chords-ways')}</h3>
        <div className={styles.stack}>
          {SEQUENCE_NAMES.map((name) => {
            const way = sequenceOf(name, frame.scale, bars);
            return (
              way && (
                <Button key={name} className={styles.wide} onClick={() => setSteps(way)}>
                  {way.map((step, place) => asIn(chordWord(frame, step, words), place)).join(', ')}
                  <span className={styles.sign}>
                    {' '}
                    {way.map((step) => chordSign(frame, step, words)).join(' ')}
                  </span>
                </Button>
              )
            );
          })}
        </div>
      </section>
      <section className={styles.part}>
        <h3>{words('lead-chords-add')}</h3>
        <div className={styles.chips}>
          {CHORD_NAMES.map((name) => {
            const chord = chordChoices(frame.scale)[name];
            return (
              chord && (
                <Button
                  key={name}
                  className={styles.chip}
                  isResting={steps.length >= MAX_CHORD_STEPS}
                  onClick={() => setSteps([...steps, { ...chord, bars }])}
                >
                  {words(`lead-chord-${name}`)}
                  <span className={styles.sign}> {chordSign(frame, chord, words)}</span>
                </Button>
              )
            );
          })}
        </div>
      </section>
      <Sequence frame={frame} steps={steps} onChange={setSteps} />
      <div className={styles.stack}>
        <WishButton
          lead={lead}
          kind="primary"
          size="l"
          icon="check"
          isPointless={steps.length === 0 || isSameSequence(steps, set)}
          wish={{ type: 'setFrame', frame: { ...frame, chords: [...steps] } }}
        >
          {words('lead-chords-set')}
        </WishButton>
        {set.length > 0 && (
          <WishButton
            lead={lead}
            icon="clear"
            wish={{ type: 'setFrame', frame: withoutChords(frame) }}
            onSent={() => setSteps([])}
          >
            {words('lead-chords-none')}
          </WishButton>
        )}
      </div>
    </>
  );
}

export const withoutChords = ({ tonic, scale, feel }: Frame): Frame => ({ tonic, scale, feel });

interface SequenceProps {
  readonly frame: Frame;
  readonly steps: readonly ChordStep[];
  readonly onChange: (steps: readonly ChordStep[]) => void;
}

/** What is put together so far; a touch takes a chord out again. */
function Sequence({ frame, steps, onChange }: SequenceProps) {
  const words = useWords();
  if (steps.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{words('lead-chords-yours')}</h3>
      <ol className={styles.sequence}>
        {steps.map((step, place) => (
          // A place in the sequence is what it is: the same chord may stand there twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <button
              type="button"
              className={styles.beadButton}
              onClick={() => onChange(steps.filter((_, index) => index !== place))}
            >
              <strong>{chordSign(frame, step, words)}</strong>
              <span>{chordWord(frame, step, words)}</span>
              <span className={styles.facts}>{words('lead-bars', { bars: step.bars })}</span>
              <span className="heard-only">{words('lead-chords-take-out')}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
