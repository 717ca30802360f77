import { useMemo, useRef } from 'react';
import type { Pitch } from '../../../shared/base/units.ts';
import { isTonic } from '../../../shared/music/frame.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';
import { SCALES } from '../../../shared/music/scale.ts';
import styles from '../surface.module.css';
import type { SurfaceProps } from '../touch.ts';
import { useHands } from '../use-hands.ts';
import { useSize } from '../use-size.ts';
import { playPads } from './play-pads.ts';
import { layoutStones } from './stones.ts';

export interface PadsLabels {
  /** What this is: "Stones to play". */
  readonly surface: string;
  /** A stone's name: its note, or words such as "low" and "high". */
  readonly pitch: (pitch: Pitch) => string;
  /** The one button that plays whatever fits. */
  readonly play: string;
}

export interface PadsProps extends SurfaceProps {
  readonly labels: PadsLabels;
}

/** Smooth stones in the frame's scale, low at the near left. Every finger plays; a finger may slide from stone to stone. */
export function Pads(props: PadsProps) {
  const { frame, instrument, labels, isResting = false } = props;
  const root = useRef<HTMLElement>(null);
  const { width, height } = useSize(root);
  const pitches = useMemo(() => surfacePitches(frame, instrument), [frame, instrument]);
  const layout = useMemo(
    () => layoutStones(pitches.length, width, height, SCALES[frame.scale].length),
    [pitches, width, height, frame],
  );
  const canvas = useHands(root, { props, pitches, layout }, playPads);
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
      {layout.beds.map((bed, place) => (
        <button
          // The place is the identity of a stone: the same place, the same key.
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          type="button"
          className={styles.place}
          style={{ left: bed.x, top: bed.y, width: bed.width, height: bed.height }}
          data-place={place}
          tabIndex={place === home ? 0 : -1}
          aria-label={labels.pitch(pitches[place] as Pitch)}
          aria-disabled={isResting || undefined}
        />
      ))}
      <button type="button" className={styles.play} data-place="play" aria-disabled={isResting || undefined}>
        {labels.play}
      </button>
    </section>
  );
}
