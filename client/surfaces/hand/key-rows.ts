/**
 * Rows of a keyboard as places of a surface, by where the keys are and not by what is written on them. Low to high from
 * left to right, and from the row nearest to the person upwards; a few places lie on the home row alone.
 */
const DIGITS = [
  'Digit1',
  'Digit2',
  'Digit3',
  'Digit4',
  'Digit5',
  'Digit6',
  'Digit7',
  'Digit8',
  'Digit9',
  'Digit0',
];
const TOP = ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP'];
const HOME = ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon'];
const BOTTOM = ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash'];

/** The place a key plays among `places` of them, from 0; `undefined` for a key that plays none. */
export function placeOfKey(code: string, places: number): number | undefined {
  const place = rowsFor(places).flat().indexOf(code);
  return place >= 0 && place < places ? place : undefined;
}

function rowsFor(places: number): readonly (readonly string[])[] {
  if (places <= 10) return [HOME];
  if (places <= 20) return [HOME, TOP];
  if (places <= 30) return [BOTTOM, HOME, TOP];
  return [BOTTOM, HOME, TOP, DIGITS];
}
