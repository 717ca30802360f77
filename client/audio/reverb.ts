import { createRandom } from '../../shared/base/random.ts';
import { type Context, Convolver, Gain, ToneAudioBuffer } from './tone.ts';

/** A small wooden hall: warm, short, without flutter. Guesses, tuned by ear and by the spectrogram. */
const TAIL_SEC = 1.7;
const LOW_T60_SEC = 1.5;
const FIRST_MS = 9;
/** The tail darkens from here... */
const BRIGHT_HZ = 3400;
/** ...to here at its end, as air and wood take the top first. */
const DARK_HZ = 700;
/** Early reflections of walls 2 to 7 m away: delay in ms, level, ear. */
const EARLY: readonly (readonly [number, number, 0 | 1])[] = [
  [11.3, 0.5, 0],
  [13.7, 0.46, 1],
  [19.1, 0.38, 1],
  [23.9, 0.34, 0],
  [31.7, 0.26, 0],
  [36.1, 0.24, 1],
];

/** The room's answer to a clap, left and right. The same seed gives the same room. */
export function roomImpulse(rateHz: number, seed: number): readonly [Float32Array, Float32Array] {
  return [earImpulse(rateHz, seed, 0), earImpulse(rateHz, seed + 1, 1)];
}

function earImpulse(rateHz: number, seed: number, ear: 0 | 1): Float32Array {
  const random = createRandom(seed);
  const impulse = new Float32Array(Math.ceil(TAIL_SEC * rateHz));
  const first = Math.round((FIRST_MS / 1000) * rateHz);
  let dark = 0;
  let darker = 0;
  let lowest = 0;
  for (let i = first; i < impulse.length; i++) {
    const tSec = (i - first) / rateHz;
    const cutHz = DARK_HZ + (BRIGHT_HZ - DARK_HZ) * Math.exp(-tSec * 4);
    const step = 1 - Math.exp((-2 * Math.PI * cutHz) / rateHz);
    dark += step * (random() * 2 - 1 - dark);
    darker += step * (dark - darker);
    // Without its lowest octave the room carries a bass and does not boom.
    lowest += (1 - Math.exp((-2 * Math.PI * 120) / rateHz)) * (darker - lowest);
    const swellIn = 1 - Math.exp(-tSec / 0.012);
    // Rising loudness lost to the falling cut is given back, so that the decay is the one meant.
    impulse[i] = ((darker - lowest) / step) * swellIn * 10 ** ((-3 * tSec) / LOW_T60_SEC) * fadeAt(tSec);
  }
  for (const [ms, level, side] of EARLY) {
    const at = Math.round((ms / 1000) * rateHz);
    for (let i = 0; i < 24; i++) {
      const bump = Math.sin((Math.PI * (i + 1)) / 25) ** 2 * level * (side === ear ? 0.55 : 0.3);
      impulse[at + i] = (impulse[at + i] ?? 0) + bump;
    }
  }
  return toEvenGain(impulse, rateHz);
}

const fadeAt = (tSec: number) => Math.min(1, Math.max(0, (TAIL_SEC - FIRST_MS / 1000 - tSec) / 0.2));

/** The room is dark: its energy lies within about this much of the band. */
const BAND_HZ = 2400;

/** Scaled so that a tone in the room's band comes back as strong as it was sent. */
function toEvenGain(impulse: Float32Array, rateHz: number): Float32Array {
  let energy = 0;
  for (const sample of impulse) energy += sample * sample;
  const scale = Math.sqrt(BAND_HZ / (rateHz / 2) / energy);
  return impulse.map((sample) => sample * scale);
}

const ROOM_SEED = 20_11;

/** The one room around everything: a convolver, which needs no worklet and costs a seventh of a per cent. */
export function createReverb(context: Context) {
  const input = new Gain({ context });
  input.channelCount = 1;
  input.channelCountMode = 'explicit';
  const convolver = new Convolver({ context, normalize: false });
  const output = new Gain({ context });
  convolver.normalize = false;
  convolver.buffer = impulseBuffer(context.sampleRate);
  input.chain(convolver, output);
  return { input, output };
}

function impulseBuffer(rateHz: number): ToneAudioBuffer {
  const ears = roomImpulse(rateHz, ROOM_SEED);
  const buffer = new AudioBuffer({ numberOfChannels: 2, length: ears[0].length, sampleRate: rateHz });
  ears.forEach((ear, channel) => buffer.copyToChannel(ear as Float32Array<ArrayBuffer>, channel));
  return new ToneAudioBuffer(buffer);
}
