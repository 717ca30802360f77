import type { Author, MemberId } from '../../shared/base/ids.ts';
import type { AudioSec, Pitch, Strength } from '../../shared/base/units.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';

/** Names one sounding note: its player and its place in their line. Whoever starts a note ends it by the same key. */
export type NoteKey = string;

/** Whose sound it is: a member's, or the room's own, which is in the middle. */
export type Part = Author;

export interface SoundingNote {
  readonly key: NoteKey;
  /** Whose part it belongs to: decides its place in the stereo field and its loudness here. */
  readonly part: Part;
  readonly instrument: InstrumentId;
  /** Sounding pitch; ignored by unpitched instruments. */
  readonly pitch: Pitch;
  readonly strength: Strength;
  /** 0 to 1: from centre to rim on a drum, from dark to bright elsewhere. */
  readonly colour: number;
  /** How long it is held; `undefined` until a release comes. Struck notes ring on by themselves whatever it says. */
  readonly lengthSec: number | undefined;
  /** Seeds the small differences of timbre between two same notes (never of time). */
  readonly seed: number;
}

export interface Bend {
  readonly pitch: Pitch;
  readonly colour: number;
  readonly strength: Strength;
}

/** How deep a stroke of the pulse is: the one of the bar, another felt beat, or a stroke of the count-in. */
export type PulseWeight = 'one' | 'beat' | 'countIn' | 'countInOne';

/** How long a step of a level takes: it sets out this much before its `when`. Finer than the ear follows. */
export const LEVEL_STEP_SEC = 0.05;

/**
 * What makes sound. `when` is always an argument and is the audio clock's time; a `when` that is past sounds at once.
 * Every method is synchronous and never throws for reasons of audio.
 */
export interface Synth {
  start(note: SoundingNote, when: AudioSec): void;
  /** Releases a held note; unknown keys are passed over. */
  end(key: NoteKey, when: AudioSec): void;
  /** Moves a held note, smoothly, to reach the bend at `when`. */
  bend(key: NoteKey, to: Bend, when: AudioSec): void;
  pulse(weight: PulseWeight, when: AudioSec): void;
  /**
   * The room lets a part, or with `'room'` all that leaves this device, be heard at this gain (0 to 1): reached at `when`
   * in a straight line. What was asked for later than that is taken back. Full until it is asked for.
   */
  level(part: Part, gain: number, when: AudioSec): void;
  /** Takes back what was handed over but not begun by `when`: of one part, or of everyone and the pulse. */
  cancelFrom(when: AudioSec, part?: Part): void;
  /** Releases, softly and now, what sounds: of one part, or all. */
  release(part?: Part): void;
}

/** Where a part sits and how loud it is here. Changes are smoothed. */
export interface PartPlace {
  /** -1 left to 1 right: the person's place in the circle, the same for everyone. */
  readonly pan: number;
  /** 0 to 1, as the person here has set it. */
  readonly loudness: number;
}

/** The mixing desk of one device. All loudness values are 0 to 1 and are reached over at least 50 ms, never in a jump. */
export interface Desk {
  setPart(part: MemberId, place: PartPlace): void;
  removePart(part: MemberId): void;
  /** The person's own master loudness; 0.5 at the start (TRUST C1). */
  setLoudness(loudness: number): void;
  setPulseLoudness(loudness: number): void;
  /** Silence here within 100 ms, and back over a second. */
  setQuiet(isQuiet: boolean): void;
}
