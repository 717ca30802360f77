import { type Pitch, pitch, type Strength, strength } from '../../../shared/base/units.ts';
import { LEAST_STRENGTH } from '../hand/feel.ts';

/** `steps`: the voice goes from step to step of the scale. `free`: it glides through all that lies between. */
export type Glide = 'steps' | 'free';

/** The column of a place from 0 (left edge) to 1; from 0 to `columns` - 1. */
export function columnAt(x: number, columns: number): number {
  return Math.min(columns - 1, Math.max(0, Math.floor(x * columns)));
}

/**
 * The pitch at a place from 0 (left edge) to 1 (right edge). Every step of the scale has a column of the same width; a free
 * glide passes through each step in the middle of its column, and rests on the outermost ones at the edges.
 */
export function fieldPitch(x: number, pitches: readonly Pitch[], glide: Glide): Pitch {
  const last = pitches.length - 1;
  if (glide === 'steps' || last <= 0) return pitches[columnAt(x, pitches.length)] ?? pitch(60);
  const at = Math.min(last, Math.max(0, x * pitches.length - 0.5));
  const below = Math.floor(at);
  const [low, high] = [pitches[below] ?? pitch(60), pitches[Math.min(last, below + 1)] ?? pitch(60)];
  return pitch(low + (high - low) * (at - below));
}

/** Where a column's middle is, 0 to 1. */
export const middleOf = (column: number, columns: number) => (column + 0.5) / Math.max(1, columns);

/** Strength at a height from 0 (bottom, soft) to 1 (top, strong), around the person's own setting. */
export function fieldStrength(height: number, touchStrength: number): Strength {
  const up = Math.min(1, Math.max(0, height));
  return strength(Math.min(1, Math.max(LEAST_STRENGTH, touchStrength * (0.45 + 1.0 * up))));
}

/** Colour at a height: dark at the bottom, bright at the top. */
export const fieldColour = (height: number) => Math.min(1, Math.max(0, height));

/** How long movement is remembered, a time constant: slow, as water is. */
const SWELL_MS = 220;
const SETTLE_MS = 700;
/** A finger crossing a surface of this many pixels in a second is a strong wave. */
const STRONG_PX_PER_MS = 0.9;

/** The tilt of an ocean drum: movement swells it, rest lets it run out. */
export interface Tilt {
  /** Moved by so many pixels in so many ms; returns the swell, 0 to 1. */
  move(pixels: number, passedMs: number): number;
}

export function createTilt(): Tilt {
  let swell = 0;
  return {
    move(pixels, passedMs) {
      if (passedMs <= 0) return swell;
      const wanted = Math.min(1, pixels / passedMs / STRONG_PX_PER_MS);
      const tau = wanted > swell ? SWELL_MS : SETTLE_MS;
      swell += (wanted - swell) * (1 - Math.exp(-passedMs / tau));
      return swell;
    },
  };
}

/** Strength of an ocean drum at a swell of 0 to 1: never silent while the hand is on it. */
export function oceanStrength(swell: number, touchStrength: number): Strength {
  return strength(Math.min(1, Math.max(LEAST_STRENGTH, touchStrength * (0.2 + 1.3 * swell))));
}
