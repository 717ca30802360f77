import { createRandom } from '../../shared/base/random.ts';
import type { Part, SoundingNote } from '../player/synth.ts';
import type { Found } from './shelf.ts';
import { hzOf, type StruckRecipe } from './sound/recipe.ts';
import { gainOfDecibels, gainOfStrength, once, type Place, type Voice } from './voice.ts';

/** Nodes of one struck voice of two layers, for the count. */
export const STRUCK_NODES = 6;
/** Never a shorter fade than this (5 ms is where a click begins). */
const SHORTEST_FADE_SEC = 0.01;
const USUAL_FADE_SEC = 0.25;

export interface Stroke extends Pick<SoundingNote, 'key' | 'pitch' | 'strength' | 'colour' | 'seed'> {
  readonly part: Part | undefined;
  readonly instrument: string;
  readonly isPitched: boolean;
  /** What its instrument is turned up or down by. */
  readonly trimDb: number;
}

/** A rendered stroke at the note's pitch: buffer, brightness, loudness. It ends by itself. */
export function startStruck(
  place: Place,
  recipe: StruckRecipe,
  found: Found,
  note: Stroke,
  startSec: number,
): Voice {
  const { context } = place;
  const random = createRandom(note.seed);
  const brightness = 0.9 + 0.22 * random();
  const hz = hzOf(note.pitch);
  // Between two rendered places of a drum the skin is a little tighter towards the rim.
  const rate = note.isPitched
    ? hz / found.hz
    : 2 ** ((note.colour - found.root) * 0.25) * (0.994 + 0.012 * random());
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.Q.value = 0;
  filter.frequency.value = Math.min(16_000, recipe.cutoffHz({ ...note, hz }) * brightness);
  const level = gainOfStrength(note.strength);
  const gain = context.createGain();
  gain.gain.value = level * gainOfDecibels(note.trimDb + random() - 0.5);
  filter.connect(gain).connect(place.input);
  const sources = found.layers.map(({ buffer, share }) => {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = rate;
    if (share < 1) {
      const layer = context.createGain();
      layer.gain.value = share;
      source.connect(layer).connect(filter);
    } else source.connect(filter);
    source.start(startSec);
    return source;
  });

  const ringSec = Math.max(...found.layers.map(({ buffer }) => buffer.duration)) / rate;
  let endSec = startSec + ringSec;
  let sounding = sources.length;
  const letGo = once(() => {
    gain.disconnect();
    place.onSilent();
  });
  for (const source of sources) {
    source.addEventListener('ended', () => {
      sounding--;
      if (sounding === 0) letGo();
    });
  }

  return {
    key: note.key,
    part: note.part,
    instrument: note.instrument,
    startSec,
    get endSec() {
      return endSec;
    },
    levelAt: (atSec) => level * 10 ** ((-3 * Math.max(0, atSec - startSec)) / ringSec),
    release(whenSec, fadeSec = USUAL_FADE_SEC) {
      const fade = Math.max(SHORTEST_FADE_SEC, fadeSec);
      const from = Math.max(whenSec, startSec);
      if (from + fade >= endSec) return;
      gain.gain.setTargetAtTime(0, from, fade / 5);
      endSec = from + fade * 1.8;
      for (const source of sources) source.stop(endSec);
    },
    bend: () => undefined,
    cancel() {
      endSec = startSec;
      for (const source of sources) source.stop();
      letGo();
    },
  };
}
