import { createRandom } from '../../shared/base/random.ts';
import { createOfflineContext, outputOf, renderOffline } from './context.ts';
import { loudestLufs, meanLufs } from './k-weighting.ts';
import { type HeldRecipe, hzOf, type StruckRecipe } from './sound/recipe.ts';
import type { Stage } from './sound/stage.ts';
import { Gain } from './tone.ts';

/** A rendered sound and what a voice has to know to play it at another pitch. */
export interface Sample {
  readonly buffer: AudioBuffer;
  /** The frequency it really has; for unpitched sounds a measure against which `playbackRate` is taken. */
  readonly hz: number;
}

/** Every sample is brought to this loudness (its loudest 0.4 s, BS.1770), so that instruments and pitches are even. */
export const SAMPLE_LUFS = -18;
/** A sample ends where it has fallen this far below its peak. */
const SILENCE = 0.001;
const FADE_SEC = 0.03;

export interface StruckJob {
  readonly pitch: number;
  readonly colour: number;
  readonly strength: number;
  readonly seed: number;
}

/** One stroke, from its first sample to silence. */
export async function renderStruck(recipe: StruckRecipe, job: StruckJob): Promise<Sample> {
  const hz = hzOf(job.pitch);
  const stage = openStage(recipe.rateHz, recipe.lengthSec(job.pitch), undefined);
  recipe.draw(stage, { ...job, hz, random: createRandom(job.seed) });
  const rendered = (await renderOffline(stage.context)).getChannelData(0);
  const samples = faded(trimmed(rendered), recipe.rateHz);
  return { buffer: bufferOf(levelled(samples, loudestLufs(samples, recipe.rateHz)), recipe.rateHz), hz };
}

/** One loop. It is rendered twice over and the second taken, when filters have settled: it then repeats exactly. */
export async function renderHeld(recipe: HeldRecipe, pitch: number, seed: number): Promise<Sample> {
  const { rateHz, loopSec } = recipe;
  const stage = openStage(rateHz, 2 * loopSec, loopSec);
  const hz = Math.round(hzOf(pitch) * loopSec) / loopSec;
  recipe.draw(stage, { pitch, hz, colour: 0.5, strength: 1, random: createRandom(seed) });
  const rendered = (await renderOffline(stage.context)).getChannelData(0);
  const samples = rendered.slice(Math.round(loopSec * rateHz), Math.round(2 * loopSec * rateHz));
  return { buffer: bufferOf(levelled(samples, meanLufs(samples, rateHz)), rateHz), hz };
}

function openStage(rateHz: number, lengthSec: number, loopSec: number | undefined): Stage {
  const context = createOfflineContext(1, lengthSec, rateHz);
  const output = new Gain({ context });
  output.connect(outputOf(context));
  return { context, output, rateHz, loopSec };
}

function trimmed(samples: Float32Array): Float32Array {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  let end = samples.length;
  while (end > 0 && Math.abs(samples[end - 1] ?? 0) < peak * SILENCE) end--;
  return samples.slice(0, end);
}

function faded(samples: Float32Array, rateHz: number): Float32Array {
  const fade = Math.min(samples.length, Math.round(FADE_SEC * rateHz));
  for (let i = 0; i < fade; i++) {
    const at = samples.length - 1 - i;
    samples[at] = (samples[at] ?? 0) * Math.sin((Math.PI / 2) * (i / fade)) ** 2;
  }
  return samples;
}

function levelled(samples: Float32Array, lufs: number): Float32Array {
  const scale = 10 ** ((SAMPLE_LUFS - lufs) / 20);
  return samples.map((sample) => sample * scale);
}

function bufferOf(samples: Float32Array, rateHz: number): AudioBuffer {
  const buffer = new AudioBuffer({ length: Math.max(1, samples.length), sampleRate: rateHz });
  buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
  return buffer;
}
