import * as z from 'zod/mini';
import type { Beats, Bpm, Ticks } from '../base/units.ts';
import type { Frame } from '../music/frame.ts';
import type { InstrumentId } from '../music/instrument.ts';
import { ECHO_NAMES, type Echo } from '../time/echo.ts';
import type { MetreName } from '../time/metre.ts';
import type { Arc, Listening, Place } from './plan.ts';
import { frameSchema } from './schema.ts';

/** The first entry of every log. The grid's beat 0 is the moment of this entry. */
export interface SessionOpened {
  readonly type: 'sessionOpened';
  readonly title: string;
  readonly place: Place;
  readonly bpm: Bpm;
  readonly metre: MetreName;
  readonly frame: Frame;
  /** What follows is missing in logs of protocol 1: all instruments, no door, nobody announced, no arc, no goals. */
  readonly instruments?: readonly InstrumentId[];
  readonly hasDoor?: boolean;
  readonly listening?: Listening;
  readonly arc?: Arc;
  readonly goals?: string;
}

export type SettingEvent =
  | SessionOpened
  | { readonly type: 'frameSet'; readonly from: Beats; readonly frame: Frame }
  /** `isFixed`: chosen by a person; the room proposes no other until it is set free. */
  | { readonly type: 'echoSet'; readonly from: Ticks; readonly echo: Echo; readonly isFixed: boolean }
  | { readonly type: 'roomClosed' };

export const settingWishSchemas = [
  z.strictObject({ type: z.literal('setFrame'), frame: frameSchema }),
  z.strictObject({ type: z.literal('fixEcho'), echo: z.enum([...ECHO_NAMES, 'live', 'auto']) }),
  z.strictObject({ type: z.literal('closeRoom') }),
] as const;

/** The room's own wish, when what the links can hold has changed. Never comes over a socket. */
export interface ProposeEcho {
  readonly type: 'proposeEcho';
  readonly echo: Echo;
}
