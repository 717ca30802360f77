import { useCallback, useEffect, useState } from 'react';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { Seat } from '../../../shared/wire/door.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useHouse } from '../../hooks/use-house.ts';
import type { SoundDevice } from '../../player/sound-device.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { Ended } from './ended.tsx';

export interface ReturnPageProps {
  readonly session: SessionId;
  readonly onStepIn: (seat: Seat, sound: SoundDevice) => void;
}

/** A page that was reloaded, or opened again: the seat waits, and one tap wakes the sound and steps back in. */
export function ReturnPage({ session, onStepIn }: ReturnPageProps) {
  const words = useWords();
  const { door, loadSound } = useHouse();
  const { answer, again } = useAnswer(useCallback(() => door.seat(session), [door, session]));
  const [isStepping, setStepping] = useState(false);
  useEffect(() => void loadSound().catch(() => undefined), [loadSound]);

  if (answer === undefined) return <Waiting title={words('return-looking')} />;
  if (answer.type !== 'granted') return <Unreachable onAgain={again} />;
  const seat = answer.value;
  if (seat === undefined) {
    return <Ended why="seatUnknown" onComeBack={undefined} onReturn={again} />;
  }
  const stepIn = async () => {
    setStepping(true);
    const sound = await loadSound();
    await sound.unlock();
    onStepIn(seat, sound);
  };
  return (
    <Page
      mark="large"
      title={words('return-title')}
      text={words('return-text')}
      foot={
        <Button kind="primary" size="l" icon="enter" isResting={isStepping} onClick={() => void stepIn()}>
          {words(isStepping ? 'stepping-in' : 'return-go')}
        </Button>
      }
    />
  );
}
