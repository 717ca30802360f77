import { useEffect, useState } from 'react';
import type { PulseNow } from '../../session/hands.ts';
import styles from './count-in.module.css';

/** Often enough for a number to come with its beat, as seen by the eye. */
const LOOK_EVERY_MS = 30;

/** The beats of the count-in, large and quiet in the middle of the surface. */
export function CountIn({ pulseNow }: { readonly pulseNow: PulseNow }) {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    const look = () => {
      const { isCountIn, feltBeat } = pulseNow();
      setCount(isCountIn ? Math.floor(feltBeat) + 1 : undefined);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [pulseNow]);
  if (count === undefined) return null;
  return (
    <div className={styles.countIn} aria-hidden="true">
      <span key={count}>{count}</span>
    </div>
  );
}
