import { useEffect, useState } from 'react';
import { type Beats, beats, TICKS_PER_BEAT } from '../../shared/base/units.ts';
import type { PulseNow } from '../session/hands.ts';

const beatOf = (pulseNow: PulseNow): Beats => beats(Math.max(0, pulseNow().tick / TICKS_PER_BEAT));

/** The beat the room is at, looked at this often: for what is said in bars and minutes, not for what is drawn to the pulse. */
export function useBeat(pulseNow: PulseNow, everyMs: number): Beats {
  const [beat, setBeat] = useState(() => beatOf(pulseNow));
  useEffect(() => {
    const look = () => setBeat(beatOf(pulseNow));
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [pulseNow, everyMs]);
  return beat;
}
