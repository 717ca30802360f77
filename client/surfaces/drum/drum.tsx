import { useMemo, useRef } from 'react';
import { pitch } from '../../../shared/base/units.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';
import styles from '../surface.module.css';
import type { SurfaceProps } from '../touch.ts';
import { useHands } from '../use-hands.ts';
import { useSize } from '../use-size.ts';
import { DRUM_PLACES, drumBox, drumFormOf } from './drum-head.ts';
import { playDrum } from './play-drum.ts';

export interface DrumLabels {
  /** What this is: "Hand drum". */
  readonly surface: string;
  /** The three places keys can strike: the centre, half way, the rim. */
  readonly places: readonly [string, string, string];
  /** The one button that plays whatever fits. */
  readonly play: string;
}

export interface DrumProps extends SurfaceProps {
  readonly labels: DrumLabels;
}

/** How large the focus ring of each place is, as a share of the drum: centre, half way, rim. */
const REACH = [0.36, 0.72, 1] as const;

/** A drum, a shaker or a block: deep in the centre, bright at the rim. A touch beside it sounds as the rim. */
export function Drum(props: DrumProps) {
  const { frame, instrument, labels, isResting = false } = props;
  const root = useRef<HTMLElement>(null);
  const { width, height } = useSize(root);
  const box = useMemo(() => drumBox(drumFormOf(instrument), width, height), [instrument, width, height]);
  const [only = pitch(60)] = useMemo(() => surfacePitches(frame, instrument), [frame, instrument]);
  const canvas = useHands(root, { props, pitch: only, box }, playDrum);

  return (
    <section
      ref={root}
      className={styles.surface}
      aria-label={labels.surface}
      data-resting={isResting || undefined}
    >
      <canvas ref={canvas} className={styles.canvas} />
      {DRUM_PLACES.map((colour, place) => {
        const [across, down] = [box.halfWidth * (REACH[place] ?? 1), box.halfHeight * (REACH[place] ?? 1)];
        return (
          <button
            key={colour}
            type="button"
            className={styles.place}
            style={{
              left: box.x - across,
              top: box.y - down,
              width: 2 * across,
              height: 2 * down,
              zIndex: DRUM_PLACES.length - place,
              borderRadius: box.form === 'block' ? undefined : '50%',
            }}
            data-place={place}
            tabIndex={place === 0 ? 0 : -1}
            aria-label={labels.places[place]}
            aria-disabled={isResting || undefined}
          />
        );
      })}
      <button
        type="button"
        className={styles.play}
        data-place="play"
        aria-disabled={isResting || undefined}
        style={{ zIndex: DRUM_PLACES.length + 1 }}
      >
        {labels.play}
      </button>
    </section>
  );
}
