import { MAX_NOTE_MS } from '../../shared/base/limits.ts';
import { pitch, strength } from '../../shared/base/units.ts';
import { INSTRUMENTS, type InstrumentId } from '../../shared/music/instrument.ts';
import type { Desk, NoteKey, Part, PulseWeight, SoundingNote, Synth } from '../player/synth.ts';
import { type Chain, createChain } from './chain.ts';
import { createDesk } from './desk.ts';
import { FALLBACK_NODES, startFallback } from './fallback-voice.ts';
import { HELD_NODES, startHeld } from './held-voice.ts';
import { LOUDNESS_TRIM_DB } from './loudness.ts';
import type { Found, Shelf } from './shelf.ts';
import { PULSE_GAIN_DB, PULSE_ROOTS, pulse } from './sound/pulse.ts';
import type { HeldRecipe } from './sound/recipe.ts';
import { RECIPES } from './sound/recipes.ts';
import { STRUCK_NODES, startStruck } from './struck-voice.ts';
import { createSway } from './sway.ts';
import type { Context } from './tone.ts';
import type { Place, Voice } from './voice.ts';
import { voicesToRelease } from './voice-pool.ts';

/** The ensemble, the desk and the room on one context: live, or rendering for a test. */
export interface Sound {
  readonly synth: Synth;
  readonly desk: Desk;
  readonly chain: Chain;
  readonly counts: SoundCounts;
}

/** For benches and for the page's own health. */
export interface SoundCounts {
  /** Voices whose nodes are held. */
  activeVoices(): number;
  /** Nodes of voices and channels; the chain behind them stays the same. */
  nodes(): number;
}

/** A voice that makes room for another goes within about this long: soon, and without a click. */
const MAKE_ROOM_SEC = 0.08;
const SOFT_RELEASE_SEC = 0.3;
/** By then a quieted device is silent and its voices can go. */
const AFTER_QUIET_SEC = 0.08;
const PULSE_KEY = 'pulse';

export function createSound(context: Context, shelf: Shelf): Sound {
  const chain = createChain(context);
  const voices = new Set<Voice>();
  /** Those that fade to make room: they no longer count. */
  const leaving = new Set<Voice>();
  const held = new Map<NoteKey, Voice>();
  const sways = new Map<InstrumentId, AudioNode>();
  let voiceNodes = 0;

  const desk = createDesk(context, chain, {
    onQuiet: () => {
      for (const voice of voices) voice.release(context.currentTime + AFTER_QUIET_SEC, MAKE_ROOM_SEC);
    },
  });

  /** Keeps account of a voice from its start to its last sample. */
  const begin = (nodes: number, input: AudioNode, start: (place: Place) => Voice): Voice => {
    voiceNodes += nodes;
    const place = {
      context,
      input,
      onSilent: () => {
        voiceNodes -= nodes;
        voices.delete(voice);
        leaving.delete(voice);
        if (held.get(voice.key) === voice) held.delete(voice.key);
      },
    };
    const voice = start(place);
    voices.add(voice);
    return voice;
  };

  const makeRoom = (instrument: InstrumentId, atSec: number) => {
    const { maxVoices } = INSTRUMENTS[instrument];
    const staying = [...voices].filter((voice) => !leaving.has(voice));
    for (const voice of voicesToRelease(staying, instrument, atSec, maxVoices)) {
      voice.release(atSec, MAKE_ROOM_SEC);
      leaving.add(voice);
    }
  };

  const swayOf = (instrument: InstrumentId, recipe: HeldRecipe): AudioNode | undefined => {
    if (!recipe.vibrato) return undefined;
    const sway = sways.get(instrument) ?? createSway(context, recipe.vibrato.rateHz);
    sways.set(instrument, sway);
    return sway;
  };

  const startVoice = (note: SoundingNote, startSec: number): Voice => {
    const { instrument } = note;
    const { isPitched } = INSTRUMENTS[instrument];
    const recipe = RECIPES[instrument];
    const find = (root: number): Found | undefined =>
      shelf.find(instrument, { root, strength: note.strength, seed: note.seed });
    const sample = find(isPitched ? note.pitch : note.colour);
    const input = desk.inputOf(note.part, instrument, recipe.send);
    if (!sample) return begin(FALLBACK_NODES, input, (place) => startFallback(place, recipe, note, startSec));
    const trimDb = LOUDNESS_TRIM_DB[instrument];
    if (recipe.kind === 'struck') {
      const stroke = { ...note, isPitched, trimDb };
      return begin(STRUCK_NODES, input, (place) => startStruck(place, recipe, sample, stroke, startSec));
    }
    const deps = {
      find: (at: number) => find(at) ?? sample,
      sway: swayOf(instrument, recipe),
      isPitched,
      trimDb,
    };
    return begin(HELD_NODES, input, (place) => startHeld({ ...place, ...deps }, recipe, note, startSec));
  };

  const startPulse = (weight: PulseWeight, startSec: number) => {
    const root = PULSE_ROOTS[weight];
    const sample = shelf.find('pulse', { root, strength: 1, seed: 0 });
    if (!sample) return;
    const stroke = {
      key: PULSE_KEY,
      part: undefined,
      instrument: 'pulse',
      isPitched: false,
      pitch: pitch(48),
      colour: root,
      strength: strength(1),
      seed: 1,
      trimDb: PULSE_GAIN_DB[weight],
    };
    begin(STRUCK_NODES, desk.pulseInput, (place) => startStruck(place, pulse, sample, stroke, startSec));
  };

  const ofPart = (part: Part | undefined) =>
    [...voices].filter((voice) => part === undefined || voice.part === part);

  const synth: Synth = {
    start(note, when) {
      if (desk.isQuiet()) return;
      const startSec = Math.max(when, context.currentTime);
      void shelf.prepare(note.instrument).catch(() => undefined);
      makeRoom(note.instrument, startSec);
      held.get(note.key)?.release(startSec);
      const voice = startVoice(note, startSec);
      if (INSTRUMENTS[note.instrument].kind === 'struck') return;
      held.set(note.key, voice);
      voice.release(startSec + Math.min(note.lengthSec ?? Infinity, MAX_NOTE_MS / 1000));
    },
    end(key, when) {
      held.get(key)?.release(Math.max(when, context.currentTime));
    },
    bend(key, to, when) {
      held.get(key)?.bend(to, Math.max(when, context.currentTime));
    },
    pulse(weight, when) {
      if (!desk.isQuiet()) startPulse(weight, Math.max(when, context.currentTime));
    },
    level: (part, gain, when) => desk.setLevel(part, gain, when),
    cancelFrom(when, part) {
      for (const voice of ofPart(part)) {
        if (voice.startSec < when) continue;
        if (voice.startSec > context.currentTime) voice.cancel();
        else voice.release(context.currentTime, MAKE_ROOM_SEC);
      }
    },
    release(part) {
      for (const voice of ofPart(part)) voice.release(context.currentTime, SOFT_RELEASE_SEC);
    },
  };

  return {
    synth,
    desk,
    chain,
    counts: { activeVoices: () => voices.size, nodes: () => voiceNodes + desk.nodes() },
  };
}
