import { createRandom, type Random } from '../../shared/base/random.ts';
import type { Bend, SoundingNote } from '../player/synth.ts';
import type { Found } from './shelf.ts';
import { type HeldRecipe, hzOf } from './sound/recipe.ts';
import { type Strand, startStrand } from './strand.ts';
import type { Context } from './tone.ts';
import { gainOfDecibels, gainOfStrength, once, type Place, type Voice } from './voice.ts';

/** Nodes of one held voice, for the count: filter, envelope, vibrato, one strand of source and gain. */
export const HELD_NODES = 5;
/** Time constants from a level to silence (70 dB). */
const TO_SILENCE = 8;
/** A glide is heard as one from about here; shorter steps would be corners. */
const SHORTEST_GLIDE_SEC = 0.018;
/** Points of a glide that come up to this far apart are joined without a rest between. */
const LONGEST_GLIDE_SEC = 0.1;
const BEND_SMOOTH_SEC = 0.025;
/** A touch shorter than its rise is still heard as a breath: it is let go no sooner than after this share of the rise. */
const BREATH = 0.8;

export interface HeldDeps extends Place {
  /** The nearest rendered loop. */
  find(pitch: number): Found;
  /** A slow sine, -1 to 1, for vibrato. */
  readonly sway: AudioNode | undefined;
  readonly isPitched: boolean;
  /** What its instrument is turned up or down by. */
  readonly trimDb: number;
}

/**
 *   strand (loop) ─▶ filter ─▶ envelope ─▶ part          sway ─▶ vibrato ─▶ strand's rate
 *
 * A rendered loop that glides, swells and turns brighter. All its movements are smooth by construction: every change
 * is an approach or a straight line from where the last one was known to end.
 */
export function startHeld(deps: HeldDeps, recipe: HeldRecipe, note: SoundingNote, startSec: number): Voice {
  const { context } = deps;
  const random = createRandom(note.seed);
  const tone = createTone(deps, recipe, note, random, startSec);
  const vibrato = createVibrato(deps, recipe, random, startSec);
  let level = gainOfStrength(note.strength);
  let endSec = Infinity;
  let releasedSec = Infinity;
  let pitch: number = note.pitch;
  let reachedSec = startSec;
  let strand: Strand;

  const letGo = once(() => {
    tone.envelope.disconnect();
    vibrato?.dispose();
    deps.onSilent();
  });
  const start = (atSec: number, atPitch: number): Strand => {
    const { isPitched } = deps;
    const onEnded = () => {
      if (started === strand) letGo();
    };
    const strandDeps = { context, output: tone.filter, vibrato: vibrato?.output, isPitched, onEnded };
    const started = startStrand(strandDeps, deps.find(atPitch), atPitch, random(), atSec);
    return started;
  };
  strand = start(startSec, pitch);

  const crossTo = (fromSec: number, toPitch: number) => {
    if (Math.abs(strand.root - toPitch) <= recipe.reach || deps.find(toPitch).root === strand.root) return;
    strand.leave(fromSec);
    strand = start(fromSec, pitch);
    strand.fadeIn(fromSec);
    if (endSec < Infinity) strand.stop(endSec);
  };

  return {
    key: note.key,
    part: note.part,
    instrument: note.instrument,
    startSec,
    get endSec() {
      return endSec;
    },
    levelAt: () => level,
    release(whenSec, fadeSec) {
      const fallSec = fadeSec === undefined ? recipe.fallSec : fadeSec / 5;
      const from = Math.max(whenSec, startSec + (fadeSec === undefined ? recipe.riseSec * BREATH : 0));
      const silentSec = from + fallSec * TO_SILENCE;
      if (from >= releasedSec && silentSec >= endSec) return;
      releasedSec = Math.min(releasedSec, from);
      endSec = silentSec;
      tone.fall(from, fallSec);
      strand.stop(silentSec);
    },
    bend(to, whenSec) {
      const fromSec = Math.max(context.currentTime, reachedSec, whenSec - LONGEST_GLIDE_SEC);
      const toSec = Math.max(whenSec, fromSec + SHORTEST_GLIDE_SEC);
      if (toSec >= releasedSec) return;
      crossTo(fromSec, to.pitch);
      strand.glide(fromSec, toSec, pitch, to.pitch);
      tone.bend(to, fromSec);
      level = gainOfStrength(to.strength);
      pitch = to.pitch;
      reachedSec = toSec;
    },
    cancel() {
      endSec = startSec;
      strand.stop(0);
      letGo();
    },
  };
}

/** Brightness and loudness of the voice: a low pass and an envelope. */
function createTone(
  { context, input, trimDb }: HeldDeps,
  recipe: HeldRecipe,
  note: SoundingNote,
  random: Random,
  startSec: number,
) {
  const brightness = 0.92 + 0.16 * random();
  const trim = gainOfDecibels(trimDb);
  const cutoff = (touch: Bend) =>
    Math.min(16_000, recipe.cutoffHz({ ...touch, hz: hzOf(touch.pitch) }) * brightness);
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.Q.value = 0;
  filter.frequency.setValueAtTime(cutoff(note), 0);
  const envelope = context.createGain();
  envelope.gain.value = 0;
  envelope.gain.setTargetAtTime(gainOfStrength(note.strength) * trim, startSec, recipe.riseSec);
  filter.connect(envelope).connect(input);
  return {
    filter,
    envelope,
    bend(to: Bend, fromSec: number) {
      const level = gainOfStrength(to.strength) * trim;
      envelope.gain.setTargetAtTime(level, fromSec, Math.max(BEND_SMOOTH_SEC, recipe.riseSec / 3));
      filter.frequency.setTargetAtTime(cutoff(to), fromSec, BEND_SMOOTH_SEC);
    },
    fall(fromSec: number, fallSec: number) {
      envelope.gain.cancelScheduledValues(fromSec);
      envelope.gain.setTargetAtTime(0, fromSec, fallSec);
    },
  };
}

const VIBRATO_AFTER_SEC = 0.25;
const VIBRATO_GROWS_SEC = 0.35;

/** How much of the shared sway this voice takes: none at first, then growing, as a singer's does. */
function createVibrato({ context, sway }: HeldDeps, recipe: HeldRecipe, random: Random, startSec: number) {
  if (!recipe.vibrato || !sway) return undefined;
  const output = createDepth(context);
  const depth = (2 ** (recipe.vibrato.cents / 1200) - 1) * (0.75 + 0.5 * random());
  output.gain.setTargetAtTime(depth, startSec + VIBRATO_AFTER_SEC, VIBRATO_GROWS_SEC);
  sway.connect(output);
  return {
    output,
    dispose() {
      // Both ways: the shared sway would hold on to it.
      sway.disconnect(output);
      output.disconnect();
    },
  };
}

function createDepth(context: Context): GainNode {
  const gain = context.createGain();
  gain.gain.value = 0;
  return gain;
}
