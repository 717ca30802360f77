/** Shapes a person chooses from; with a colour they make a part recognisable without a name and without colour vision. */
export const SHAPES = ['circle', 'triangle', 'square', 'diamond', 'star', 'drop', 'leaf', 'wave'] as const;
export type Shape = (typeof SHAPES)[number];

/** Part colours by name; the theme says how each looks by day and by night. Given by the room, one look a person. */
export const COLOURS = ['amber', 'teal', 'rose', 'sky', 'lime', 'violet', 'coral', 'sand'] as const;
export type Colour = (typeof COLOURS)[number];
