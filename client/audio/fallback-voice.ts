import type { SoundingNote } from '../player/synth.ts';
import { hzOf, type Recipe } from './sound/recipe.ts';
import { gainOfStrength, once, type Place, type Voice } from './voice.ts';

/** Nodes of one stand-in voice, for the count. */
export const FALLBACK_NODES = 2;
/** A bare sine at this gain is about as loud as a rendered note of the same strength. */
const LEVEL = 0.22;
const RISE_SEC = 0.004;
const STRUCK_FALL_SEC = 0.16;
const TO_SILENCE = 8;
const GLIDE_SEC = 0.02;

/** A plain soft sine, for the moment before an instrument's first sample is there: a first touch is never mute. */
export function startFallback(place: Place, recipe: Recipe, note: SoundingNote, startSec: number): Voice {
  const { context } = place;
  const sine = context.createOscillator();
  sine.frequency.value = hzOf(note.pitch);
  const envelope = context.createGain();
  envelope.gain.value = 0;
  let level = gainOfStrength(note.strength);
  let endSec = Infinity;
  let releasedSec = Infinity;
  envelope.gain.setTargetAtTime(level * LEVEL, startSec, RISE_SEC);
  sine.connect(envelope).connect(place.input);
  sine.start(startSec);
  const letGo = once(() => {
    envelope.disconnect();
    place.onSilent();
  });
  sine.addEventListener('ended', letGo);

  const fallFrom = (fromSec: number, fallSec: number) => {
    if (fromSec + fallSec * TO_SILENCE >= endSec) return;
    envelope.gain.setTargetAtTime(0, fromSec, fallSec);
    releasedSec = fromSec;
    endSec = fromSec + fallSec * TO_SILENCE;
    sine.stop(endSec);
  };
  if (recipe.kind === 'struck') fallFrom(startSec + 4 * RISE_SEC, STRUCK_FALL_SEC);

  return {
    key: note.key,
    part: note.part,
    instrument: note.instrument,
    startSec,
    get endSec() {
      return endSec;
    },
    levelAt: () => level,
    release: (whenSec, fadeSec = 0.3) => fallFrom(Math.max(whenSec, startSec + 4 * RISE_SEC), fadeSec / 5),
    bend(to, whenSec) {
      if (whenSec >= releasedSec) return;
      level = gainOfStrength(to.strength);
      sine.frequency.setTargetAtTime(hzOf(to.pitch), whenSec, GLIDE_SEC);
      envelope.gain.setTargetAtTime(level * LEVEL, whenSec, GLIDE_SEC);
    },
    cancel() {
      endSec = startSec;
      sine.stop();
      letGo();
    },
  };
}
