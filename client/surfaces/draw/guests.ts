import type { HeardNote } from '../touch.ts';
import { createLight, type Light, OTHERS_PACE } from './light.ts';
import type { Frame2D } from './stage.ts';

/** Where on a surface a pitch lies, in css pixels; `undefined` where it has no place. */
export type WhereIs = (note: HeardNote) => { readonly x: number; readonly y: number } | undefined;

/** Others, as faint lights: one a person, that goes to where they play at the moment they are heard. */
export interface Guests {
  hear(note: HeardNote, nowMs: number): void;
  /** Draws them; says whether any is still lit. */
  draw(frame: Frame2D, radius: number): boolean;
}

interface Guest {
  readonly light: Light;
  readonly colour: string;
  readonly shape: string;
  /** Place as a fraction of the surface, so that it survives a turn of the tablet. */
  x: number;
  y: number;
  toX: number;
  toY: number;
}

/** How fast a light goes to its new place, a time constant. */
const GO_MS = 160;
/** More lights than seats there cannot be. */
const MAX_GUESTS = 24;

export function createGuests(
  whereIs: WhereIs,
  sizeOf: () => { readonly width: number; readonly height: number },
): Guests {
  const guests = new Map<string, Guest>();
  return {
    hear(note, nowMs) {
      const place = whereIs(note);
      const { width, height } = sizeOf();
      if (!place || width === 0 || height === 0) return;
      const [x, y] = [place.x / width, place.y / height];
      const key = `${note.colour} ${note.shape}`;
      const known = guests.get(key);
      if (!known && guests.size >= MAX_GUESTS) return;
      const guest = known ?? {
        light: createLight(OTHERS_PACE),
        colour: note.colour,
        shape: note.shape,
        x,
        y,
        toX: x,
        toY: y,
      };
      guests.set(key, guest);
      if (guest.light.isDark) [guest.x, guest.y] = [x, y];
      [guest.toX, guest.toY] = [x, y];
      guest.light.light(0.5 + 0.5 * note.strength, nowMs);
    },
    draw(frame, radius) {
      for (const [key, guest] of guests) {
        const level = guest.light.levelAt(frame.nowMs);
        if (guest.light.isDark) {
          guests.delete(key);
          continue;
        }
        const share = frame.isStill ? 1 : 1 - Math.exp(-frame.passedMs / GO_MS);
        guest.x += (guest.toX - guest.x) * share;
        guest.y += (guest.toY - guest.y) * share;
        drawGuest(frame, guest, level, radius);
      }
      return guests.size > 0;
    },
  };
}

function drawGuest(
  { pen, palette, width, height }: Frame2D,
  guest: Guest,
  level: number,
  radius: number,
): void {
  const paint = palette.part(guest.colour);
  pen.save();
  pen.translate(guest.x * width, guest.y * height);
  if (!palette.isForced) {
    const halo = pen.createRadialGradient(0, 0, 0, 0, 0, radius);
    halo.addColorStop(0, paint.at(0.34 * level));
    halo.addColorStop(0.5, paint.at(0.13 * level));
    halo.addColorStop(1, paint.at(0));
    pen.fillStyle = halo;
    pen.fillRect(-radius, -radius, 2 * radius, 2 * radius);
  }
  const shape = palette.shape(guest.shape);
  if (shape) {
    const size = Math.max(7, Math.min(13, radius * 0.16));
    pen.scale(size, size);
    pen.lineWidth = 2 / size;
    pen.strokeStyle = paint.at((palette.isForced ? 1 : 0.75) * level);
    pen.stroke(shape);
  }
  pen.restore();
}
