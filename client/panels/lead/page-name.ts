/** The pages of leading, one for each thing. */
export type PageName = 'all' | 'person' | ListedPage;
export type ListedPage = (typeof LISTED)[number];

/** In the order of the drawer: people, music, the course, the room. */
export const LISTED = [
  'people',
  'door',
  'invite',
  'signals',
  'holding',
  'tempo',
  'music',
  'chords',
  'loudness',
  'conduct',
  'ground',
  'rounds',
  'arc',
  'ending',
  'close',
  'echo',
  'company',
  'notes',
  'large',
  'keys',
] as const;
