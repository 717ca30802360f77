import * as z from 'zod/mini';
import { INSTRUMENT_IDS, type InstrumentId } from '../music/instrument.ts';
import { METRE_NAMES, type MetreName } from '../time/metre.ts';
import {
  MAX_ARC_STEPS,
  MAX_GOALS_GRAPHEMES,
  MAX_SENTENCE_GRAPHEMES,
  MAX_STEP_BARS,
  MAX_STEP_MINUTES,
  MAX_TITLE_GRAPHEMES,
} from '../base/limits.ts';
import { cleanText, graphemes } from '../base/text.ts';
import { granted, refused, type Result } from '../base/result.ts';
import { bpmSchema, frameSchema, textSchema, wholeSchema } from './schema.ts';

/** Whether the group sits in one room, hearing each other through the air, or apart. */
export const PLACES = ['together', 'apart'] as const;
export type Place = (typeof PLACES)[number];

/** Who may listen without playing: nobody, or whoever is announced and meets no objection. */
export const LISTENING = ['nobody', 'announced'] as const;
export type Listening = (typeof LISTENING)[number];

/** What a stretch of a session is for, in the order sessions mostly take. */
export const ARC_STEPS = ['arrive', 'play', 'rounds', 'freePlay', 'comeDown', 'close'] as const;
export type ArcStepKind = (typeof ARC_STEPS)[number];

/** How long a step is meant to be; a guide, never a lock. */
const stepLengthSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open') }),
  z.strictObject({ type: z.literal('minutes'), minutes: wholeSchema(1, MAX_STEP_MINUTES) }),
  z.strictObject({ type: z.literal('bars'), bars: wholeSchema(1, MAX_STEP_BARS) }),
]);
export type StepLength = z.infer<typeof stepLengthSchema>;

export const arcSchema = z.readonly(
  z
    .array(
      z.strictObject({
        kind: z.enum(ARC_STEPS),
        length: stepLengthSchema,
        /** Shown to all while the step lasts; may be empty. */
        sentence: textSchema(MAX_SENTENCE_GRAPHEMES),
      }),
    )
    .check(z.maxLength(MAX_ARC_STEPS)),
);
/** The course of a session: arrive, play, close. Each step is optional; none at all is an arc too. */
export type Arc = z.infer<typeof arcSchema>;
export type ArcStep = Arc[number];

export const instrumentsSchema = z.readonly(
  z.array(z.enum(INSTRUMENT_IDS)).check(z.minLength(1), z.maxLength(INSTRUMENT_IDS.length)),
);

/** What a facilitator decides before opening a room; can be kept and used again. Texts are cleaned by `cleanPlan`. */
export const roomPlanSchema = z.strictObject({
  title: textSchema(MAX_TITLE_GRAPHEMES),
  place: z.enum(PLACES),
  bpm: bpmSchema,
  metre: z.enum(METRE_NAMES as [MetreName, ...MetreName[]]),
  frame: frameSchema,
  /** Instruments on offer. */
  instruments: instrumentsSchema,
  /** Whoever comes waits at the door until someone opens it. */
  hasDoor: z.boolean(),
  listening: z.enum(LISTENING),
  arc: arcSchema,
  /** The group's own goals in its own words; may be empty. */
  goals: textSchema(MAX_GOALS_GRAPHEMES),
});
export type RoomPlan = z.infer<typeof roomPlanSchema>;

export const ALL_INSTRUMENTS: readonly InstrumentId[] = INSTRUMENT_IDS;

/** The plan with its texts cleaned; refused when one of them is too long. */
export function cleanPlan(plan: RoomPlan): Result<RoomPlan> {
  const clean = {
    ...plan,
    title: cleanText(plan.title),
    goals: cleanText(plan.goals),
    arc: plan.arc.map((step) => ({ ...step, sentence: cleanText(step.sentence) })),
    instruments: [...new Set(plan.instruments)],
  };
  const isTooLong =
    graphemes(clean.title) > MAX_TITLE_GRAPHEMES ||
    graphemes(clean.goals) > MAX_GOALS_GRAPHEMES ||
    clean.arc.some(({ sentence }) => graphemes(sentence) > MAX_SENTENCE_GRAPHEMES);
  return isTooLong ? refused('textTooLong') : granted(clean);
}
