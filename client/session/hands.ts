import type { MemberId } from '../../shared/base/ids.ts';
import type { LocalMs, Pitch, Strength } from '../../shared/base/units.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';

/** What hands do, as the session takes it; the surfaces' callbacks have the same shape. */
export interface Hands {
  onTouchStart(touch: HandTouch): void;
  onTouchMove(touch: HandTouch): void;
  onTouchEnd(touch: { readonly id: string; readonly atMs: LocalMs }): void;
}

export interface HandTouch {
  readonly id: string;
  readonly atMs: LocalMs;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly colour: number;
}

/** A note at the moment it is heard here. */
export interface HeardNote {
  readonly member: MemberId;
  readonly colour: string;
  readonly shape: string;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly isOwn: boolean;
  readonly instrument: InstrumentId;
}
export type HeardNotes = (listener: (note: HeardNote) => void) => () => void;

/** Where the room is in its bar, for what is drawn to the pulse; asked once a frame. */
export interface PulsePosition {
  readonly isGoing: boolean;
  readonly isCountIn: boolean;
  readonly bar: number;
  readonly feltBeats: number;
  /** 0 up to `feltBeats`, fractional. */
  readonly feltBeat: number;
  /** Ticks since the grid began, fractional. */
  readonly tick: number;
}
export type PulseNow = () => PulsePosition;
