import { assertNever } from '../base/assert.ts';
import { MAX_GOALS_GRAPHEMES, MAX_SENTENCE_GRAPHEMES } from '../base/limits.ts';
import { granted, refused } from '../base/result.ts';
import { cleanText, graphemes } from '../base/text.ts';
import type { RoomWish } from '../event/wish.ts';
import type { Decision } from './decision.ts';
import type { RoomState } from './state.ts';

type ArcWish = Extract<RoomWish, { type: 'setArc' | 'moveArc' | 'setGoals' }>;

/** The course of the session: followed, changed, never enforced. Permission has been given before. */
export function decideArc(state: RoomState, wish: ArcWish): Decision {
  switch (wish.type) {
    case 'setArc': {
      const steps = wish.steps.map((step) => ({ ...step, sentence: cleanText(step.sentence) }));
      const isTooLong = steps.some(({ sentence }) => graphemes(sentence) > MAX_SENTENCE_GRAPHEMES);
      return isTooLong ? refused('textTooLong') : granted([{ type: 'arcSet', steps }]);
    }
    case 'moveArc':
      if (wish.step !== null && wish.step >= state.arc.steps.length) return refused('malformed');
      return granted((state.arc.step ?? null) === wish.step ? [] : [{ type: 'arcMoved', step: wish.step }]);
    case 'setGoals': {
      const goals = cleanText(wish.goals);
      if (graphemes(goals) > MAX_GOALS_GRAPHEMES) return refused('textTooLong');
      return granted(state.goals === goals ? [] : [{ type: 'goalsSet', goals }]);
    }
    default:
      return assertNever(wish);
  }
}
