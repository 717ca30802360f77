import { mix } from '../draw/palette.ts';
import type { Light } from '../draw/light.ts';
import type { Frame2D } from '../draw/stage.ts';
import type { StringLayout } from './string-crossing.ts';

/** One string as it is drawn. */
export interface Chord {
  readonly place: number;
  /** 0 lowest to 1 highest. */
  readonly height: number;
  readonly isTonic: boolean;
  readonly light: Light;
  /** When and where along it was plucked last, and how far it swings in css pixels at full light. */
  pluckedMs: number;
  along: number;
  swing: number;
}

/** A plucked string is a blur to the eye; within it the string itself sways slowly, never as fast as a flicker. */
const SWAYS_PER_SEC = 0.8;

/** Draws a string; says whether it still moves. */
export function drawChord(frame: Frame2D, chord: Chord, layout: StringLayout): boolean {
  const { pen, palette, nowMs, isStill } = frame;
  const level = chord.light.levelAt(nowMs);
  // The light of a string cannot flicker, and so neither can a swing that goes with it.
  const swing = isStill ? 0 : chord.swing * level;
  const sway = swing * 0.7 * Math.cos((nowMs / 1000) * SWAYS_PER_SEC * 2 * Math.PI + chord.place);
  const thickness = 5.5 - 3.7 * chord.height;
  const rest = mix(
    mix(palette.line, palette.ink, palette.isNight ? 0.35 : 0.1),
    palette.lamp,
    palette.isForced ? 0 : 0.25,
  );
  const own = palette.isForced ? palette.lamp : palette.own;

  pen.save();
  if (layout.across === 'y') {
    // Drawn upright in a picture turned by a quarter: along is x, across is y.
    pen.transform(0, 1, 1, 0, 0, 0);
  }
  if (swing > 0.6) {
    pen.fillStyle = own.at(palette.isForced ? 0.5 : 0.16);
    pen.beginPath();
    pen.moveTo(chord.place, 0);
    pen.quadraticCurveTo(chord.place + 2 * swing, chord.along, chord.place, layout.length);
    pen.quadraticCurveTo(chord.place - 2 * swing, chord.along, chord.place, 0);
    pen.fill();
  }
  if (!palette.isForced && level > 0.01) {
    pen.strokeStyle = own.at(0.28 * level);
    pen.lineWidth = thickness + 12 * level;
    line(pen, chord, layout, sway);
  }
  pen.strokeStyle = mix(rest, own, Math.min(1, level * 1.1)).solid;
  pen.lineWidth = thickness;
  line(pen, chord, layout, sway);
  pen.restore();
  if (chord.isTonic) drawHomeMark(frame, chord, layout);
  return !chord.light.isDark;
}

function line(pen: CanvasRenderingContext2D, chord: Chord, layout: StringLayout, sway: number): void {
  pen.beginPath();
  pen.moveTo(chord.place, 0);
  pen.quadraticCurveTo(chord.place + 2 * sway, chord.along, chord.place, layout.length);
  pen.stroke();
}

/** The tonic's string carries a bead at both ends, so that home is known by its form. */
function drawHomeMark({ pen, palette }: Frame2D, chord: Chord, layout: StringLayout): void {
  pen.fillStyle = palette.isForced ? palette.ink.solid : palette.own.solid;
  pen.strokeStyle = palette.paper.solid;
  pen.lineWidth = 3;
  for (const along of [26, layout.length - 26]) {
    const [x, y] = layout.across === 'x' ? [chord.place, along] : [along, chord.place];
    pen.beginPath();
    pen.arc(x, y, 9, 0, 2 * Math.PI);
    pen.stroke();
    pen.fill();
  }
}

/** The two bars the strings are tied to. */
export function drawBars({ pen, palette, width, height }: Frame2D, layout: StringLayout): void {
  const bar = 7;
  pen.fillStyle = palette.isForced ? palette.ink.solid : mix(palette.own, palette.dusk, 0.5).solid;
  if (layout.across === 'x') {
    pen.fillRect(0, 0, width, bar);
    pen.fillRect(0, height - bar, width, bar);
  } else {
    pen.fillRect(0, 0, bar, height);
    pen.fillRect(width - bar, 0, bar, height);
  }
}
