import { describe, expect, it } from 'vitest';
import { memberOf } from '../../../shared/room/questions.ts';
import { openRoomAtTest } from '../support/room-at-test.ts';

const MINUTE_MS = 60_000;

function roomOfTwo() {
  const at = openRoomAtTest();
  const ada = at.seat('Ada', { role: 'facilitator' });
  const ben = at.seat('Ben');
  const presence = () => memberOf(at.room.state(), ben.id)?.presence;
  return { ...at, ada, ben, presence };
}

describe('someone whose link is gone', () => {
  it('[R4] is not shown so before 5 s and is from 5 s on', async () => {
    const { time, ben, presence } = roomOfTwo();
    ben.link.drop();
    await time.advance(4999);
    expect(presence()).toBe('here');
    await time.advance(1);
    expect(presence()).toBe('lost');
  });

  it('[R4] is away from 9 s on and not before', async () => {
    const { time, ben, presence, said } = roomOfTwo();
    ben.link.drop();
    await time.advance(8999);
    expect(presence()).toBe('lost');
    await time.advance(1);
    expect(presence()).toBe('away');
    expect(said('wentAway')).toHaveLength(1);
  });

  it('[R4] counts from when they were last heard, not from when the link was given up', async () => {
    const { time, ben, presence } = roomOfTwo();
    ben.link.drop(4900);
    await time.advance(99);
    expect(presence()).toBe('here');
    await time.advance(1);
    expect(presence()).toBe('lost');
    await time.advance(4000);
    expect(presence()).toBe('away');
  });

  it('[R4] is lost and then away, in that order, when nothing was heard for longer than either', async () => {
    const { time, ben, said, entries } = roomOfTwo();
    ben.link.drop(20_000);
    await time.advance(0);
    expect(said('linkLost')).toHaveLength(1);
    expect(entries().at(-1)?.event.type).toBe('wentAway');
  });

  it('[R4] keeps seat, colour, chair and instrument for 30 minutes, and not longer', async () => {
    const { time, room, ben, ada, said } = roomOfTwo();
    const before = memberOf(room.state(), ben.id);
    ben.link.drop();
    await time.advance(30 * MINUTE_MS - 1);
    expect(memberOf(room.state(), ben.id)).toEqual({ ...before, presence: 'away' });
    await time.advance(1);
    expect(memberOf(room.state(), ben.id)).toBeUndefined();
    expect(said('left').map(({ event }) => event)).toEqual([
      { type: 'left', member: ben.id, why: 'seatExpired' },
    ]);
    expect(memberOf(room.state(), ada.id)?.presence).toBe('here');
  });

  it('[R4] who returns within 5 s was never shown gone, and no timer of it is left', async () => {
    const { time, ben, said, presence } = roomOfTwo();
    ben.link.drop();
    await time.advance(4900);
    ben.connect();
    await time.advance(31 * MINUTE_MS);
    expect(presence()).toBe('here');
    expect([...said('linkLost'), ...said('returned'), ...said('wentAway'), ...said('left')]).toEqual([]);
  });

  it('[R4] who returns after being lost or away is shown back, to the same seat', async () => {
    const { time, room, ben, said, presence } = roomOfTwo();
    const before = memberOf(room.state(), ben.id);
    for (const goneMs of [6000, 12_000]) {
      ben.link.drop();
      await time.advance(goneMs);
      expect(presence()).not.toBe('here');
      ben.connect();
      expect(presence()).toBe('here');
    }
    expect(said('returned')).toHaveLength(2);
    expect(memberOf(room.state(), ben.id)).toEqual(before);
  });

  it('[R4] who took a seat and never came is lost, away and gone like anyone', async () => {
    const at = openRoomAtTest();
    at.seat('Ada', { role: 'facilitator' });
    const cleo = at.seat('Cleo', { isConnected: false });
    await at.time.advance(9000);
    expect(memberOf(at.room.state(), cleo.id)?.presence).toBe('away');
    await at.time.advance(30 * MINUTE_MS);
    expect(memberOf(at.room.state(), cleo.id)).toBeUndefined();
  });
});

describe('one seat', () => {
  it('[R6] has one link: the newest wins, the older is told, and nobody is shown gone', async () => {
    const { time, ben, said, presence, room } = roomOfTwo();
    const older = ben.link;
    const newer = ben.connect();
    expect(older.told.at(-1)).toEqual({ type: 'farewell', why: 'seatTakenElsewhere' });
    expect(newer.told.map(({ type }) => type)).toEqual(['welcome']);
    await time.advance(60_000);
    expect(presence()).toBe('here');
    expect(said('linkLost')).toEqual([]);
    const before = older.told.length;
    ben.ask({ type: 'chooseInstrument', instrument: 'harp' });
    await time.advance(1000);
    expect(memberOf(room.state(), ben.id)?.instrument).toBe('harp');
    expect(older.told).toHaveLength(before);
    expect(newer.told).toContainEqual({ type: 'granted', n: 1 });
  });

  it('[R6] is not left when the older link is noticed gone only later', async () => {
    const { time, room, ben, presence } = roomOfTwo();
    let onOlderGone: ((silentForMs: number) => void) | undefined;
    const silent = { welcome() {}, granted() {}, refused() {}, durable() {}, passing() {}, close() {} };
    const connected = room.connect(ben.id, silent, { seq: 0, epoch: undefined });
    if (connected.type === 'granted') onOlderGone = connected.value;
    ben.connect();
    onOlderGone?.(0);
    await time.advance(60_000);
    expect(presence()).toBe('here');
  });

  it('[R6] is refused to who has none, and the room says nothing about it', () => {
    const { room, ada, batches } = roomOfTwo();
    ada.ask({ type: 'leave' });
    const before = batches.length;
    const link = { welcome() {}, granted() {}, refused() {}, durable() {}, passing() {}, close() {} };
    expect(room.connect(ada.id, link, { seq: 0, epoch: undefined })).toEqual({
      type: 'refused',
      reason: 'seatUnknown',
    });
    expect(batches).toHaveLength(before);
  });
});

describe('someone who leaves', () => {
  it('is told so, their link is closed, their seat is given up on disk and no timer of it is left', async () => {
    const { time, room, ben, store, said } = roomOfTwo();
    await time.advance(1000);
    const timers = time.waiting();
    ben.ask({ type: 'leave' });
    expect(ben.link.told.at(-1)).toEqual({ type: 'farewell', why: 'leftRoom' });
    expect(memberOf(room.state(), ben.id)).toBeUndefined();
    await time.advance(1000);
    expect(store.kept).toContainEqual({ type: 'seatGone', session: room.session, member: ben.id });
    expect(said('left')).toHaveLength(1);
    expect(time.waiting()).toBe(timers);
  });
});
