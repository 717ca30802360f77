import { useState } from 'react';
import type { RoomToReturnTo } from '../../../shared/wire/account.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { useLoadedSound } from '../../hooks/use-loaded-sound.ts';
import { go } from '../../hooks/use-route.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';
import type { StepIn } from './step-in.ts';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

export interface OwnRoomsProps {
  readonly rooms: readonly RoomToReturnTo[];
  readonly onStepIn: StepIn;
  /** A room turned out not to be there any more. */
  readonly onGone: () => void;
}

/** Rooms that are open. Into one's own the way leads past the door, with one tap, which also wakes the sound. */
export function OwnRooms({ rooms, onStepIn, onGone }: OwnRoomsProps) {
  const words = useWords();
  const say = useTroubleWords();
  const { loadSound } = useHouse();
  const { client } = useStaff();
  const sound = useLoadedSound();
  const [trouble, setTrouble] = useState<Trouble>();
  const [going, setGoing] = useState<string>();

  const goBackIn = async ({ session, isOwn }: RoomToReturnTo) => {
    if (!isOwn) return go({ type: 'room', session });
    if (going !== undefined) return undefined;
    setGoing(session);
    setTrouble(undefined);
    // Browsers let sound begin only inside a tap: this is one.
    const woken = sound ? sound.unlock().then(() => sound) : wake(loadSound());
    const [answer, device] = await Promise.all([client.returnTo(session), woken.catch(() => undefined)]);
    setGoing(undefined);
    if (answer.type === 'granted' && device) return onStepIn(answer.value, device);
    const came = troubleOf(answer) ?? 'unreachable';
    setTrouble(GONE.has(came) ? 'roomClosed' : came);
    return GONE.has(came) ? onGone() : undefined;
  };

  return (
    <section className={styles.lit} aria-labelledby="rooms">
      <h2 id="rooms">{words('open-your-rooms')}</h2>
      <ul className={styles.list}>
        {rooms.map((room) => {
          const title = room.title === '' ? words('open-untitled') : room.title;
          return (
            <li key={room.session} className={styles.line}>
              <span className={styles.name}>{title}</span>
              <Button
                icon="enter"
                isResting={going === room.session}
                onClick={() => void goBackIn(room)}
                aria-label={words('open-return-to', { title })}
              >
                {words(going === room.session ? 'stepping-in' : 'open-return')}
              </Button>
            </li>
          );
        })}
      </ul>
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
    </section>
  );
}

const GONE: ReadonlySet<Trouble> = new Set(['noSuchRoom', 'roomClosed']);

async function wake<Sound extends { unlock(): Promise<unknown> }>(loading: Promise<Sound>): Promise<Sound> {
  const sound = await loading;
  await sound.unlock();
  return sound;
}
