import { useCallback, useEffect, useState } from 'react';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';
import type { AtDoor, RoomKey, Seat } from '../../../shared/wire/door.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useHouse } from '../../hooks/use-house.ts';
import type { SoundDevice } from '../../player/sound-device.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { DoorAnswer, DoorClient } from '../../session/door-client.ts';
import { AtTheDoor } from '../door/at-the-door.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { Ended } from './ended.tsx';

export interface ReturnPageProps {
  readonly session: SessionId;
  /** How one came here the first time, if it is remembered. */
  readonly wayIn: RoomKey | undefined;
  readonly onStepIn: (seat: Seat, sound: SoundDevice, instrument?: InstrumentId) => void;
}

/**
 * A page that was reloaded, or opened again: the seat waits, and one tap wakes the sound and steps back in. Someone without a
 * seat may still be waiting at the door.
 */
export function ReturnPage({ session, wayIn, onStepIn }: ReturnPageProps) {
  const words = useWords();
  const { door, loadSound } = useHouse();
  const { answer, again } = useAnswer(useCallback(() => placeIn(door, session), [door, session]));
  const [isStepping, setStepping] = useState(false);
  useEffect(() => void loadSound().catch(() => undefined), [loadSound]);

  if (answer === undefined) return <Waiting title={words('return-looking')} />;
  if (answer.type !== 'granted') return <Unreachable onAgain={again} />;
  const { seat, atDoor } = answer.value;
  if (atDoor) {
    return <AtTheDoor session={session} said={undefined} first={atDoor} wayIn={wayIn} onStepIn={onStepIn} />;
  }
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

interface PlaceInRoom {
  readonly seat?: Seat | undefined;
  readonly atDoor?: AtDoor | undefined;
}

/** The seat this browser holds, else whether it waits at the door. */
async function placeIn(door: DoorClient, session: SessionId): Promise<DoorAnswer<PlaceInRoom>> {
  const seat = await door.seat(session);
  if (seat.type !== 'granted') return seat;
  if (seat.value) return { type: 'granted', value: { seat: seat.value } };
  const atDoor = await door.atDoor(session);
  return atDoor.type === 'granted' ? { type: 'granted', value: { atDoor: atDoor.value } } : atDoor;
}
