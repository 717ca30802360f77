import { describe, expect, it } from 'vitest';
import type { Arc } from '../../../shared/event/plan.ts';
import type { RoomWish } from '../../../shared/event/wish.ts';
import { ADA, BEN } from './a-room.ts';
import { accept, aWorld, CLEO, eventsSince, wait, wish } from './world.ts';

const STEPS: Arc = [
  { kind: 'arrive', length: { type: 'minutes', minutes: 5 }, sentence: 'We arrive.' },
  { kind: 'play', length: { type: 'bars', bars: 32 }, sentence: '' },
  { kind: 'close', length: { type: 'open' }, sentence: 'We come home.' },
];
const planned = aWorld({ arc: STEPS, goals: 'To hear each other' });
const move = (step: number | null): RoomWish => ({ type: 'moveArc', step });

describe('the arc', () => {
  it('[C13] is as it was planned, before its first step', () => {
    expect(planned.state.arc).toEqual({ steps: STEPS, step: undefined, since: planned.state.openedAt });
    expect(planned.state.goals).toBe('To hear each other');
    expect(aWorld().state.arc.steps).toEqual([]);
  });

  it('[C13] moves to any of its steps and back before the first, never by itself and never beyond', () => {
    const second = wish(wait(planned, 9000), ADA, move(1));
    expect(second.state.arc).toEqual({ steps: STEPS, step: 1, since: second.now });
    expect(wait(second, 3_600_000).state.arc).toEqual(second.state.arc);
    expect(wish(second, ADA, move(1)).log).toBe(second.log);
    expect(wish(second, ADA, move(0)).state.arc.step).toBe(0);
    expect(wish(second, ADA, move(null)).state.arc.step).toBeUndefined();
    expect(wish(second, ADA, move(2)).state.arc.step).toBe(2);
    expect(wish(second, ADA, move(3)).refusal).toBe('malformed');
    expect(wish(aWorld(), ADA, move(0)).refusal).toBe('malformed');
  });

  it('[C13] can be changed while it runs: the step goes on, unless it is gone', () => {
    const last = wish(planned, ADA, move(2));
    const shorter = wish(last, ADA, { type: 'setArc', steps: STEPS.slice(0, 2) });
    expect(shorter.state.arc).toMatchObject({ steps: STEPS.slice(0, 2), step: undefined });
    const first = wish(planned, ADA, move(1));
    expect(wish(first, ADA, { type: 'setArc', steps: STEPS.slice(0, 2) }).state.arc.step).toBe(1);
  });

  it('[C13] and the goals hold clean words, not too long', () => {
    const steps = [{ ...STEPS[1], sentence: '  We\u202E play\n' }] as Arc;
    expect(wish(planned, ADA, { type: 'setArc', steps }).state.arc.steps[0]?.sentence).toBe('We play');
    const goals = (text: string) => wish(planned, ADA, { type: 'setGoals', goals: text });
    expect(goals(' A\u200Bgoal ').state.goals).toBe('Agoal');
    expect(goals('To hear each other').log).toBe(planned.log);
    expect([goals('é'.repeat(400)).refusal, goals('é'.repeat(401)).refusal]).toEqual([
      undefined,
      'textTooLong',
    ]);
    const sentence = (count: number) =>
      wish(planned, ADA, { type: 'setArc', steps: [{ ...STEPS[1], sentence: 'e'.repeat(count) }] as Arc });
    expect([sentence(160).refusal, sentence(161).refusal]).toEqual([undefined, 'textTooLong']);
  });

  it('[C13] is changed by who holds it, also in an ending', () => {
    expect(wish(planned, BEN, move(0)).refusal).toBe('notAllowed');
    const invited = wish(planned, ADA, { type: 'inviteToHold', member: BEN, controls: ['arc'], bars: null });
    const shared = accept(invited, BEN);
    expect(eventsSince(shared, wish(shared, BEN, move(0)))).toEqual([{ type: 'arcMoved', step: 0 }]);
    expect(wish(shared, ADA, move(0)).refusal).toBe('notAllowed');
    expect(wish(shared, CLEO, move(0)).refusal).toBe('notAllowed');
    const ending = wish(planned, ADA, { type: 'announceEnding', leadBars: null, closeBars: 4 });
    expect(wish(ending, ADA, move(2)).state.arc.step).toBe(2);
  });
});
