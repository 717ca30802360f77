import type { MemberId } from '../../shared/base/ids.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Desk, PartPlace } from '../player/synth.ts';
import type { Chain } from './chain.ts';
import { CHANNEL_NODES, createPartChannel, type PartChannel } from './part-channel.ts';
import { pulse } from './sound/pulse.ts';
import type { Context } from './tone.ts';

/** The desk and what plays into it. */
export interface DeskWithInputs extends Desk {
  /** Where a voice of this part and instrument plays into; made at first use. */
  inputOf(part: MemberId, instrument: InstrumentId, send: number): AudioNode;
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
  const places = new Map<MemberId, PartPlace>();
  const strips = new Map<MemberId, Strip[]>();
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
      const channel = createPartChannel(context, chain, places.get(part) ?? MIDDLE, send);
      channels++;
      strips.set(part, [...own, { instrument, channel }]);
      return channel.input;
    },

    setPart(part, place) {
      places.set(part, place);
      for (const { channel } of strips.get(part) ?? []) channel.place(place);
    },

    removePart(part) {
      const place = places.get(part) ?? MIDDLE;
      places.delete(part);
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
