import type { InstrumentId } from '../../../shared/music/instrument.ts';
import { bass } from './bass.ts';
import { bells } from './bells.ts';
import { bowls } from './bowls.ts';
import { flute } from './flute.ts';
import { frameDrum } from './frame-drum.ts';
import { handDrum } from './hand-drum.ts';
import { harp } from './harp.ts';
import { kalimba } from './kalimba.ts';
import { marimba } from './marimba.ts';
import { oceanDrum } from './ocean-drum.ts';
import type { Recipe } from './recipe.ts';
import { shaker } from './shaker.ts';
import { strings } from './strings.ts';
import { voice } from './voice.ts';
import { warmPad } from './warm-pad.ts';
import { woodblock } from './woodblock.ts';

/** How each instrument of the ensemble is made. */
export const RECIPES: Readonly<Record<InstrumentId, Recipe>> = {
  handDrum,
  frameDrum,
  shaker,
  woodblock,
  marimba,
  kalimba,
  bells,
  bowls,
  harp,
  bass,
  warmPad,
  strings,
  voice,
  flute,
  oceanDrum,
};
