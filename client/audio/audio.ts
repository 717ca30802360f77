import { type AudioSec, audioSec } from '../../shared/base/units.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Desk, PartPlace, Synth } from '../player/synth.ts';
import type { MemberId } from '../../shared/base/ids.ts';
import { START_LOUDNESS } from './chain.ts';
import { createPlayingContext } from './context.ts';
import { createShelf } from './shelf.ts';
import { createSound, type Sound } from './sound.ts';
import type { Context } from './tone.ts';

/** How the page's sound is: `silent` before the unlocking tap, then as the browser says. */
export type AudioState = 'silent' | 'running' | 'suspended' | 'interrupted' | 'closed';

/** What the audio clock's estimate is fed with. */
export interface ClockFacts {
  readonly currentSec: AudioSec;
  /** A moment of the context's clock and of `performance.now()` at which it is heard; missing where the browser has none. */
  readonly stamp: { readonly contextSec: AudioSec; readonly performanceMs: number } | undefined;
  readonly baseLatencySec: number;
  readonly outputLatencySec: number | undefined;
}

export interface Audio {
  /** Call it in a tap. `refused`: the browser wants another tap; `noDevice`: nothing to play on. Can be called again. */
  unlock(): Promise<'running' | 'refused' | 'noDevice'>;
  /** Does nothing before `unlock`. */
  readonly synth: Synth;
  /** Remembers what is set before `unlock`. */
  readonly desk: Desk;
  /** Renders an instrument's sounds away from the main thread; once. Until then a plain tone stands in. */
  prepare(instrument: InstrumentId): Promise<void>;
  /** `undefined` before `unlock`. */
  clockFacts(): ClockFacts | undefined;
  /** The earliest time at which something can sound; 0 before `unlock`. */
  now(): AudioSec;
  state(): AudioState;
  /** Told each change of state; returns the function that stops it. */
  onState(listener: (state: AudioState) => void): () => void;
  /** After an interruption, in a tap. Comes back softly. */
  resume(): Promise<'running' | 'refused' | 'noDevice'>;
  /** For benches: voices and nodes held, bytes of rendered samples. */
  counts(): { readonly activeVoices: number; readonly nodes: number; readonly sampleBytes: number };
  dispose(): Promise<void>;
}

/** How long a browser may take to answer the tap. */
const ANSWER_MS = 1500;
/** How long a running context may take to move its clock. */
const MOVES_WITHIN_MS = 1000;
const LOOK_EVERY_MS = 20;
const FADE_IN_SEC = 0.6;

interface Running {
  readonly native: AudioContext;
  readonly context: Context;
  readonly sound: Sound;
}

/** The sound of one page. Nothing is made or started before it is asked for. */
export function createAudio(): Audio {
  const shelf = createShelf();
  const settings = createSettings();
  const listeners = new Set<(state: AudioState) => void>();
  let running: Running | undefined;

  const state = (): AudioState => (running ? running.native.state : 'silent');
  const tell = () => listeners.forEach((listener) => listener(state()));

  const make = (): Running | undefined => {
    try {
      playThroughSilentSwitch();
      const native = new AudioContext({ latencyHint: 'interactive' });
      const context = createPlayingContext(native);
      const sound = createSound(context, shelf);
      settings.applyTo(sound.desk);
      sound.chain.fadeIn(0, FADE_IN_SEC);
      native.addEventListener('statechange', tell);
      void shelf.prepare('pulse').catch(() => undefined);
      return { native, context, sound };
    } catch {
      // No AudioContext, or no device that one could be made for.
      return undefined;
    }
  };

  const resume = async (): Promise<'running' | 'refused' | 'noDevice'> => {
    running ??= make();
    if (!running) return 'noDevice';
    const { native, sound } = running;
    const wasRunning = native.state === 'running';
    await Promise.race([native.resume().catch(() => undefined), delay(ANSWER_MS)]);
    // Read anew: it has changed while waiting.
    if ((native.state as AudioState) !== 'running') return 'refused';
    if (!wasRunning) sound.chain.fadeIn(native.currentTime, FADE_IN_SEC);
    return (await clockMoves(native)) ? 'running' : 'noDevice';
  };

  return {
    unlock: resume,
    resume,
    synth: {
      start: (note, when) => running?.sound.synth.start(note, when),
      end: (key, when) => running?.sound.synth.end(key, when),
      bend: (key, to, when) => running?.sound.synth.bend(key, to, when),
      pulse: (weight, when) => running?.sound.synth.pulse(weight, when),
      level: (part, gain, when) => running?.sound.synth.level(part, gain, when),
      cancelFrom: (when, part) => running?.sound.synth.cancelFrom(when, part),
      release: (part) => running?.sound.synth.release(part),
    },
    desk: settings.deskFor(() => running?.sound.desk),
    prepare: shelf.prepare,
    clockFacts: () => running && clockFactsOf(running.native),
    now: () => audioSec(running?.context.immediate() ?? 0),
    state,
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    counts: () => ({
      activeVoices: running?.sound.counts.activeVoices() ?? 0,
      nodes: running?.sound.counts.nodes() ?? 0,
      sampleBytes: shelf.bytes(),
    }),
    async dispose() {
      const closing = running?.native;
      running = undefined;
      listeners.clear();
      closing?.removeEventListener('statechange', tell);
      if (closing && closing.state !== 'closed') await closing.close();
    },
  };
}

function clockFactsOf(native: AudioContext): ClockFacts {
  const stamp = native.getOutputTimestamp?.();
  const { contextTime, performanceTime } = stamp ?? {};
  return {
    currentSec: audioSec(native.currentTime),
    // Zeros are what browsers give before the first block was heard.
    stamp:
      contextTime && performanceTime
        ? { contextSec: audioSec(contextTime), performanceMs: performanceTime }
        : undefined,
    baseLatencySec: native.baseLatency ?? 0,
    outputLatencySec: native.outputLatency,
  };
}

/** Whether time passes on the context: without a device some browsers say `running` and stand still. */
async function clockMoves(native: AudioContext): Promise<boolean> {
  const before = native.currentTime;
  for (let waitedMs = 0; waitedMs < MOVES_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    if (native.currentTime > before) return true;
    await delay(LOOK_EVERY_MS);
  }
  return false;
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** An iPad's silent switch mutes what a page plays unless it says that it is there to be listened to. */
function playThroughSilentSwitch(): void {
  const { audioSession } = navigator as { audioSession?: { type: string } };
  if (audioSession) audioSession.type = 'playback';
}

/** The desk's positions, kept so that they hold whether or not there is a desk yet. */
function createSettings() {
  const parts = new Map<MemberId, PartPlace>();
  let loudness = START_LOUDNESS;
  let pulseLoudness: number | undefined;
  let isQuiet = false;
  return {
    applyTo(desk: Desk) {
      for (const [part, place] of parts) desk.setPart(part, place);
      desk.setLoudness(loudness);
      if (pulseLoudness !== undefined) desk.setPulseLoudness(pulseLoudness);
      desk.setQuiet(isQuiet);
    },
    deskFor(desk: () => Desk | undefined): Desk {
      return {
        setPart(part, place) {
          parts.set(part, place);
          desk()?.setPart(part, place);
        },
        removePart(part) {
          parts.delete(part);
          desk()?.removePart(part);
        },
        setLoudness(to) {
          loudness = to;
          desk()?.setLoudness(to);
        },
        setPulseLoudness(to) {
          pulseLoudness = to;
          desk()?.setPulseLoudness(to);
        },
        setQuiet(to) {
          isQuiet = to;
          desk()?.setQuiet(to);
        },
      };
    },
  };
}
