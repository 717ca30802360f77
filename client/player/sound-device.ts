import type { AudioSec } from '../../shared/base/units.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Desk, Synth } from './synth.ts';

/** `interrupted`: a call, a lock, the silent switch; only a tap brings sound back. */
export type SoundState = 'off' | 'running' | 'suspended' | 'interrupted' | 'closed';

/** What the device tells of its audio clock at one moment. Seconds; see shared/time/audio-clock. */
export interface ClockFacts {
  readonly currentSec: number;
  readonly stamp?: { readonly contextSec: number; readonly performanceMs: number };
  readonly baseLatencySec: number;
  readonly outputLatencySec?: number | undefined;
}

/** The sound of this device, as player and session see it. client/audio makes the one there is. */
export interface SoundDevice {
  /** To be called inside a tap: browsers let sound begin only there. */
  unlock(): Promise<'running' | 'refused' | 'noDevice'>;
  readonly synth: Synth;
  readonly desk: Desk;
  /** Makes an instrument ready; resolves when its notes sound as they should. Asking again costs nothing. */
  prepare(instrument: InstrumentId): Promise<void>;
  clockFacts(): ClockFacts;
  /** The earliest audio time a sound can still begin at. */
  now(): AudioSec;
  state(): SoundState;
  onState(listener: (state: SoundState) => void): () => void;
  resume(): Promise<void>;
  dispose(): void;
}
