import { createRandom } from '../../shared/base/random.ts';
import type { SoundingNote } from '../player/synth.ts';
import type { Found } from './shelf.ts';
import { type HeldRecipe, hzOf } from './sound/recipe.ts';
import { gainOfDecibels, gainOfStrength, type Place, type Voice } from './voice.ts';

/** Nodes of one held voice, for the count: filter, envelope, vibrato, one strand of source and gain. */
export const HELD_NODES = 5;
/** A strand is left for a nearer one when it would be played this many semitones away from where it was rendered. */
const STRAND_REACH = 8;
const CROSS_SEC = 0.035;
/** Time constants from a level to silence (70 dB). */
const TO_SILENCE = 8;
/** A glide is heard as one from about here; shorter steps would be corners. */
const SHORTEST_GLIDE_SEC = 0.012;
const LONGEST_GLIDE_SEC = 0.06;
const BEND_SMOOTH_SEC = 0.025;
const VIBRATO_AFTER_SEC = 0.25;
const VIBRATO_GROWS_SEC = 0.35;

export interface HeldDeps extends Place {
  /** The nearest rendered loop. */
  find(pitch: number): Found;
  /** A slow sine, -1 to 1, for vibrato. */
  readonly sway: AudioNode | undefined;
  readonly isPitched: boolean;
  /** What its instrument is turned up or down by. */
  readonly trimDb: number;
}

interface Strand {
  readonly root: number;
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
  readonly hz: number;
}

/** A rendered loop that glides, swells and turns brighter. All its movements are smooth by construction. */
export function startHeld(deps: HeldDeps, recipe: HeldRecipe, note: SoundingNote, startSec: number): Voice {
  const { context, isPitched } = deps;
  const random = createRandom(note.seed);
  const brightness = 0.92 + 0.16 * random();
  const trim = gainOfDecibels(deps.trimDb);
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.Q.value = 0;
  const envelope = context.createGain();
  envelope.gain.value = 0;
  filter.connect(envelope).connect(deps.input);

  let level = gainOfStrength(note.strength);
  let endSec = Infinity;
  let releasedSec = Infinity;
  let pitch: number = note.pitch;
  let reachedSec = startSec;
  let isLetGo = false;

  const cutoff = (touch: Pick<SoundingNote, 'pitch' | 'strength' | 'colour'>) =>
    Math.min(16_000, recipe.cutoffHz({ ...touch, hz: hzOf(touch.pitch) }) * brightness);
  const rateFor = (strand: Strand, atPitch: number) => (isPitched ? hzOf(atPitch) / strand.hz : 1);

  const letGo = () => {
    if (isLetGo) return;
    isLetGo = true;
    envelope.disconnect();
    if (!vibrato) return deps.onSilent();
    // Both ways: the shared sway would hold on to it.
    deps.sway?.disconnect(vibrato);
    vibrato.disconnect();
    deps.onSilent();
  };

  const startStrand = (atSec: number, atPitch: number): Strand => {
    const found = deps.find(atPitch);
    const buffer = found.layers[0]?.buffer ?? null;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    const gain = context.createGain();
    const strand = { root: found.root, source, gain, hz: found.hz };
    source.playbackRate.setValueAtTime(rateFor(strand, atPitch), 0);
    source.connect(gain).connect(filter);
    vibrato?.connect(source.playbackRate);
    source.start(atSec, random() * (buffer?.duration ?? 0));
    return strand;
  };

  const vibrato = recipe.vibrato && deps.sway ? context.createGain() : undefined;
  if (recipe.vibrato && vibrato && deps.sway) {
    const depth = (2 ** (recipe.vibrato.cents / 1200) - 1) * (0.75 + 0.5 * random());
    vibrato.gain.value = 0;
    vibrato.gain.setTargetAtTime(depth, startSec + VIBRATO_AFTER_SEC, VIBRATO_GROWS_SEC);
    deps.sway.connect(vibrato);
  }

  filter.frequency.setValueAtTime(cutoff(note), 0);
  envelope.gain.setTargetAtTime(level * trim, startSec, recipe.riseSec);
  let strand = startStrand(startSec, pitch);
  strand.source.onended = letGo;

  /** Glides one strand from where it has come to `toPitch`, from `fromSec` to `toSec`. */
  const glide = (of: Strand, fromSec: number, toSec: number, toPitch: number) => {
    of.source.playbackRate.setValueAtTime(rateFor(of, pitch), fromSec);
    of.source.playbackRate.linearRampToValueAtTime(rateFor(of, toPitch), toSec);
  };

  const crossTo = (fromSec: number, toSec: number, toPitch: number) => {
    const nearer = deps.find(toPitch);
    if (Math.abs(strand.root - toPitch) <= STRAND_REACH || nearer.root === strand.root) return;
    const old = strand;
    old.source.onended = () => old.gain.disconnect();
    old.gain.gain.setTargetAtTime(0, fromSec, CROSS_SEC);
    old.source.stop(fromSec + CROSS_SEC * TO_SILENCE);
    strand = startStrand(fromSec, toPitch);
    strand.gain.gain.value = 0;
    strand.gain.gain.setTargetAtTime(1, fromSec, CROSS_SEC);
    strand.source.onended = letGo;
    if (endSec < Infinity) strand.source.stop(endSec);
    glide(strand, fromSec, toSec, toPitch);
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
      const fall = fadeSec === undefined ? recipe.fallSec : fadeSec / 5;
      // A touch shorter than its rise is still heard as a breath.
      const from = Math.max(whenSec, startSec + recipe.riseSec * (fadeSec === undefined ? 0.8 : 0));
      const silentSec = from + fall * TO_SILENCE;
      if (from >= releasedSec && silentSec >= endSec) return;
      releasedSec = Math.min(releasedSec, from);
      envelope.gain.cancelScheduledValues(from);
      envelope.gain.setTargetAtTime(0, from, fall);
      endSec = silentSec;
      strand.source.stop(silentSec);
    },
    bend(to, whenSec) {
      const fromSec = Math.max(context.currentTime, reachedSec, whenSec - LONGEST_GLIDE_SEC);
      const toSec = Math.max(whenSec, fromSec + SHORTEST_GLIDE_SEC);
      if (toSec >= releasedSec) return;
      glide(strand, fromSec, toSec, to.pitch);
      crossTo(fromSec, toSec, to.pitch);
      level = gainOfStrength(to.strength);
      envelope.gain.setTargetAtTime(level * trim, fromSec, Math.max(BEND_SMOOTH_SEC, recipe.riseSec / 3));
      filter.frequency.setTargetAtTime(cutoff(to), fromSec, BEND_SMOOTH_SEC);
      pitch = to.pitch;
      reachedSec = toSec;
    },
    cancel() {
      endSec = startSec;
      strand.source.stop();
      letGo();
    },
  };
}
