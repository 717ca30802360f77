import { mix, type Paint, type Palette } from '../draw/palette.ts';
import type { Frame2D } from '../draw/stage.ts';
import type { Light } from '../draw/light.ts';
import { type Bed, stoneOutline } from './stones.ts';

/** One stone as it is drawn. */
export interface Stone {
  readonly bed: Bed;
  readonly path: Path2D;
  readonly isTonic: boolean;
  /** 0 for the lowest note, 1 for the highest. */
  readonly height: number;
  readonly light: Light;
}

/** Stones lie this far apart, in css pixels. */
const GAP = 7;
/** A stone gives by this share of its size, with its light: so it cannot tremble where the light cannot flicker. */
const GIVE = 0.055;

/** The outline of a stone in its bed; a tonic is a full oval, so that home is known by its form. */
export function stonePath(bed: Bed, seed: number, isTonic: boolean): Path2D {
  const [halfWidth, halfHeight] = [bed.width / 2 - GAP, bed.height / 2 - GAP];
  const path = new Path2D();
  if (isTonic) path.ellipse(0, 0, halfWidth * 0.985, halfHeight * 0.985, 0, 0, 2 * Math.PI);
  else smoothInto(path, stoneOutline(seed, halfWidth, halfHeight));
  return path;
}

/** Runs through the middle of each pair of points, so that no corner is left. */
function smoothInto(path: Path2D, points: readonly (readonly [number, number])[]): void {
  const last = points.at(-1);
  const first = points[0];
  if (!last || !first) return;
  path.moveTo((last[0] + first[0]) / 2, (last[1] + first[1]) / 2);
  points.forEach(([x, y], index) => {
    const next = points[index + 1] ?? first;
    path.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2);
  });
  path.closePath();
}

/** Draws a stone and moves it on by one frame; says whether it still moves. */
export function drawStone(frame: Frame2D, stone: Stone): boolean {
  const { pen, palette, nowMs, isStill } = frame;
  const level = stone.light.levelAt(nowMs);
  const give = isStill ? 0 : level;

  pen.save();
  pen.translate(stone.bed.x + stone.bed.width / 2, stone.bed.y + stone.bed.height / 2);
  if (!palette.isForced) {
    pen.translate(0, 5);
    pen.fillStyle = palette.isNight ? 'rgb(2 10 14 / 0.42)' : 'rgb(92 70 38 / 0.17)';
    pen.fill(stone.path);
    pen.translate(0, -5 + 4 * give);
  }
  const scale = 1 - GIVE * give;
  pen.scale(scale, scale);
  paintBody(frame, stone, level);
  pen.restore();
  return !stone.light.isDark;
}

function paintBody({ pen, palette }: Frame2D, stone: Stone, level: number): void {
  const half = Math.min(stone.bed.width, stone.bed.height) / 2 - GAP;
  if (palette.isForced) {
    paintLines(pen, palette, stone, level, half);
    return;
  }
  const { low, high } = bodyPaints(palette, stone.height);
  const lit = palette.own;
  const body = pen.createRadialGradient(-half * 0.35, -half * 0.6, half * 0.1, 0, 0, half * 1.5);
  body.addColorStop(0, mix(high, lit, 0.82 * level).solid);
  body.addColorStop(1, mix(low, lit, 0.72 * level).solid);
  pen.fillStyle = body;
  pen.fill(stone.path);
  pen.lineWidth = 1.5;
  pen.strokeStyle = edgePaint(palette).at(0.7);
  pen.stroke(stone.path);
  if (stone.isTonic) {
    pen.beginPath();
    pen.ellipse(0, 0, half * 0.3, half * 0.3, 0, 0, 2 * Math.PI);
    pen.lineWidth = 2.5;
    pen.strokeStyle = mix(palette.own, palette.isNight ? palette.paper : palette.ink, level * 0.8).at(0.85);
    pen.stroke();
  }
}

/** Stones are of the room's own ground, a little of one's own colour in them, lighter towards the top of the register. */
function bodyPaints(palette: Palette, height: number): { readonly low: Paint; readonly high: Paint } {
  const ground = palette.isNight
    ? mix(palette.raised, palette.ink, 0.05 + 0.15 * height)
    : mix(palette.sunk, palette.raised, 0.25 + 0.75 * height);
  const tinted = mix(ground, palette.own, palette.isNight ? 0.06 : 0.1);
  return {
    low: mix(tinted, palette.isNight ? palette.sunk : palette.line, palette.isNight ? 0.34 : 0.12),
    high: mix(tinted, palette.isNight ? palette.ink : palette.raised, palette.isNight ? 0.09 : 0.4),
  };
}

const edgePaint = (palette: Palette) => mix(palette.line, palette.own, 0.25);

function paintLines(
  pen: CanvasRenderingContext2D,
  palette: Palette,
  stone: Stone,
  level: number,
  half: number,
): void {
  if (level > 0.02) {
    pen.fillStyle = palette.lamp.at(level);
    pen.fill(stone.path);
  }
  pen.lineWidth = 2;
  pen.strokeStyle = palette.ink.solid;
  pen.stroke(stone.path);
  if (!stone.isTonic) return;
  pen.beginPath();
  pen.ellipse(0, 0, half * 0.3, half * 0.3, 0, 0, 2 * Math.PI);
  pen.stroke();
}
