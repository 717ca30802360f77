import type { PartPlace } from '../player/synth.ts';
import { createLevelGain, type Ramp } from './level-gain.ts';
import { type Context, Gain, Panner } from './tone.ts';

/** Where channels lead: straight out, and to the room's reverb. */
export interface Room {
  readonly dry: Gain;
  readonly wet: Gain;
}

/** One part's way into the room with one instrument: how loud the room lets it be and the person here wants it, its place in the stereo field, its share of reverb. */
export interface PartChannel {
  readonly input: AudioNode;
  place(place: PartPlace): void;
  /** How loud the room lets the part be. */
  follow(level: Ramp): void;
  dispose(): void;
}

/** Nodes of a channel, for the count. */
export const CHANNEL_NODES = 4;

/** 63 % of a change within 30 ms: 95 % after 90 ms, never a jump. */
const SMOOTH_SEC = 0.03;

/** The ear's law for a fader: half-way is a little less than half as loud. */
const gainOf = (loudness: number) => loudness ** 1.5;

export function createPartChannel(
  context: Context,
  room: Room,
  place: PartPlace,
  send: number,
  first?: Ramp,
): PartChannel {
  const level = createLevelGain(context, first);
  const loudness = new Gain({ context, gain: gainOf(place.loudness) });
  const panner = new Panner({ context, pan: place.pan });
  const toRoom = new Gain({ context, gain: send });
  level.node.connect(loudness.input);
  loudness.chain(panner, room.dry);
  // The room is sent to before panning: the person has a place, the hall is around everyone.
  loudness.chain(toRoom, room.wet);
  return {
    input: level.node,
    follow: level.follow,
    place(to) {
      loudness.gain.setTargetAtTime(gainOf(to.loudness), context.currentTime, SMOOTH_SEC);
      panner.pan.setTargetAtTime(to.pan, context.currentTime, SMOOTH_SEC);
    },
    dispose() {
      level.node.disconnect();
      for (const node of [loudness, panner, toRoom]) node.dispose();
    },
  };
}
