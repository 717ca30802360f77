import { useState } from 'react';
import type { Opened } from '../../../shared/wire/door.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { Invitation } from '../../panels/invitation.tsx';
import type { SoundDevice } from '../../player/sound-device.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';

export interface OpenedRoomProps {
  readonly opened: Opened;
  readonly onStepIn: (sound: SoundDevice) => void;
}

/** The room is open: what lets others in, and the step into it, which also wakes the sound. */
export function OpenedRoom({ opened, onStepIn }: OpenedRoomProps) {
  const words = useWords();
  const { loadSound } = useHouse();
  const [isStepping, setStepping] = useState(false);
  const stepIn = async () => {
    setStepping(true);
    const sound = await loadSound();
    await sound.unlock();
    onStepIn(sound);
  };
  return (
    <Page
      mark="none"
      title={words('opened-title')}
      text={words('opened-text')}
      foot={
        <Button kind="primary" size="l" icon="enter" isResting={isStepping} onClick={() => void stepIn()}>
          {words(isStepping ? 'stepping-in' : 'step-in')}
        </Button>
      }
    >
      <Invitation code={opened.code} invite={opened.invite} />
    </Page>
  );
}
