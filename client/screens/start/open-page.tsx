import { useCallback, useState } from 'react';
import type { Opened } from '../../../shared/wire/door.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { go } from '../../hooks/use-route.ts';
import type { SoundDevice } from '../../player/sound-device.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { OpenRoom } from './open-room.tsx';
import { OpenedRoom } from './opened-room.tsx';

export interface OpenPageProps {
  readonly onStepIn: (opened: Opened, sound: SoundDevice) => void;
}

/** A signed-in facilitator opens a room, then sees how others come in. */
export function OpenPage({ onStepIn }: OpenPageProps) {
  const words = useWords();
  const { door } = useHouse();
  const [opened, setOpened] = useState<Opened>();
  const { answer, again } = useAnswer(useCallback(() => door.ownRooms(), [door]));

  if (opened) return <OpenedRoom opened={opened} onStepIn={(sound) => onStepIn(opened, sound)} />;
  if (answer === undefined) return <Waiting title={words('wait-page')} />;
  if (answer.type !== 'granted') return <Unreachable onAgain={again} />;
  if (answer.value === undefined) return <StaffOnly />;
  return <OpenRoom ownRooms={answer.value} onOpened={setOpened} />;
}

function StaffOnly() {
  const words = useWords();
  return (
    <Page
      title={words('staff-only-title')}
      text={words('staff-only-text')}
      foot={
        <Button kind="primary" size="l" icon="enter" onClick={() => go({ type: 'welcome' })}>
          {words('type-code')}
        </Button>
      }
    />
  );
}
