import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert } from '../../../../shared/base/assert.ts';
import { memberId, type MemberId, THE_ROOM } from '../../../../shared/base/ids.ts';
import type { OwnWish, PassingWish } from '../../../../shared/event/wish.ts';
import { viewFor } from '../../../../shared/room/passing/view.ts';
import { positionAt } from '../../../../shared/time/metre-map.ts';
import { ADA, admit, BEN, LIV, STRANGER } from '../a-room.ts';
import { expectLaws } from '../laws.ts';
import { accepts, declines, everyWay, waits, wishes } from '../stories.ts';
import {
  accept,
  aWorld,
  CLEO,
  DAG,
  decline,
  eventsSince,
  goAway,
  invitationsOf,
  own,
  wait,
  wish,
  type World,
} from '../world.ts';

const BAR_MS = 2000;
const round = (order: readonly MemberId[], changed: object = {}): PassingWish => ({
  type: 'beginRound',
  order: [...order],
  bars: 2,
  laps: 1,
  ...changed,
});
const callAndAnswer = (changed: object = {}): PassingWish => ({
  type: 'beginCallAndAnswer',
  caller: BEN,
  answerer: CLEO,
  bars: 1,
  times: 2,
  ...changed,
});
const begun = (order: readonly MemberId[], changed: object = {}) =>
  wish(aWorld(), ADA, round(order, changed));
const asked = ({ passing }: World) => passing.invitations.map(({ to }) => to);
const turnsOf = ({ state }: World) => state.turns.map(({ member, from, until }) => [member, from, until]);

describe('a round', () => {
  it('[C11] asks one at a time, the next while the one before still plays', () => {
    const first = begun([BEN, CLEO, DAG]);
    expect(asked(first)).toEqual([BEN]);
    const second = accept(first, BEN);
    expect(asked(second)).toEqual([CLEO]);
    const both = accept(second, CLEO);
    expect(asked(both)).toEqual([]);
    expect(turnsOf(both)).toEqual([
      [BEN, 4, 12],
      [CLEO, 12, 20],
    ]);
    // Ben's bars are over at beat 12, six seconds in.
    expect(asked(wait(both, 5999))).toEqual([]);
    expect(asked(wait(both, 6000))).toEqual([DAG]);
  });

  it('[C9] has nothing in the log before the first yes, and ends when the last turn is over', () => {
    const first = begun([BEN]);
    expect(first.log).toEqual(aWorld().log);
    const yes = accept(first, BEN);
    expect(eventsSince(first, yes)).toEqual([
      { type: 'roundBegun', kind: 'round', bars: 2 },
      { type: 'turnSet', member: BEN, from: 4, until: 12 },
    ]);
    expect(eventsSince(yes, wait(yes, 5999))).toEqual([]);
    const over = wait(yes, 6000);
    expect(eventsSince(yes, over)).toEqual([{ type: 'roundEnded', from: 12 }]);
    expect(over.passing.round).toBeUndefined();
    expect(turnsOf(over)).toEqual([[BEN, 4, 12]]);
  });

  it('[C9] of several laps asks in the same order again, each name once a lap', () => {
    let world = begun([BEN, CLEO, BEN], { laps: 2, bars: 1 });
    const order: MemberId[] = [];
    for (let steps = 0; steps < 100; steps++) {
      order.push(...asked(world));
      world = asked(world).reduce(accept, wait(world, asked(world).length > 0 ? 0 : 500));
    }
    expect(order).toEqual([BEN, CLEO, BEN, CLEO]);
    expect(world.state.turns.map(({ member }) => member)).toEqual([BEN, CLEO, BEN, CLEO]);
    expect(world.state.round).toBeUndefined();
  });

  it('[C9] begins a turn on a bar line of the metre of that time, however the metre changed in between', () => {
    const first = accept(begun([BEN, CLEO], { bars: 1 }), BEN);
    const metre = wish(wait(first, 500), ADA, { type: 'setMetre', metre: '3/4' });
    expect(metre.state.metre.segments.at(-1)).toMatchObject({ startBeat: 4, metre: '3/4' });
    const second = accept(metre, CLEO);
    const turn = second.state.turns.at(-1);
    assert(turn, 'Cleo has a turn');
    expect(turn).toEqual({ member: CLEO, from: 10, until: 13 });
    for (const beat of [turn.from, turn.until])
      expect(positionAt(second.state.metre, beat).phase).toBeCloseTo(0, 6);
  });

  it('[C9] counts the bars of a turn in the metre they will have', () => {
    const metre = wish(aWorld(), ADA, { type: 'setMetre', metre: '3/4' });
    const turn = accept(wish(metre, ADA, round([BEN])), BEN).state.turns.at(-1);
    expect(turn).toEqual({ member: BEN, from: 4, until: 10 });
  });

  it('[C10] asks nobody who listens, rests, is away, is company or is not there', () => {
    const company = { ...admit(STRANGER, 'player'), shape: 'leaf', isCompany: true } as OwnWish;
    const world = goAway(wish(own(aWorld(), company), CLEO, { type: 'takeBreak' }), DAG);
    const order = [LIV, CLEO, DAG, STRANGER, BEN];
    expect(asked(wish(world, ADA, round(order)))).toEqual([BEN]);
    expect(asked(wish(world, ADA, round([LIV, CLEO, DAG, STRANGER])))).toEqual([]);
    const nobody = memberId('nobody0000');
    expect(wish(world, ADA, round([BEN, nobody])).refusal).toBe('noSuchMember');
  });

  it('[C10] lets who leaves, rests or passes out, and asks the next in the same moment', () => {
    for (const gone of [
      (world: World) => wish(world, BEN, { type: 'leave' }),
      (world: World) => wish(world, BEN, { type: 'takeBreak' }),
      (world: World) => decline(world, BEN),
      (world: World) => wait(world, 20_000),
    ])
      expect(asked(gone(begun([BEN, CLEO])))).toEqual([CLEO]);
  });

  it('[C10] asks who listens no more in it, and who only passes again in the next lap', () => {
    const again = (listens: boolean) =>
      asked(decline(decline(begun([BEN, CLEO], { laps: 2 }), BEN, listens), CLEO, false));
    expect(again(false)).toEqual([BEN]);
    expect(again(true)).toEqual([CLEO]);
  });

  it('[C10] takes "I listen" as an answer to a turn only, not to another invitation', () => {
    const both = wish(begun([CLEO, BEN]), ADA, {
      type: 'inviteToInstrument',
      member: BEN,
      instrument: 'harp',
    });
    expect(decline(both, BEN, true).passing.round?.queue).toEqual([BEN]);
  });

  it('[C11] waits for an answer for 20 s, and at least until the turn before is over', () => {
    expect(asked(wait(begun([BEN, CLEO]), 19_999))).toEqual([BEN]);
    expect(asked(wait(begun([BEN, CLEO]), 20_000))).toEqual([CLEO]);
    const long = accept(begun([BEN, CLEO], { bars: 16 }), BEN);
    expect(asked(wait(long, 33_999))).toEqual([CLEO]);
    expect(asked(wait(long, 34_001))).toEqual([]);
  });

  it('[C9] is one at a time, and can be ended: what has begun to be heard ends at the coming bar line', () => {
    const first = accept(begun([BEN, CLEO], { bars: 4 }), BEN);
    expect(wish(first, ADA, round([DAG])).refusal).toBe('alreadySo');
    expect(wish(first, ADA, callAndAnswer()).refusal).toBe('alreadySo');
    const ended = wish(wait(first, 3 * BAR_MS), ADA, { type: 'endRound' });
    expect(turnsOf(ended)).toEqual([[BEN, 4, 16]]);
    expect([ended.state.round, ended.passing.round, asked(ended)]).toEqual([undefined, undefined, []]);
    const unheard = wish(first, ADA, { type: 'endRound' });
    expect(turnsOf(unheard)).toEqual([]);
    expect(eventsSince(aWorld(), wish(begun([BEN]), ADA, { type: 'endRound' }))).toEqual([]);
  });

  it('[C4] asks nobody any more once the end is announced or all was stopped, whoever had been asked', () => {
    for (const over of [
      { type: 'announceEnding', leadBars: null, closeBars: 4 },
      { type: 'stopNow' },
    ] as const) {
      const world = wish(begun([BEN, CLEO]), ADA, over);
      expect([asked(world), world.passing.round]).toEqual([[], undefined]);
      expect(wish(world, BEN, { type: 'acceptInvitation', invitation: 1 }).refusal).toBe('noSuchInvitation');
    }
  });

  it('[C10] shows everyone the same order, the one who is asked now first', () => {
    const world = begun([BEN, CLEO, DAG]);
    for (const id of [ADA, BEN, LIV])
      expect(viewFor(world.state, world.passing, id).order).toEqual([BEN, CLEO, DAG]);
    expect(viewFor(world.state, world.passing, STRANGER).order).toEqual([]);
  });
});

/** How someone answers when they are asked for their bars. */
type Answer = 'yes' | 'passes' | 'listens' | 'says nothing';

/** A round to its end, everyone answering at once or not at all. */
function played(order: readonly MemberId[], answers: ReadonlyMap<MemberId, Answer>, changed: object): World {
  let world = begun(order, changed);
  for (let step = 0; step < 600 && (world.passing.round || world.state.round); step++) {
    const [invitation] = world.passing.invitations;
    const answer = invitation && answers.get(invitation.to);
    if (invitation && answer === 'yes') world = accept(world, invitation.to);
    else if (invitation && answer !== 'says nothing')
      world = decline(world, invitation.to, answer === 'listens');
    else world = wait(world, 500);
  }
  assert(!world.passing.round && !world.state.round, 'the round came to its end');
  return world;
}

const people = fc.shuffledSubarray([ADA, BEN, CLEO, DAG], { minLength: 1 });
const answersFrom = (...kinds: readonly Answer[]) =>
  fc
    .tuple(
      ...[ADA, BEN, CLEO, DAG].map((id) => fc.constantFrom(...kinds).map((answer) => [id, answer] as const)),
    )
    .map((pairs) => new Map<MemberId, Answer>(pairs));
const lengths = fc.record({ bars: fc.constantFrom(1, 2, 3), laps: fc.constantFrom(1, 2, 4) });

describe('a pass', () => {
  it('[C10] leaves no trace: the log is that of a round in which they were never asked', () => {
    fc.assert(
      fc.property(people, answersFrom('yes', 'passes', 'listens'), lengths, (order, answers, changed) => {
        const willing = order.filter((id) => answers.get(id) === 'yes');
        const world = played(order, answers, changed);
        const without = willing.length > 0 ? played(willing, answers, changed) : aWorld();
        expect(world.log).toEqual(without.log);
        expect(world.state).toEqual(without.state);
      }),
      { numRuns: 300 },
    );
  });

  it('[C10] said by silence leaves none either: turns are of those who said yes, in their order, and nothing names the others', () => {
    fc.assert(
      fc.property(
        people,
        answersFrom('yes', 'passes', 'listens', 'says nothing'),
        lengths,
        (order, answers, changed) => {
          const willing = order.filter((id) => answers.get(id) === 'yes');
          const world = played(order, answers, changed);
          const laps = Array.from({ length: changed.laps }, () => willing).flat();
          expect(world.state.turns.map(({ member }) => member)).toEqual(laps);
          const written = JSON.stringify(eventsSince(aWorld(), world));
          for (const id of [ADA, BEN, CLEO, DAG].filter((one) => !willing.includes(one)))
            expect(written).not.toContain(id);
          expect(world.log.slice(aWorld().log.length).map(({ by }) => by)).not.toContain(
            order.find((id) => answers.get(id) !== 'yes') ?? STRANGER,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Who a step gave turns to must have said yes in it. */
function expectOnlyYes(before: World, after: World, way: readonly string[]): void {
  expectLaws(before, after);
  const last = way.at(-1) ?? '';
  for (const event of eventsSince(before, after)) {
    if (event.type !== 'turnSet' && event.type !== 'roundBegun') continue;
    if (!last.endsWith(' says yes')) throw new Error(`${event.type} came of "${last}"`);
    if (event.type === 'turnSet' && !last.startsWith(event.member.slice(0, 3)))
      throw new Error(`${event.member} got a turn when "${last}"`);
  }
}

describe('every way a round can go', () => {
  const ways = [
    accepts(BEN),
    declines(BEN),
    accepts(CLEO),
    declines(CLEO, true),
    wishes(ADA, { type: 'endRound' }),
    wishes(ADA, round([CLEO, BEN], { bars: 1 })),
    wishes(BEN, { type: 'takeBreak' }),
    wishes(CLEO, { type: 'leave' }),
    wishes(ADA, { type: 'setMetre', metre: '7/8' }),
    waits(1700),
    waits(20_000),
  ];

  it('[C9][C10][C11] keeps the laws, and only a yes becomes a turn, of whoever said it', () => {
    const from = begun([BEN, CLEO], { bars: 1, laps: 2 });
    const steps = everyWay(ways, 4, from, expectOnlyYes);
    expect(steps).toBeGreaterThan(2000);
  });
});

describe('call and answer', () => {
  const world = wish(aWorld(), ADA, callAndAnswer());

  it('[C12] asks both, and is set when both have said yes, in whichever order', () => {
    expect(asked(world)).toEqual([BEN, CLEO]);
    for (const [one, other] of [
      [BEN, CLEO],
      [CLEO, BEN],
    ] as const) {
      const half = accept(world, one);
      expect(half.log).toEqual(world.log);
      const whole = accept(half, other);
      expect(eventsSince(half, whole)[0]).toEqual({ type: 'roundBegun', kind: 'callAndAnswer', bars: 1 });
      expect(turnsOf(whole)).toEqual([
        [BEN, 4, 8],
        [CLEO, 8, 12],
        [BEN, 12, 16],
        [CLEO, 16, 20],
      ]);
      expect(eventsSince(whole, wait(whole, 10_000))).toEqual([{ type: 'roundEnded', from: 20 }]);
    }
  });

  it('[C12] of one and all asks the one', () => {
    const one = wish(aWorld(), ADA, callAndAnswer({ answerer: 'all', times: 1 }));
    expect(asked(one)).toEqual([BEN]);
    expect(turnsOf(accept(one, BEN))).toEqual([
      [BEN, 4, 8],
      ['all', 8, 12],
    ]);
  });

  it('[C12] with one no, one silence or one who goes is over for both, without a trace', () => {
    for (const no of [
      (now: World) => decline(now, BEN),
      (now: World) => decline(accept(now, BEN), CLEO),
      (now: World) => wait(accept(now, CLEO), 60_000),
      (now: World) => wish(now, CLEO, { type: 'takeBreak' }),
    ]) {
      const over = no(world);
      expect([asked(over), over.passing.round]).toEqual([[], undefined]);
      expect(JSON.stringify(eventsSince(world, over))).not.toMatch(/turnSet|roundBegun|roundEnded/);
    }
  });

  it('[C12] does not begin when whoever had said yes is gone or rests by the time the other does', () => {
    for (const gone of [{ type: 'leave' }, { type: 'takeBreak' }] as const) {
      const left = wish(accept(world, BEN), BEN, gone);
      const over = accept(left, CLEO);
      expect(over.passing.round).toBeUndefined();
      expect(turnsOf(over)).toEqual([]);
    }
  });

  it('[C10][C12] asks no listener, none of the company, nobody of themselves and nobody who is not there', () => {
    const company = { ...admit(STRANGER, 'player'), shape: 'leaf', isCompany: true } as OwnWish;
    const full = own(aWorld(), company);
    for (const [changed, reason] of [
      [{ caller: LIV }, 'notAllowed'],
      [{ answerer: LIV }, 'notAllowed'],
      [{ caller: STRANGER }, 'notAllowed'],
      [{ answerer: STRANGER }, 'notAllowed'],
      [{ answerer: BEN }, 'noSuchMember'],
      [{ caller: memberId('nobody0000') }, 'noSuchMember'],
    ] as const) {
      const refused = wish(full, ADA, callAndAnswer(changed));
      expect([refused.refusal, refused.passing]).toEqual([reason, full.passing]);
    }
  });

  it('[C9][C12] keeps the laws whichever way it goes: nothing of it before both said yes', () => {
    const ways = [
      accepts(BEN),
      accepts(CLEO),
      declines(BEN),
      declines(CLEO, true),
      wishes(BEN, { type: 'leave' }),
      wishes(CLEO, { type: 'takeBreak' }),
      wishes(ADA, { type: 'endRound' }),
      wishes(ADA, callAndAnswer({ bars: 1, times: 1 })),
      waits(2500),
      waits(60_000),
    ];
    const steps = everyWay(ways, 4, world, (before, after, way) => {
      expectLaws(before, after);
      if (!JSON.stringify(eventsSince(before, after)).includes('turnSet')) return;
      for (const who of ['ben', 'cle'])
        if (!way.some((title) => title === `${who} says yes`))
          throw new Error(`Turns were set, but ${who} never said yes: ${way.join(', ')}`);
    });
    expect(steps).toBeGreaterThan(500);
  });
});

describe('who asks', () => {
  it('[H2] is whoever holds the rounds; a player does not', () => {
    expect(wish(aWorld(), BEN, round([BEN])).refusal).toBe('notAllowed');
    const shared = accept(
      wish(aWorld(), ADA, { type: 'inviteToHold', member: BEN, controls: ['rounds'], bars: null }),
      BEN,
    );
    const by = wish(shared, BEN, round([CLEO]));
    expect(invitationsOf(by, CLEO)[0]).toMatchObject({ from: BEN, what: { type: 'turn', bars: 2 } });
    expect(by.log.at(-1)?.by).toBe(BEN);
    expect(own(by, { type: 'doWhatIsDue' }).log.every(({ by }) => by === THE_ROOM || by === BEN)).toBe(true);
  });
});
