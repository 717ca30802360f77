import { describe, expect, it } from 'vitest';
import { THE_ROOM } from '../../../shared/base/ids.ts';
import { roomMs } from '../../../shared/base/units.ts';
import { dueEvents, nextDueMs } from '../../../shared/room/decide-due.ts';
import { ADA, after, BEN, eventsOf, OPENED_AT } from './a-room.ts';
import { accept, aWorld, CLEO, goAway, own, wait, wish } from './world.ts';

const given = (bars: number) =>
  accept(wish(aWorld(), ADA, { type: 'inviteToHold', member: BEN, controls: ['tempo', 'arc'], bars }), BEN);

describe('what is due', () => {
  it('[C15] is nothing in a room in which nothing waits', () => {
    expect(nextDueMs(aWorld().state)).toBeUndefined();
    expect(dueEvents(aWorld().state, after(1e9))).toEqual([]);
  });

  it('[C15] happens at its time, not a millisecond before', () => {
    for (const [world, dueMs, type] of [
      [wish(aWorld(), ADA, { type: 'soften', member: BEN, kind: 'silent' }), 300_000, 'softeningEnded'],
      [given(1), 4000, 'controlsReturned'],
      [wish(aWorld(), ADA, { type: 'announceEnding', leadBars: null, closeBars: 4 }), 38_000, 'roomClosed'],
      [wish(aWorld(), ADA, { type: 'stopNow' }), 5000, 'roomClosed'],
      [own(aWorld(), { type: 'goAway', member: ADA }), 300_000, 'calmEndOffered'],
    ] as const) {
      expect(nextDueMs(world.state)).toBe(after(dueMs));
      expect(dueEvents(world.state, after(dueMs - 1))).toEqual([]);
      expect(dueEvents(world.state, after(dueMs)).map((event) => event.type)).toEqual([type]);
      expect(eventsOf(world.state, { type: 'doWhatIsDue' }, THE_ROOM, after(dueMs))).toHaveLength(1);
    }
  });

  it('[C15] is done once: then it waits no more', () => {
    const returned = wait(given(1), 4000);
    expect(nextDueMs(returned.state)).toBeUndefined();
    const offered = wait(goAway(aWorld(), ADA), 300_000);
    expect([offered.state.isCalmEndOffered, nextDueMs(offered.state)]).toEqual([true, undefined]);
  });

  it('[C15] comes in order of its times when the room was asleep', () => {
    const soft = wish(given(8), ADA, { type: 'soften', member: CLEO, kind: 'softer' });
    const due = dueEvents(soft.state, after(1e7)).map(({ type }) => type);
    expect(due).toEqual(['controlsReturned', 'softeningEnded']);
  });

  it('[C15] of a room that closes is followed by nothing', () => {
    const world = wish(given(64), ADA, { type: 'announceEnding', leadBars: 1, closeBars: 2 });
    expect(dueEvents(world.state, after(1e7)).map(({ type }) => type)).toEqual(['roomClosed']);
    const soft = wish(world, ADA, { type: 'stopNow' });
    expect(dueEvents(soft.state, after(1e7))).toEqual([{ type: 'roomClosed' }]);
    expect(nextDueMs(wait(soft, 5000).state)).toBeUndefined();
  });

  it('[H3] moves with the tempo: bars that grow longer end later', () => {
    const slow = wish(given(4), ADA, { type: 'takeBack', controls: ['tempo'] });
    const slower = wish(slow, ADA, { type: 'setTempo', bpm: 60 as never, glideBars: 0 });
    // A bar of two seconds, then four of four.
    expect(nextDueMs(slow.state)).toBe(roomMs(OPENED_AT + 10_000));
    expect(nextDueMs(slower.state)).toBe(roomMs(OPENED_AT + 18_000));
  });
});
