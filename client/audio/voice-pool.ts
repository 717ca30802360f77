/** What the pool has to know of a voice. */
export interface Sounding {
  readonly instrument: string;
  readonly startSec: number;
  /** When it will be silent, as far as known. */
  readonly endSec: number;
  /** How loud it is at `atSec`, 1 a full stroke's beginning. */
  levelAt(atSec: number): number;
}

/** Most voices at once on a device, over all instruments. Guess: twice what eight busy players hold. */
export const MAX_VOICES = 64;

/**
 * Which voices have to go so that one more of `instrument` may begin at `atSec`: the quietest first, and of those as
 * quiet as one another the oldest.
 */
export function voicesToRelease<Voice extends Sounding>(
  voices: readonly Voice[],
  instrument: string,
  atSec: number,
  maxOfInstrument: number,
): readonly Voice[] {
  const there = voices.filter((voice) => voice.endSec > atSec);
  const alike = there.filter((voice) => voice.instrument === instrument);
  const tooManyAlike = Math.max(0, alike.length + 1 - maxOfInstrument);
  const leaving = quietestFirst(alike, atSec).slice(0, tooManyAlike);
  const staying = there.filter((voice) => !leaving.includes(voice));
  const tooMany = Math.max(0, staying.length + 1 - MAX_VOICES);
  return [...leaving, ...quietestFirst(staying, atSec).slice(0, tooMany)];
}

function quietestFirst<Voice extends Sounding>(voices: readonly Voice[], atSec: number): readonly Voice[] {
  // Steps of 6 dB: within one of them age decides.
  const step = (voice: Voice) => Math.round(Math.log2(Math.max(1e-6, voice.levelAt(atSec))));
  return voices
    .map((voice) => ({ voice, step: step(voice) }))
    .sort((a, b) => a.step - b.step || a.voice.startSec - b.voice.startSec)
    .map(({ voice }) => voice);
}
