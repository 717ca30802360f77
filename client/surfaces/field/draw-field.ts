import type { Light } from '../draw/light.ts';
import { mix, type Paint } from '../draw/palette.ts';
import type { Frame2D } from '../draw/stage.ts';

/** A voice's light: it follows the finger a little behind, and stays a while where it was left. */
export interface Glow {
  readonly light: Light;
  x: number;
  y: number;
  toX: number;
  toY: number;
  /** Where it was in the last frames, newest last, in css pixels. */
  readonly tail: { x: number; y: number }[];
}

const FOLLOW_MS = 70;
const TAIL = 22;

/** The steps of the scale as faint columns; the tonic's has a line and a round foot, so that home is known by its form. */
export function drawColumns(frame: Frame2D, homes: readonly boolean[]): void {
  const { pen, palette, width, height } = frame;
  const column = width / Math.max(1, homes.length);
  homes.forEach((isHome, index) => {
    const middle = (index + 0.5) * column;
    if (!palette.isForced && index % 2 === 1) {
      pen.fillStyle = palette.ink.at(palette.isNight ? 0.025 : 0.028);
      pen.fillRect(index * column, 0, column, height);
    }
    const paint = isHome ? palette.own : palette.line;
    pen.strokeStyle = paint.at(palette.isForced ? 1 : isHome ? 0.75 : 0.3);
    pen.lineWidth = isHome ? 2.5 : 1.25;
    pen.beginPath();
    pen.moveTo(middle, isHome ? 0 : height * 0.06);
    pen.lineTo(middle, height - (isHome ? 34 : height * 0.06));
    pen.stroke();
    if (!isHome) return;
    pen.beginPath();
    pen.arc(middle, height - 24, 9, 0, 2 * Math.PI);
    pen.stroke();
  });
}

/** The low light that lies in the field: brighter above, where the voice is brighter. */
export function drawGround({ pen, palette, width, height }: Frame2D): void {
  if (palette.isForced) return;
  const ground = pen.createLinearGradient(0, 0, 0, height);
  ground.addColorStop(0, mix(palette.paper, palette.own, 0.2).at(0.85));
  ground.addColorStop(1, palette.paper.at(0));
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
}

/** Where the keys would play: a ring, for whoever comes by key or switch. */
export function drawCursor({ pen, palette, width, height }: Frame2D, x: number, y: number): void {
  pen.beginPath();
  pen.arc(x * width, y * height, 26, 0, 2 * Math.PI);
  pen.lineWidth = 3;
  pen.strokeStyle = palette.ink.solid;
  pen.stroke();
}

/** Moves a light on and draws it with what it leaves behind; says whether it still moves. */
export function drawGlow(frame: Frame2D, glow: Glow): boolean {
  const { pen, palette, width, height, nowMs, passedMs, isStill } = frame;
  const level = glow.light.levelAt(nowMs);
  const share = isStill ? 1 : 1 - Math.exp(-passedMs / FOLLOW_MS);
  glow.x += (glow.toX - glow.x) * share;
  glow.y += (glow.toY - glow.y) * share;
  const [x, y] = [glow.x * width, glow.y * height];
  glow.tail.push({ x, y });
  if (glow.tail.length > (isStill ? 1 : TAIL)) glow.tail.shift();
  if (glow.light.isDark) return false;

  const paint = palette.isForced ? palette.lamp : palette.own;
  const radius = Math.min(width, height) * (0.16 + 0.12 * (1 - glow.y));
  if (!palette.isForced) {
    drawTail(pen, paint, glow.tail, level, radius * 0.3);
    const halo = pen.createRadialGradient(x, y, 0, x, y, radius * 1.5);
    halo.addColorStop(0, paint.at(0.6 * level));
    halo.addColorStop(0.35, paint.at(0.24 * level));
    halo.addColorStop(1, paint.at(0));
    pen.fillStyle = halo;
    pen.fillRect(x - radius * 1.5, y - radius * 1.5, radius * 3, radius * 3);
  }
  pen.beginPath();
  pen.arc(x, y, 15 + 9 * (1 - glow.y), 0, 2 * Math.PI);
  pen.fillStyle = mix(paint, palette.isNight ? palette.ink : palette.paper, 0.35).at(0.9 * level);
  pen.fill();
  pen.lineWidth = 2.5;
  pen.strokeStyle = paint.at(level);
  pen.stroke();
  return true;
}

function drawTail(
  pen: CanvasRenderingContext2D,
  paint: Paint,
  tail: readonly { x: number; y: number }[],
  level: number,
  width: number,
): void {
  for (let point = 1; point < tail.length; point++) {
    const [from, to] = [tail[point - 1], tail[point]];
    if (!from || !to || Math.hypot(to.x - from.x, to.y - from.y) < 0.5) continue;
    const share = point / tail.length;
    pen.strokeStyle = paint.at(0.16 * share * level);
    pen.lineWidth = Math.max(2, width * share);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
}

/** Waves of an ocean drum: `swell` lifts them and `phase`, in turns, moves them on. */
export function drawWaves(frame: Frame2D, swell: number, phase: number): void {
  const { pen, palette, width, height } = frame;
  const paint = palette.isForced ? palette.ink : palette.own;
  const rows = 7;
  for (let row = 0; row < rows; row++) {
    const share = row / (rows - 1);
    const base = height * (0.2 + 0.74 * share);
    const lift = height * (0.008 + 0.045 * swell) * (0.6 + 0.8 * share);
    const waves = 1.6 + 1.5 * (1 - share);
    const shift = phase * 2 * Math.PI * (row % 2 === 0 ? 1 : -0.7) + row * 1.7;
    pen.beginPath();
    pen.moveTo(0, height);
    for (let step = 0; step <= 48; step++) {
      const x = (step / 48) * width;
      pen.lineTo(x, base + lift * Math.sin((step / 48) * waves * 2 * Math.PI + shift));
    }
    pen.lineTo(width, height);
    pen.closePath();
    if (palette.isForced) {
      pen.lineWidth = 2;
      pen.strokeStyle = paint.solid;
      pen.stroke();
    } else {
      pen.fillStyle = paint.at(0.055 + 0.05 * share);
      pen.fill();
    }
  }
}
