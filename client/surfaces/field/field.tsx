import { useMemo, useRef, useState } from 'react';
import type { Pitch } from '../../../shared/base/units.ts';
import { type Frame, isTonic } from '../../../shared/music/frame.ts';
import { INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';
import styles from '../surface.module.css';
import type { SurfaceProps } from '../touch.ts';
import { useHands } from '../use-hands.ts';
import type { Glide } from './field-map.ts';
import { playField } from './play-field.ts';

export interface FieldLabels {
  /** What this is: "A field for one voice". */
  readonly surface: string;
  /** A step's name, said as the slider moves: its note, or words such as "low" and "high". */
  readonly pitch: (pitch: Pitch) => string;
  /** The one button that plays whatever fits. */
  readonly play: string;
}

export interface FieldProps extends SurfaceProps {
  readonly labels: FieldLabels;
  readonly glide: Glide;
}

/** A field in which each finger leads one voice: across is pitch, up is louder and brighter. For an ocean drum, water. */
export function Field(props: FieldProps) {
  const { frame, instrument, labels, glide, isResting = false } = props;
  const root = useRef<HTMLElement>(null);
  const pitches = useMemo(() => surfacePitches(frame, instrument), [frame, instrument]);
  const isOcean = !INSTRUMENTS[instrument].isPitched;
  const canvas = useHands(root, { props, pitches, glide, isOcean }, playField);

  return (
    <section
      ref={root}
      className={styles.surface}
      aria-label={labels.surface}
      data-resting={isResting || undefined}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <FieldHandle
        key={pitches.length}
        pitches={pitches}
        frame={frame}
        labels={labels}
        isResting={isResting}
      />
      <button type="button" className={styles.play} data-place="play" aria-disabled={isResting || undefined}>
        {labels.play}
      </button>
    </section>
  );
}

interface FieldHandleProps {
  readonly pitches: readonly Pitch[];
  readonly frame: Frame;
  readonly labels: FieldLabels;
  readonly isResting: boolean;
}

/** For keys and screen readers the field is one slider from low to high; Space or Enter holds the voice. */
function FieldHandle({ pitches, frame, labels, isResting }: FieldHandleProps) {
  const [column, setColumn] = useState(() =>
    Math.max(
      0,
      pitches.findIndex((pitch) => isTonic(frame, pitch)),
    ),
  );
  const pitch = pitches[column];
  return (
    <input
      type="range"
      className={styles.handle}
      min={0}
      max={pitches.length - 1}
      step={1}
      value={column}
      data-place={column}
      aria-label={labels.surface}
      aria-valuetext={pitch === undefined ? undefined : labels.pitch(pitch)}
      aria-disabled={isResting || undefined}
      onChange={(event) => setColumn(event.currentTarget.valueAsNumber)}
    />
  );
}
