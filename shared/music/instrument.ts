/**
 * The ensemble, as data: eight people should be told apart with closed eyes, a bass that carries, a middle that sings,
 * a top that glints. How each is made to sound is client/audio's affair.
 */
export const SURFACES = ['pads', 'drum', 'strings', 'field', 'loop'] as const;
/** What hands touch. `loop` is a step pattern that goes round; it can be laid over every struck or plucked instrument. */
export type SurfaceName = (typeof SURFACES)[number];

export interface Instrument {
  readonly id: InstrumentId;
  /** Unpitched instruments answer to where they are struck (`colour`: 0 centre, 1 rim) instead of to a pitch. */
  readonly isPitched: boolean;
  /** `struck` notes ring by themselves and end by their own decay; `held` ones last until released. */
  readonly kind: 'struck' | 'held';
  /** The register, whole MIDI numbers, both included. For unpitched instruments where they lie to the ear. */
  readonly lowest: number;
  readonly highest: number;
  /** Surfaces it can be played on, the one it is met with first. */
  readonly surfaces: readonly [SurfaceName, ...SurfaceName[]];
  /** Most notes of it that sound at once on a device, over all parts; the oldest quiet one is released first. */
  readonly maxVoices: number;
  /** General MIDI program (1 to 128) nearest to it; channel-10 key for unpitched ones. For exports. */
  readonly generalMidi: number;
}

export const INSTRUMENT_IDS = [
  'handDrum',
  'frameDrum',
  'shaker',
  'woodblock',
  'marimba',
  'kalimba',
  'bells',
  'bowls',
  'harp',
  'bass',
  'warmPad',
  'strings',
  'voice',
  'flute',
  'oceanDrum',
] as const;
export type InstrumentId = (typeof INSTRUMENT_IDS)[number];

const struck = (
  id: InstrumentId,
  register: readonly [number, number],
  surfaces: Instrument['surfaces'],
  generalMidi: number,
  isPitched = true,
): Instrument => ({
  id,
  isPitched,
  kind: 'struck',
  lowest: register[0],
  highest: register[1],
  surfaces,
  maxVoices: 24,
  generalMidi,
});

const held = (
  id: InstrumentId,
  register: readonly [number, number],
  surfaces: Instrument['surfaces'],
  generalMidi: number,
  isPitched = true,
): Instrument => ({ ...struck(id, register, surfaces, generalMidi, isPitched), kind: 'held', maxVoices: 8 });

export const INSTRUMENTS: Readonly<Record<InstrumentId, Instrument>> = {
  handDrum: struck('handDrum', [45, 57], ['drum', 'loop'], 64, false),
  frameDrum: struck('frameDrum', [38, 50], ['drum', 'loop'], 41, false),
  shaker: struck('shaker', [88, 96], ['drum', 'loop'], 70, false),
  woodblock: struck('woodblock', [76, 88], ['drum', 'loop'], 76, false),
  marimba: struck('marimba', [48, 76], ['pads', 'loop', 'strings'], 13),
  kalimba: struck('kalimba', [60, 84], ['pads', 'loop', 'strings'], 109),
  bells: struck('bells', [74, 98], ['pads', 'loop'], 10),
  bowls: struck('bowls', [50, 74], ['pads'], 15),
  harp: struck('harp', [48, 84], ['strings', 'pads', 'loop'], 47),
  bass: struck('bass', [28, 50], ['strings', 'pads', 'loop'], 33),
  warmPad: held('warmPad', [48, 72], ['pads', 'field'], 90),
  strings: held('strings', [43, 79], ['pads', 'field'], 49),
  voice: held('voice', [57, 81], ['field', 'pads'], 53),
  flute: held('flute', [65, 93], ['field', 'pads'], 76),
  oceanDrum: held('oceanDrum', [36, 60], ['field'], 123, false),
};
