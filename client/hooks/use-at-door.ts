import { useCallback, useEffect, useRef, useState } from 'react';
import type { SessionId } from '../../shared/base/ids.ts';
import type { AtDoor, Join } from '../../shared/wire/door.ts';
import { type AtDoorView, type DoorWatch, watchDoor } from '../session/door-watch.ts';
import { useHouse } from './use-house.ts';

const after = (delayMs: number, task: () => void) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};

/**
 * Waits at the door of a room for as long as the page shows it.
 *
 * @param said what was said on knocking, if this page knows it; `first` what was answered to it. Both as they were at first.
 */
export function useAtDoor(
  session: SessionId,
  said: Join | undefined,
  first: AtDoor | undefined,
): { readonly view: AtDoorView; readonly isAlone: boolean; readonly knockAgain: () => void } {
  const { door } = useHouse();
  const [seen, setSeen] = useState<{ readonly view: AtDoorView; readonly isAlone: boolean }>({
    view: { type: 'asking' },
    isAlone: false,
  });
  const [atFirst] = useState({ said, first });
  const watch = useRef<DoorWatch>(undefined);
  useEffect(() => {
    const { said: words, first: answer } = atFirst;
    const watching = watchDoor(
      {
        ask: () => door.atDoor(session),
        knock: words && (() => door.join(words)),
        after,
        onView: (view, isAlone) => setSeen({ view, isAlone }),
      },
      answer,
    );
    watch.current = watching;
    return () => watching.stop();
  }, [door, session, atFirst]);
  return { ...seen, knockAgain: useCallback(() => watch.current?.knockAgain(), []) };
}
