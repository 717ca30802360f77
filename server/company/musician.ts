import type { Random } from '../../shared/base/random.ts';
import { type Pitch, type Strength, strength, type Ticks, ticks } from '../../shared/base/units.ts';
import type { Frame } from '../../shared/music/frame.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';

/** A bar that lies ahead, as a musician thinks of it. */
export interface BarAhead {
  readonly bar: number;
  readonly startTick: Ticks;
  /** Felt beats from the bar line, and the bar's whole length. */
  readonly beatTicks: readonly Ticks[];
  readonly lengthTicks: Ticks;
  readonly frame: Frame;
  /** Whether the pulse is going; without it one plays less and longer. */
  readonly isPulsing: boolean;
  /** How much the people in the room played of late: 0 nothing, 1 a lot. Company makes room for them. */
  readonly busyness: number;
}

export interface IntendedNote {
  readonly tick: Ticks;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly colour: number;
  /** Undefined for what is struck. */
  readonly length: Ticks | undefined;
}

/** Somebody who thinks a bar ahead. Pure but for the chance handed in: a seed gives a performance. */
export interface Musician {
  readonly instrument: InstrumentId;
  play(bar: BarAhead): readonly IntendedNote[];
}

export type CreateMusician = (random: Random) => Musician;

/** Louder and softer over eight bars, like breathing: 0.75 to 1. */
export const breath = (bar: number) => 0.875 + 0.125 * Math.sin((bar / 8) * 2 * Math.PI);

/** A strength a little off what was meant, as hands are. */
export const touched = (meant: number, random: Random): Strength =>
  strength(Math.min(1, Math.max(0.05, meant * (0.9 + 0.2 * random()))));

/** A place a few ms off the line, as hands are; never before the bar. */
export const loosely = (tick: number, random: Random): Ticks =>
  ticks(Math.max(0, Math.round(tick + (random() - 0.5) * 10)));
