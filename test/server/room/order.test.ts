import { describe, expect, it } from 'vitest';
import { bpm } from '../../../shared/base/units.ts';
import type { Wish } from '../../../shared/event/wish.ts';
import { fold } from '../../../shared/room/fold.ts';
import { SEEN_WINDOW } from '../../../shared/room/seen.ts';
import { noteNow, openRoomAtTest, type RoomAtTest, settled, SOME_LOOP } from '../support/room-at-test.ts';

function roomOfTwo() {
  const at = openRoomAtTest();
  const ada = at.seat('Ada', { role: 'facilitator' });
  const ben = at.seat('Ben', { isKept: true });
  return { ...at, ada, ben };
}

const tempo = (quarters: number): Wish => ({ type: 'setTempo', bpm: bpm(quarters), glideBars: 0 });

const storedEntries = ({ store }: Pick<RoomAtTest, 'store'>) =>
  store.kept.flatMap((write) => (write.type === 'entry' ? [write.entry] : []));

describe('accept', () => {
  it('[L8] never awaits: state, log and broadcast are as wished when it returns', () => {
    const { room, ada, ben, store, batches } = roomOfTwo();
    const before = { batches: batches.length, appended: store.appended.length };
    ada.ask(tempo(90));
    expect(room.state().tempo.segments.at(-1)).toMatchObject({ bpm: 90 });
    expect(batches).toHaveLength(before.batches + 1);
    expect(store.appended).toHaveLength(before.appended + 1);
    ben.ask(noteNow({ room, time: roomOfTwo().time }));
    expect(store.appended).toHaveLength(before.appended + 2);
  });

  it('[L1] gives entries places without a gap, in the order the wishes came', async () => {
    const at = roomOfTwo();
    at.ada.ask(tempo(90));
    at.ben.ask({ type: 'chooseInstrument', instrument: 'harp' });
    at.ada.ask({ type: 'setMetre', metre: '3/4' });
    await settled();
    const stored = storedEntries(at);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    expect(at.entries()).toEqual(stored.slice(1));
  });

  it('[L2] leaves state, broadcast and disk with one story', async () => {
    const at = roomOfTwo();
    at.ada.ask(tempo(90));
    at.ben.ask({ type: 'reportReadiness', isReady: true, clockErrorMs: 3 });
    at.ada.ask({ type: 'startPulse' });
    at.ben.link.drop();
    await at.time.advance(20_000);
    expect(fold(storedEntries(at))).toEqual(at.room.state());
    expect(fold([...storedEntries(at).slice(0, 1), ...at.entries()])).toEqual(at.room.state());
  });

  it('[R10] writes author and time itself', async () => {
    const at = roomOfTwo();
    await at.time.advance(1234);
    at.ben.ask({ type: 'chooseInstrument', instrument: 'bells' });
    expect(at.entries().at(-1)).toMatchObject({ by: at.ben.id, at: at.time.now() });
  });
});

describe('an answer', () => {
  it('[L6] is given when the disk has the entry, and not before', async () => {
    const { ada, store, time } = roomOfTwo();
    await time.advance(0);
    store.hold();
    const n = ada.ask(tempo(90));
    await time.advance(5000);
    expect(ada.link.told).not.toContainEqual({ type: 'granted', n });
    store.release();
    await settled();
    expect(ada.link.told).toContainEqual({ type: 'granted', n });
  });

  it('[L6] to a wish that changes nothing waits for what made it so', async () => {
    const { ada, ben, store, time } = roomOfTwo();
    await time.advance(0);
    store.hold();
    const first = ben.ask({ type: 'setKeeping', isKept: false });
    const second = ben.ask({ type: 'setKeeping', isKept: false });
    await time.advance(1000);
    expect(ben.link.told.filter(({ type }) => type === 'granted')).toEqual([]);
    store.release();
    await settled();
    expect(ben.link.told.filter(({ type }) => type === 'granted')).toEqual([
      { type: 'granted', n: first },
      { type: 'granted', n: second },
    ]);
    expect(ada.link.told.filter(({ type }) => type === 'granted')).toEqual([]);
  });

  it('[L6] to a line wish is given only when it is refused', async () => {
    const at = roomOfTwo();
    at.ben.ask(noteNow(at));
    at.ben.ask(SOME_LOOP);
    await at.time.advance(1000);
    expect(at.ben.link.told.filter(({ type }) => type === 'granted' || type === 'refused')).toEqual([]);
    const listener = at.seat('Liv', { role: 'listener' });
    const n = listener.ask(noteNow(at));
    expect(listener.link.told.at(-1)).toEqual({ type: 'refused', n, reason: 'notAllowed' });
  });

  it('[R8] that refuses goes to the asker only, and nothing else happens', async () => {
    const { room, ada, ben, store, batches, time, faults } = roomOfTwo();
    await time.advance(1000);
    const before = { state: room.state(), batches: batches.length, writes: store.appended.length };
    const told = ada.link.told.length;
    const n = ben.ask(tempo(90));
    await time.advance(1000);
    expect(ben.link.told.at(-1)).toEqual({ type: 'refused', n, reason: 'notAllowed' });
    expect(room.state()).toBe(before.state);
    expect([batches.length, store.appended.length, ada.link.told.length]).toEqual([
      before.batches,
      before.writes,
      told,
    ]);
    expect(faults).toEqual([]);
  });

  it('comes over the link the member has when the disk is done, not the one they asked over', async () => {
    const { ada, store, time } = roomOfTwo();
    await time.advance(0);
    store.hold();
    const n = ada.ask(tempo(90));
    const older = ada.link;
    older.drop();
    const newer = ada.connect();
    store.release();
    await settled();
    expect(older.told).not.toContainEqual({ type: 'granted', n });
    expect(newer.told).toContainEqual({ type: 'granted', n });
  });
});

describe('a repeat', () => {
  it('[L3] takes no effect and is answered granted again', async () => {
    const { room, ada, batches, time } = roomOfTwo();
    const n = ada.ask(tempo(90));
    await time.advance(1000);
    ada.ask(tempo(100));
    await time.advance(1000);
    const before = { state: room.state(), batches: batches.length };
    ada.askAs(n, tempo(90));
    await time.advance(1000);
    expect(room.state()).toBe(before.state);
    expect(batches).toHaveLength(before.batches);
    expect(ada.link.told.filter((word) => word.type === 'granted' && word.n === n)).toHaveLength(2);
  });

  it('[L3][L6] of a wish that is not on disk yet is not answered before the disk has it', async () => {
    const { ada, store, time } = roomOfTwo();
    await time.advance(0);
    store.hold();
    const n = ada.ask(tempo(90));
    ada.link.drop();
    ada.connect();
    ada.askAs(n, tempo(90));
    await time.advance(1000);
    expect(ada.link.told.filter(({ type }) => type === 'granted')).toEqual([]);
    store.release();
    await settled();
    expect(ada.link.told.filter(({ type }) => type === 'granted')).toEqual([{ type: 'granted', n }]);
  });

  it('[L3] of a refused wish is refused again, though by now it would be granted', async () => {
    const { room, ada, time } = roomOfTwo();
    const n = ada.ask({ type: 'stopPulse' });
    ada.ask({ type: 'startPulse' });
    await time.advance(7000);
    ada.askAs(n, { type: 'stopPulse' });
    expect(ada.link.told.filter((word) => word.type === 'refused')).toEqual([
      { type: 'refused', n, reason: 'alreadySo' },
      { type: 'refused', n, reason: 'alreadySo' },
    ]);
    expect(room.state().pulse).toMatchObject({ type: 'going', until: undefined });
  });

  it('[L3] of a note is heard, kept and answered no second time', async () => {
    const at = roomOfTwo();
    const note = noteNow(at);
    const n = at.ben.ask(note);
    at.ben.askAs(n, note);
    await at.time.advance(1000);
    expect(at.lines()).toHaveLength(1);
    expect(at.store.appended.filter(({ type }) => type === 'line')).toHaveLength(1);
    expect(at.ben.link.told.some(({ type }) => type === 'granted' || type === 'refused')).toBe(false);
  });

  it('[L3] is recognised in whatever order numbers come', async () => {
    const at = roomOfTwo();
    for (const n of [3, 1, 2, 3, 1, 2, 7, 5, 7]) at.ben.askAs(n, noteNow(at));
    await at.time.advance(100);
    expect(at.lines().map(({ seq }) => seq)).toEqual([3, 1, 2, 7, 5]);
  });

  it('nobody is shut out by a number that never came', async () => {
    const at = roomOfTwo();
    at.ben.askAs(2, noteNow(at));
    at.ben.askAs(SEEN_WINDOW + 10, noteNow(at));
    await at.time.advance(100);
    expect(at.lines()).toHaveLength(2);
    expect(at.ben.link.told.filter(({ type }) => type === 'refused')).toEqual([]);
  });
});

describe('what is durable', () => {
  it('[L6] is told when the disk has it: the own line to its player, the room line to all', async () => {
    const at = roomOfTwo();
    await at.time.advance(1000);
    const told = { ada: at.ada.link.told.length, ben: at.ben.link.told.length };
    const n = at.ben.ask(noteNow(at));
    await at.time.advance(100);
    const { seq } = at.room.state();
    expect(at.ben.link.told.slice(told.ben)).toEqual([
      { type: 'durable', durable: { seq, own: [n], isDiskWell: true } },
    ]);
    expect(at.ada.link.told.slice(told.ada)).toEqual([]);
    at.ada.ask(tempo(90));
    await at.time.advance(100);
    const next = { type: 'durable', durable: { seq: seq + 1, own: [], isDiskWell: true } };
    expect(at.ben.link.told.at(-1)).toEqual(next);
    expect(at.ada.link.told.at(-1)).toEqual(next);
  });

  it('[L6][L9] is not told while the disk cannot be written; the music goes on and is kept when it is back', async () => {
    const at = roomOfTwo();
    await at.time.advance(1000);
    at.store.setHealth({ type: 'full' });
    const told = at.ben.link.told.length;
    const n = at.ben.ask(noteNow(at));
    at.ada.ask(tempo(90));
    await at.time.advance(5000);
    expect(at.ben.link.told.slice(told)).toEqual([]);
    expect(at.lines()).toHaveLength(1);
    expect(at.room.state().tempo.segments.at(-1)).toMatchObject({ bpm: 90 });
    at.store.setHealth({ type: 'well' });
    await at.time.advance(100);
    expect(at.ben.link.told.at(-1)).toMatchObject({ type: 'durable', durable: { own: [n] } });
    expect(fold(storedEntries(at))).toEqual(at.room.state());
  });

  it('is told at most ten times a second', async () => {
    const at = roomOfTwo();
    await at.time.advance(1000);
    const told = at.ben.link.told.length;
    for (let count = 0; count < 50; count++) {
      at.ben.ask({ ...noteNow(at), length: noteNow(at).played });
      await at.time.advance(20);
    }
    expect(at.ben.link.told.length - told).toBeLessThanOrEqual(10);
  });

  it('is nothing of a passing line', async () => {
    const at = openRoomAtTest();
    const cleo = at.seat('Cleo');
    await at.time.advance(1000);
    const told = cleo.link.told.length;
    cleo.ask(noteNow(at));
    await at.time.advance(1000);
    expect(cleo.link.told.slice(told)).toEqual([]);
  });
});

describe('a fault', () => {
  it('of the disk is reported, nothing is granted, and the room goes on', async () => {
    const at = roomOfTwo();
    await at.time.advance(0);
    await at.store.close();
    at.ada.ask(tempo(90));
    at.ben.ask(noteNow(at));
    await at.time.advance(1000);
    expect(at.faults).toHaveLength(2);
    expect(at.ada.link.told.some(({ type }) => type === 'granted')).toBe(false);
    expect(at.lines()).toHaveLength(1);
  });

  it('of a link that is told something is reported and ends nothing', async () => {
    const at = roomOfTwo();
    await at.time.advance(0);
    const broken = {
      welcome() {},
      granted(): never {
        throw new Error('the link is broken');
      },
      refused() {},
      durable() {},
      passing() {},
      close() {},
    };
    at.room.connect(at.ben.id, broken, { seq: 0, epoch: undefined });
    at.ben.ask({ type: 'chooseInstrument', instrument: 'harp' });
    await at.time.advance(1000);
    expect(at.faults).toHaveLength(1);
  });
});
