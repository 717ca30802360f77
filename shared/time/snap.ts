import { assert } from '../base/assert.ts';
import { beatsOfTicks, type Ticks, ticks, ticksOfBeats } from '../base/units.ts';
import type { Grid } from './grid.ts';
import { barAt, beatOfBar } from './metre-map.ts';

/**
 * The line of the grid nearest to `tick`, lines being `unitTicks` apart from each bar line on; the next bar line is one
 * too, where the unit does not go into the bar. Halfway goes to the later.
 */
export function snapTick(tick: Ticks, unitTicks: Ticks, { metre }: Grid): Ticks {
  assert(unitTicks > 0, `lines are some ticks apart, not ${unitTicks}`);
  const bar = barAt(metre, beatsOfTicks(tick));
  const start = ticksOfBeats(beatOfBar(metre, bar));
  const end = ticksOfBeats(beatOfBar(metre, bar + 1));
  const before = ticks(start + Math.floor((tick - start) / unitTicks) * unitTicks);
  const after = ticks(Math.min(before + unitTicks, end));
  return tick - before < after - tick ? before : after;
}
