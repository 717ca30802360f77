import { type LocalMs, localMs } from '../../shared/base/units.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { createAudioClock } from '../../shared/time/audio-clock.ts';
import { bpmAt } from '../../shared/time/tempo-map.ts';
import { beats, TICKS_PER_BEAT } from '../../shared/base/units.ts';
import { feltBeatLengths, metreOf } from '../../shared/time/metre.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import type { PulseNow } from '../session/hands.ts';
import { offsetFromBeat } from './tap-along.ts';

/** A beat to tap along with. */
export interface TapBeat {
  /** How far a tap lies from its beat, in ms, with no correction taken off. */
  offsetOf(tapMs: LocalMs): number;
  stop(): void;
}

/** 80 a minute: slow enough that a late sound is not taken for the next beat, quick enough to feel. */
const BETWEEN_MS = 750;
const TICK_MS = 25;
/** Handed over this far ahead, as all sound is (TIMING). */
const AHEAD_MS = 150;
/** Time for the audio clock to find its line before the first beat. */
const LEAD_IN_MS = 900;

/** A soft beat of this device alone; nobody else hears it. */
export function startOwnBeat(sound: SoundDevice, now: () => LocalMs): TapBeat {
  const clock = createAudioClock();
  const firstMs = now() + LEAD_IN_MS;
  let count = 0;
  const tick = () => {
    const atMs = now();
    const facts = sound.clockFacts();
    if (facts.stamp) clock.onStamp(facts.stamp);
    clock.onCurrentTime({
      currentSec: facts.currentSec,
      localMs: atMs,
      baseLatencySec: facts.baseLatencySec,
      outputLatencySec: facts.outputLatencySec,
    });
    while (firstMs + count * BETWEEN_MS < atMs + AHEAD_MS) {
      const when = clock.audioSecAt(localMs(firstMs + count * BETWEEN_MS));
      if (when !== undefined && when > sound.now()) sound.synth.pulse(count % 4 === 0 ? 'one' : 'beat', when);
      count += 1;
    }
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    offsetOf: (tapMs) => offsetFromBeat(tapMs, firstMs, BETWEEN_MS),
    stop() {
      clearInterval(timer);
      sound.synth.cancelFrom(sound.now());
    },
  };
}

/** The room's own pulse while it goes. It is sounded with `correctionMs` taken off, which is added back here. */
export function followRoomBeat(
  room: () => RoomState,
  pulseNow: PulseNow,
  now: () => LocalMs,
  correctionMs: number,
): TapBeat {
  return {
    offsetOf(tapMs) {
      const { tick, feltBeat } = pulseNow();
      const { tempo, metre } = room();
      const beatMs = 60_000 / bpmAt(tempo, beats(tick / TICKS_PER_BEAT));
      const lengths = feltBeatLengths(metreOf(metre.segments.at(-1)?.metre ?? '4/4'));
      const length = lengths[Math.floor(feltBeat) % lengths.length] ?? 1;
      const betweenMs = length * beatMs;
      const lastBeatMs = now() - (feltBeat - Math.floor(feltBeat)) * betweenMs;
      return offsetFromBeat(tapMs, lastBeatMs, betweenMs) + correctionMs;
    },
    stop: () => undefined,
  };
}
