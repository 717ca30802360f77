import { useCallback, useEffect, useState } from 'react';
import type { Saying } from './saying.ts';

/** Long enough to be read at leisure, and then the surface is free again. */
const SHOWN_MS = 9000;

/** Something said once: it goes by itself, and a newer one takes its place. */
export function usePassingSaying(): readonly [Saying | undefined, (saying: Saying) => void] {
  const [saying, setSaying] = useState<Saying>();
  useEffect(() => {
    if (!saying) return undefined;
    const timer = setTimeout(() => setSaying(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [saying]);
  return [saying, useCallback((next) => setSaying(next), [])];
}
