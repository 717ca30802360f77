import { type Beats, beats, ticksOfBeats } from '../../shared/base/units.ts';
import type { Command } from './command.ts';
import { planLastChord } from './plan-ending.ts';
import { planGround } from './plan-ground.ts';
import { type LoopSpan, planLoops } from './plan-loops.ts';
import { planPulse } from './plan-pulse.ts';
import type { Score } from './score.ts';

/**
 * What is known ahead and so is exactly together on all devices: pulse, loops, grounds and the last chord, from beat `from` up to
 * `to`. Of the first three nothing begins at the last chord or after it.
 */
export function planPatterns(
  score: Score,
  loops: readonly LoopSpan[],
  from: Beats,
  to: Beats,
): readonly Command[] {
  if (score.isClosed || from >= to) return [];
  const [first, last] = [ticksOfBeats(from), ticksOfBeats(to)];
  const end = beats(Math.min(to, score.ending?.until ?? to));
  const endTick = ticksOfBeats(end);
  return [
    ...planPulse(score, from, end),
    ...planLoops(loops, score, first, endTick),
    ...planGround(score, first, last).filter(({ type, at }) => type === 'end' || at.tick < endTick),
    ...planLastChord(score, first, last),
  ];
}
