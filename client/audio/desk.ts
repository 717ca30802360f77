import { type MemberId, THE_ROOM } from '../../shared/base/ids.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Desk, Part, PartPlace } from '../player/synth.ts';
import type { Chain } from './chain.ts';
import { FULL, nextRamp, type Ramp } from './level-gain.ts';
import { CHANNEL_NODES, createPartChannel, type PartChannel } from './part-channel.ts';
import { pulse } from './sound/pulse.ts';
import type { Context } from './tone.ts';

/** The desk and what plays into it. */
export interface DeskWithInputs extends Desk {
  /** Where a voice of this part and instrument plays into; made at first use. */
  inputOf(part: Part, instrument: InstrumentId, send: number): AudioNode;
  /** How loud the room lets a part be, or with `'room'` all together: reached at `whenSec`. */
  setLevel(part: Part, gain: number, whenSec: number): void;
  readonly pulseInput: AudioNode;
  isQuiet(): boolean;
  nodes(): number;
}

const MIDDLE: PartPlace = { pan: 0, loudness: 1 };
const PULSE_LOUDNESS = 0.7;
/** A part that has left is faded before its channels go. */
const FADE_OUT_MS = 400;

interface Strip {
  readonly instrument: InstrumentId;
  readonly channel: PartChannel;
}

export function createDesk(
  context: Context,
  chain: Chain,
  { onQuiet }: { readonly onQuiet: () => void },
): DeskWithInputs {
  const places = new Map<Part, PartPlace>();
  const levels = new Map<MemberId, Ramp>();
  const strips = new Map<Part, Strip[]>();
  const pulseChannel = createPartChannel(context, chain, { pan: 0, loudness: PULSE_LOUDNESS }, pulse.send);
  let isQuiet = false;
  let channels = 1;

  return {
    pulseInput: pulseChannel.input,
    isQuiet: () => isQuiet,
    nodes: () => channels * CHANNEL_NODES,

    inputOf(part, instrument, send) {
      const own = strips.get(part) ?? [];
      const strip = own.find((candidate) => candidate.instrument === instrument);
      if (strip) return strip.channel.input;
      const level = part === THE_ROOM ? FULL : levels.get(part);
      const channel = createPartChannel(context, chain, places.get(part) ?? MIDDLE, send, level);
      channels++;
      strips.set(part, [...own, { instrument, channel }]);
      return channel.input;
    },

    setLevel(part, gain, whenSec) {
      if (part === THE_ROOM) {
        chain.setLevel(gain, whenSec);
        return;
      }
      const level = nextRamp(levels.get(part) ?? FULL, gain, whenSec, context.currentTime);
      levels.set(part, level);
      for (const { channel } of strips.get(part) ?? []) channel.follow(level);
    },

    setPart(part, place) {
      places.set(part, place);
      for (const { channel } of strips.get(part) ?? []) channel.place(place);
    },

    removePart(part) {
      const place = places.get(part) ?? MIDDLE;
      places.delete(part);
      levels.delete(part);
      for (const { channel } of strips.get(part) ?? []) {
        channel.place({ ...place, loudness: 0 });
        setTimeout(() => {
          channel.dispose();
          channels--;
        }, FADE_OUT_MS);
      }
      strips.delete(part);
    },

    setLoudness: chain.setLoudness,

    setPulseLoudness(loudness) {
      pulseChannel.place({ pan: 0, loudness });
    },

    setQuiet(to) {
      if (to === isQuiet) return;
      isQuiet = to;
      chain.setQuiet(to);
      if (to) onQuiet();
    },
  };
}
