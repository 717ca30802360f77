/**
 * Where a chair stands. Angles run counter-clockwise from the nearest point of the circle (the bottom of a picture):
 *
 *     x = sin(angle)   right is positive, and is the pan a person sounds from
 *     y = cos(angle)   down is positive, as on a screen
 *
 * The circle is turned a little so that no two chairs share an x: each person then has a place of their own to the ear.
 */
export interface Place {
  readonly angle: number;
  readonly x: number;
  readonly y: number;
}

/** Place of a chair (from 0) among `chairs`, on a circle of radius 1. Chairs beyond the last begin again at the first. */
export function placeOfChair(chair: number, chairs: number): Place {
  const count = Math.max(1, Math.floor(chairs));
  const step = (2 * Math.PI) / count;
  const angle = turnOf(count, step) + (chair % count) * step;
  return { angle, x: Math.sin(angle), y: Math.cos(angle) };
}

/** The pan of a chair's sound, -1 left to 1 right. A person alone sits in the middle. */
export function panOfChair(chair: number, chairs: number): number {
  return placeOfChair(chair, chairs).x;
}

/**
 * Two chairs share an x when their angles add up to half a turn. An odd circle avoids it as it stands; an even one when turned
 * by a quarter of a step; two people face each other from left and right.
 */
function turnOf(count: number, step: number): number {
  if (count === 2) return -step / 2;
  return count % 2 === 0 ? -step / 4 : 0;
}
