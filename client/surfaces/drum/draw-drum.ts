import { mix, type Paint } from '../draw/palette.ts';
import type { Frame2D } from '../draw/stage.ts';
import type { DrumBox } from './drum-head.ts';

/** A wave on the head, going out from where it was struck. */
export interface Ripple {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
  /** How strongly it is drawn, 0 to 1: fainter the more there are. */
  readonly share: number;
  readonly beganMs: number;
}

export const RIPPLE_MS = 1100;

/** Outline of the thing struck: a head, an egg, a block. */
function outline(box: DrumBox, grow = 1): Path2D {
  const [across, down] = [box.halfWidth * grow, box.halfHeight * grow];
  const path = new Path2D();
  if (box.form === 'drum') path.ellipse(box.x, box.y, across, down, 0, 0, 2 * Math.PI);
  else if (box.form === 'block') {
    path.roundRect(box.x - across, box.y - down, 2 * across, 2 * down, Math.min(across, down) * 0.22);
  } else {
    const [wide, low, top] = [across * 1.02, box.y + down, box.y - down];
    const belly = box.y + down * 0.16;
    path.moveTo(box.x, top);
    path.bezierCurveTo(box.x + wide * 0.66, top, box.x + wide, belly - down * 0.42, box.x + wide, belly);
    path.bezierCurveTo(box.x + wide, low - down * 0.3, box.x + wide * 0.56, low, box.x, low);
    path.bezierCurveTo(box.x - wide * 0.56, low, box.x - wide, low - down * 0.3, box.x - wide, belly);
    path.bezierCurveTo(box.x - wide, belly - down * 0.42, box.x - wide * 0.66, top, box.x, top);
    path.closePath();
  }
  return path;
}

/** The instrument at rest, lit a little while it is played; `give` is how far the whole of it gives, 0 to 1. */
export function drawBody(frame: Frame2D, box: DrumBox, level: number): void {
  const { pen, palette } = frame;
  const body = outline(box);
  const radius = Math.max(box.halfWidth, box.halfHeight);
  if (palette.isForced) {
    pen.lineWidth = 3 + 3 * level;
    pen.strokeStyle = palette.ink.solid;
    pen.stroke(body);
    if (box.form === 'drum') pen.stroke(outline(box, 0.92));
    drawDetail(frame, box, palette.ink);
    return;
  }
  pen.save();
  pen.translate(0, radius * 0.03);
  pen.fillStyle = palette.isNight ? 'rgb(2 10 14 / 0.45)' : 'rgb(92 70 38 / 0.2)';
  pen.fill(body);
  pen.restore();
  const { wood, skin, deep } = bodyPaints(frame);
  if (box.form === 'drum') {
    pen.fillStyle = wood.solid;
    pen.fill(body);
  }
  const head = box.form === 'drum' ? outline(box, 0.93) : body;
  const light = pen.createRadialGradient(
    box.x - radius * 0.15,
    box.y - radius * 0.25,
    radius * 0.05,
    box.x,
    box.y,
    radius * 1.05,
  );
  const glow = 0.12 * level;
  light.addColorStop(0, mix(skin, palette.own, glow).solid);
  light.addColorStop(1, mix(deep, palette.own, glow * 0.7).solid);
  pen.fillStyle = light;
  pen.fill(head);
  pen.lineWidth = 1.5;
  pen.strokeStyle = mix(wood, palette.ink, 0.3).at(0.7);
  pen.stroke(head);
  drawDetail(frame, box, wood);
}

function bodyPaints({ palette }: Frame2D): {
  readonly wood: Paint;
  readonly skin: Paint;
  readonly deep: Paint;
} {
  if (!palette.isNight) {
    return {
      wood: mix(palette.own, palette.sunk, 0.25),
      skin: mix(palette.raised, palette.own, 0.06),
      deep: mix(palette.sunk, palette.own, 0.14),
    };
  }
  return {
    wood: mix(palette.own, palette.dusk, 0.45),
    skin: mix(palette.dusk, palette.lamp, 0.46),
    deep: mix(palette.dusk, palette.lamp, 0.17),
  };
}

/** What shows where to strike: the deep centre of a drum, the slot of a block, the grains of a shaker. */
function drawDetail({ pen, palette }: Frame2D, box: DrumBox, paint: Paint): void {
  pen.strokeStyle = paint.at(palette.isForced ? 1 : 0.5);
  pen.fillStyle = paint.at(palette.isForced ? 1 : 0.42);
  pen.lineWidth = 2;
  pen.beginPath();
  if (box.form === 'drum') {
    pen.ellipse(box.x, box.y, box.halfWidth * 0.34, box.halfHeight * 0.34, 0, 0, 2 * Math.PI);
    pen.stroke();
    pen.beginPath();
    pen.ellipse(box.x, box.y, box.halfWidth * 0.7, box.halfHeight * 0.7, 0, 0, 2 * Math.PI);
    pen.setLineDash([2, 9]);
    pen.stroke();
    pen.setLineDash([]);
  } else if (box.form === 'block') {
    pen.roundRect(
      box.x - box.halfWidth * 0.74,
      box.y + box.halfHeight * 0.32,
      box.halfWidth * 1.48,
      box.halfHeight * 0.17,
      box.halfHeight * 0.08,
    );
    pen.fill();
  } else {
    // Seeds lie as in a sunflower: the golden angle.
    for (let seed = 1; seed <= 46; seed++) {
      const away = Math.sqrt(seed / 46) * 0.72;
      const [x, y] = [Math.cos(seed * 2.39996) * away, Math.sin(seed * 2.39996) * away];
      pen.moveTo(box.x + x * box.halfWidth + 3, box.y + box.halfHeight * (0.1 + y));
      pen.arc(box.x + x * box.halfWidth, box.y + box.halfHeight * (0.1 + y), 3, 0, 2 * Math.PI);
    }
    pen.fill();
  }
}

/** Draws the waves that go out over the head. */
export function drawRipples(frame: Frame2D, box: DrumBox, ripples: readonly Ripple[]): void {
  const { pen, palette, nowMs, isStill } = frame;
  if (ripples.length === 0) return;
  const radius = Math.max(box.halfWidth, box.halfHeight);
  pen.save();
  pen.clip(outline(box, box.form === 'drum' ? 0.93 : 1));
  for (const { x, y, strength, share, beganMs } of ripples) {
    const age = Math.min(1, Math.max(0, (nowMs - beganMs) / RIPPLE_MS));
    const fade = (1 - age) ** 1.5 * share * (0.35 + 0.65 * strength);
    const paint = palette.isForced ? palette.lamp : mix(palette.own, palette.ink, 0.35);
    const reach = isStill ? radius * 0.22 : radius * (0.06 + 1.25 * (1 - (1 - age) ** 2));
    if (!palette.isForced) {
      const spot = pen.createRadialGradient(x, y, 0, x, y, radius * 0.4);
      spot.addColorStop(0, paint.at((palette.isNight ? 0.5 : 0.3) * fade));
      spot.addColorStop(1, paint.at(0));
      pen.fillStyle = spot;
      pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    for (const [behind, weight] of [
      [0, 1],
      [0.12, 0.55],
      [0.22, 0.3],
    ] as const) {
      const at = reach - behind * radius;
      if (at <= 2) continue;
      pen.beginPath();
      pen.arc(x, y, at, 0, 2 * Math.PI);
      pen.lineWidth = 1.5 + 4 * strength * (1 - age);
      pen.strokeStyle = paint.at(0.75 * fade * weight);
      pen.stroke();
      if (isStill) break;
    }
  }
  pen.restore();
}
