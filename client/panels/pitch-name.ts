import { useMemo } from 'react';
import type { Pitch } from '../../shared/base/units.ts';
import { useWords } from '../words/use-words.tsx';

/** Notes as words ids, by their place above C. */
export const NOTE_IDS = [
  'tonic-0',
  'tonic-1',
  'tonic-2',
  'tonic-3',
  'tonic-4',
  'tonic-5',
  'tonic-6',
  'tonic-7',
  'tonic-8',
  'tonic-9',
  'tonic-10',
  'tonic-11',
] as const;

/** A pitch as musicians of the person's language say it, with its octave: "D 4", in Norwegian "H 3". */
export function usePitchName(): (pitch: Pitch) => string {
  const words = useWords();
  return useMemo(
    () => (pitch: Pitch) => {
      const midi = Math.round(pitch);
      return words('note', {
        note: words(NOTE_IDS[midi % 12] ?? 'tonic-0'),
        octave: String(Math.floor(midi / 12) - 1),
      });
    },
    [words],
  );
}
