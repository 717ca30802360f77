import { useState } from 'react';
import type { SoundDevice, SoundState } from '../../player/sound-device.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './sound-stopped.module.css';

export interface SoundStoppedProps {
  readonly sound: SoundDevice;
  readonly state: SoundState;
  /** Called in the tap, when the sound runs again: back on the grid. */
  readonly onAgain: () => void;
}

/** A call, a lock, the silent switch: one large button brings the sound back. Without a device one can play on all the same. */
export function SoundStopped({ sound, state, onAgain }: SoundStoppedProps) {
  const words = useWords();
  const [hasNone, setNone] = useState(false);
  const [isPutBy, setPutBy] = useState(false);
  if (state === 'running' || isPutBy) return null;
  const again = async () => {
    const came = await sound.unlock();
    setNone(came === 'noDevice');
    if (came === 'running') onAgain();
  };
  return (
    <section className={styles.stopped} aria-live="polite">
      <h2>{words(hasNone ? 'sound-none-title' : 'sound-stopped')}</h2>
      <p>{words(hasNone ? 'sound-none' : 'sound-stopped-text')}</p>
      <Button kind="primary" size="l" icon="sound" className={styles.again} onClick={() => void again()}>
        {words('sound-again')}
      </Button>
      {hasNone && (
        <Button kind="plain" onClick={() => setPutBy(true)}>
          {words('play-without-sound')}
        </Button>
      )}
    </section>
  );
}
