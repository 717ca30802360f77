import { describe, expect, it } from 'vitest';
import type { SoundDevice } from '../../../client/player/sound-device.ts';
import { createDeviceClock } from '../../../client/session/device-clock.ts';
import { audioSec, localMs, roomMs } from '../../../shared/base/units.ts';
import { createRoomClock } from '../../../shared/time/room-clock.ts';

describe('the clocks of a device, put together', () => {
  it('knows no audio time for a moment of the room while nothing is known of the room’s clock', () => {
    let local = 5000;
    const clock = createRoomClock();
    const device = createDeviceClock(
      clock,
      {
        state: () => 'running',
        now: () => audioSec(local / 1000),
        clockFacts: () => ({
          currentSec: audioSec(local / 1000),
          stamp: { contextSec: audioSec(local / 1000), performanceMs: local },
          baseLatencySec: 0.01,
          outputLatencySec: 0.03,
        }),
      } satisfies Pick<SoundDevice, 'state' | 'now' | 'clockFacts'> as unknown as SoundDevice,
      () => localMs(local),
      0,
    );
    for (let tick = 0; tick < 80; tick++) {
      local += 25;
      device.poll();
    }
    expect(device.audioSecAt(roomMs(1_800_000_000_000))).toBeUndefined();
    clock.onPong(localMs(local - 10), roomMs(1_800_000_000_000), localMs(local));
    expect(device.audioSecAt(roomMs(1_800_000_000_100))).toBeGreaterThan(1);
  });
});
