import { createCeiling } from './ceiling.ts';
import { outputOf } from './context.ts';
import { createLevelGain, FULL, nextRamp } from './level-gain.ts';
import { createLeveller } from './leveller.ts';
import type { Room } from './part-channel.ts';
import { createReverb } from './reverb.ts';
import { type Context, Gain } from './tone.ts';

/**
 *   parts ─▶ dry ──────────┐
 *     └────▶ wet ─▶ reverb ─┴▶ leveller ─▶ level ─▶ loudness ─▶ fade ─▶ quiet ─▶ ceiling ─▶ out
 */
export interface Chain extends Room {
  setLoudness(loudness: number): void;
  /** How loud the room lets everything be: reached at `whenSec`. */
  setLevel(gain: number, whenSec: number): void;
  setQuiet(isQuiet: boolean): void;
  /** From silence to full over `overSec`, from `whenSec` on: the first sound of a page, and after an interruption. */
  fadeIn(whenSec: number, overSec: number): void;
}

/** The person's own master at the start (TRUST C1). */
export const START_LOUDNESS = 0.5;
const SMOOTH_SEC = 0.03;
/** Falls by 80 dB in nine of these: 55 ms. */
const QUIET_SEC = 0.006;
/** From then on it is exactly silent. */
const QUIET_AFTER_SEC = 0.07;
/** And back over a second: three of these. */
const BACK_SEC = 0.33;

/** Half is 7 dB below full. */
const gainOf = (loudness: number) => loudness ** 1.2;

export function createChain(context: Context): Chain {
  const dry = new Gain({ context });
  const reverb = createReverb(context);
  const leveller = createLeveller(context);
  // After the leveller, which would else turn up again what the room turned down.
  const level = createLevelGain(context);
  let levelRamp = FULL;
  const loudness = new Gain({ context, gain: gainOf(START_LOUDNESS) });
  const fade = new Gain({ context });
  const quiet = new Gain({ context });
  const ceiling = createCeiling(context);
  dry.connect(leveller.input);
  reverb.output.connect(leveller.input);
  leveller.output.chain(level.node, loudness, fade, quiet, ceiling.input);
  ceiling.output.output.connect(outputOf(context));

  return {
    dry,
    wet: reverb.input,
    setLoudness(to) {
      loudness.gain.setTargetAtTime(gainOf(to), context.currentTime, SMOOTH_SEC);
    },
    setLevel(gain, whenSec) {
      levelRamp = nextRamp(levelRamp, gain, whenSec, context.currentTime);
      level.follow(levelRamp);
    },
    setQuiet(isQuiet) {
      const now = context.currentTime;
      quiet.gain.cancelScheduledValues(now);
      quiet.gain.setTargetAtTime(isQuiet ? 0 : 1, now, isQuiet ? QUIET_SEC : BACK_SEC);
      if (isQuiet) quiet.gain.setValueAtTime(0, now + QUIET_AFTER_SEC);
    },
    fadeIn(whenSec, overSec) {
      fade.gain.cancelScheduledValues(whenSec);
      fade.gain.setValueAtTime(0, whenSec);
      fade.gain.linearRampToValueAtTime(1, whenSec + overSec);
    },
  };
}
