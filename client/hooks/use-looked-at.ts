import { useEffect, useMemo, useState } from 'react';

/**
 * Something that changes with time by itself, looked at now and then: draws again only when what is seen has changed. What
 * is seen is plain data.
 *
 * @param look pure for a given moment; a new function is looked through at once.
 */
export function useLookedAt<Seen>(look: () => Seen, everyMs: number): Seen {
  const shown = useMemo(() => look(), [look]);
  const [seen, setSeen] = useState({ look, value: shown });
  useEffect(() => {
    const again = () => {
      const value = look();
      setSeen((before) => (before.look === look && isSame(before.value, value) ? before : { look, value }));
    };
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [look, everyMs]);
  return seen.look === look ? seen.value : shown;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
