import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react';
import { levelToCome } from '../../../shared/time/level-map.ts';
import { classes } from '../../ui/classes.ts';
import { Slider } from '../../ui/control/slider.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './conduct-page.module.css';
import { type Lead, may } from './lead.ts';
import { createPaced, type Paced } from './paced.ts';

/** Where a hand conducts: how loud, how dense. */
export interface Conducted {
  readonly loudness: number;
  readonly density: number;
}

/** The room smooths over bars; more often than this would only fill the line. */
export const CONDUCT_EVERY_MS = 500;
/** A first beat is always let through. */
const LEAST_DENSITY = 0.1;

/** What a place on the pad means: up is loud, right is dense. Beyond the edge counts as the edge. */
export function conductedAt(
  point: { readonly x: number; readonly y: number },
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Conducted {
  const across = within((point.x - box.left) / box.width);
  const up = within(1 - (point.y - box.top) / box.height);
  return {
    loudness: hundredth(up),
    density: hundredth(LEAST_DENSITY + across * (1 - LEAST_DENSITY)),
  };
}

const within = (part: number) => Math.min(1, Math.max(0, part));
const hundredth = (value: number) => Math.round(value * 100) / 100;

/** A large pad to conduct on; the same by two sliders, for keys and switches. */
export function ConductPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { session, room } = lead;
  const [hand, setHand] = useState<Conducted>();
  const paced = useRef<Paced<Conducted>>(undefined);
  const mayConduct = may(lead, 'conduct');
  useEffect(() => {
    const after = (delayMs: number, task: () => void) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    };
    const kept = createPaced<Conducted>(
      CONDUCT_EVERY_MS,
      ({ loudness, density }) => session.wish({ type: 'conduct', loudness, density }),
      after,
    );
    paced.current = kept;
    return () => kept.stop();
  }, [session]);

  const held: Conducted = {
    loudness: levelToCome(room.loudness),
    density: Math.max(LEAST_DENSITY, levelToCome(room.density)),
  };
  const shown = hand ?? held;
  const conduct = (next: Conducted) => {
    if (!mayConduct) return;
    setHand(next);
    paced.current?.say(next);
  };
  const follow = (event: PointerEvent<HTMLDivElement>) =>
    conduct(conductedAt({ x: event.clientX, y: event.clientY }, event.currentTarget.getBoundingClientRect()));
  const place = {
    '--across': (shown.density - LEAST_DENSITY) / (1 - LEAST_DENSITY),
    '--up': shown.loudness,
  } as CSSProperties;
  return (
    <>
      <div
        className={classes(styles.pad, !mayConduct && styles.resting)}
        style={place}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
      >
        <span className={classes(styles.edge, styles.top)}>{words('lead-conduct-loud')}</span>
        <span className={classes(styles.edge, styles.bottom)}>{words('lead-conduct-soft')}</span>
        <span className={classes(styles.edge, styles.left)}>{words('lead-conduct-thin')}</span>
        <span className={classes(styles.edge, styles.right)}>{words('lead-conduct-full')}</span>
        <span className={styles.hand} />
      </div>
      <Slider
        label={words('lead-conduct-loudness')}
        value={shown.loudness}
        step={0.05}
        isResting={!mayConduct}
        valueText={words('loudness-value', { percent: Math.round(shown.loudness * 100) })}
        onChange={(loudness) => conduct({ ...shown, loudness })}
      />
      <Slider
        label={words('lead-conduct-density')}
        value={shown.density}
        min={LEAST_DENSITY}
        step={0.05}
        isResting={!mayConduct}
        valueText={words('loudness-value', { percent: Math.round(shown.density * 100) })}
        onChange={(density) => conduct({ ...shown, density })}
      />
    </>
  );
}
