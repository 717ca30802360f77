import { type AudioSec, type LocalMs, localMs, type RoomMs, roomMs } from '../../shared/base/units.ts';
import { createAudioClock } from '../../shared/time/audio-clock.ts';
import type { RoomClock } from '../../shared/time/room-clock.ts';
import type { Timeline } from '../player/player.ts';
import type { SoundDevice } from '../player/sound-device.ts';

/** The three clocks of this device put together: room ▸ local ▸ audio, each step in the one place that knows it. */
export interface DeviceClock extends Timeline {
  /** Reads the audio clock; to be called at every tick. */
  poll(): void;
  /** Room time of something that happened on this device. */
  roomMsAt(at: LocalMs): RoomMs;
  setCorrectionMs(ms: number): void;
  /** Grows when all that was scheduled must be scheduled anew. */
  readonly generation: number;
}

export function createDeviceClock(
  room: RoomClock,
  sound: SoundDevice,
  now: () => LocalMs,
  correctionMs: number,
): DeviceClock {
  const audio = createAudioClock({ correctionMs });
  let wasRunning = true;

  /** What the device needs from being told to being heard; 0 while that is not known. */
  const leadMs = () => {
    const heard = audio.localMsAt(sound.now());
    return heard === undefined ? 0 : Math.max(0, heard - now());
  };

  return {
    poll() {
      const isRunning = sound.state() === 'running';
      if (isRunning && !wasRunning) audio.onResumed();
      if (!isRunning && wasRunning) audio.onSuspended();
      wasRunning = isRunning;
      if (!isRunning) return;
      const { currentSec, stamp, baseLatencySec, outputLatencySec } = sound.clockFacts();
      if (stamp) audio.onStamp(stamp);
      audio.onCurrentTime({ currentSec, localMs: now(), baseLatencySec, outputLatencySec });
    },
    now: () => room.serverNow(now()),
    soonest: () => roomMs(room.serverNow(now()) + leadMs()),
    audioSecAt(at): AudioSec | undefined {
      // Before anything is known of the server's clock its times lie nowhere on this device.
      const local = room.localAt(at);
      return Number.isFinite(local) ? audio.audioSecAt(local) : undefined;
    },
    roomMsAt: (at) => room.serverNow(Math.min(at, now())),
    setCorrectionMs: (ms) => audio.setCorrectionMs(ms),
    get generation() {
      return room.generation + audio.generation;
    },
  };
}

export const performanceNow = (): LocalMs => localMs(performance.now());
