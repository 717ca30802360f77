import { nextProbeDelayMs } from '../../../shared/time/probe-schedule.ts';
import { createRoomClock } from '../../../shared/time/room-clock.ts';
import type { Contestant, Device } from './world.ts';

/** How often the page compares its two clocks. */
const WALL_CLOCK_EVERY_MS = 250;

/** The room clock as a page drives it: probes by the schedule, a burst on waking and whenever the clock asks for one. */
export const OURS: Contestant = { name: 'Windchime', start: startRoomClock };

function startRoomClock(device: Device): (localMs: number) => number | null {
  const clock = createRoomClock();
  let hasPong = false;
  let beganLocalMs = device.localNowMs();
  let sentInBurst = 0;
  let beginnings = 0;
  let stopTimer: (() => void) | null = null;

  const probe = () => {
    const sentLocalMs = device.localNowMs();
    sentInBurst += 1;
    device.ask((serverMs) => {
      clock.onPong(sentLocalMs, serverMs, device.localNowMs());
      hasPong = true;
      burstIfAsked();
    });
    stopTimer = device.after(nextProbeDelayMs(sentInBurst, sentLocalMs - beganLocalMs), probe);
  };
  const burst = () => {
    stopTimer?.();
    beganLocalMs = device.localNowMs();
    sentInBurst = 0;
    probe();
  };
  const burstIfAsked = () => {
    if (clock.beginnings === beginnings) return;
    beginnings = clock.beginnings;
    burst();
  };
  const compareClocks = () => {
    clock.onWallClock(device.dateNowMs(), device.localNowMs());
    burstIfAsked();
  };
  const compareAgain = () => {
    compareClocks();
    device.after(WALL_CLOCK_EVERY_MS, compareAgain);
  };

  burst();
  compareAgain();
  device.onWake(compareClocks);
  return (localMs) => (hasPong ? clock.serverNow(localMs) : null);
}

/** Without anything a page could add: one probe a second and nothing but `onPong`. */
export const OURS_BARE: Contestant = {
  name: 'Windchime, one probe a second',
  start(device) {
    const clock = createRoomClock();
    let hasPong = false;
    const probe = () => {
      const sentLocalMs = device.localNowMs();
      device.ask((serverMs) => {
        clock.onPong(sentLocalMs, serverMs, device.localNowMs());
        hasPong = true;
      });
      device.after(1_000, probe);
    };
    probe();
    return (localMs) => (hasPong ? clock.serverNow(localMs) : null);
  },
};
