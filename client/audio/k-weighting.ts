/**
 * Loudness as ITU-R BS.1770 hears it: a shelf for the head, a high pass for the ear, then power.
 * The filters are built for any sample rate from the standard's analogue prototypes.
 */
interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** Filtered copy of `samples`, as the measure weighs them. */
export function kWeighted(samples: Float32Array, rateHz: number): Float32Array {
  return filtered(filtered(samples, headShelf(rateHz)), earHighPass(rateHz));
}

/** Loudest `windowSec` of the sound, in LUFS of one channel. Shorter sounds are taken as if silence followed. */
export function loudestLufs(samples: Float32Array, rateHz: number, windowSec = 0.4): number {
  const weighted = kWeighted(samples, rateHz);
  const window = Math.round(windowSec * rateHz);
  let power = 0;
  let loudest = 0;
  for (let i = 0; i < weighted.length; i++) {
    power += (weighted[i] ?? 0) ** 2;
    if (i >= window) power -= (weighted[i - window] ?? 0) ** 2;
    loudest = Math.max(loudest, power);
  }
  return lufsOfPower(loudest / window);
}

/** Mean loudness of all of it, in LUFS of one channel. */
export function meanLufs(samples: Float32Array, rateHz: number): number {
  let power = 0;
  for (const sample of kWeighted(samples, rateHz)) power += sample * sample;
  return lufsOfPower(power / Math.max(1, samples.length));
}

const lufsOfPower = (power: number) => -0.691 + 10 * Math.log10(Math.max(power, 1e-20));

function headShelf(rateHz: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / rateHz);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

function earHighPass(rateHz: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / rateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

function filtered(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const out = new Float32Array(samples.length);
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    out[i] = y;
  }
  return out;
}
