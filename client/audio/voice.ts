import type { Bend, NoteKey, Part } from '../player/synth.ts';
import type { Context } from './tone.ts';
import type { Sounding } from './voice-pool.ts';

/** One sounding note. Its nodes are its own and are let go when it is silent. */
export interface Voice extends Sounding {
  readonly key: NoteKey;
  readonly part: Part | undefined;
  /** Lets it go at `whenSec`; with `fadeSec` it has gone after about that long, else in its own way. */
  release(whenSec: number, fadeSec?: number): void;
  bend(to: Bend, whenSec: number): void;
  /** For a note that has not begun: it never will. */
  cancel(): void;
}

/** Where a voice plays. */
export interface Place {
  readonly context: Context;
  readonly input: AudioNode;
  /** Called once, when its nodes have been let go. */
  onSilent(): void;
}

/** For what must happen once, whichever of its reasons comes first. */
export function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}

/** 22 dB from the softest touch (0.05) to the hardest: audible, and never startling. */
export const gainOfStrength = (strength: number) => Math.max(0.01, strength) ** 0.85;

export const decibels = (gain: number) => 20 * Math.log10(gain);
export const gainOfDecibels = (db: number) => 10 ** (db / 20);
