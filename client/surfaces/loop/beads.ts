/** A bead's middle in css pixels, and the room it has. */
export interface BeadPlace {
  readonly x: number;
  readonly y: number;
}

/** Rings, or steps in a row (`across`), or steps one below the other (`down`) where the page is narrow. */
export type BeadLook = 'ring' | 'across' | 'down';

export interface BeadLayout {
  readonly look: BeadLook;
  /** Whole drawing in css pixels; unrolled it may be larger than the room given and is then scrolled. */
  readonly width: number;
  readonly height: number;
  /** Side of the square a finger has for a bead. */
  readonly touch: number;
  /** Middle of the ring, for `ring`. */
  readonly centre: BeadPlace;
  readonly innerRadius: number;
  readonly ringGap: number;
  placeOf(step: number, row: number): BeadPlace;
}

/** A bead is a control, 44 px at least (TRUST A3); rings may come this little nearer. */
export const MIN_BEAD_PX = 44;
const RING_SLACK_PX = 1;
const MAX_BEAD_PX = 84;
const EDGE_PX = 4;

/**
 * A ring if each bead then has room for a finger, else the ring unrolled: along the page if that fits, else down it. On a ring
 * step 0 is at the top and steps go clockwise; row 0 is the innermost, except that in rows it is the lowest.
 */
export function layoutBeads(steps: number, rows: number, width: number, height: number): BeadLayout {
  const ring = ringLayout(steps, rows, width, height);
  if (ring.touch >= MIN_BEAD_PX - RING_SLACK_PX) return { ...ring, touch: Math.max(MIN_BEAD_PX, ring.touch) };
  const across = Math.min(width / steps, height / rows);
  if (across >= MIN_BEAD_PX) return gridLayout('across', steps, rows, width, height);
  return gridLayout('down', steps, rows, width, height);
}

function ringLayout(steps: number, rows: number, width: number, height: number): BeadLayout {
  const outer = Math.min(width, height) / 2 - EDGE_PX;
  const centre = { x: width / 2, y: height / 2 };
  // The largest bead for which the innermost ring has room for all steps: its chord is at least a bead.
  const chord = 2 * Math.sin(Math.PI / Math.max(2, steps));
  const touch = Math.min(MAX_BEAD_PX, outer / (1 / chord + (rows - 1) + 0.5));
  const outermost = outer - touch / 2;
  const innerRadius = Math.max(touch / chord, outermost - (rows - 1) * touch * 1.12);
  const ringGap = rows > 1 ? (outermost - innerRadius) / (rows - 1) : 0;
  return {
    look: 'ring',
    width,
    height,
    touch,
    centre,
    innerRadius,
    ringGap,
    placeOf(step, row) {
      const angle = (step / steps) * 2 * Math.PI;
      const radius = innerRadius + row * ringGap;
      return { x: centre.x + radius * Math.sin(angle), y: centre.y - radius * Math.cos(angle) };
    },
  };
}

function gridLayout(
  look: 'across' | 'down',
  steps: number,
  rows: number,
  width: number,
  height: number,
): BeadLayout {
  const [columns, lines] = look === 'across' ? [steps, rows] : [rows, steps];
  const cellWidth = Math.max(MIN_BEAD_PX, width / columns);
  const fullWidth = cellWidth * columns;
  const cellHeight = Math.min(MAX_BEAD_PX, Math.max(MIN_BEAD_PX, height / lines));
  const fullHeight = Math.max(cellHeight * lines, height);
  const top = (fullHeight - cellHeight * lines) / 2;
  return {
    look,
    width: fullWidth,
    height: fullHeight,
    touch: Math.min(cellWidth, cellHeight),
    centre: { x: fullWidth / 2, y: fullHeight / 2 },
    innerRadius: 0,
    ringGap: 0,
    placeOf: (step, row) =>
      look === 'across'
        ? { x: (step + 0.5) * cellWidth, y: top + (rows - row - 0.5) * cellHeight }
        : { x: (row + 0.5) * cellWidth, y: top + (step + 0.5) * cellHeight },
  };
}

/** Where a loop of `steps` steps is at a tick, in steps, fractional; loops begin with the grid. */
export function stepAtTick(tick: number, steps: number, stepTicks: number): number {
  const round = steps * stepTicks;
  return (((tick % round) + round) % round) / stepTicks;
}
