import { useMemo, useRef } from 'react';
import type { Pitch } from '../../../shared/base/units.ts';
import { isTonic } from '../../../shared/music/frame.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';
import styles from '../surface.module.css';
import type { SurfaceProps } from '../touch.ts';
import { useHands } from '../use-hands.ts';
import { useSize } from '../use-size.ts';
import { playStrings } from './play-strings.ts';
import { layoutStrings } from './string-crossing.ts';

export interface StringsLabels {
  /** What this is: "Strings to pluck and stroke". */
  readonly surface: string;
  /** A string's name: its note, or words such as "low" and "high". */
  readonly pitch: (pitch: Pitch) => string;
  /** The one button that plays whatever fits. */
  readonly play: string;
}

export interface StringsProps extends SurfaceProps {
  readonly labels: StringsLabels;
}

/** Strings to pluck one by one or to stroke across, along the longer side of the surface. */
export function Strings(props: StringsProps) {
  const { frame, instrument, labels, isResting = false } = props;
  const root = useRef<HTMLElement>(null);
  const { width, height } = useSize(root);
  const all = useMemo(() => surfacePitches(frame, instrument), [frame, instrument]);
  const layout = useMemo(
    () =>
      layoutStrings(
        all.length,
        width,
        height,
        Math.max(
          0,
          all.findIndex((pitch) => isTonic(frame, pitch)),
        ),
      ),
    [all, width, height, frame],
  );
  const pitches = useMemo(
    () => all.slice(layout.firstPlace, layout.firstPlace + layout.places.length),
    [all, layout],
  );
  const canvas = useHands(root, { props, pitches, layout }, playStrings);
  const { across, spacing } = layout;

  return (
    <section
      ref={root}
      className={styles.surface}
      aria-label={labels.surface}
      data-resting={isResting || undefined}
    >
      <canvas ref={canvas} className={styles.canvas} />
      {pitches.map((pitch, string) => {
        const edge = (layout.places[string] ?? 0) - spacing / 2;
        return (
          <button
            key={pitch}
            type="button"
            className={styles.place}
            style={
              across === 'x'
                ? { left: edge, top: 0, width: spacing, height: '100%' }
                : { left: 0, top: edge, width: '100%', height: spacing }
            }
            data-place={string}
            tabIndex={string === 0 ? 0 : -1}
            aria-label={labels.pitch(pitch)}
            aria-disabled={isResting || undefined}
          />
        );
      })}
      <button type="button" className={styles.play} data-place="play" aria-disabled={isResting || undefined}>
        {labels.play}
      </button>
    </section>
  );
}
