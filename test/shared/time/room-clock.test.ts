import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoomClock, type RoomClock } from '../../../shared/time/room-clock.ts';

const SERVER_MS = 1.75e12;

/** A server and a device of which the test knows the truth: room = local + offset + slope · local. */
function createPair(clock: RoomClock, { offsetMs = SERVER_MS, slopePpm = 0 } = {}) {
  let nowMs = 1_000;
  let offset = offsetMs;
  const truthMs = (atLocalMs = nowMs) => atLocalMs + offset + slopePpm * 1e-6 * atLocalMs;
  return {
    now: () => nowMs,
    truthMs,
    errorMs: () => clock.serverNow(nowMs) - truthMs(),
    pass(ms: number) {
      nowMs += ms;
    },
    /** The device sleeps, or a clock is set: the two differ by this much more from now on. */
    step(byMs: number) {
      offset += byMs;
    },
    exchange(upMs = 5, downMs = 5) {
      const sentMs = nowMs;
      clock.onPong(sentMs, truthMs(sentMs + upMs), sentMs + upMs + downMs);
      nowMs += upMs + downMs;
    },
    exchanges(count: number, everyMs: number) {
      for (let index = 0; index < count; index++) {
        this.exchange();
        nowMs += everyMs - 10;
      }
    },
  };
}

type Act =
  | { readonly type: 'exchange'; readonly upMs: number; readonly downMs: number }
  | { readonly type: 'ask'; readonly aheadMs: number }
  | { readonly type: 'step'; readonly byMs: number }
  | { readonly type: 'pass'; readonly ms: number };

const span = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyActs: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ type: fc.constant('ask' as const), aheadMs: span(-500, 240) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('exchange' as const),
        upMs: span(0, 400),
        downMs: span(0, 400),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('step' as const),
        byMs: fc.oneof(span(-300, 300), fc.constantFrom(-5_000, 30_000)),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('pass' as const), ms: span(0, 2_000) }) },
  ),
  { minLength: 20, maxLength: 120 },
);

/** By how much what is shown for a later local time was ever below what had been shown, in the same generation. */
function worstBackStepMs(acts: readonly Act[], slopePpm: number): number {
  const clock = createRoomClock();
  const pair = createPair(clock, { slopePpm });
  pair.exchange();
  let worst = 0;
  let asked: { readonly generation: number; readonly atMs: number; readonly shownMs: number }[] = [];
  for (const act of acts) {
    if (act.type === 'exchange') pair.exchange(act.upMs, act.downMs);
    else if (act.type === 'step') pair.step(act.byMs);
    else if (act.type === 'pass') pair.pass(act.ms);
    else {
      const { generation } = clock;
      const atMs = pair.now() + act.aheadMs;
      const shownMs = clock.serverNow(atMs);
      asked = asked.filter((before) => before.generation === generation);
      for (const before of asked) {
        if (before.atMs <= atMs) worst = Math.max(worst, before.shownMs - shownMs);
      }
      asked.push({ generation, atMs, shownMs });
    }
  }
  return worst;
}

describe('the room clock before and after its first pong', () => {
  it('knows nothing before: 0, no deadline is ever reached, no bound', () => {
    const clock = createRoomClock();
    expect(clock.serverNow(1_000)).toBe(0);
    expect(clock.localAt(SERVER_MS)).toBe(Infinity);
    expect(clock.errorBoundMs(1_000)).toBe(Infinity);
    expect(clock.isSettled).toBe(false);
  });

  it('shows the middle of the first exchange and bounds it by half of it', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    pair.exchange(8, 2);
    expect(pair.errorMs()).toBeCloseTo(3, 2);
    expect(clock.errorBoundMs(pair.now())).toBeCloseTo(5, 1);
    expect(clock.generation).toBe(0);
  });

  it.each([
    ['an answer before its question', 100, SERVER_MS, 99],
    ['a stamp that is no number', 100, NaN, 101],
    ['a stamp without end', 100, Infinity, 101],
  ])('ignores %s', (_what, sentMs, serverMs, receivedMs) => {
    const clock = createRoomClock();
    clock.onPong(sentMs, serverMs, receivedMs);
    expect(clock.serverNow(200)).toBe(0);
    const pair = createPair(clock);
    pair.exchange();
    clock.onPong(sentMs, serverMs, receivedMs);
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.01);
  });

  it('[T2] is settled after eight exchanges, not after seven', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    pair.exchanges(7, 50);
    expect(clock.isSettled).toBe(false);
    pair.exchange();
    expect(clock.isSettled).toBe(true);
    expect(pair.now() - 1_000).toBeLessThan(500);
  });

  it('[T2] is not settled by answers that all stood in a long queue, but in the end also by those', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    for (let count = 0; count < 8; count++) pair.exchange(150, 150);
    expect(clock.isSettled).toBe(false);
    pair.pass(5_000);
    pair.exchange(150, 150);
    expect(clock.isSettled).toBe(true);
  });

  it('[T2] was not settled if it turns out to be far off within the first seconds, and says so', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    for (let count = 0; count < 9; count++) pair.exchange(90, 10);
    expect(clock.isSettled).toBe(true);
    pair.exchange(10, 10);
    expect(clock.isSettled).toBe(false);
    pair.pass(100);
    pair.exchange(10, 10);
    expect(clock.isSettled).toBe(true);
    expect(Math.abs(pair.errorMs())).toBeLessThan(1);
  });

  it('learns the slope of the crystal and keeps time by it alone', () => {
    const clock = createRoomClock();
    const pair = createPair(clock, { slopePpm: -50 });
    pair.exchanges(60, 1_000);
    expect(clock.slopePpm).toBeCloseTo(-50, -1);
    pair.pass(60_000);
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.5);
  });

  it('keeps time by a remembered slope from the first exchange on', () => {
    const clock = createRoomClock({ slopePpm: 80 });
    const pair = createPair(clock, { slopePpm: 80 });
    pair.exchange();
    pair.pass(60_000);
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.1);
  });
});

describe('the shown line', () => {
  it('[T1] room clock never runs backwards within a generation, whatever comes and in whatever order it is asked', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(anyActs, fc.double({ min: -60, max: 60, noNaN: true }), (acts, slopePpm) => {
        expect(worstBackStepMs(acts, slopePpm)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('corrects at most half a per cent, and over at least a second, once settled', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    for (let count = 0; count < 12; count++) pair.exchange(20, 4);
    pair.pass(5_000);
    pair.exchange(20, 4);
    expect(clock.isSettled).toBe(true);
    expect(pair.errorMs()).toBeCloseTo(8, 0);
    pair.exchange(4, 4);
    const startedMs = pair.now();
    const roomMs = clock.serverNow(startedMs);
    // Half a per cent, and the slope believed at that moment.
    const steepest = 0.005 + Math.abs(clock.slopePpm) * 1e-6;
    for (const laterMs of [100, 500, 1_000]) {
      const moved = clock.serverNow(startedMs + laterMs) - roomMs;
      expect(Math.abs(moved - laterMs)).toBeLessThanOrEqual(laterMs * steepest + 0.001);
      expect(moved).toBeLessThan(laterMs);
    }
  });

  it('finds the local time of a room time: the inverse of what it shows', () => {
    const clock = createRoomClock();
    const pair = createPair(clock, { slopePpm: 30 });
    pair.exchange(30, 2);
    for (let count = 0; count < 20; count++) {
      pair.exchange(3, 3);
      for (const aheadMs of [-100, 0, 5, 100, 10_000]) {
        const atMs = pair.now() + aheadMs;
        expect(clock.localAt(clock.serverNow(atMs))).toBeCloseTo(atMs, 2);
      }
    }
  });

  it('reaches what a jump skipped at the jump', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    pair.exchanges(10, 1_000);
    const skippedMs = pair.truthMs() + 10_000;
    pair.step(30_000);
    pair.exchange();
    expect(clock.localAt(skippedMs)).toBe(pair.now());
  });
});

describe('sleep, steps and restarts', () => {
  it('[T4] a sleep or step is noticed by the first pong alone: a sleep is jumped, in a new generation', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    pair.exchanges(20, 1_000);
    pair.step(30_000);
    expect(pair.errorMs()).toBeLessThan(-29_990);
    pair.exchange();
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.1);
    expect(clock.generation).toBe(1);
    expect(clock.beginnings).toBe(1);
    expect(clock.isSettled).toBe(false);
    expect(clock.errorBoundMs(pair.now())).toBeLessThan(6);
  });

  it('[T4] a step back by seconds is a new generation; one below 250 ms is bent away in the same', () => {
    for (const { byMs, generation, withinMs } of [
      { byMs: -5_000, generation: 1, withinMs: 0 },
      { byMs: -240, generation: 0, withinMs: 500 },
      { byMs: 240, generation: 0, withinMs: 500 },
      { byMs: 260, generation: 1, withinMs: 0 },
    ]) {
      const clock = createRoomClock();
      const pair = createPair(clock);
      pair.exchanges(20, 1_000);
      pair.step(byMs);
      pair.exchange();
      pair.pass(withinMs);
      expect(Math.abs(pair.errorMs())).toBeLessThan(0.1);
      expect(clock.generation).toBe(generation);
      expect(clock.beginnings).toBe(1);
    }
  });

  it('[T4] an answer that only took long is no step', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    pair.exchanges(20, 1_000);
    pair.exchange(5, 2_000);
    pair.exchange(2_000, 5);
    expect(clock.beginnings).toBe(0);
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.1);
  });

  it('[T4] a stamp on a broadcast is enough to notice a sleep, and a late one means nothing', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    clock.onStamp(SERVER_MS, 0);
    pair.exchanges(20, 1_000);
    clock.onStamp(pair.truthMs() - 500, pair.now());
    clock.onStamp(pair.truthMs(), pair.now());
    expect(clock.beginnings).toBe(0);
    pair.step(30_000);
    clock.onStamp(pair.truthMs() - 5, pair.now());
    expect(clock.beginnings).toBe(1);
    expect(Math.abs(pair.errorMs())).toBeLessThan(1);
    expect(clock.errorBoundMs(pair.now())).toBe(Infinity);
    pair.exchange();
    expect(clock.errorBoundMs(pair.now())).toBeLessThan(6);
  });

  it('[T4] a wall clock that moved by 50 ms against the local one means sleep, 49 ms do not', () => {
    for (const { sleptMs, beginnings } of [
      { sleptMs: 49, beginnings: 0 },
      { sleptMs: 50, beginnings: 1 },
    ]) {
      const clock = createRoomClock();
      const pair = createPair(clock);
      pair.exchanges(10, 1_000);
      clock.onWallClock(500_000, pair.now());
      clock.onWallClock(500_000 + 250 + sleptMs, pair.now() + 250);
      expect(clock.beginnings).toBe(beginnings);
      expect(clock.isSettled).toBe(beginnings === 0);
      expect(clock.errorBoundMs(pair.now()) === Infinity).toBe(beginnings === 1);
      expect(clock.generation).toBe(0);
    }
  });

  it('[T4] an answer that was under way when the device fell asleep changes nothing', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    pair.exchanges(10, 1_000);
    clock.onWallClock(500_000, pair.now());
    const [sentMs, stampMs] = [pair.now(), pair.truthMs(pair.now() + 5)];
    pair.pass(10);
    pair.step(30_000);
    clock.onWallClock(530_010, pair.now());
    const shownMs = clock.serverNow(pair.now());
    clock.onPong(sentMs, stampMs, pair.now());
    expect(clock.serverNow(pair.now())).toBe(shownMs);
    pair.exchange();
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.1);
  });

  it('[T5] a restarted server begins a new generation, from which its own clock counts', () => {
    const clock = createRoomClock();
    const pair = createPair(clock);
    clock.onEpoch('first');
    pair.exchanges(20, 1_000);
    clock.onEpoch('first');
    expect(clock.generation).toBe(0);
    pair.step(-4);
    clock.onEpoch('second');
    expect(clock.generation).toBe(1);
    expect(clock.beginnings).toBe(1);
    expect(clock.isSettled).toBe(false);
    pair.exchanges(8, 50);
    expect(Math.abs(pair.errorMs())).toBeLessThan(0.1);
    expect(clock.isSettled).toBe(true);
    expect(clock.generation).toBe(1);
  });

  it('keeps the slope through a sleep', () => {
    const clock = createRoomClock();
    const pair = createPair(clock, { slopePpm: 60 });
    pair.exchanges(90, 1_000);
    pair.step(30_000);
    pair.exchange();
    expect(clock.slopePpm).toBeCloseTo(60, -1);
  });
});
