import type { LocalMs, Pitch, Strength } from '../../shared/base/units.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Frame } from '../../shared/music/frame.ts';

/** One finger, key or switch from its landing to its lifting. Unique while the page lives. */
export type TouchId = string;

/** A finger landed. `atMs` is the input event's own time stamp (`performance.now()` time), not the handler's. */
export interface TouchStart {
  readonly id: TouchId;
  readonly atMs: LocalMs;
  readonly pitch: Pitch;
  readonly strength: Strength;
  /** 0 to 1: centre to rim on a drum, dark to bright elsewhere. */
  readonly colour: number;
}

/** A finger moved while it stayed down; only surfaces that glide send these, coalesced to one an animation frame. */
export interface TouchMove extends TouchStart {}

export interface TouchEnd {
  readonly id: TouchId;
  readonly atMs: LocalMs;
}

/** What a surface reports. Plain callbacks: a touch never waits for a React render. */
export interface TouchCallbacks {
  onTouchStart(touch: TouchStart): void;
  onTouchMove(touch: TouchMove): void;
  onTouchEnd(touch: TouchEnd): void;
}

/** A note of somebody (oneself included) at the moment it is heard, for the faint colour that moves through a surface. */
export interface HeardNote {
  readonly colour: string;
  readonly shape: string;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly isOwn: boolean;
  readonly instrument: InstrumentId;
}

/** Surfaces subscribe while mounted; the listener draws, outside React. Returns the function that ends it. */
export type HeardNotes = (listener: (note: HeardNote) => void) => () => void;

/** Where the room is in its bar, asked once an animation frame by what is drawn to the pulse. */
export interface PulsePosition {
  readonly isGoing: boolean;
  readonly isCountIn: boolean;
  readonly bar: number;
  /** Felt beats of the bar, and the one we are in, fractional. */
  readonly feltBeats: number;
  readonly feltBeat: number;
  /** Ticks since the grid began, fractional: for loops. */
  readonly tick: number;
}
export type PulseNow = () => PulsePosition;

/** Props every playing surface shares. */
export interface SurfaceProps extends TouchCallbacks {
  readonly instrument: InstrumentId;
  readonly frame: Frame;
  /** How strongly a touch plays where the device tells nothing of it, 0 to 1. */
  readonly touchStrength: number;
  readonly heardNotes: HeardNotes;
  readonly pulseNow: PulseNow;
  /** Resting, asleep or not to be played just now: drawn dimmed, answers nothing. */
  readonly isResting?: boolean;
}
