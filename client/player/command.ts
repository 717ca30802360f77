import type { Pitch, Strength, Ticks } from '../../shared/base/units.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Bend, NoteKey, Part, PulseWeight } from './synth.ts';

/**
 * When a sound is heard: a place on the grid, and ms beyond it where the echo is a constant. Kept in ticks until it is
 * handed over, so that a tempo that changes on the way takes it along.
 */
export interface Moment {
  readonly tick: Ticks;
  readonly plusMs: number;
}

export interface PlannedNote {
  readonly key: NoteKey;
  readonly part: Part;
  readonly instrument: InstrumentId;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly colour: number;
  /** Undefined until a release comes. */
  readonly length: Ticks | undefined;
  readonly seed: number;
  /** It goes on by itself: no hand has just played it, and nobody is shown to have. */
  readonly isGround?: true;
}

/** What is to be sounded and when: sound as a list, before it is a sound. */
export type Command =
  | { readonly type: 'start'; readonly at: Moment; readonly note: PlannedNote }
  | { readonly type: 'end'; readonly at: Moment; readonly key: NoteKey; readonly part: Part }
  | {
      readonly type: 'bend';
      readonly at: Moment;
      readonly key: NoteKey;
      readonly part: Part;
      readonly to: Bend;
    }
  | { readonly type: 'pulse'; readonly at: Moment; readonly weight: PulseWeight }
  /** A part, or all together, is heard at this gain from then on: reached in a straight line within one step. */
  | { readonly type: 'level'; readonly at: Moment; readonly part: Part; readonly gain: number };

export type LevelCommand = Extract<Command, { readonly type: 'level' }>;
