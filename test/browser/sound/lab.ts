/** The page side of the sound tests: plays a score on the real sound, offline, and hands back the samples. */
import { createPlayingContext } from '../../../client/audio/context.ts';
import { createAudio } from '../../../client/audio/audio.ts';
import { createShelf } from '../../../client/audio/shelf.ts';
import { createSound } from '../../../client/audio/sound.ts';
import { memberId } from '../../../shared/base/ids.ts';
import { audioSec, pitch, strength } from '../../../shared/base/units.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';
import type { Rendered, Score, ScoreNote } from './score.ts';

const shelf = createShelf();

/** Renders all that is asked for; returns how long each took, in ms. */
async function prepare(instruments: readonly InstrumentId[]): Promise<readonly number[]> {
  const tookMs: number[] = [];
  for (const instrument of instruments) {
    const before = performance.now();
    await shelf.prepare(instrument);
    tookMs.push(performance.now() - before);
  }
  await shelf.prepare('pulse');
  return tookMs;
}

async function renderScore(score: Score): Promise<Rendered> {
  const native = new OfflineAudioContext(2, Math.ceil(score.lengthSec * score.rateHz), score.rateHz);
  const sound = createSound(createPlayingContext(native), shelf);
  const { synth, desk } = sound;
  desk.setLoudness(score.loudness ?? 0.5);
  for (const { part, pan, loudness } of score.places ?? []) desk.setPart(memberId(part), { pan, loudness });
  for (const note of score.notes) startNote(note);
  for (const { key, atSec, ...to } of score.bends ?? []) {
    const bend = { pitch: pitch(to.pitch), colour: to.colour, strength: strength(to.strength) };
    at(atSec - 0.02, () => synth.bend(key, bend, audioSec(atSec)));
  }
  for (const { key, atSec } of score.ends ?? []) at(atSec, () => synth.end(key, audioSec(atSec)));
  for (const { weight, atSec } of score.pulses ?? []) synth.pulse(weight, audioSec(atSec));
  for (const { isQuiet, atSec } of score.quiet ?? []) at(atSec, () => desk.setQuiet(isQuiet));
  const counts: number[] = [];
  for (const atSec of score.countAt ?? []) at(atSec, () => counts.push(sound.counts.activeVoices()));

  const before = performance.now();
  const buffer = await native.startRendering();
  const tookMs = performance.now() - before;
  const [left, right] = score.isTimed ? ['', ''] : [0, 1].map((channel) => base64(buffer.getChannelData(channel)));
  return { left: left ?? '', right: right ?? '', rateHz: score.rateHz, tookMs, counts };

  /** Runs something when the rendering has come to this time, as it would live. */
  function at(sec: number, act: () => void): void {
    const blockSec = 128 / score.rateHz;
    const stopSec = Math.max(blockSec, Math.floor(sec / blockSec) * blockSec);
    let acts = stops.get(stopSec);
    if (!acts) {
      const list: (() => void)[] = [];
      acts = list;
      stops.set(stopSec, list);
      void native.suspend(stopSec).then(() => {
        for (const each of list) each();
        return native.resume();
      });
    }
    acts.push(act);
  }

  function startNote(note: ScoreNote): void {
    const act = () =>
      synth.start(
        {
          key: note.key ?? `${note.instrument} ${note.atSec} ${note.pitch}`,
          part: memberId(note.part ?? 'one'),
          instrument: note.instrument,
          pitch: pitch(note.pitch),
          strength: strength(note.strength),
          colour: note.colour ?? 0.5,
          lengthSec: note.lengthSec,
          seed: note.seed ?? 1,
        },
        audioSec(note.atSec),
      );
    if (note.isLive) at(note.atSec, act);
    else act();
  }
}

const stops = new Map<number, (() => void)[]>();

function base64(samples: Float32Array): string {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  let text = '';
  const step = 0x8000;
  for (let i = 0; i < bytes.length; i += step) text += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(text);
}

const lab = {
  prepare,
  sampleBytes: () => shelf.bytes(),
  renderScore: (score: Score) => {
    stops.clear();
    return renderScore(score);
  },
  createAudio,
};
export type Lab = typeof lab;

declare global {
  interface Window {
    lab: Lab;
  }
}
window.lab = lab;
