import { describe, expect, it } from 'vitest';
import { memberId, THE_ROOM } from '../../../shared/base/ids.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import { ADA, BEN, eventsOf, LIV, roomOfThree, wished } from './a-room.ts';
import { accept, aWorld, CLEO, eventsSince, wish } from './world.ts';

describe('the door of a room', () => {
  it('[W1] is as the plan has it, and is set and locked by who holds it', () => {
    expect(aWorld().state.door).toEqual({ hasDoor: false, isLocked: false });
    expect(aWorld({ hasDoor: true }).state.door).toEqual({ hasDoor: true, isLocked: false });
    const locked = wish(aWorld(), ADA, { type: 'setDoor', hasDoor: true, isLocked: true });
    expect(locked.state.door).toEqual({ hasDoor: true, isLocked: true });
    expect(wish(locked, ADA, { type: 'setDoor', hasDoor: true, isLocked: true }).log).toBe(locked.log);
    expect(wish(locked, BEN, { type: 'setDoor', hasDoor: false, isLocked: false }).refusal).toBe(
      'notAllowed',
    );
  });

  it('[W9] gives a new code every time, of which the log holds nothing', () => {
    const renewed = wish(aWorld(), ADA, { type: 'renewCode' });
    expect(eventsSince(aWorld(), renewed)).toEqual([{ type: 'codeRenewed' }]);
    expect(renewed.state).toEqual({ ...aWorld().state, seq: renewed.state.seq });
    expect(eventsSince(renewed, wish(renewed, ADA, { type: 'renewCode' }))).toHaveLength(1);
  });
});

describe('sending someone out', () => {
  it.each([
    ['putAtDoor', 'putAtDoor'],
    ['remove', 'removed'],
  ] as const)('[W9] by %s says who did it, and closes the door behind them', (type, why) => {
    const world = wish(aWorld(), ADA, { type, member: BEN });
    expect(memberOf(world.state, BEN)).toBeUndefined();
    expect(world.state.door.hasDoor).toBe(true);
    expect(eventsSince(aWorld(), world)).toEqual([
      { type: 'doorSet', hasDoor: true, isLocked: false },
      { type: 'left', member: BEN, why },
    ]);
    expect(world.log.at(-1)?.by).toBe(ADA);
    expect(eventsSince(world, wish(world, ADA, { type, member: CLEO }))).toEqual([
      { type: 'left', member: CLEO, why },
    ]);
  });

  it('[W9] leaves a lock as it was', () => {
    const open = { ...roomOfThree(), door: { hasDoor: false, isLocked: true } };
    expect(eventsOf(open, { type: 'remove', member: BEN }, ADA, open.openedAt)[0]).toEqual({
      type: 'doorSet',
      hasDoor: true,
      isLocked: true,
    });
  });

  it('[W9] is of listeners too, never of the facilitator, and of nobody who is not there', () => {
    expect(wish(aWorld(), ADA, { type: 'putAtDoor', member: LIV }).refusal).toBeUndefined();
    const invited = wish(aWorld(), ADA, {
      type: 'inviteToHold',
      member: BEN,
      controls: ['door'],
      bars: null,
    });
    const shared = accept(invited, BEN);
    for (const type of ['putAtDoor', 'remove'] as const) {
      expect(wish(shared, BEN, { type, member: ADA })).toMatchObject({ refusal: 'notAllowed' });
      expect(wish(shared, BEN, { type, member: memberId('nobody0000') }).refusal).toBe('noSuchMember');
      expect(wish(shared, BEN, { type, member: CLEO }).refusal).toBeUndefined();
      expect(wish(shared, ADA, { type, member: BEN }).refusal).toBeUndefined();
      expect(wish(shared, CLEO, { type, member: BEN }).refusal).toBe('notAllowed');
    }
  });

  it('[W9] also takes place where the account behind a seat holds no more', () => {
    const state = wished(roomOfThree(), { type: 'disable', member: ADA }, THE_ROOM);
    expect(memberOf(state, ADA)).toBeUndefined();
    expect(state.unheldSince).toBe(state.openedAt);
    expect(wished(state, { type: 'disable', member: ADA }, THE_ROOM)).toBe(state);
  });
});
