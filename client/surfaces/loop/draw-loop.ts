import type { Loop } from '../../../shared/event/loop.ts';
import type { Light } from '../draw/light.ts';
import { mix } from '../draw/palette.ts';
import type { Frame2D } from '../draw/stage.ts';
import type { BeadLayout } from './beads.ts';

export interface LoopPicture {
  readonly loop: Loop;
  readonly rows: number;
  readonly layout: BeadLayout;
  /** Steps a felt beat apart are drawn a little stronger. */
  readonly stepsPerBeat: number;
  /** Rows that hold a tonic. */
  readonly homes: readonly boolean[];
  /** Where the loop is, in steps; `undefined` while the pulse rests. */
  readonly at: number | undefined;
  /** A light for each bead, by `step * rows + row`. */
  readonly lights: readonly Light[];
}

/** Draws the strings the beads are on, the beads, and where the loop is. */
export function drawLoop(frame: Frame2D, picture: LoopPicture): boolean {
  drawStrings(frame, picture);
  drawHand(frame, picture);
  let isMoving = picture.at !== undefined;
  const strengths = new Map(
    picture.loop.cells.map((cell) => [cell.step * picture.rows + cell.row, cell.strength]),
  );
  for (let step = 0; step < picture.loop.steps; step++) {
    for (let row = 0; row < picture.rows; row++) {
      const bead = step * picture.rows + row;
      const light = picture.lights[bead];
      drawBead(frame, picture, step, row, strengths.get(bead) ?? 0, light?.levelAt(frame.nowMs) ?? 0);
      isMoving ||= light !== undefined && !light.isDark;
    }
  }
  return isMoving;
}

function drawStrings({ pen, palette }: Frame2D, { layout, rows, loop, homes }: LoopPicture): void {
  for (let row = 0; row < rows; row++) {
    const isHome = homes[row] === true;
    pen.strokeStyle = (isHome ? palette.own : palette.line).at(palette.isForced ? 1 : isHome ? 0.6 : 0.32);
    pen.lineWidth = isHome ? 2.5 : 1.25;
    pen.beginPath();
    if (layout.look === 'ring') {
      pen.arc(layout.centre.x, layout.centre.y, layout.innerRadius + row * layout.ringGap, 0, 2 * Math.PI);
    } else {
      const [first, last] = [layout.placeOf(0, row), layout.placeOf(loop.steps - 1, row)];
      const half = layout.touch / 2;
      const [x, y] = layout.look === 'across' ? [half, 0] : [0, half];
      pen.moveTo(first.x - x, first.y - y);
      pen.lineTo(last.x + x, last.y + y);
    }
    pen.stroke();
  }
}

/** The tail behind the hand, in slices that fade. */
const SLICES = 14;

/** Where the loop is: a soft line through all rows, with a tail behind it. */
function drawHand({ pen, palette, isStill }: Frame2D, { layout, rows, loop, at }: LoopPicture): void {
  if (at === undefined) return;
  const now = isStill ? Math.floor(at) : at;
  const paint = palette.lamp;
  if (layout.look === 'ring') {
    const angle = (now / loop.steps) * 2 * Math.PI - Math.PI / 2;
    const reach = layout.innerRadius + (rows - 0.5) * Math.max(layout.ringGap, layout.touch * 0.5);
    const { x, y } = layout.centre;
    const start = Math.max(14, layout.innerRadius - layout.touch / 2);
    if (!palette.isForced && !isStill) {
      for (let slice = 0; slice < SLICES; slice++) {
        const width = (2 * Math.PI) / loop.steps / SLICES;
        pen.beginPath();
        pen.arc(x, y, reach, angle - (slice + 1) * width, angle - slice * width);
        pen.arc(x, y, start, angle - slice * width, angle - (slice + 1) * width, true);
        pen.closePath();
        pen.fillStyle = paint.at(0.1 * (1 - slice / SLICES));
        pen.fill();
      }
    }
    pen.beginPath();
    pen.moveTo(x + Math.cos(angle) * start, y + Math.sin(angle) * start);
    pen.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  } else {
    const first = layout.placeOf(0, 0);
    const next = layout.placeOf(1, 0);
    const [x, y] = [first.x + (next.x - first.x) * now, first.y + (next.y - first.y) * now];
    pen.beginPath();
    if (layout.look === 'across') {
      pen.moveTo(x, 0);
      pen.lineTo(x, layout.height);
    } else {
      pen.moveTo(0, y);
      pen.lineTo(layout.width, y);
    }
  }
  pen.strokeStyle = paint.at(palette.isForced ? 1 : 0.55);
  pen.lineWidth = 3;
  pen.lineCap = 'round';
  pen.stroke();
  pen.lineCap = 'butt';
}

function drawBead(
  { pen, palette, isStill }: Frame2D,
  { layout, stepsPerBeat }: LoopPicture,
  step: number,
  row: number,
  force: number,
  level: number,
): void {
  const { x, y } = layout.placeOf(step, row);
  const most = layout.touch / 2 - 3;
  const isOnBeat = step % stepsPerBeat === 0;
  pen.beginPath();
  if (force === 0) {
    pen.arc(x, y, isOnBeat ? 6.5 : 4, 0, 2 * Math.PI);
    pen.fillStyle = mix(palette.paper, palette.line, palette.isForced ? 1 : isOnBeat ? 0.85 : 0.6).solid;
    pen.fill();
    return;
  }
  const radius = most * (0.42 + 0.5 * force) * (isStill ? 1 : 1 + 0.1 * level);
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  const paint = palette.isForced ? palette.ink : palette.own;
  pen.fillStyle = palette.isForced
    ? paint.solid
    : mix(
        mix(palette.paper, paint, 0.55 + 0.4 * force),
        palette.isNight ? palette.ink : palette.paper,
        0.3 * level,
      ).solid;
  pen.fill();
  pen.lineWidth = 2 + 2 * level;
  pen.strokeStyle = mix(paint, palette.ink, 0.25 + 0.5 * level).solid;
  pen.stroke();
}
