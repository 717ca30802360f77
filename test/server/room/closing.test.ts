import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/base/ids.ts';
import { bpm } from '../../../shared/base/units.ts';
import { fold } from '../../../shared/room/fold.ts';
import { noteNow, openRoomAtTest } from '../support/room-at-test.ts';

const MINUTE_MS = 60_000;

describe('the company', () => {
  it('[R11] is asked in and sent home by events that the composition hears, and shown as what it is', () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    ada.ask({ type: 'inviteCompany' });
    expect(at.company).toEqual([true]);
    const drummer = at.seat('Drummer', { isCompany: true });
    expect(at.room.state().members.at(-1)).toMatchObject({ id: drummer.id, isCompany: true });
    ada.ask({ type: 'sendCompanyHome' });
    expect(at.company).toEqual([true, false]);
    expect(at.room.state().members.map(({ id }) => id)).toEqual([ada.id]);
    expect(drummer.link.told.at(-1)).toEqual({ type: 'farewell', why: 'leftRoom' });
  });

  it('[R11] that was here before a restart is sent home and asked in anew', () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    at.room.renewCompany();
    expect(at.company).toEqual([]);
    ada.ask({ type: 'inviteCompany' });
    at.seat('Drummer', { isCompany: true });
    at.room.renewCompany();
    expect(at.company).toEqual([true, false, true]);
    expect(at.room.state()).toMatchObject({ isCompanyInvited: true, members: [{ id: ada.id }] });
  });
});

describe('a room that is closed', () => {
  function closedRoom() {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    const ben = at.seat('Ben', { isKept: true });
    ben.ask(noteNow(at));
    ada.ask({ type: 'inviteCompany' });
    ada.ask({ type: 'closeRoom' });
    return { ...at, ada, ben };
  }

  it('says farewell to all, sends the company home and tells that it closed, once', async () => {
    const { ada, ben, company, closings, time, said, room } = closedRoom();
    expect(ada.link.told.at(-1)).toEqual({ type: 'farewell', why: 'roomClosed' });
    expect(ben.link.told.at(-1)).toEqual({ type: 'farewell', why: 'roomClosed' });
    expect(company).toEqual([true, false]);
    await time.advance(2 * 60 * MINUTE_MS);
    expect(closings()).toBe(1);
    expect(said('roomClosed')).toHaveLength(1);
    expect(room.state().isClosed).toBe(true);
  });

  it('[R9] has no timer left and writes nothing more into its log, though every link is gone', async () => {
    const { time, entries, store, room } = closedRoom();
    expect(time.waiting()).toBe(0);
    await time.advance(60 * MINUTE_MS);
    expect(time.waiting()).toBe(0);
    expect(entries().at(-1)?.event.type).toBe('roomClosed');
    const stored = store.kept.flatMap((write) => (write.type === 'entry' ? [write.entry] : []));
    expect(fold(stored)).toEqual(room.state());
    expect(store.kept).toContainEqual({
      type: 'sessionClosed',
      session: room.session,
      closedAt: entries().at(-1)?.at,
    });
  });

  it('[R9] takes no wish, no link and no newcomer', async () => {
    const { room, ada, batches, store } = closedRoom();
    const before = { batches: batches.length, writes: store.appended.length };
    ada.ask({ type: 'setTempo', bpm: bpm(90), glideBars: 0 });
    const link = { welcome() {}, granted() {}, refused() {}, durable() {}, passing() {}, close() {} };
    expect(room.connect(ada.id, link, { seq: 0, epoch: undefined })).toEqual({
      type: 'refused',
      reason: 'roomClosed',
    });
    const late = room.admit({
      member: memberId('latecomer00000'),
      name: 'Late',
      shape: 'wave',
      role: 'player',
      isKept: false,
      isCompany: false,
      tokenHash: 'hash',
    });
    expect(late).toEqual({ type: 'refused', reason: 'roomClosed' });
    expect([batches.length, store.appended.length]).toEqual([before.batches, before.writes]);
  });
});

describe('a room that everyone left', () => {
  it('closes after 30 minutes in which nobody came, and not before', async () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    ada.ask({ type: 'leave' });
    await at.time.advance(30 * MINUTE_MS - 1);
    expect(at.closings()).toBe(0);
    await at.time.advance(1);
    expect(at.closings()).toBe(1);
  });

  it('stays open when someone comes in time', async () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    ada.ask({ type: 'leave' });
    await at.time.advance(29 * MINUTE_MS);
    at.seat('Ben');
    await at.time.advance(60 * MINUTE_MS);
    expect(at.closings()).toBe(0);
  });

  it('closes an hour after the last link was lost: half for the seats, half for the room', async () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    ada.link.drop();
    await at.time.advance(60 * MINUTE_MS - 1);
    expect(at.closings()).toBe(0);
    await at.time.advance(1);
    expect(at.closings()).toBe(1);
  });
});

describe('a room whose server stops', () => {
  it('says so, leaves its log as it is and has no timer left', async () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    await at.time.advance(1000);
    const writes = at.store.appended.length;
    at.room.stop('serverStopping');
    expect(ada.link.told.at(-1)).toEqual({ type: 'farewell', why: 'serverStopping' });
    await at.time.advance(60 * MINUTE_MS);
    expect(at.time.waiting()).toBe(0);
    expect(at.store.appended).toHaveLength(writes);
    expect(at.room.state()).toMatchObject({ isClosed: false, members: [{ id: ada.id, presence: 'here' }] });
  });

  it('takes nothing more: no wish, no link, no newcomer', async () => {
    const at = openRoomAtTest();
    const ada = at.seat('Ada', { role: 'facilitator' });
    at.room.stop('serverStopping');
    const state = at.room.state();
    ada.ask({ type: 'inviteCompany' });
    expect(() => ada.connect()).toThrow('tryLater');
    expect(() => at.seat('Ben')).toThrow('tryLater');
    expect(at.room.state()).toBe(state);
    expect(at.time.waiting()).toBe(0);
  });
});

describe('seats', () => {
  it('[R1] are 24 at most, taken before anything else, so that 40 who come at once get no more', () => {
    const at = openRoomAtTest();
    const outcomes = Array.from({ length: 40 }, (_, index) => {
      try {
        at.seat(
          `Guest ${String.fromCodePoint(0x4e00 + index)} ${'abcdefghijklmnopqrstuvwxyz'[index % 26]}${index}`,
        );
        return 'seated';
      } catch (refusal) {
        return String(refusal);
      }
    });
    expect(outcomes.filter((outcome) => outcome === 'seated')).toHaveLength(24);
    expect(outcomes.slice(24).every((outcome) => outcome.endsWith('roomFull'))).toBe(true);
    expect(at.room.state().members).toHaveLength(24);
  });

  it('[R1] are on disk with the entry that says so, in one append', () => {
    const at = openRoomAtTest();
    at.store.hold();
    at.seat('Ada', { role: 'facilitator' });
    expect(at.store.appended.slice(2)).toMatchObject([
      { type: 'entry', entry: { event: { type: 'joined', chair: 0 } } },
      { type: 'seat', seat: { tokenHash: 'token of Ada' } },
    ]);
  });
});
