import { useRef } from 'react';
import { MAX_BPM, MIN_BPM } from '../../shared/base/limits.ts';
import { Button } from '../ui/control/button.tsx';
import { Stepper } from '../ui/control/stepper.tsx';
import { useWords } from '../words/use-words.tsx';
import { type TapTempo, withTempoTap } from './tap-tempo.ts';
import styles from './choices.module.css';

export interface TempoChoiceProps {
  readonly bpm: number;
  readonly onChange: (bpm: number) => void;
}

/** A tempo by steps of two, or tapped. */
export function TempoChoice({ bpm, onChange }: TempoChoiceProps) {
  const words = useWords();
  const taps = useRef<TapTempo>({ taps: [], bpm: undefined });
  const tap = (atMs: number) => {
    taps.current = withTempoTap(taps.current, atMs);
    if (taps.current.bpm !== undefined) onChange(taps.current.bpm);
  };
  return (
    <div className={styles.choice}>
      <Stepper
        label={words('tempo')}
        value={Math.round(bpm)}
        min={MIN_BPM}
        max={MAX_BPM}
        step={2}
        onChange={onChange}
        lessLabel={words('tempo-slower')}
        moreLabel={words('tempo-faster')}
      />
      <div className={styles.beside}>
        <span className={styles.hint}>{words('tempo-tap-hint')}</span>
        <Button
          icon="hand"
          onPointerDown={(event) => tap(event.timeStamp)}
          // A key or a switch gives no pointer: its click is the tap.
          onClick={(event) => event.detail === 0 && tap(event.timeStamp)}
        >
          {words('tempo-tap')}
        </Button>
      </div>
    </div>
  );
}
