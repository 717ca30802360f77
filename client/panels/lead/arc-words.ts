import type { RoomMs } from '../../../shared/base/units.ts';
import type { ArcStep, StepLength } from '../../../shared/event/plan.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import type { Speech } from '../../words/speech.ts';
import type { LeadWish } from './lead.ts';

/** The step a session is in, if it has begun one. */
export const stepNow = ({ arc }: Pick<RoomState, 'arc'>): ArcStep | undefined =>
  arc.step === undefined ? undefined : arc.steps[arc.step];

/** What goes on to the next step; undefined after the last, and where there is no course. */
export function nextStep({
  arc,
}: Pick<RoomState, 'arc'>): { readonly step: ArcStep; readonly wish: LeadWish } | undefined {
  const place = arc.step === undefined ? 0 : arc.step + 1;
  const step = arc.steps[place];
  return step && { step, wish: { type: 'moveArc', step: place } };
}

/** How long a step is meant to be; nothing for one that is open. */
export function lengthWords(length: StepLength, words: Speech): string | undefined {
  if (length.type === 'minutes') return words('lead-arc-about-minutes', { minutes: length.minutes });
  if (length.type === 'bars') return words('lead-arc-about-bars', { bars: length.bars });
  return undefined;
}

/** "Just begun", "3 of about 10 minutes": no clock that runs down. */
export function timeInStep({ arc }: Pick<RoomState, 'arc'>, at: RoomMs, words: Speech): string | undefined {
  const step = stepNow({ arc });
  if (!step) return undefined;
  const minutes = Math.floor(Math.max(0, at - arc.since) / 60_000);
  if (step.length.type === 'minutes' && minutes > 0) {
    return words('lead-arc-of-minutes', { minutes, meant: step.length.minutes });
  }
  const since = minutes === 0 ? words('lead-arc-just-begun') : words('lead-arc-since', { minutes });
  const meant = lengthWords(step.length, words);
  return meant === undefined ? since : words('lead-arc-since-of', { since, meant });
}
