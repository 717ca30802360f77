import { describe, expect, it } from 'vitest';
import { memberId, type MemberId } from '../../../../shared/base/ids.ts';
import type { OwnWish, PassingWish } from '../../../../shared/event/wish.ts';
import { viewFor } from '../../../../shared/room/passing/view.ts';
import { ADA, admit, BEN, LIV, STRANGER } from '../a-room.ts';
import {
  accept,
  aWorld,
  CLEO,
  decline,
  eventsSince,
  goAway,
  invitationsOf,
  own,
  wait,
  wish,
  type World,
} from '../world.ts';

const toHarp = (member: MemberId): PassingWish => ({
  type: 'inviteToInstrument',
  member,
  instrument: 'harp',
});
const toHold = (member: MemberId): PassingWish => ({
  type: 'inviteToHold',
  member,
  controls: ['tempo'],
  bars: null,
});
const world = wish(aWorld(), ADA, toHarp(BEN));
const number = (at: World, member = BEN) => invitationsOf(at, member)[0]?.number ?? 0;

describe('an invitation', () => {
  it('[H2] changes nothing until it is accepted; then what was offered, by who accepted it', () => {
    expect(world.log).toEqual(aWorld().log);
    const yes = accept(world, BEN);
    expect(eventsSince(world, yes)).toEqual([{ type: 'instrumentChosen', member: BEN, instrument: 'harp' }]);
    expect([yes.log.at(-1)?.by, yes.passing.invitations]).toEqual([BEN, []]);
  });

  it('[H2] is answered by nobody else, and once', () => {
    for (const id of [ADA, CLEO, LIV])
      for (const type of ['acceptInvitation', 'declineInvitation'] as const) {
        const invitation = number(world);
        const asked =
          type === 'acceptInvitation' ? { type, invitation } : { type, invitation, listens: false };
        expect(wish(world, id, asked)).toMatchObject({ refusal: 'noSuchInvitation', passing: world.passing });
      }
    const yes = accept(world, BEN);
    expect(wish(yes, BEN, { type: 'acceptInvitation', invitation: number(world) }).refusal).toBe(
      'noSuchInvitation',
    );
  });

  it('[H2] lapses after a minute, when whoever was asked goes or rests, and when it is withdrawn by who asked', () => {
    expect(invitationsOf(wait(world, 59_999), BEN)).toHaveLength(1);
    const withdrawn = { type: 'withdrawInvitation', invitation: number(world) } as const;
    for (const over of [
      wait(world, 60_000),
      wish(world, BEN, { type: 'leave' }),
      wish(world, BEN, { type: 'takeBreak' }),
      wish(world, ADA, withdrawn),
      decline(world, BEN),
    ])
      expect(over.passing.invitations).toEqual([]);
    expect(wish(world, CLEO, withdrawn).refusal).toBe('noSuchInvitation');
    expect(invitationsOf(goAway(world, BEN), BEN)).toHaveLength(1);
  });

  it('[H2] of one kind takes the place of the one before to the same person, and of no other', () => {
    const again = wish(world, ADA, toHarp(BEN));
    expect(invitationsOf(again, BEN).map((one) => one.number)).toEqual([2]);
    const both = wish(wish(again, ADA, toHold(BEN)), ADA, toHarp(CLEO));
    expect(both.passing.invitations.map(({ to, what }) => [to, what.type])).toEqual([
      [BEN, 'instrument'],
      [BEN, 'hold'],
      [CLEO, 'instrument'],
    ]);
  });

  it('[H8] is for nobody who listens, none of the company, not for oneself, nobody who is not there', () => {
    const company = { ...admit(STRANGER, 'player'), shape: 'leaf', isCompany: true } as OwnWish;
    const full = own(aWorld(), company);
    for (const [member, reason] of [
      [LIV, 'notAllowed'],
      [STRANGER, 'notAllowed'],
      [ADA, 'notAllowed'],
      [memberId('nobody0000'), 'noSuchMember'],
    ] as const)
      for (const asked of [toHarp(member), toHold(member)])
        expect(wish(full, ADA, asked)).toMatchObject({ refusal: reason, passing: full.passing });
  });

  it('[H8] to an instrument that is not on offer is refused when it is accepted', () => {
    const few = aWorld({ instruments: ['kalimba', 'bells'] });
    const yes = accept(wish(few, ADA, toHarp(BEN)), BEN);
    expect([yes.refusal, invitationsOf(yes, BEN).length]).toEqual(['instrumentNotOffered', 1]);
  });

  it('[H2] is seen by who is asked and by who asked, and by nobody else', () => {
    const seen = (id: MemberId) => viewFor(world.state, world.passing, id);
    expect([seen(BEN).invitations.length, seen(BEN).asked.length]).toEqual([1, 0]);
    expect([seen(ADA).invitations.length, seen(ADA).asked.length]).toEqual([0, 1]);
    for (const id of [CLEO, LIV, STRANGER]) expect([seen(id).invitations, seen(id).asked]).toEqual([[], []]);
  });
});
