import { describe, expect, it } from 'vitest';
import { nextProbeDelayMs } from '../../../shared/time/probe-schedule.ts';
import { createRoomClock, type RoomClock } from '../../../shared/time/room-clock.ts';
import { OURS, OURS_BARE } from '../../bench/clock/ours.ts';
import { PATHS } from '../../bench/clock/paths.ts';
import { PEERS } from '../../bench/clock/peers.ts';
import { runClockBench } from '../../bench/clock/run.ts';
import { type Contestant, runWorld } from '../../bench/clock/world.ts';

/** The bench at a reduced size: the same worlds, fewer and shorter. */
const REDUCED = { seeds: 3, minutes: 4 };

/** Shows one end of what the clock says is possible: the truth must lie on the other side of it. */
const showing = (end: (clock: RoomClock, localMs: number) => number): Contestant => ({
  name: 'bound',
  start(device) {
    const clock = createRoomClock();
    const beganMs = device.localNowMs();
    let sent = 0;
    const probe = () => {
      const sentMs = device.localNowMs();
      sent += 1;
      device.ask((serverMs) => clock.onPong(sentMs, serverMs, device.localNowMs()));
      device.after(nextProbeDelayMs(sent, sentMs - beganMs), probe);
    };
    probe();
    device.onWake(() => clock.onWallClock(device.dateNowMs(), device.localNowMs()));
    clock.onWallClock(device.dateNowMs(), device.localNowMs());
    return (localMs) => end(clock, localMs);
  },
});

describe('in simulated worlds the room clock', () => {
  const rows = runClockBench(REDUCED);
  const rowsOf = (path: string) => rows.filter((row) => row.path === path);

  it.each(PATHS.map(({ name }) => name))('is nearer to the truth than either peer: %s', (path) => {
    const [ours, ...peers] = rowsOf(path);
    expect(ours?.who).toBe(OURS.name);
    expect(peers.map(({ who }) => who)).toEqual(PEERS.map(({ name }) => name));
    for (const peer of peers) expect(ours?.p99BeyondAsymmetryMs).toBeLessThan(peer.p99BeyondAsymmetryMs);
  });

  it('[T1] room clock never runs backwards within a generation: not once, on any path', () => {
    const backSteps = rows
      .filter(({ who }) => who === OURS.name)
      .map(({ worstBackStepMs }) => worstBackStepMs);
    expect(backSteps).toEqual(PATHS.map(() => 0));
  });

  it('[T2] settles within half a second on every path', () => {
    for (const row of rows.filter(({ who }) => who === OURS.name)) {
      expect(row.worstSettleMs).toBeLessThan(500);
    }
  });

  it('[T4] a sleep or step is noticed: within 5 ms again 1.2 s after a sleep of 30 s', () => {
    const [ours] = rowsOf('30 s sleep');
    expect(ours?.worstWakeMs).toBeLessThan(1_200);
  });

  it('holds the laws also when nothing but one pong a second is fed to it', () => {
    for (const row of runClockBench({ ...REDUCED, contestants: [OURS_BARE] })) {
      expect(row.worstBackStepMs).toBe(0);
      expect(row.p99BeyondAsymmetryMs).toBeLessThan(row.path === '4G' ? 3 : 2);
      expect(row.worstWakeMs ?? 0).toBeLessThan(5_000);
    }
  });

  it('gives the same rows again from the same seeds', () => {
    const small = { seeds: 1, minutes: 1 };
    expect(runClockBench(small)).toEqual(runClockBench(small));
  });
});

describe('[T3] the stated bound holds', () => {
  const highest = showing((clock, localMs) => clock.serverNow(localMs) + clock.errorBoundMs(localMs));
  const lowest = showing((clock, localMs) => clock.serverNow(localMs) - clock.errorBoundMs(localMs));
  const ROUNDING_MS = 0.001;

  it.each(PATHS)('on $name', (path) => {
    for (let seed = 1; seed <= 3; seed++) {
      for (const { errorMs } of runWorld(highest, path, seed, 180_000).samples) {
        expect(errorMs).toBeGreaterThan(-ROUNDING_MS);
      }
      for (const { errorMs } of runWorld(lowest, path, seed, 180_000).samples) {
        expect(errorMs).toBeLessThan(ROUNDING_MS);
      }
    }
  });

  it('and says more than the longest wait: a fifth above half the quickest round trip on the ward', () => {
    const clock = createRoomClock();
    for (let count = 0; count < 60; count++) {
      const atMs = count * 1_000;
      const extraMs = count % 7;
      clock.onPong(atMs, atMs + 8 + extraMs, atMs + 16 + 2 * extraMs);
    }
    expect(clock.errorBoundMs(59_020)).toBeLessThan(9.6);
  });
});
