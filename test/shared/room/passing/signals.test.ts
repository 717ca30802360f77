import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../../shared/base/ids.ts';
import { bpm } from '../../../../shared/base/units.ts';
import { NAMED_SIGNALS, SIGNALS, type Signal } from '../../../../shared/event/signal.ts';
import type { PassingWish } from '../../../../shared/event/wish.ts';
import { DEFAULT_FRAME } from '../../../../shared/music/frame.ts';
import { wishOf } from '../../../../shared/room/passing/decide-passing.ts';
import { NOTHING_TO_SEE, viewFor } from '../../../../shared/room/passing/view.ts';
import { ADA, BEN, LIV, STRANGER } from '../a-room.ts';
import { ANY_STORY, lived } from '../stories.ts';
import { accept, aWorld, CLEO, DAG, eventsSince, goAway, knock, wait, wish, type World } from '../world.ts';

const signal = (one: Signal, isNamed = false): PassingWish => ({ type: 'sendSignal', signal: one, isNamed });
const seen = ({ state, passing }: World, id: MemberId) => viewFor(state, passing, id);
const TEMPO: PassingWish = { type: 'propose', proposal: { type: 'tempo', bpm: bpm(90) } };
const FRAME: PassingWish = {
  type: 'propose',
  proposal: { type: 'frame', frame: { ...DEFAULT_FRAME, tonic: 7 } },
};
const ENDING: PassingWish = { type: 'propose', proposal: { type: 'ending' } };

describe('a signal', () => {
  it.each(SIGNALS)('[H9] of %s is seen by who holds the people alone, and is written nowhere', (one) => {
    const world = wish(wait(aWorld(), 500), BEN, signal(one, true));
    expect(seen(world, ADA).signals).toEqual([{ number: 1, signal: one, from: BEN, at: world.now }]);
    for (const id of [BEN, CLEO, LIV, STRANGER]) expect(seen(world, id).signals).toEqual([]);
    expect(world.log).toEqual(aWorld().log);
    expect(world.state).toEqual(aWorld().state);
  });

  it('[H9] sent without a name carries none anywhere, and is the same whoever sent it', () => {
    for (const one of SIGNALS.filter((name) => !NAMED_SIGNALS.some((named) => named === name))) {
      const sent = [BEN, CLEO, LIV].map((id) => wish(aWorld(), id, signal(one)));
      for (const world of sent) expect(seen(world, ADA).signals[0]?.from).toBeUndefined();
      expect(new Set(sent.map(({ passing, log }) => JSON.stringify([passing, log]))).size).toBe(1);
    }
  });

  it.each(NAMED_SIGNALS)('[H9] of %s makes no sense without a name, and bears it', (one) => {
    expect(seen(wish(aWorld(), BEN, signal(one, false)), ADA).signals[0]?.from).toBe(BEN);
  });

  it('[H9] goes with the people to who holds them', () => {
    const asked: PassingWish = { type: 'inviteToHold', member: CLEO, controls: ['people'], bars: null };
    const world = wish(accept(wish(aWorld(), ADA, asked), CLEO), BEN, signal('tooLoud'));
    expect([seen(world, CLEO).signals.length, seen(world, ADA).signals.length]).toEqual([1, 0]);
    expect(wish(world, ADA, { type: 'clearSignal', signal: 2 }).refusal).toBe('notAllowed');
    expect(wish(world, CLEO, { type: 'clearSignal', signal: 2 }).passing.signals).toEqual([]);
  });

  it('[H9] stays for ten minutes, and the newest sixty-four stay', () => {
    const one = wish(aWorld(), BEN, signal('oneMore'));
    expect(wait(one, 599_999).passing.signals).toHaveLength(1);
    expect(wait(one, 600_000).passing.signals).toEqual([]);
    let many = aWorld();
    for (let count = 0; count < 65; count++) many = wish(many, BEN, signal('likeThis'));
    expect(many.passing.signals.map(({ number }) => number)).toEqual(
      Array.from({ length: 64 }, (_, index) => index + 2),
    );
  });
});

describe('a proposal', () => {
  const world = wish(aWorld(), BEN, TEMPO);

  it('[H10] is seen by everyone, with who made it, how many second it, and whether it is theirs to take', () => {
    const proposal = { number: 1, by: BEN, what: { type: 'tempo', bpm: 90 }, seconds: 0 };
    for (const [id, mayTake] of [
      [ADA, true],
      [BEN, false],
      [LIV, false],
    ] as const)
      expect(seen(world, id).proposals).toEqual([{ ...proposal, isSecondedByYou: false, mayTake }]);
    expect(seen(world, STRANGER)).toEqual(NOTHING_TO_SEE);
    expect(wish(aWorld(), LIV, TEMPO).refusal).toBe('notAllowed');
  });

  it('[H10] is seconded once by each other, never by who made it', () => {
    const two = wish(wish(world, CLEO, { type: 'second', proposal: 1 }), ADA, {
      type: 'second',
      proposal: 1,
    });
    expect(seen(two, CLEO).proposals[0]).toMatchObject({ seconds: 2, isSecondedByYou: true });
    expect(seen(two, DAG).proposals[0]).toMatchObject({ seconds: 2, isSecondedByYou: false });
    expect(JSON.stringify(seen(two, DAG).proposals)).not.toContain(CLEO);
    for (const id of [CLEO, BEN])
      expect(wish(two, id, { type: 'second', proposal: 1 }).refusal).toBe('alreadySo');
    expect(wish(two, CLEO, { type: 'second', proposal: 9 }).refusal).toBe('noSuchProposal');
    expect(wish(two, LIV, { type: 'second', proposal: 1 }).refusal).toBe('notAllowed');
  });

  it('[H10] is taken by who may do it, as their own wish, and by nobody else', () => {
    for (const [asked, type] of [
      [TEMPO, 'tempoSet'],
      [FRAME, 'frameSet'],
      [ENDING, 'endingAnnounced'],
    ] as const) {
      const proposed = wish(aWorld(), BEN, asked);
      const taken = wish(proposed, ADA, { type: 'takeProposal', proposal: 1 });
      expect(eventsSince(proposed, taken)[0]?.type).toBe(type);
      expect([taken.log.at(-1)?.by, taken.passing.proposals]).toEqual([ADA, []]);
      expect(JSON.stringify(eventsSince(proposed, taken))).not.toContain(BEN);
      for (const id of [BEN, CLEO])
        expect(wish(proposed, id, { type: 'takeProposal', proposal: 1 })).toMatchObject({
          refusal: 'notAllowed',
          passing: proposed.passing,
        });
    }
    expect(wish(world, ADA, { type: 'takeProposal', proposal: 2 }).refusal).toBe('noSuchProposal');
  });

  it('[H10][C4] to shape the music is not taken once the end is announced, and stays', () => {
    const ending = wish(world, ADA, { type: 'announceEnding', leadBars: null, closeBars: 4 });
    const taken = wish(ending, ADA, { type: 'takeProposal', proposal: 1 });
    expect([taken.refusal, taken.passing.proposals.length]).toEqual(['endingNow', 1]);
    expect(wish(taken, ADA, { type: 'setAside', proposal: 1 }).passing.proposals).toEqual([]);
  });

  it('[H10] is set aside by who made it or may take it', () => {
    for (const id of [ADA, BEN])
      expect(wish(world, id, { type: 'setAside', proposal: 1 }).passing.proposals).toEqual([]);
    expect(wish(world, CLEO, { type: 'setAside', proposal: 1 }).refusal).toBe('notAllowed');
    expect(wish(world, ADA, { type: 'setAside', proposal: 2 }).refusal).toBe('noSuchProposal');
  });

  it('[H10] takes the place of one’s own of the same kind; the newest eight stay, each three minutes', () => {
    const again = wish(wish(world, BEN, FRAME), BEN, TEMPO);
    expect(again.passing.proposals.map(({ number }) => number)).toEqual([2, 3]);
    const all = [ADA, BEN, CLEO, DAG].flatMap((id) =>
      [TEMPO, FRAME, ENDING].map((what) => [id, what] as const),
    );
    const many = all.reduce((at, [id, what]) => wish(at, id, what), aWorld());
    expect(many.passing.proposals.map(({ number }) => number)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(wait(world, 179_999).passing.proposals).toHaveLength(1);
    expect(wait(world, 180_000).passing.proposals).toEqual([]);
    expect(wish(world, BEN, { type: 'leave' }).passing.proposals).toEqual([]);
  });

  it('[H6][H10] to end is anyone’s to take where a calm end is offered', () => {
    const offered = wish(wait(goAway(aWorld(), ADA), 300_000), BEN, ENDING);
    expect(seen(offered, CLEO).proposals[0]?.mayTake).toBe(true);
    expect(seen(offered, LIV).proposals[0]?.mayTake).toBe(false);
    expect(wish(offered, CLEO, { type: 'takeProposal', proposal: 1 }).state.ending?.by).toBe(CLEO);
  });

  it('[H10] of a tempo glides, and of an ending is the usual one', () => {
    expect(wishOf({ type: 'tempo', bpm: bpm(90) })).toEqual({ type: 'setTempo', bpm: 90, glideBars: 2 });
    expect(wishOf({ type: 'ending' })).toEqual({ type: 'announceEnding', leadBars: null, closeBars: 4 });
  });
});

describe('what only passes', () => {
  it('[W10][H11] is in no entry and no state, whatever happens: a name planted at the door is found nowhere', () => {
    const PLANTED = 'Zwölfender';
    fc.assert(
      fc.property(ANY_STORY, (story) => {
        const start = knock(aWorld({ hasDoor: true }), { name: PLANTED });
        lived(
          story,
          (_, after) => {
            const isIn = after.log.some(({ event }) => event.type === 'joined' && event.name === PLANTED);
            const written = JSON.stringify([after.log.slice(aWorld().log.length), after.state]);
            expect(written.includes(PLANTED)).toBe(isIn);
            expect(written).not.toMatch(/knock"|"invitations"|"signals"|"seconded"|"proposals"|"queue"/);
          },
          start,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('[W3][H9] is shown to each as far as it is theirs, at every step of every story', () => {
    fc.assert(
      fc.property(ANY_STORY, (story) => {
        lived(story, (_, after) => {
          const { state, passing } = after;
          for (const { id } of state.members) {
            const view = viewFor(state, passing, id);
            const holdsDoor = !state.isClosed && isHolder(after, 'door', id);
            const holdsPeople = !state.isClosed && isHolder(after, 'people', id);
            expect(view.waiting !== undefined).toBe(holdsDoor);
            expect(view.signals.length).toBe(holdsPeople ? passing.signals.length : 0);
            expect(view.invitations.every(({ to }) => to === id)).toBe(true);
            expect(view.asked.every(({ from }) => from === id)).toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
  });
});

function isHolder({ state }: World, control: 'door' | 'people', id: MemberId): boolean {
  const holder = state.holding[control];
  if (holder.type === 'member') return holder.member === id;
  return state.members.find((member) => member.id === id)?.role === 'facilitator';
}
