import type { HeardNote } from '../touch.ts';
import { createLight, type Light, OTHERS_PACE } from './light.ts';
import { mix, type Paint } from './palette.ts';
import type { Frame2D } from './stage.ts';

/** Where on a surface a note belongs: the number of its place, and its middle in css pixels. */
export interface GuestPlace {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

/** Others, as faint colour at the places they play, at the moment they are heard. */
export interface Guests {
  hear(note: HeardNote, nowMs: number): void;
  /** Draws them; says whether any is still lit. */
  draw(frame: Frame2D, radius: number): boolean;
}

/**
 * One light a place, not one a note: a place that many play stays lit in the colour of whoever played it last, and cannot
 * flicker however densely the room plays.
 */
interface Guest {
  readonly light: Light;
  /** Place as a fraction of the surface, so that it survives a turn of the tablet. */
  readonly x: number;
  readonly y: number;
  colour: string;
  shape: string;
  paint: Paint | undefined;
}

/** How fast a light takes on another's colour, a time constant. */
const TINT_MS = 450;
/** Places lit at once: more are not seen apart. */
const MAX_PLACES = 48;

export function createGuests(
  whereIs: (note: HeardNote) => GuestPlace | undefined,
  sizeOf: () => { readonly width: number; readonly height: number },
): Guests {
  const guests = new Map<number, Guest>();
  return {
    hear(note, nowMs) {
      const where = whereIs(note);
      const { width, height } = sizeOf();
      if (!where || width === 0 || height === 0) return;
      const known = guests.get(where.place);
      if (!known && guests.size >= MAX_PLACES) return;
      const guest = known ?? {
        light: createLight(OTHERS_PACE),
        x: where.x / width,
        y: where.y / height,
        colour: note.colour,
        shape: note.shape,
        paint: undefined,
      };
      guests.set(where.place, guest);
      guest.colour = note.colour;
      guest.shape = note.shape;
      guest.light.light(0.5 + 0.5 * note.strength, nowMs);
    },
    draw(frame, radius) {
      for (const [place, guest] of guests) {
        const level = guest.light.levelAt(frame.nowMs);
        if (guest.light.isDark) guests.delete(place);
        else drawGuest(frame, guest, level, radius);
      }
      return guests.size > 0;
    },
  };
}

function drawGuest(frame: Frame2D, guest: Guest, level: number, radius: number): void {
  const { pen, palette, width, height, passedMs } = frame;
  const wanted = palette.part(guest.colour);
  guest.paint = guest.paint ? mix(guest.paint, wanted, 1 - Math.exp(-passedMs / TINT_MS)) : wanted;
  pen.save();
  pen.translate(guest.x * width, guest.y * height);
  if (!palette.isForced) {
    const halo = pen.createRadialGradient(0, 0, 0, 0, 0, radius);
    // On paper a tint shows, and would glare, sooner than in the dark.
    const most = palette.isNight ? 0.34 : 0.22;
    halo.addColorStop(0, guest.paint.at(most * level));
    halo.addColorStop(0.5, guest.paint.at(0.36 * most * level));
    halo.addColorStop(1, guest.paint.at(0));
    pen.fillStyle = halo;
    pen.fillRect(-radius, -radius, 2 * radius, 2 * radius);
  }
  const shape = palette.shape(guest.shape);
  if (shape) {
    const size = Math.max(7, Math.min(13, radius * 0.16));
    pen.scale(size, size);
    pen.lineWidth = 2 / size;
    pen.strokeStyle = wanted.at((palette.isForced ? 1 : 0.8) * level);
    pen.stroke(shape);
  }
  pen.restore();
}
