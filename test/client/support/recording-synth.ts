import type { Synth } from '../../../client/player/synth.ts';

export type Sounded =
  | { type: 'start'; key: string; part: string; when: number; pitch: number; lengthSec: number | undefined }
  | { type: 'end'; key: string; when: number }
  | { type: 'bend'; key: string; when: number; pitch: number }
  | { type: 'pulse'; weight: string; when: number }
  | { type: 'level'; part: string; gain: number; when: number }
  | { type: 'cancel'; when: number; part: string | undefined }
  | { type: 'release'; part: string | undefined };

/** A synth that writes down what it is told. */
export function createRecordingSynth(): Synth & { readonly sounded: Sounded[] } {
  const sounded: Sounded[] = [];
  return {
    sounded,
    start: ({ key, part, pitch, lengthSec }, when) =>
      sounded.push({ type: 'start', key, part, when, pitch, lengthSec }),
    end: (key, when) => sounded.push({ type: 'end', key, when }),
    bend: (key, { pitch }, when) => sounded.push({ type: 'bend', key, when, pitch }),
    pulse: (weight, when) => sounded.push({ type: 'pulse', weight, when }),
    level: (part, gain, when) => sounded.push({ type: 'level', part, gain, when }),
    cancelFrom: (when, part) => sounded.push({ type: 'cancel', when, part }),
    release: (part) => sounded.push({ type: 'release', part }),
  };
}
