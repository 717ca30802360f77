import * as z from 'zod/mini';
import { MAX_TITLE_GRAPHEMES } from '../base/limits.ts';
import type { Beats, Bpm, Ticks } from '../base/units.ts';
import { FEELS, type Frame } from '../music/frame.ts';
import { SCALE_NAMES, type ScaleName } from '../music/scale.ts';
import { ECHO_NAMES, type Echo } from '../time/echo.ts';
import { METRE_NAMES, type MetreName } from '../time/metre.ts';
import { bpmSchema, wholeSchema } from './schema.ts';

/** Whether the group sits in one room, hearing each other through the air, or apart. */
export const PLACES = ['together', 'apart'] as const;
export type Place = (typeof PLACES)[number];

/** The first entry of every log. The grid's beat 0 is the moment of this entry. */
export interface SessionOpened {
  readonly type: 'sessionOpened';
  readonly title: string;
  readonly place: Place;
  readonly bpm: Bpm;
  readonly metre: MetreName;
  readonly frame: Frame;
}

export type SettingEvent =
  | SessionOpened
  | { readonly type: 'frameSet'; readonly from: Beats; readonly frame: Frame }
  /** `isFixed`: chosen by a person; the room proposes no other until it is set free. */
  | { readonly type: 'echoSet'; readonly from: Ticks; readonly echo: Echo; readonly isFixed: boolean }
  | { readonly type: 'roomClosed' };

const scaleSchema = z.enum(SCALE_NAMES as [ScaleName, ...ScaleName[]]);

export const frameSchema = z.strictObject({
  tonic: wholeSchema(0, 11),
  scale: scaleSchema,
  feel: z.enum(FEELS),
});

/** What a facilitator decides before opening a room. The title is cleaned by `cleanTitle` after this. */
export const roomPlanSchema = z.strictObject({
  title: z.string().check(z.maxLength(MAX_TITLE_GRAPHEMES * 16)),
  place: z.enum(PLACES),
  bpm: bpmSchema,
  metre: z.enum(METRE_NAMES as [MetreName, ...MetreName[]]),
  frame: frameSchema,
});
export type RoomPlan = z.infer<typeof roomPlanSchema>;

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
