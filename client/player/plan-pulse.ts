import { type Beats, ticksOfBeats } from '../../shared/base/units.ts';
import { pulseIsOn } from '../../shared/room/questions.ts';
import { barAt } from '../../shared/time/metre-map.ts';
import { feltBeatsBetween } from '../../shared/time/grid.ts';
import type { Command } from './command.ts';
import type { Score } from './score.ts';
import type { PulseWeight } from './synth.ts';

/** The strokes of the pulse from beat `from` up to `to`; the bars of the count-in are marked more clearly. */
export function planPulse(score: Pick<Score, 'metre' | 'pulse'>, from: Beats, to: Beats): readonly Command[] {
  const { metre, pulse } = score;
  if (pulse.type !== 'going') return [];
  const goesOnAtBar = barAt(metre, pulse.from) + pulse.countInBars;
  return feltBeatsBetween(metre, from, to)
    .filter(({ beat }) => pulseIsOn(pulse, beat))
    .map(({ beat, bar, index }) => ({
      type: 'pulse',
      at: { tick: ticksOfBeats(beat), plusMs: 0 },
      weight: weightOf(index === 0, bar < goesOnAtBar),
    }));
}

function weightOf(isOne: boolean, isCountIn: boolean): PulseWeight {
  if (isCountIn) return isOne ? 'countInOne' : 'countIn';
  return isOne ? 'one' : 'beat';
}
