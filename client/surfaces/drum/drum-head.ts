/** What an unpitched instrument looks like under the hand. */
export type DrumForm = 'drum' | 'shaker' | 'block';

/** Where the thing to strike lies, in css pixels. */
export interface DrumBox {
  readonly form: DrumForm;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Room left around it. */
const MARGIN = 0.05;
/** Height of the form as a share of its width. */
const ASPECT: Readonly<Record<DrumForm, number>> = { drum: 1, shaker: 1.3, block: 0.58 };

export function drumFormOf(instrument: string): DrumForm {
  if (instrument === 'shaker') return 'shaker';
  return instrument === 'woodblock' ? 'block' : 'drum';
}

/** The largest of its form that the box holds, in the middle. */
export function drumBox(form: DrumForm, width: number, height: number): DrumBox {
  const room = 1 - 2 * MARGIN;
  const halfWidth = Math.min((width * room) / 2, (height * room) / 2 / ASPECT[form]);
  return { form, x: width / 2, y: height / 2, halfWidth, halfHeight: halfWidth * ASPECT[form] };
}

/**
 * Where a strike lies between the centre (0, deep) and the rim (1, bright). Beyond the rim it is the rim: a touch beside the
 * drum sounds as well. A block has its middle along its whole length.
 */
export function colourAt(box: DrumBox, x: number, y: number): number {
  if (box.halfWidth <= 0 || box.halfHeight <= 0) return 0;
  const [across, down] = [(x - box.x) / box.halfWidth, (y - box.y) / box.halfHeight];
  const away = box.form === 'block' ? Math.max(Math.abs(across), Math.abs(down)) : Math.hypot(across, down);
  return Math.min(1, away);
}

/** The places keys and switches can strike, from the centre outwards, and their colours. */
export const DRUM_PLACES = [0, 0.55, 0.95] as const;

/** The point of a place, where its ripple starts. */
export function pointOfPlace(box: DrumBox, place: number): { readonly x: number; readonly y: number } {
  const away = DRUM_PLACES[place] ?? 0;
  // Upper right, where a right hand strikes.
  const angle = place === 1 ? -0.9 : -2.2;
  return {
    x: box.x + Math.cos(angle) * away * box.halfWidth,
    y: box.y + Math.sin(angle) * away * box.halfHeight,
  };
}

/** What one switch plays: the centre on the one of the bar, further out on the other beats and between them. */
export function placeByPulse(feltBeat: number): 0 | 1 | 2 {
  const nearest = Math.round(feltBeat);
  if (Math.abs(feltBeat - nearest) > 0.25) return 2;
  return nearest % 2 === 0 ? 0 : 1;
}
