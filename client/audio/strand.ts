import type { Found } from './shelf.ts';
import { hzOf } from './sound/recipe.ts';
import type { Context } from './tone.ts';

/** One rendered loop that sounds within a held voice. Far glides go from one strand over to another. */
export interface Strand {
  readonly root: number;
  /** Moves from one pitch to the other in a straight line. */
  glide(fromSec: number, toSec: number, fromPitch: number, toPitch: number): void;
  /** Grows from nothing, beside one that leaves. */
  fadeIn(fromSec: number): void;
  /** Makes way for another. */
  leave(fromSec: number): void;
  stop(atSec: number): void;
}

export interface StrandDeps {
  readonly context: Context;
  readonly output: AudioNode;
  readonly vibrato: AudioNode | undefined;
  readonly isPitched: boolean;
  /** Called when it has stopped. */
  readonly onEnded: () => void;
}

/** Time constant of going over; both ends of it are the same tone, so no dip is heard. */
const CROSS_SEC = 0.035;
const TO_SILENCE = 8;

/** Starts the loop at `turn` (0 to 1) of its length, so that two same notes do not run alike. */
export function startStrand(
  { context, output, vibrato, isPitched, onEnded }: StrandDeps,
  found: Found,
  atPitch: number,
  turn: number,
  atSec: number,
): Strand {
  const rateAt = (pitch: number) => (isPitched ? hzOf(pitch) / found.hz : 1);
  const buffer = found.layers[0]?.buffer ?? null;
  const source = context.createBufferSource();
  const gain = context.createGain();
  source.buffer = buffer;
  source.loop = true;
  source.playbackRate.setValueAtTime(rateAt(atPitch), 0);
  source.connect(gain).connect(output);
  vibrato?.connect(source.playbackRate);
  source.addEventListener('ended', () => {
    gain.disconnect();
    onEnded();
  });
  source.start(atSec, turn * (buffer?.duration ?? 0));

  return {
    root: found.root,
    glide(fromSec, toSec, fromPitch, toPitch) {
      source.playbackRate.setValueAtTime(rateAt(fromPitch), fromSec);
      source.playbackRate.linearRampToValueAtTime(rateAt(toPitch), toSec);
    },
    fadeIn(fromSec) {
      gain.gain.value = 0;
      gain.gain.setTargetAtTime(1, fromSec, CROSS_SEC);
    },
    leave(fromSec) {
      gain.gain.setTargetAtTime(0, fromSec, CROSS_SEC);
      source.stop(fromSec + CROSS_SEC * TO_SILENCE);
    },
    stop: (whenSec) => source.stop(whenSec),
  };
}
