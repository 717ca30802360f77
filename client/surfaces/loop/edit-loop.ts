import type { Loop, LoopCell } from '../../../shared/event/loop.ts';

/** How strongly a bead plays; the words for it come from the page. */
export type BeadStrength = 'off' | 'soft' | 'medium' | 'strong';

const STRENGTHS: Readonly<Record<Exclude<BeadStrength, 'off'>, number>> = {
  soft: 0.35,
  medium: 0.6,
  strong: 0.9,
};
/** A touch goes on to the next: off, medium, strong, soft, off. */
const NEXT: Readonly<Record<BeadStrength, BeadStrength>> = {
  off: 'medium',
  medium: 'strong',
  strong: 'soft',
  soft: 'off',
};

const cellAt = (loop: Loop, step: number, row: number): LoopCell | undefined =>
  loop.cells.find((cell) => cell.step === step && cell.row === row);

/** The nearest word for a bead's strength. */
export function beadStrength(loop: Loop, step: number, row: number): BeadStrength {
  const cell = cellAt(loop, step, row);
  if (!cell) return 'off';
  if (cell.strength < 0.48) return 'soft';
  return cell.strength < 0.75 ? 'medium' : 'strong';
}

/** The loop with one bead gone on to its next strength. */
export function turnBead(loop: Loop, step: number, row: number): Loop {
  const next = NEXT[beadStrength(loop, step, row)];
  const others = loop.cells.filter((cell) => cell.step !== step || cell.row !== row);
  return { ...loop, cells: next === 'off' ? others : [...others, { step, row, strength: STRENGTHS[next] }] };
}

/** The loop with no bead; the same loop if it has none. */
export const clearLoop = (loop: Loop): Loop => (loop.cells.length === 0 ? loop : { ...loop, cells: [] });

/**
 * The loop with another number of steps of the same length. Longer repeats what there is, so that it sounds on as it did;
 * shorter keeps its beginning.
 */
export function resizeLoop(loop: Loop, steps: number): Loop {
  if (steps === loop.steps) return loop;
  const cells: LoopCell[] = [];
  for (let start = 0; start < steps; start += loop.steps) {
    for (const cell of loop.cells) {
      if (start + cell.step < steps) cells.push({ ...cell, step: start + cell.step });
    }
  }
  return { ...loop, steps, cells };
}
