import * as z from 'zod/mini';
import { MAX_LOOP_ROWS, MAX_LOOP_STEPS } from '../base/limits.ts';
import { type Ticks, ticks } from '../base/units.ts';
import { INSTRUMENT_IDS } from '../music/instrument.ts';

/**
 * A step pattern that goes round. Rows are degrees, not pitches: row 0 is the lowest pitch of the frame in the
 * instrument's register (`loopRowPitches`), so the pattern follows the frame. On unpitched instruments the row is a
 * place from rim (0) to centre.
 */
export interface Loop {
  readonly instrument: (typeof INSTRUMENT_IDS)[number];
  /** Steps of one round and their length. */
  readonly steps: number;
  readonly stepTicks: Ticks;
  readonly cells: readonly LoopCell[];
}

export interface LoopCell {
  readonly step: number;
  readonly row: number;
  /** Above 0, up to 1. */
  readonly strength: number;
}

const whole = (most: number) => z.number().check(z.int(), z.minimum(0), z.maximum(most));

export const loopSchema = z.strictObject({
  instrument: z.enum(INSTRUMENT_IDS),
  steps: z.number().check(z.int(), z.minimum(2), z.maximum(MAX_LOOP_STEPS)),
  stepTicks: z.pipe(
    z.literal([160, 240, 320, 480, 960]),
    z.transform((length) => ticks(length)),
  ),
  cells: z.readonly(
    z
      .array(
        z.strictObject({
          step: whole(MAX_LOOP_STEPS - 1),
          row: whole(MAX_LOOP_ROWS - 1),
          strength: z.number().check(z.gt(0), z.maximum(1)),
        }),
      )
      .check(z.maxLength(MAX_LOOP_STEPS * MAX_LOOP_ROWS)),
  ),
});
