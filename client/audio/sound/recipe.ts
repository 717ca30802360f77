import type { Random } from '../../../shared/base/random.ts';
import type { Stage } from './stage.ts';

/** One stroke to be rendered. */
export interface Hit {
  /** MIDI number; for unpitched instruments where they lie to the ear. */
  readonly pitch: number;
  readonly hz: number;
  /** 0 centre or dark, 1 rim or bright. Rendered only for unpitched instruments; others get 0.5. */
  readonly colour: number;
  readonly strength: number;
  /** The small differences between two strokes that are meant to be the same. */
  readonly random: Random;
}

interface RecipeBase {
  /** Sample rate of its buffers: what lies above half of it is not in the sound. */
  readonly rateHz: number;
  /** Share that goes to the room, 1 as much as goes out directly. */
  readonly send: number;
  /** Cut-off of the voice's own low pass at a touch: this is how touch and colour change brightness while playing. */
  cutoffHz(touch: { readonly hz: number; readonly strength: number; readonly colour: number }): number;
}

/** Rings and ends by itself; rendered whole, a few times over. */
export interface StruckRecipe extends RecipeBase {
  readonly kind: 'struck';
  /** Pitches that are rendered; for an unpitched instrument the places between centre (0) and rim (1). */
  readonly roots: readonly number[];
  /** Strengths that are rendered, softest first. */
  readonly strengths: readonly number[];
  /** Strokes alike but not the same, for each root and strength. */
  readonly variants: number;
  /** Longest it may ring; the buffer is trimmed to where it has fallen by 60 dB. */
  lengthSec(pitch: number): number;
  draw(stage: Stage, hit: Hit): void;
}

/** Lasts until released: a loop that repeats exactly, so that it has no seam. */
export interface HeldRecipe extends RecipeBase {
  readonly kind: 'held';
  readonly roots: readonly number[];
  readonly loopSec: number;
  draw(stage: Stage, hit: Hit): void;
  /** Time constants of the rise and fall: two thirds of the way. */
  readonly riseSec: number;
  readonly fallSec: number;
  /** Semitones a loop may glide from where it was rendered before a nearer one takes over: few where formants matter. */
  readonly reach: number;
  /** Grows over the first second of a note, as a singer's does. Depth at full strength. */
  readonly vibrato?: { readonly rateHz: number; readonly cents: number };
}

export type Recipe = StruckRecipe | HeldRecipe;

/** Whole semitones from `lowest` to `highest` in steps, the ends included. */
export function rootsBetween(lowest: number, highest: number, step: number): readonly number[] {
  const roots: number[] = [];
  for (let root = lowest; root < highest; root += step) roots.push(root);
  return [...roots, highest];
}

/** 440 Hz at 69. */
export const hzOf = (midi: number) => 440 * 2 ** ((midi - 69) / 12);
