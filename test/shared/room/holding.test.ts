import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../shared/base/ids.ts';
import type { Entry } from '../../../shared/event/entry.ts';
import { CONTROLS, type Control, SHAREABLE_CONTROLS } from '../../../shared/event/holding.ts';
import type { PassingWish } from '../../../shared/event/wish.ts';
import { controlsOf, facilitatorOf, holds, isCoFacilitator, isHeld } from '../../../shared/room/holding.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { ADA, BEN, emptyRoom, LIV, STRANGER } from './a-room.ts';
import { expectLaws, expectOneHolder } from './laws.ts';
import { accepts, declines, everyWay, lived, owns, storyOf, waits, wishes } from './stories.ts';
import { accept, aWorld, CLEO, decline, eventsSince, goAway, own, wait, wish, type World } from './world.ts';

const invite = (member: MemberId, controls: readonly Control[], bars: number | null = null): PassingWish => ({
  type: 'inviteToHold',
  member,
  controls: [...controls],
  bars,
});
const shared = (controls: readonly Control[], bars: number | null = null, member = BEN) =>
  accept(wish(aWorld(), ADA, invite(member, controls, bars)), member);
const holderOf = ({ state }: World, control: Control) => {
  const holder = state.holding[control];
  return holder.type === 'member' ? holder.member : holder.type;
};

describe('holding', () => {
  it('[H1] is all the facilitator’s at first, in a room without anyone too', () => {
    const { state } = aWorld();
    expect(controlsOf(state, ADA)).toEqual(CONTROLS);
    expect(controlsOf(state, BEN)).toEqual([]);
    expect(facilitatorOf(state)?.id).toBe(ADA);
    expect(facilitatorOf(emptyRoom())).toBeUndefined();
    expect(isHeld(emptyRoom())).toBe(false);
    expect(holds(state, 'tempo', STRANGER)).toBe(false);
  });

  it.each(CONTROLS)('[H1][H2] of %s passes to who accepts it, from whoever had it', (control) => {
    const bens = shared([control]);
    expect([holderOf(bens, control), isCoFacilitator(bens.state, BEN)]).toEqual([BEN, true]);
    expect(controlsOf(bens.state, BEN)).toEqual([control]);
    expect(controlsOf(bens.state, ADA)).toEqual(CONTROLS.filter((one) => one !== control));
    const cleos = accept(wish(bens, ADA, invite(CLEO, [control])), CLEO);
    expect([holderOf(cleos, control), isCoFacilitator(cleos.state, BEN)]).toEqual([CLEO, false]);
    expect(cleos.log.at(-1)).toMatchObject({ by: CLEO, event: { to: CLEO, until: null } });
  });

  it('[H3] for some bars ends on its bar line, by itself, and all that was given together returns together', () => {
    const bens = shared(['tempo', 'frame', 'tempo'], 3);
    expect(bens.state.holding.tempo).toEqual({ type: 'member', member: BEN, until: 16 });
    const before = wait(bens, 7999);
    expect(holderOf(before, 'tempo')).toBe(BEN);
    const after = wait(bens, 8000);
    expect(eventsSince(before, after)).toEqual([{ type: 'controlsReturned', controls: ['tempo', 'frame'] }]);
    expect(holderOf(after, 'tempo')).toBe('facilitator');
  });

  it('[H3] for some bars follows the tempo', () => {
    const bens = shared(['ending'], 8);
    const slow = wish(bens, ADA, { type: 'setTempo', bpm: 60 as never, glideBars: 0 });
    const returned = wait(slow, 60_000).log.find(({ event }) => event.type === 'controlsReturned');
    expect(returned && beatAt(slow.state.tempo, returned.at)).toBeCloseTo(36);
  });

  it('[H3] ends when whoever holds is away or leaves, but not for a link that was lost briefly', () => {
    const bens = shared([...CONTROLS]);
    const lost = own(bens, { type: 'loseLink', member: BEN });
    expect(controlsOf(lost.state, BEN)).toEqual(CONTROLS);
    for (const gone of [
      own(lost, { type: 'goAway', member: BEN }),
      wish(bens, BEN, { type: 'leave' }),
      wish(bens, ADA, { type: 'remove', member: BEN }),
      wish(bens, ADA, { type: 'putAtDoor', member: BEN }),
      own(bens, { type: 'disable', member: BEN }),
    ]) {
      expect(controlsOf(gone.state, ADA)).toEqual(CONTROLS);
      expect(isCoFacilitator(gone.state, BEN)).toBe(false);
    }
    const back = own(own(lost, { type: 'goAway', member: BEN }), { type: 'returnToSeat', member: BEN });
    expect(controlsOf(back.state, BEN)).toEqual([]);
  });

  it('[H4] is given back by who holds it, of theirs only', () => {
    const bens = shared(['tempo', 'frame']);
    const back = wish(bens, BEN, { type: 'giveBack', controls: ['frame', 'arc', 'frame'] });
    expect(eventsSince(bens, back)).toEqual([{ type: 'controlsReturned', controls: ['frame'] }]);
    expect([holderOf(back, 'tempo'), holderOf(back, 'frame')]).toEqual([BEN, 'facilitator']);
    expect(wish(back, BEN, { type: 'giveBack', controls: ['frame'] }).refusal).toBe('alreadySo');
    expect(wish(back, CLEO, { type: 'giveBack', controls: ['tempo'] }).refusal).toBe('alreadySo');
    expect(wish(back, ADA, { type: 'giveBack', controls: ['people'] }).refusal).toBe('alreadySo');
  });

  it('[H4] is taken back by the facilitator at any time, and by nobody else', () => {
    const bens = shared(['tempo', 'frame']);
    expect(wish(bens, BEN, { type: 'takeBack', controls: ['tempo'] }).refusal).toBe('notAllowed');
    const taken = wish(bens, ADA, { type: 'takeBack', controls: ['tempo', 'door'] });
    expect(eventsSince(bens, taken)).toEqual([{ type: 'controlsReturned', controls: ['tempo'] }]);
    expect(wish(taken, ADA, { type: 'takeBack', controls: ['tempo'] }).log).toBe(taken.log);
  });

  it.each(SHAREABLE_CONTROLS)('[H1] of %s may be everyone’s who plays, and no listener’s', (control) => {
    const open = wish(shared([control]), ADA, { type: 'openToAll', control });
    for (const id of [ADA, BEN, CLEO]) expect(holds(open.state, control, id)).toBe(true);
    expect(holds(open.state, control, LIV)).toBe(false);
    expect([controlsOf(open.state, BEN), isCoFacilitator(open.state, BEN)]).toEqual([[], false]);
    expect(wish(open, ADA, { type: 'openToAll', control }).log).toBe(open.log);
    expect(holderOf(wish(open, ADA, { type: 'takeBack', controls: [control] }), control)).toBe('facilitator');
    expect(wish(open, BEN, { type: 'openToAll', control }).refusal).toBe('notAllowed');
  });

  it('[H6] is said to be nobody’s from the moment the last who holds anything is away', () => {
    const bens = shared(['people']);
    const one = goAway(bens, ADA);
    expect(one.state.unheldSince).toBeUndefined();
    const none = goAway(one, BEN);
    expect(none.state.unheldSince).toBe(none.now);
    expect(isHeld(own(none, { type: 'returnToSeat', member: BEN }).state)).toBe(false);
    expect(isHeld(own(none, { type: 'returnToSeat', member: ADA }).state)).toBe(true);
  });
});

/** The simplest account of who holds what, from the log alone; undefined is the facilitator. */
function holdersBy(log: readonly Entry[]): ReadonlyMap<Control, string> {
  const holders = new Map<Control, string>();
  for (const { event } of log) {
    if (event.type === 'controlsGiven') for (const control of event.controls) holders.set(control, event.to);
    if (event.type === 'controlsReturned') for (const control of event.controls) holders.delete(control);
    if (event.type === 'left' || event.type === 'wentAway')
      for (const [control, holder] of holders) if (holder === event.member) holders.delete(control);
  }
  return holders;
}

describe('every way holding can go', () => {
  it('[H1][H2][H3][H4] leaves each control with one who accepted it and is here, or everyone', () => {
    const ways = [
      wishes(ADA, invite(BEN, ['tempo', 'ending'], 2)),
      wishes(ADA, invite(CLEO, ['tempo', 'people'])),
      accepts(BEN),
      accepts(CLEO),
      declines(BEN),
      wishes(ADA, { type: 'openToAll', control: 'tempo' }),
      wishes(ADA, { type: 'takeBack', controls: ['tempo'] }),
      wishes(BEN, { type: 'giveBack', controls: ['tempo'] }),
      wishes(BEN, { type: 'leave' }),
      owns({ type: 'goAway', member: CLEO }),
      owns({ type: 'returnToSeat', member: CLEO }),
      waits(3500),
      waits(60_000),
    ];
    const steps = everyWay(ways, 5, aWorld(), (before, after, way) => {
      expectOneHolder(after);
      for (const event of eventsSince(before, after)) {
        if (event.type !== 'controlsGiven' || event.to === 'everyone') continue;
        if (way.at(-1) !== `${event.to.slice(0, 3)} says yes`)
          throw new Error(`${event.to} was given ${event.controls.join()} by "${way.at(-1)}"`);
      }
    });
    expect(steps).toBeGreaterThan(10_000);
  });

  it('[H1][H3] is as a simple account of the log has it, at every step', () => {
    fc.assert(
      fc.property(storyOf({ holding: 5, answers: 6, presence: 4, time: 3 }, 40), (story) => {
        lived(story, (before, after) => {
          expectLaws(before, after);
          const account = holdersBy(after.log);
          for (const control of CONTROLS)
            expect(holderOf(after, control)).toBe(account.get(control) ?? 'facilitator');
        });
      }),
      { numRuns: 600 },
    );
  });
});

describe('an invitation to hold', () => {
  it('[H2] leaves no trace when it comes to nothing', () => {
    const world = wish(aWorld(), ADA, invite(BEN, ['tempo']));
    for (const over of [
      decline(world, BEN),
      wait(world, 60_000),
      wish(world, ADA, { type: 'withdrawInvitation', invitation: 1 }),
    ]) {
      expect(over.passing.invitations).toEqual([]);
      expect(over.log).toEqual(aWorld().log);
      expect({ ...over.state }).toEqual(aWorld().state);
    }
  });
});
