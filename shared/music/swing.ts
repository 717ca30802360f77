import { TICKS_PER_BEAT, type Ticks, ticks } from '../base/units.ts';
import type { Feel } from './frame.ts';

/** Where the second eighth of a beat lies when it swings two to one. */
const SWUNG_EIGHTH = (TICKS_PER_BEAT * 2) / 3;
const EIGHTH = TICKS_PER_BEAT / 2;

/** Where a place of an even pattern is played in a feel: within a beat, the first eighth is stretched, the second pressed. */
export function feltTick(tick: Ticks, feel: Feel): Ticks {
  if (feel === 'straight') return tick;
  const inBeat = tick % TICKS_PER_BEAT;
  const swung =
    inBeat < EIGHTH
      ? (inBeat * SWUNG_EIGHTH) / EIGHTH
      : SWUNG_EIGHTH + ((inBeat - EIGHTH) * (TICKS_PER_BEAT - SWUNG_EIGHTH)) / EIGHTH;
  return ticks(tick - inBeat + Math.round(swung));
}
