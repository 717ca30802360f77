import { INSTRUMENTS, type InstrumentId, type SurfaceName } from '../../shared/music/instrument.ts';
import type { IconName } from '../ui/icon/icon-paths.ts';
import type { PartShape } from '../ui/part.ts';

/** The ensemble as people look for it: by what the hands do. */
export const FAMILIES = {
  drums: ['handDrum', 'frameDrum', 'shaker', 'woodblock', 'oceanDrum'],
  bars: ['marimba', 'kalimba', 'bells', 'bowls'],
  plucked: ['harp', 'bass'],
  long: ['warmPad', 'strings', 'voice', 'flute'],
} as const satisfies Readonly<Record<string, readonly InstrumentId[]>>;

export type Family = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[];

/** The families that have instruments on offer, each with those. */
export const familiesOf = (
  offered: readonly InstrumentId[],
): readonly (readonly [Family, readonly InstrumentId[]])[] =>
  FAMILY_NAMES.map(
    (family) => [family, FAMILIES[family].filter((id) => offered.includes(id))] as const,
  ).filter(([, instruments]) => instruments.length > 0);

export const familyOf = (instrument: InstrumentId): Family =>
  FAMILY_NAMES.find((family) => (FAMILIES[family] as readonly InstrumentId[]).includes(instrument)) ??
  'drums';

export const INSTRUMENT_ICONS: Readonly<Record<InstrumentId, IconName>> = {
  handDrum: 'drum',
  frameDrum: 'drum',
  shaker: 'shaker',
  woodblock: 'wood',
  marimba: 'pads',
  kalimba: 'hand',
  bells: 'bell',
  bowls: 'bowl',
  harp: 'harp',
  bass: 'strings',
  warmPad: 'heart',
  strings: 'strings',
  voice: 'voice',
  flute: 'flute',
  oceanDrum: 'ocean',
};

export const SURFACE_ICONS: Readonly<Record<SurfaceName, IconName>> = {
  pads: 'pads',
  drum: 'drum',
  strings: 'strings',
  field: 'field',
  loop: 'loop',
};

/** The instrument offered first for a shape: people who take what is there still make a varied group. */
const FIRST_FOR_SHAPE: Readonly<Record<PartShape, InstrumentId>> = {
  circle: 'handDrum',
  triangle: 'kalimba',
  square: 'marimba',
  diamond: 'bells',
  star: 'harp',
  drop: 'bowls',
  leaf: 'frameDrum',
  wave: 'flute',
};

export const firstInstrument = (shape: PartShape): InstrumentId => FIRST_FOR_SHAPE[shape];

/** The way of playing an instrument is met with. */
export const firstSurface = (instrument: InstrumentId): SurfaceName => INSTRUMENTS[instrument].surfaces[0];
