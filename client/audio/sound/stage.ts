import { createRandom } from '../../../shared/base/random.ts';
import { BiquadFilter, Gain, type OfflineContext, ToneBufferSource, ToneOscillatorNode } from '../tone.ts';

/** Where a sound is drawn with Tone's nodes before it is rendered. */
export interface Stage {
  readonly context: OfflineContext;
  readonly output: Gain;
  readonly rateHz: number;
  /** The loop's length: whatever sounds for a whole number of periods in it repeats without a seam. */
  readonly loopSec: number | undefined;
}

/** Nothing above this is drawn: gentle above 8 kHz (FACE). */
const TOP_HZ = 11_000;
const audible = (stage: Stage, hz: number) => hz < Math.min(TOP_HZ, stage.rateHz * 0.45);

/** Natural logarithm of 1000: a decay of 60 dB in time constants. */
const T60_CONSTANTS = 6.91;

export interface Fall {
  readonly level: number;
  /** Time to fall by 60 dB. */
  readonly t60Sec: number;
  readonly riseSec?: number;
}

/** A gain that rises in a straight line and falls as everything struck does. */
function fallingGain(stage: Stage, { level, t60Sec, riseSec = 0.0012 }: Fall): Gain {
  const gain = new Gain({ context: stage.context, gain: 0 });
  gain.gain.setValueAtTime(0, 0);
  gain.gain.linearRampToValueAtTime(level, riseSec);
  gain.gain.setTargetAtTime(0, riseSec, t60Sec / T60_CONSTANTS);
  return gain;
}

export interface Mode extends Fall {
  readonly hz: number;
  /** Begins this much higher (a factor) and settles within `dropSec`: a skin that is stretched by the stroke. */
  readonly drop?: number;
  readonly dropSec?: number;
}

/** One mode of vibration: a sine that rings down. */
export function mode(stage: Stage, sound: Mode): void {
  if (!audible(stage, sound.hz)) return;
  const sine = new ToneOscillatorNode({ context: stage.context, frequency: sound.hz, type: 'sine' });
  if (sound.drop !== undefined) {
    sine.frequency.setValueAtTime(sound.hz * sound.drop, 0);
    sine.frequency.setTargetAtTime(sound.hz, 0, (sound.dropSec ?? 0.05) / 3);
  }
  sine.connect(fallingGain(stage, sound).connect(stage.output)).start(0);
}

/** Harmonics of one string that die away together: `levels[0]` is the fundamental. Those too high are left out. */
export function harmonics(stage: Stage, hz: number, levels: readonly number[], fall: Fall): void {
  const wave = new ToneOscillatorNode({ context: stage.context, frequency: hz });
  wave.setPeriodicWave(waveOf(stage, hz, levels));
  wave.connect(fallingGain(stage, fall).connect(stage.output)).start(0);
}

function waveOf(stage: Stage, hz: number, levels: readonly number[]): PeriodicWave {
  const imag = Float32Array.from([
    0,
    ...levels.map((level, i) => (audible(stage, hz * (i + 1)) ? level : 0)),
  ]);
  return stage.context.createPeriodicWave(new Float32Array(imag.length), imag, {
    disableNormalization: true,
  });
}

export interface Burst extends Fall {
  readonly type: 'lowpass' | 'bandpass' | 'highpass';
  readonly hz: number;
  readonly q: number;
  readonly seed: number;
}

/** A breath of filtered noise: mallets, fingers, skins, beads. */
export function burst(stage: Stage, sound: Burst): void {
  const lengthSec = (sound.riseSec ?? 0) + sound.t60Sec * 1.3 + 0.02;
  const noise = new ToneBufferSource({
    context: stage.context,
    url: noiseBuffer(stage, lengthSec, sound.seed),
  });
  noise.chain(band(stage, sound), fallingGain(stage, sound), stage.output);
  noise.start(0);
}

export function band(stage: Stage, { type, hz, q }: Pick<Burst, 'type' | 'hz' | 'q'>): BiquadFilter {
  return new BiquadFilter({
    context: stage.context,
    type,
    frequency: Math.min(hz, stage.rateHz * 0.45),
    Q: q,
  });
}

/** Seeded white noise: Tone's own is different on every device and at every start. */
export function noiseBuffer(stage: Stage, lengthSec: number, seed: number): AudioBuffer {
  const random = createRandom(seed);
  const length = Math.ceil(lengthSec * stage.rateHz);
  // A plain loop: ten times as quick as `from`, and this runs on the page's own thread.
  const samples = new Float32Array(length);
  for (let i = 0; i < length; i++) samples[i] = random() * 2 - 1;
  const buffer = new AudioBuffer({ length, sampleRate: stage.rateHz });
  buffer.copyToChannel(samples, 0);
  return buffer;
}

/** The frequency nearest to `hz` that fits the loop a whole number of times. */
export function loopingHz(stage: Stage, hz: number): number {
  const loopSec = stage.loopSec ?? 1;
  return Math.round(hz * loopSec) / loopSec;
}

/** A steady tone for a loop, with a slow movement of its pitch if wished. */
export function steadyTone(
  stage: Stage,
  tone: {
    readonly hz: number;
    readonly levels: readonly number[];
    readonly level: number;
    readonly phaseSec?: number;
    readonly sway?: { readonly hz: number; readonly cents: number; readonly phase: number };
  },
): Gain {
  const hz = loopingHz(stage, tone.hz);
  const oscillator = new ToneOscillatorNode({ context: stage.context, frequency: hz });
  oscillator.setPeriodicWave(waveOf(stage, hz * 1.02, tone.levels));
  const gain = new Gain({ context: stage.context, gain: tone.level });
  oscillator.connect(gain);
  if (tone.sway) {
    const depth = hz * (2 ** (tone.sway.cents / 1200) - 1);
    movement(stage, tone.sway.hz, depth, tone.sway.phase).connect(oscillator.frequency);
  }
  oscillator.start(tone.phaseSec ?? 0);
  return gain;
}

/** A slow sine around zero that repeats with the loop: `phase` in turns. */
export function movement(stage: Stage, hz: number, depth: number, phase: number): Gain {
  const angle = 2 * Math.PI * phase;
  const oscillator = new ToneOscillatorNode({ context: stage.context, frequency: loopingHz(stage, hz) });
  oscillator.setPeriodicWave(
    stage.context.createPeriodicWave(
      Float32Array.of(0, Math.sin(angle)),
      Float32Array.of(0, Math.cos(angle)),
      { disableNormalization: true },
    ),
  );
  const gain = new Gain({ context: stage.context, gain: depth });
  oscillator.connect(gain);
  oscillator.start(0);
  return gain;
}

/** Noise that repeats with the loop. */
export function steadyNoise(stage: Stage, seed: number): ToneBufferSource {
  const url = noiseBuffer(stage, stage.loopSec ?? 1, seed);
  return new ToneBufferSource({ context: stage.context, url, loop: true }).start(0);
}
