import type { MemberId } from '../../shared/base/ids.ts';
import { beatsOfTicks, strength, type Ticks, ticks } from '../../shared/base/units.ts';
import type { LineEventOf } from '../../shared/event/entry.ts';
import { loopRowSound } from '../../shared/music/layout.ts';
import { feltTick } from '../../shared/music/swing.ts';
import { harmonyOf } from '../../shared/room/questions.ts';
import type { Command } from './command.ts';
import { densityAt, isLetThrough, seedOf } from './density.ts';
import type { Score } from './score.ts';

/** A loop and the bar lines between which it goes round. */
export interface LoopSpan {
  readonly by: MemberId;
  readonly entry: LineEventOf<'loopSet'>;
  readonly until: Ticks | undefined;
}

type LoopScore = Pick<Score, 'frames' | 'metre' | 'density' | 'members'>;

/**
 * What all loops sound from tick `from` up to `to`: exactly there, for everyone alike, at any distance (N7). The rows
 * take their pitch from the frame and the chord that hold at the step (N8). Where less is let through, a loop keeps the same
 * cells in every round: what is left of it is still a pattern.
 */
export function planLoops(
  spans: readonly LoopSpan[],
  score: LoopScore,
  from: Ticks,
  to: Ticks,
): readonly Command[] {
  return spans.flatMap((span) => planSpan(span, score, from, to));
}

function planSpan({ by, entry, until }: LoopSpan, score: LoopScore, from: Ticks, to: Ticks): Command[] {
  const { loop, anchor, from: begins } = entry.event;
  const commands: Command[] = [];
  // A swung step lies up to a sixth of a beat later than its even place: look that much further back.
  const first = Math.floor((Math.max(from, begins) - MAX_SWING_TICKS - anchor) / loop.stepTicks);
  for (let index = first; anchor + index * loop.stepTicks < to; index++) {
    const even = ticks(anchor + index * loop.stepTicks);
    if (even < begins || (until !== undefined && even >= until)) continue;
    const beat = beatsOfTicks(even);
    const harmony = harmonyOf(score, beat);
    const tick = feltTick(even, harmony.feel);
    if (tick < from || tick >= to) continue;
    const step = ((index % loop.steps) + loop.steps) % loop.steps;
    const density = densityAt(score, by, beat);
    for (const cell of loop.cells) {
      if (cell.step !== step) continue;
      if (!isLetThrough(density, seedOf(`${by} ${step} ${cell.row}`), even, score.metre)) continue;
      const { pitch, colour } = loopRowSound(harmony, loop.instrument, cell.row);
      const key = `${by}:loop:${even}:${cell.row}`;
      commands.push({
        type: 'start',
        at: { tick, plusMs: 0 },
        note: {
          key,
          part: by,
          instrument: loop.instrument,
          pitch,
          colour,
          strength: strength(cell.strength),
          length: loop.stepTicks,
          seed: even + cell.row,
        },
      });
    }
  }
  return commands;
}

const MAX_SWING_TICKS = 160;

/** The spans after a loop was set: what its player had before goes on up to the bar line. */
export function withLoop(spans: readonly LoopSpan[], entry: LineEventOf<'loopSet'>): readonly LoopSpan[] {
  return [...ended(spans, entry.by, entry.event.from), { by: entry.by, entry, until: undefined }];
}

/** The spans with someone's loop ended at a bar line. */
export function withoutLoop(spans: readonly LoopSpan[], by: MemberId, from: Ticks): readonly LoopSpan[] {
  return ended(spans, by, from);
}

/** The spans that still sound at `tick` or later. */
export function stillSounding(spans: readonly LoopSpan[], tick: Ticks): readonly LoopSpan[] {
  const kept = spans.filter((span) => span.until === undefined || span.until > tick);
  return kept.length === spans.length ? spans : kept;
}

function ended(spans: readonly LoopSpan[], by: MemberId, from: Ticks): readonly LoopSpan[] {
  return spans
    .map((span) =>
      span.by === by && (span.until === undefined || span.until > from) ? { ...span, until: from } : span,
    )
    .filter((span) => span.until === undefined || span.until > span.entry.event.from);
}
