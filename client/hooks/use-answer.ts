import { useCallback, useEffect, useRef, useState } from 'react';
import type { DoorAnswer } from '../session/door-client.ts';

/** What came of a question asked when a page opened; `undefined` while it is on its way. `again` asks once more. */
export function useAnswer<Value>(ask: () => Promise<DoorAnswer<Value>>): {
  readonly answer: DoorAnswer<Value> | undefined;
  readonly again: () => void;
} {
  const [answer, setAnswer] = useState<DoorAnswer<Value>>();
  const latest = useRef(0);
  const run = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const came = await ask();
    if (latest.current === mine) setAnswer(came);
  }, [ask]);
  useEffect(() => {
    void run();
    return () => {
      latest.current += 1;
    };
  }, [run]);
  const again = useCallback(() => {
    setAnswer(undefined);
    void run();
  }, [run]);
  return { answer, again };
}
