import { describe, expect, it } from 'vitest';
import { noteNow, openRoomAtTest } from '../support/room-at-test.ts';

function roomIn(place: 'together' | 'apart') {
  const at = openRoomAtTest({ place });
  const ada = at.seat('Ada', { role: 'facilitator' });
  const ben = at.seat('Ben');
  const from = at.batches.length;
  return { ...at, ada, ben, fresh: () => at.batches.slice(from) };
}

describe('what goes to everyone', () => {
  it('[L6] of notes goes at once where the room plays live', () => {
    const at = roomIn('together');
    const n = at.ben.ask(noteNow(at));
    expect(at.fresh()).toMatchObject([{ serverMs: at.time.now(), lines: [{ by: at.ben.id, seq: n }] }]);
  });

  it('[L6] of notes waits up to 20 ms for others where the echo leaves that time, and goes together in order', async () => {
    const at = roomIn('apart');
    await at.time.advance(20 - (at.time.now() % 20));
    const one = at.ben.ask(noteNow(at));
    await at.time.advance(19);
    const two = at.ada.ask(noteNow(at));
    expect(at.fresh()).toEqual([]);
    await at.time.advance(1);
    expect(at.fresh()).toMatchObject([{ lines: [{ seq: one }, { by: at.ada.id, seq: two }] }]);
    expect(at.fresh()[0]).not.toHaveProperty('entries');
    await at.time.advance(1000);
    expect(at.fresh()).toHaveLength(1);
  });

  it('[L6] of entries goes at once and takes along the notes that wait, which are not sent again', async () => {
    const at = roomIn('apart');
    const n = at.ben.ask(noteNow(at));
    at.ben.ask({ type: 'chooseInstrument', instrument: 'harp' });
    expect(at.fresh()).toMatchObject([
      { entries: [{ event: { type: 'instrumentChosen' } }], lines: [{ seq: n }] },
    ]);
    await at.time.advance(1000);
    expect(at.fresh()).toHaveLength(1);
  });

  it('[L4] of one wish goes together', () => {
    const at = roomIn('apart');
    at.ada.ask({ type: 'inviteCompany' });
    at.seat('Drummer', { isCompany: true, isConnected: false });
    const before = at.batches.length;
    at.ada.ask({ type: 'sendCompanyHome' });
    const sent = at.batches.slice(before);
    expect(sent.map(({ entries }) => entries?.map(({ event }) => event.type))).toEqual([
      ['companySentHome', 'left'],
    ]);
    const writes = at.store.appended.slice(-3);
    expect(writes.map(({ type }) => type)).toEqual(['entry', 'entry', 'seatGone']);
  });

  it('is in the welcome of a new link or comes after it, never both', async () => {
    const at = roomIn('apart');
    const n = at.ben.ask(noteNow(at));
    const link = at.ada.connect();
    expect(link.told[0]).toMatchObject({ type: 'welcome', welcome: { held: [{ seq: n }] } });
    const before = at.batches.length;
    await at.time.advance(1000);
    expect(at.batches.slice(before)).toEqual([]);
  });
});

describe('a welcome', () => {
  it('is the whole room for a fresh page, with nothing seen', () => {
    const at = roomIn('apart');
    const [word] = at.ada.connect().told;
    expect(word).toMatchObject({
      type: 'welcome',
      welcome: {
        you: at.ada.id,
        epoch: 'first',
        serverMs: at.time.now(),
        room: { type: 'snapshot', state: at.room.state() },
        seenUpTo: 0,
        seenBeyond: [],
      },
    });
  });

  it('[L2] is only what came after for a page that returns within the same run of the server', () => {
    const at = roomIn('apart');
    const have = { seq: at.room.state().seq, epoch: 'first' };
    at.ben.ask({ type: 'chooseInstrument', instrument: 'harp' });
    at.ben.ask({ type: 'chooseInstrument', instrument: 'bass' });
    const [word] = at.ada.connect(have).told;
    expect(word).toMatchObject({
      welcome: { room: { type: 'tail', entries: at.entries().filter(({ seq }) => seq > have.seq) } },
    });
    const [none] = at.ada.connect({ ...have, seq: at.room.state().seq }).told;
    expect(none).toMatchObject({ welcome: { room: { type: 'tail', entries: [] } } });
  });

  it.each([
    ['another run of the server', 'second', 2],
    ['entries that never were', 'first', 999],
    ['nothing', 'first', 0],
  ])('is the whole room for a page that has %s', (_, epoch, seq) => {
    const at = roomIn('apart');
    const [word] = at.ada.connect({ seq, epoch }).told;
    expect(word).toMatchObject({ welcome: { room: { type: 'snapshot' } } });
  });

  it('is a tail of 499 entries at most, and the whole room beyond', () => {
    const at = roomIn('apart');
    const have = { seq: at.room.state().seq, epoch: 'first' };
    const change = (count: number) =>
      at.ben.ask({ type: 'reportReadiness', isReady: true, clockErrorMs: count });
    for (let count = 1; count < 500; count++) change(count);
    expect(at.ada.connect(have).told[0]).toMatchObject({ welcome: { room: { type: 'tail' } } });
    change(500);
    expect(at.ada.connect(have).told[0]).toMatchObject({ welcome: { room: { type: 'snapshot' } } });
  });

  it('[L3] tells which of the own wishes were seen', () => {
    const at = roomIn('apart');
    for (const n of [1, 2, 5, 6]) at.ben.askAs(n, noteNow(at));
    expect(at.ben.connect().told[0]).toMatchObject({ welcome: { seenUpTo: 2, seenBeyond: [5, 6] } });
  });
});
