import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert } from '../../../shared/base/assert.ts';
import { memberId, type MemberId } from '../../../shared/base/ids.ts';
import type { RoomWish } from '../../../shared/event/wish.ts';
import { isHushed, memberOf } from '../../../shared/room/questions.ts';
import { levelAt, levelToCome } from '../../../shared/time/level-map.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { ADA, BEN, LIV } from './a-room.ts';
import { expectContinuous, expectLaws, expectPastKept } from './laws.ts';
import { everyWay, lived, storyOf, waits, wishes } from './stories.ts';
import { accept, aWorld, CLEO, eventsSince, own, wait, wish, type World } from './world.ts';

const FIVE_MIN_MS = 5 * 60_000;
const soften = (member: MemberId, kind: 'softer' | 'silent' = 'softer'): RoomWish => ({
  type: 'soften',
  member,
  kind,
});
const ben = ({ state }: World) => {
  const found = memberOf(state, BEN);
  assert(found, 'Ben is here');
  return found;
};

describe('loudness and density', () => {
  it('[C2] move from the coming bar line on, evenly over the bars that were asked for', () => {
    const { state } = wish(aWorld(), ADA, { type: 'swell', to: 0.5, bars: 2 });
    expect([4, 8, 12, 99].map((beat) => levelAt(state.loudness, beat))).toEqual([1, 0.75, 0.5, 0.5]);
    const thin = wish(aWorld(), ADA, { type: 'setDensity', part: 'all', to: 0.1, bars: 1 });
    expect([4, 8].map((beat) => levelAt(thin.state.density, beat))).toEqual([1, 0.1]);
  });

  it('[C2] of bars of another metre move over those', () => {
    const three = wish(aWorld(), ADA, { type: 'setMetre', metre: '3/4' });
    const { state } = wish(wait(three, 4000), ADA, { type: 'swell', to: 0, bars: 2 });
    expect(state.loudness.pieces.at(-1)).toMatchObject({ glideBeats: 6 });
  });

  it('[C2] of a part are that part’s alone', () => {
    const world = wish(aWorld(), ADA, { type: 'setDensity', part: BEN, to: 0.4, bars: 1 });
    expect(levelToCome(ben(world).density)).toBe(0.4);
    expect(memberOf(world.state, CLEO)?.density.pieces).toEqual([]);
    expect(world.state.density.pieces).toEqual([]);
    const nobody = memberId('nobody0000');
    expect(wish(world, ADA, { type: 'setDensity', part: nobody, to: 0.4, bars: 1 }).refusal).toBe(
      'noSuchMember',
    );
  });

  it('[C2] conducted both move over a bar, and what is so already says nothing', () => {
    const world = wish(aWorld(), ADA, { type: 'conduct', loudness: 0.5, density: 1 });
    expect(eventsSince(aWorld(), world)).toEqual([{ type: 'loudnessSet', from: 4, to: 0.5, glideBeats: 4 }]);
    expect(wish(world, ADA, { type: 'conduct', loudness: 0.5, density: 1 }).log).toBe(world.log);
  });

  it('[C1] never jump, and what has been heard is never changed, whatever is asked for and when', () => {
    fc.assert(
      fc.property(storyOf({ shaping: 8, ending: 2, time: 5, presence: 1 }, 40), (story) => {
        const over = lived(story, (before, after) => {
          expectContinuous(after);
          expectPastKept(before, after);
        });
        const { loudness } = over.state;
        expect(levelAt(loudness, 1e6)).toBe(levelToCome(loudness));
      }),
      { numRuns: 600 },
    );
  });
});

describe('a pause', () => {
  it('[C14] stops the pulse and lets all grow silent over a bar; the pulse brings all back', () => {
    const ready = ['reportReadiness', true, 0] as const;
    const all = [ADA, BEN, CLEO, memberId('dag0000000')].reduce(
      (world, id) => wish(world, id, { type: ready[0], isReady: ready[1], clockErrorMs: ready[2] }),
      aWorld(),
    );
    const going = wait(wish(all, ADA, { type: 'startPulse' }), 8000);
    expect(going.state.pulse).toMatchObject({ type: 'going', until: undefined });
    const paused = wish(going, ADA, { type: 'pause' });
    expect(eventsSince(going, paused)).toEqual([
      { type: 'pulseStopped', from: 20 },
      { type: 'loudnessSet', from: 20, to: 0, glideBeats: 4 },
    ]);
    const again = wish(wait(paused, 10_000), ADA, { type: 'startPulse' });
    expect(eventsSince(paused, again).map(({ type }) => type)).toEqual(['loudnessSet', 'pulseStarted']);
    expect(levelToCome(again.state.loudness)).toBe(1);
  });

  it('[C14] of a still pulse says nothing of the pulse', () => {
    expect(eventsSince(aWorld(), wish(aWorld(), ADA, { type: 'pause' })).map(({ type }) => type)).toEqual([
      'loudnessSet',
    ]);
  });
});

describe('a hush', () => {
  it('[C14] is at once and until it is lifted, once; who did it is in the log', () => {
    const hushed = wish(wait(aWorld(), 333), ADA, { type: 'hush' });
    expect(isHushed(hushed.state)).toBe(true);
    expect(hushed.state.hushes).toEqual([{ from: hushed.now, until: undefined, by: ADA }]);
    expect(wish(hushed, ADA, { type: 'hush' }).log).toBe(hushed.log);
    const lifted = wish(wait(hushed, 700), ADA, { type: 'liftHush' });
    expect(lifted.state.hushes).toEqual([{ from: hushed.now, until: hushed.now + 700, by: ADA }]);
    expect(wish(lifted, ADA, { type: 'liftHush' }).log).toBe(lifted.log);
    expect(wish(lifted, ADA, { type: 'hush' }).state.hushes).toHaveLength(2);
  });
});

describe('softening someone', () => {
  const soft = wish(aWorld(), ADA, soften(BEN));

  it('[C3] is told with who did it and how long it lasts, and moves without a jump', () => {
    expect(ben(soft).softened).toEqual({
      kind: 'softer',
      by: ADA,
      since: soft.now,
      until: soft.now + FIVE_MIN_MS,
    });
    expect([0, 0.5, 1].map((beat) => levelAt(ben(soft).level, beat))).toEqual([1, 0.7, 0.4]);
    expect(levelToCome(ben(wish(soft, ADA, soften(BEN, 'silent'))).level)).toBe(0);
  });

  it('[C3] ends by itself after exactly five minutes', () => {
    const before = wait(soft, FIVE_MIN_MS - 1);
    expect(ben(before).softened).toBeDefined();
    const over = wait(soft, FIVE_MIN_MS);
    expect(ben(over).softened).toBeUndefined();
    expect(over.log.at(-1)).toMatchObject({ by: 'room', event: { type: 'softeningEnded', member: BEN } });
    expect(over.log.at(-1)?.at).toBe(soft.now + FIVE_MIN_MS);
    expect(levelAt(ben(over).level, beatAt(over.state.tempo, over.now) + 1)).toBe(1);
  });

  it('[C3] of another kind begins its five minutes anew; of the same it is so already', () => {
    const later = wait(soft, 100_000);
    expect(wish(later, ADA, soften(BEN)).refusal).toBe('alreadySo');
    const silent = wish(later, ADA, soften(BEN, 'silent'));
    expect(ben(wait(silent, FIVE_MIN_MS - 1)).softened?.kind).toBe('silent');
    expect(ben(wait(silent, FIVE_MIN_MS)).softened).toBeUndefined();
  });

  it('[C3] can be ended before, also by the facilitator when another holds the people', () => {
    const ended = wish(wait(soft, 3000), ADA, { type: 'endSoftening', member: BEN });
    expect(ben(ended).softened).toBeUndefined();
    expect(wish(ended, ADA, { type: 'endSoftening', member: BEN }).log).toBe(ended.log);
    expect(wish(soft, BEN, { type: 'endSoftening', member: BEN }).refusal).toBe('notAllowed');
  });

  it('[C3] is of nobody who listens, nobody who is not there, and never of oneself', () => {
    for (const [member, reason] of [
      [LIV, 'notAllowed'],
      [ADA, 'notAllowed'],
      [memberId('nobody0000'), 'noSuchMember'],
    ] as const)
      expect(wish(aWorld(), ADA, soften(member)).refusal).toBe(reason);
    expect(wish(aWorld(), ADA, { type: 'endSoftening', member: memberId('nobody0000') }).refusal).toBe(
      'noSuchMember',
    );
  });

  it('[C3] is over for who leaves, and lasts through a lost link', () => {
    const away = own(own(soft, { type: 'goAway', member: BEN }), { type: 'returnToSeat', member: BEN });
    expect(ben(away).softened).toEqual(ben(soft).softened);
    const left = wish(soft, BEN, { type: 'leave' });
    expect(eventsSince(left, wait(left, 2 * FIVE_MIN_MS)).map(({ type }) => type)).not.toContain(
      'softeningEnded',
    );
  });

  it('[C3] lasts five minutes and no longer, whichever way it goes, but never ends in a close', () => {
    const ways = [
      wishes(ADA, soften(BEN)),
      wishes(ADA, soften(BEN, 'silent')),
      wishes(ADA, { type: 'endSoftening', member: BEN }),
      wishes(ADA, { type: 'announceEnding', leadBars: 16, closeBars: 16 }),
      wishes(ADA, { type: 'callOffEnding' }),
      wishes(ADA, { type: 'stopNow' }),
      wishes(BEN, { type: 'takeBreak' }),
      waits(20_000),
      waits(150_000),
      waits(FIVE_MIN_MS),
    ];
    const steps = everyWay(ways, 4, wish(aWorld(), ADA, soften(BEN)), (before, after) => {
      expectLaws(before, after);
      const { softened } = ben(after);
      const { ending, stoppedAt, isClosed } = after.state;
      if (softened && !ending && stoppedAt === undefined && !isClosed)
        assert(after.now < softened.until, `softened until ${softened.until}, now ${after.now}`);
      assert(!softened || softened.until - softened.since === FIVE_MIN_MS, 'five minutes are told');
      assert(softened !== undefined || levelToCome(ben(after).level) === 1, 'who is not softened comes back');
    });
    expect(steps).toBeGreaterThan(2000);
  });
});

describe('a break', () => {
  it('[H7] is one’s own to take and to end, keeps the chair, and takes nothing that was held', () => {
    const resting = wish(aWorld(), BEN, { type: 'takeBreak' });
    expect([ben(resting).isOnBreak, ben(resting).chair]).toEqual([true, 1]);
    expect(wish(resting, BEN, { type: 'takeBreak' }).log).toBe(resting.log);
    const shared = accept(
      wish(aWorld(), ADA, { type: 'inviteToHold', member: BEN, controls: ['tempo'], bars: null }),
      BEN,
    );
    expect(wish(shared, BEN, { type: 'takeBreak' }).state.holding).toEqual(shared.state.holding);
    const back = wish(resting, BEN, { type: 'endBreak' });
    expect(ben(back).isOnBreak).toBe(false);
    expect(wish(back, BEN, { type: 'endBreak' }).log).toBe(back.log);
    expect(wish(aWorld(), LIV, { type: 'takeBreak' }).refusal).toBeUndefined();
  });

  it('[H7] lets go of whatever one was asked', () => {
    const asked = wish(aWorld(), ADA, { type: 'inviteToInstrument', member: BEN, instrument: 'harp' });
    expect(asked.passing.invitations).toHaveLength(1);
    expect(wish(asked, BEN, { type: 'takeBreak' }).passing.invitations).toEqual([]);
  });
});
