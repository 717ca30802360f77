import { useCallback, useEffect, useState } from 'react';
import type { DoorAnswer } from '../session/door-client.ts';

/** What came of a question asked when a page opened; `undefined` while it is on its way. `again` asks once more. */
export function useAnswer<Value>(ask: () => Promise<DoorAnswer<Value>>): {
  readonly answer: DoorAnswer<Value> | undefined;
  readonly again: () => void;
} {
  const [answer, setAnswer] = useState<DoorAnswer<Value>>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void ask().then((came) => isWanted && setAnswer(came));
    return () => {
      isWanted = false;
    };
  }, [ask, round]);
  const again = useCallback(() => {
    setAnswer(undefined);
    setRound((before) => before + 1);
  }, []);
  return { answer, again };
}
