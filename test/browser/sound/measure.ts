/** Physical questions to a recording, the same for every instrument. Pure. */
import { kWeighted } from '../../../client/audio/k-weighting.ts';
import type { Recorded } from './open-lab.ts';

export const decibels = (ratio: number) => 20 * Math.log10(Math.max(ratio, 1e-9));

/** Largest sample of either ear between two times, 1 full scale. */
export function peakBetween({ left, right, rateHz }: Recorded, fromSec = 0, toSec = Infinity): number {
  let peak = 0;
  const to = Math.min(left.length, Math.round(toSec * rateHz));
  for (let i = Math.max(0, Math.round(fromSec * rateHz)); i < to; i++) {
    peak = Math.max(peak, Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0));
  }
  return peak;
}

/** Time of the first sample louder than `floor` (-70 dBFS unless given), or `undefined` if there is none. */
export function firstSoundSec(
  { left, right, rateHz }: Recorded,
  floor = 10 ** (-70 / 20),
): number | undefined {
  for (let i = 0; i < left.length; i++) {
    if (Math.abs(left[i] ?? 0) > floor || Math.abs(right[i] ?? 0) > floor) return i / rateHz;
  }
  return undefined;
}

/** Loudest 0.4 s between two times, both ears together, BS.1770, in LUFS. */
export function loudestLufsBetween(
  { left, right, rateHz }: Recorded,
  fromSec: number,
  toSec: number,
): number {
  const [a, b] = [left, right].map((ear) => kWeighted(slice(ear, rateHz, fromSec, toSec), rateHz));
  if (!a || !b) return -Infinity;
  const window = Math.round(0.4 * rateHz);
  let power = 0;
  let loudest = 0;
  const powerAt = (i: number) => (a[i] ?? 0) ** 2 + (b[i] ?? 0) ** 2;
  for (let i = 0; i < a.length; i++) {
    power += powerAt(i) - (i >= window ? powerAt(i - window) : 0);
    loudest = Math.max(loudest, power);
  }
  return -0.691 + 10 * Math.log10(Math.max(loudest / window, 1e-14));
}

/** Both ears as one. */
export function mono({ left, right }: Recorded): Float32Array {
  return left.map((sample, i) => (sample + (right[i] ?? 0)) / 2);
}

export function slice(samples: Float32Array, rateHz: number, fromSec: number, toSec: number): Float32Array {
  return samples.slice(Math.max(0, Math.round(fromSec * rateHz)), Math.round(toSec * rateHz));
}

/** Power spectrum through a Hann window, of the samples padded with zeros to at least `size`, a power of two. */
export function spectrum(
  samples: Float32Array,
  size = 0,
): { readonly power: Float64Array; readonly size: number } {
  let padded = 1024;
  while (padded < Math.max(samples.length, size)) padded *= 2;
  const re = new Float64Array(padded);
  const im = new Float64Array(padded);
  samples.forEach((sample, i) => {
    re[i] = sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / samples.length));
  });
  transform(re, im);
  return {
    power: Float64Array.from({ length: padded / 2 }, (_, i) => (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2),
    size: padded,
  };
}

/** Share of the energy that lies above `hz`, in dB. */
export function shareAboveDb(samples: Float32Array, rateHz: number, hz: number): number {
  const { power, size } = spectrum(samples);
  let above = 0;
  let all = 1e-20;
  power.forEach((value, i) => {
    all += value;
    if ((i * rateHz) / size > hz) above += value;
  });
  return 10 * Math.log10(above / all + 1e-15);
}

/** Centre of gravity of the spectrum, in Hz, weighted by amplitude as the ear's brightness is. */
export function centroidHz(samples: Float32Array, rateHz: number): number {
  const { power, size } = spectrum(samples);
  let weighted = 0;
  let all = 1e-20;
  power.forEach((value, i) => {
    const amplitude = Math.sqrt(value);
    all += amplitude;
    weighted += amplitude * ((i * rateHz) / size);
  });
  return weighted / all;
}

/**
 * How far, in cents, the tone nearest to `hz` is from it: the energy's centre of gravity within a semitone, so that
 * a chorus and a vibrato are taken at their middle.
 */
export function centsFrom(samples: Float32Array, rateHz: number, hz: number): number {
  const { power, size } = spectrum(samples, 2 ** 19);
  const [from, to] = [hz * 2 ** (-90 / 1200), hz * 2 ** (90 / 1200)].map((edge) =>
    Math.round((edge * size) / rateHz),
  );
  let weighted = 0;
  let all = 1e-20;
  for (let i = from ?? 0; i <= (to ?? 0); i++) {
    all += power[i] ?? 0;
    weighted += (power[i] ?? 0) * i;
  }
  return 1200 * Math.log2(((weighted / all) * rateHz) / size / hz);
}

/** Largest step from one sample to the next between two times. */
export function largestStep(samples: Float32Array, rateHz: number, fromSec: number, toSec: number): number {
  let step = 0;
  for (let i = Math.max(1, Math.round(fromSec * rateHz)); i < Math.min(samples.length, toSec * rateHz); i++) {
    step = Math.max(step, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  }
  return step;
}

/** Without what lies well above `hz`: four gentle low passes one after the other. */
export function smoothed(samples: Float32Array, rateHz: number, hz: number): Float32Array {
  const step = 1 - Math.exp((-2 * Math.PI * hz) / rateHz);
  const out = samples.slice();
  for (let pass = 0; pass < 4; pass++) {
    let level = 0;
    for (let i = 0; i < out.length; i++) {
      level += step * ((out[i] ?? 0) - level);
      out[i] = level;
    }
  }
  return out;
}

/** Frequency from one rising crossing of zero to the next, over the sound between two times. For tones near a sine. */
export function pitchTrack(
  samples: Float32Array,
  rateHz: number,
  fromSec: number,
  toSec: number,
): readonly number[] {
  const track: number[] = [];
  let last: number | undefined;
  for (let i = Math.round(fromSec * rateHz); i < toSec * rateHz; i++) {
    const [before, after] = [samples[i - 1] ?? 0, samples[i] ?? 0];
    if (before > 0 || after <= 0) continue;
    const crossing = i - after / (after - before);
    if (last !== undefined) track.push(rateHz / (crossing - last));
    last = crossing;
  }
  return track;
}

/** Level, RMS, between two times. */
export function rmsBetween(samples: Float32Array, rateHz: number, fromSec: number, toSec: number): number {
  const part = slice(samples, rateHz, fromSec, toSec);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, part.length));
}

/**
 * What a click would add: the high band (second difference, a steep high pass) in windows of 2 ms; the largest of
 * them against the median of the surroundings, in dB. A steady or decaying sound stays near 0.
 */
export function clickDb(samples: Float32Array, rateHz: number, fromSec: number, toSec: number): number {
  const window = Math.round(0.002 * rateHz);
  const levels: number[] = [];
  for (
    let at = Math.round(fromSec * rateHz);
    at + window < Math.min(samples.length, toSec * rateHz);
    at += window
  ) {
    let power = 1e-16;
    for (let i = at; i < at + window; i++) {
      const bend = (samples[i - 1] ?? 0) - 2 * (samples[i] ?? 0) + (samples[i + 1] ?? 0);
      power += bend * bend;
    }
    levels.push(10 * Math.log10(power / window));
  }
  const sorted = levels.toSorted((a, b) => a - b);
  return (sorted.at(-1) ?? 0) - (sorted[Math.floor(sorted.length / 2)] ?? 0);
}

/** In place, length a power of two (Cooley and Tukey). */
function transform(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0];
      [im[i], im[j]] = [im[j] ?? 0, im[i] ?? 0];
    }
  }
  for (let span = 2; span <= size; span *= 2) butterfly(re, im, span);
}

function butterfly(re: Float64Array, im: Float64Array, span: number): void {
  const half = span / 2;
  const angle = (-2 * Math.PI) / span;
  for (let k = 0; k < half; k++) {
    const cos = Math.cos(angle * k);
    const sin = Math.sin(angle * k);
    for (let i = k; i < re.length; i += span) {
      const j = i + half;
      const r = (re[j] ?? 0) * cos - (im[j] ?? 0) * sin;
      const m = (re[j] ?? 0) * sin + (im[j] ?? 0) * cos;
      re[j] = (re[i] ?? 0) - r;
      im[j] = (im[i] ?? 0) - m;
      re[i] = (re[i] ?? 0) + r;
      im[i] = (im[i] ?? 0) + m;
    }
  }
}
