import { describe, expect, it } from 'vitest';
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts';
import { openRoomAtTest } from '../support/room-at-test.ts';

const BAR_BEATS = 4;

function roomOfTwo(time?: VirtualTime) {
  const at = openRoomAtTest(time ? { time } : {});
  const ada = at.seat('Ada', { role: 'facilitator' });
  const ben = at.seat('Ben');
  const ready = (guest = ben, isReady = true) =>
    guest.ask({ type: 'reportReadiness', isReady, clockErrorMs: 2 });
  return { ...at, ada, ben, ready, pulse: () => at.room.state().pulse };
}

describe('the pulse', () => {
  it('[T13] starts at the coming bar line, with a bar of count-in, when all are ready', () => {
    const { ada, ben, ready, pulse } = roomOfTwo();
    ready(ada);
    ready(ben);
    ada.ask({ type: 'startPulse' });
    expect(pulse()).toEqual({ type: 'going', from: BAR_BEATS, countInBars: 1, until: undefined });
  });

  it('[T13] waits for who is not ready and starts when the last is, in one entry with their report', async () => {
    const { ada, ben, ready, pulse, time, batches, said } = roomOfTwo();
    ready(ada);
    ada.ask({ type: 'startPulse' });
    expect(pulse()).toEqual({ type: 'awaited', untilMs: time.now() + 6000 });
    await time.advance(3000);
    ready(ben);
    expect(pulse()).toMatchObject({ type: 'going', from: 2 * BAR_BEATS });
    expect(batches.at(-1)?.entries?.map(({ event }) => event.type)).toEqual([
      'readinessReported',
      'pulseStarted',
    ]);
    await time.advance(10_000);
    expect(said('pulseStarted')).toHaveLength(1);
  });

  it('[T13] waits 6 s and no longer', async () => {
    const { ada, pulse, time } = roomOfTwo();
    ada.ask({ type: 'startPulse' });
    await time.advance(5999);
    expect(pulse().type).toBe('awaited');
    await time.advance(1);
    expect(pulse()).toMatchObject({ type: 'going', from: 4 * BAR_BEATS });
  });

  it('[T13] starts although the timer comes a hair too early, as those of Node do', async () => {
    const exact = createVirtualTime();
    const early: VirtualTime = {
      ...exact,
      after: (delayMs, task) => exact.after(delayMs > 1 ? delayMs - 0.4 : delayMs, task),
    };
    const { ada, pulse, time } = roomOfTwo(early);
    ada.ask({ type: 'startPulse' });
    await time.advance(7000);
    expect(pulse().type).toBe('going');
  });

  it('[T13] waits for no listener and for nobody who has gone', async () => {
    const { ada, ben, ready, pulse, seat, time } = roomOfTwo();
    seat('Liv', { role: 'listener' });
    ready(ada);
    ben.link.drop();
    await time.advance(5000);
    ada.ask({ type: 'startPulse' });
    expect(pulse().type).toBe('going');
  });

  it('[T13] is not started by a wait that was called off', async () => {
    const { ada, pulse, time, said } = roomOfTwo();
    ada.ask({ type: 'startPulse' });
    await time.advance(3000);
    ada.ask({ type: 'stopPulse' });
    await time.advance(10_000);
    expect(pulse().type).toBe('still');
    expect(said('pulseStarted')).toEqual([]);
  });

  it('[T13] that was called off and asked for again waits its own 6 s', async () => {
    const { ada, pulse, time } = roomOfTwo();
    ada.ask({ type: 'startPulse' });
    await time.advance(3000);
    ada.ask({ type: 'stopPulse' });
    ada.ask({ type: 'startPulse' });
    await time.advance(5999);
    expect(pulse().type).toBe('awaited');
    await time.advance(1);
    expect(pulse().type).toBe('going');
  });
});
