/** How a part looks. The names are the room's own (shared/event/look.ts); a test holds the two lists together. */
export const PART_COLOURS = ['amber', 'teal', 'rose', 'sky', 'lime', 'violet', 'coral', 'sand'] as const;
export type PartColour = (typeof PART_COLOURS)[number];

export const PART_SHAPES = [
  'circle',
  'triangle',
  'square',
  'diamond',
  'star',
  'drop',
  'leaf',
  'wave',
] as const;
export type PartShape = (typeof PART_SHAPES)[number];

/** The theme's name for a part colour, for styles: `var(--part-amber)`. */
export const partColour = (colour: PartColour) => `var(--part-${colour})`;
