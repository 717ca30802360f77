import { describe, expect, it } from 'vitest';
import type { LineEntry } from '../../../shared/event/entry.ts';
import { ticks } from '../../../shared/base/units.ts';
import { type Guest, noteNow, openRoomAtTest, type SeatOptions, SOME_LOOP } from '../support/room-at-test.ts';

function roomWith(options: SeatOptions = {}) {
  const at = openRoomAtTest();
  const ada = at.seat('Ada', { role: 'facilitator' });
  const ben = at.seat('Ben', options);
  const keptLines = (): readonly LineEntry[] =>
    at.store.appended.flatMap((write) => (write.type === 'line' ? [write.entry] : []));
  const play = (guest: Guest = ben) => guest.ask(noteNow(at));
  const setLoop = (guest: Guest = ben) => guest.ask(SOME_LOOP);
  return { ...at, ada, ben, keptLines, play, setLoop };
}

describe('when a link is gone', () => {
  it('[R5][L10] the notes it held end at once, under the negative of their numbers', async () => {
    const { time, ben, play, lines } = roomWith();
    const [one, two] = [play(), play()];
    await time.advance(1000);
    ben.link.drop();
    await time.advance(20);
    expect(lines().slice(2)).toMatchObject([
      { seq: -one, by: ben.id, event: { type: 'noteReleased', note: one } },
      { seq: -two, by: ben.id, event: { type: 'noteReleased', note: two } },
    ]);
    ben.connect();
    ben.link.drop();
    await time.advance(20);
    expect(lines()).toHaveLength(4);
  });

  it('[R5] a note that was released before is not ended again', async () => {
    const { time, ben, play, lines } = roomWith();
    const note = play();
    ben.ask({ type: 'releaseNote', note, played: ticks(0) });
    ben.link.drop();
    await time.advance(20);
    expect(lines().map(({ event }) => event.type)).toEqual(['notePlayed', 'noteReleased']);
  });

  it('[R5] a loop goes on while the link is lost, and ends at the coming bar line when its player is away', async () => {
    const { time, ben, setLoop, lines } = roomWith();
    const n = setLoop();
    ben.link.drop();
    await time.advance(8999);
    expect(lines()).toHaveLength(1);
    await time.advance(16);
    expect(lines().at(-1)).toMatchObject({
      seq: -n,
      event: { type: 'loopStopped', from: 5 * 4 * 960 },
    });
  });

  it('[R5] a newer link into the same seat ends what the older held', async () => {
    const { time, room, ben, play, lines } = roomWith();
    const note = play();
    const silent = { welcome() {}, granted() {}, refused() {}, durable() {}, passing() {}, close() {} };
    // An adapter that reports the older link only later.
    room.connect(ben.id, silent, { seq: 0, epoch: undefined });
    const note2 = play();
    const fresh = ben.connect();
    await time.advance(20);
    expect(lines().filter(({ event }) => event.type === 'noteReleased')).toMatchObject([
      { event: { note } },
      { event: { note: note2 } },
    ]);
    expect(fresh.told[0]).toMatchObject({ type: 'welcome', welcome: { held: [] } });
  });
});

describe('when someone leaves', () => {
  it('[R5] their held notes end at once and their loop at the coming bar line, before they are gone from the list', async () => {
    const { time, ben, play, setLoop, batches } = roomWith();
    const note = play();
    const loop = setLoop();
    await time.advance(100);
    const before = batches.length;
    ben.ask({ type: 'leave' });
    expect(batches.slice(before)).toMatchObject([
      {
        entries: [{ event: { type: 'left' } }],
        lines: [
          { seq: -note, event: { type: 'noteReleased' } },
          { seq: -loop, event: { type: 'loopStopped' } },
        ],
      },
    ]);
  });

  it('[R5][L5] what the room ends of a kept line is kept with it', async () => {
    const { time, ben, play, setLoop, keptLines } = roomWith({ isKept: true });
    const note = play();
    const loop = setLoop();
    ben.ask({ type: 'leave' });
    await time.advance(100);
    expect(keptLines().map(({ seq }) => seq)).toEqual([note, loop, -note, -loop]);
  });

  it('[L5][L10] what the room ends of a note from before the yes is not kept either', async () => {
    const { time, ben, play, setLoop, keptLines } = roomWith();
    play();
    setLoop();
    await time.advance(100);
    ben.ask({ type: 'setKeeping', isKept: true });
    const kept = play();
    ben.ask({ type: 'leave' });
    await time.advance(100);
    expect(keptLines().map(({ seq }) => seq)).toEqual([kept, -kept]);
  });

  it('[L5] what the room ends of a passing line is not kept', async () => {
    const { time, ben, play, setLoop, store } = roomWith();
    play();
    setLoop();
    ben.ask({ type: 'leave' });
    await time.advance(100);
    expect(store.appended.filter(({ type }) => type === 'line')).toEqual([]);
  });
});

describe('what is kept of a line', () => {
  it('[L5] is nothing of someone who did not agree, from the first note on', async () => {
    const { time, ben, play, setLoop, store, lines } = roomWith();
    const note = play();
    ben.ask({ type: 'releaseNote', note, played: ticks(0) });
    setLoop();
    ben.ask({ type: 'stopLoop' });
    await time.advance(1000);
    expect(lines()).toHaveLength(4);
    expect(JSON.stringify(store.appended)).not.toContain('"line"');
  });

  it('[L5] is what is played from the moment of agreeing to the moment of taking it back', async () => {
    const { time, ben, play, keptLines } = roomWith();
    play();
    await time.advance(100);
    ben.ask({ type: 'setKeeping', isKept: true });
    await time.advance(100);
    const kept = play();
    await time.advance(100);
    ben.ask({ type: 'setKeeping', isKept: false });
    play();
    await time.advance(100);
    expect(keptLines().map(({ seq }) => seq)).toEqual([kept]);
  });

  it('[L5] is nothing that was played before agreeing and came after it', async () => {
    const at = roomWith();
    await at.time.advance(5000);
    at.ben.ask({ type: 'setKeeping', isKept: true });
    await at.time.advance(100);
    at.ben.ask(noteNow(at, { agoMs: 150 }));
    const kept = at.ben.ask(noteNow(at, { agoMs: 50 }));
    await at.time.advance(100);
    expect(at.keptLines().map(({ seq }) => seq)).toEqual([kept]);
  });

  it('[N3] a note older than 1.5 s is kept at its true place and told to nobody', async () => {
    const at = roomWith({ isKept: true });
    await at.time.advance(10_000);
    const late = noteNow(at, { agoMs: 1501 });
    at.ben.ask(late);
    const live = noteNow(at, { agoMs: 1499 });
    at.ben.ask(live);
    await at.time.advance(100);
    expect(at.keptLines()).toMatchObject([
      { event: { played: late.played } },
      { event: { played: live.played } },
    ]);
    expect(at.lines()).toMatchObject([{ event: { played: live.played } }]);
  });
});

describe('held notes', () => {
  it('[N6] of which the release never came count no longer after 30 s', async () => {
    const { time, ben, play, room } = roomWith();
    for (let count = 0; count < 12; count++) play();
    await time.advance(100);
    expect(ben.link.told.filter(({ type }) => type === 'refused')).toEqual([]);
    const beyond = play();
    expect(ben.link.told.at(-1)).toEqual({ type: 'refused', n: beyond, reason: 'tooMany' });
    await time.advance(30_000);
    const later = play();
    expect(ben.link.told.filter(({ type }) => type === 'refused')).toHaveLength(1);
    const welcome = ben.connect().told[0];
    expect(welcome).toMatchObject({ type: 'welcome' });
    expect(later).toBe(beyond + 1);
    expect(room.state().members).toHaveLength(2);
  });

  it('[N6] that are over are not told to who comes in', async () => {
    const { time, ada, ben, play } = roomWith();
    play();
    await time.advance(30_001);
    const young = play();
    const word = ada.connect().told[0];
    expect(word?.type === 'welcome' && word.welcome.held.map(({ seq, by }) => [by, seq])).toEqual([
      [ben.id, young],
    ]);
  });

  it('and loops that go on are told to who comes in', async () => {
    const { time, ada, ben, play, setLoop } = roomWith();
    const note = play();
    const loop = setLoop();
    await time.advance(100);
    const word = ada.connect().told[0];
    expect(word).toMatchObject({
      type: 'welcome',
      welcome: { held: [{ by: ben.id, seq: note }], loops: [{ by: ben.id, seq: loop }] },
    });
  });
});
