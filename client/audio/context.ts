import { Context, OfflineContext, setContext } from './tone.ts';

let hasDefault = false;

/**
 * Tone's face of a native context that something is played on, live or rendering for a test. Tone's own clock is off: nothing here is timed by it, so no worker is
 * needed and no content policy can stop it (TRUST 1.6). `lookAhead` 0: a touch sounds on the next block.
 */
export function createPlayingContext(native: AudioContext | OfflineAudioContext): Context {
  const context = new Context({ context: native as AudioContext, clockSource: 'offline', lookAhead: 0 });
  setContext(context);
  hasDefault = true;
  return context;
}

/** Tone's face of a context that renders away from the main thread, `lengthSec` long. */
export function createOfflineContext(channels: number, lengthSec: number, rateHz: number): OfflineContext {
  const native = new OfflineAudioContext(channels, Math.ceil(lengthSec * rateHz), rateHz);
  const context = new OfflineContext(native);
  // Tone would make a default context of its own, with a worker, if it found none.
  if (!hasDefault) setContext(context);
  hasDefault = true;
  return context;
}

/** Renders what was connected to the context's destination. Skips Tone's own clock, which has nothing to do here. */
export function renderOffline(context: OfflineContext): Promise<AudioBuffer> {
  return nativeOf(context).startRendering();
}

/** The native destination: Tone's `Destination` would bring its transport along. */
export function outputOf(context: Context): AudioNode {
  return context.rawContext.destination;
}

const nativeOf = (context: OfflineContext) => context.rawContext as unknown as OfflineAudioContext;
