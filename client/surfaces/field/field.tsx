import { useMemo, useRef } from 'react';
import type { Pitch } from '../../../shared/base/units.ts';
import { isTonic } from '../../../shared/music/frame.ts';
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
  /** A column's name: its note, or words such as "low" and "high". */
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
  const home = Math.max(
    0,
    pitches.findIndex((pitch) => isTonic(frame, pitch)),
  );

  return (
    <section
      ref={root}
      className={styles.surface}
      aria-label={labels.surface}
      data-resting={isResting || undefined}
    >
      <canvas ref={canvas} className={styles.canvas} />
      {pitches.map((pitch, column) => (
        <button
          key={pitch}
          type="button"
          className={styles.place}
          style={{
            left: `${(column / pitches.length) * 100}%`,
            top: 0,
            width: `${100 / pitches.length}%`,
            height: '100%',
          }}
          data-place={column}
          tabIndex={column === home ? 0 : -1}
          aria-label={labels.pitch(pitch)}
          aria-disabled={isResting || undefined}
        />
      ))}
      <button type="button" className={styles.play} data-place="play" aria-disabled={isResting || undefined}>
        {labels.play}
      </button>
    </section>
  );
}
