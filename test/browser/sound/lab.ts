/** The page side of the sound tests: plays a score on the real sound, offline, and hands back the samples. */
import { type Audio, createAudio } from '../../../client/audio/audio.ts';
import { createPlayingContext } from '../../../client/audio/context.ts';
import { createShelf } from '../../../client/audio/shelf.ts';
import { createSound } from '../../../client/audio/sound.ts';
import { memberId, THE_ROOM } from '../../../shared/base/ids.ts';
import { audioSec, pitch, strength } from '../../../shared/base/units.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';
import { type Rendered, SAMPLES_PATH, type Score, type ScoreNote } from './score.ts';

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
  if (score.isDry) sound.chain.wet.disconnect();
  desk.setLoudness(score.loudness ?? 0.5);
  for (const { part, pan, loudness } of score.places ?? []) desk.setPart(memberId(part), { pan, loudness });
  for (const note of score.notes) startNote(note);
  for (const { key, atSec, ...to } of score.bends ?? []) {
    const bend = { pitch: pitch(to.pitch), colour: to.colour, strength: strength(to.strength) };
    // As far ahead as the player hands things over.
    at(atSec - 0.1, () => synth.bend(key, bend, audioSec(atSec)));
  }
  for (const { key, atSec } of score.ends ?? []) at(atSec, () => synth.end(key, audioSec(atSec)));
  for (const { weight, atSec } of score.pulses ?? []) synth.pulse(weight, audioSec(atSec));
  for (const { part, gain, atSec } of score.levels ?? []) {
    const whose = part === THE_ROOM ? THE_ROOM : memberId(part);
    // As far ahead as the player hands steps over.
    at(atSec - 0.06, () => synth.level(whose, gain, audioSec(atSec)));
  }
  for (const { isQuiet, atSec } of score.quiet ?? []) at(atSec, () => desk.setQuiet(isQuiet));
  for (const atSec of score.releases ?? []) at(atSec, () => synth.release());
  const counts: number[] = [];
  for (const atSec of score.countAt ?? []) {
    at(atSec, async () => {
      // Voices that have ended are told so by events: these get a moment to arrive.
      await new Promise((resolve) => setTimeout(resolve, 50));
      counts.push(sound.counts.activeVoices());
    });
  }

  const before = performance.now();
  const buffer = await native.startRendering();
  const tookMs = performance.now() - before;
  if (!score.isTimed) await handBack(buffer);
  return { tookMs, counts };

  /** Runs something when the rendering has come to this time, as it would live. */
  function at(sec: number, act: () => void | Promise<void>): void {
    const blockSec = 128 / score.rateHz;
    const stopSec = Math.max(blockSec, Math.floor(sec / blockSec) * blockSec);
    let acts = stops.get(stopSec);
    if (!acts) {
      const list: (() => void | Promise<void>)[] = [];
      acts = list;
      stops.set(stopSec, list);
      void native.suspend(stopSec).then(async () => {
        for (const each of list) await each();
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

const stops = new Map<number, (() => void | Promise<void>)[]>();

/** Left ear, then right, as raw floats to the server that opened this page: far quicker than as text. */
async function handBack(buffer: AudioBuffer): Promise<void> {
  const ears = [0, 1].map((channel) => new Float32Array(buffer.getChannelData(channel)));
  await fetch(SAMPLES_PATH, { method: 'POST', body: new Blob(ears) });
}

const lab = {
  prepare,
  sampleBytes: () => shelf.bytes(),
  renderScore: (score: Score) => {
    stops.clear();
    return renderScore(score);
  },
  createAudio,
  /** What tests of the live sound leave here between two steps. */
  live: undefined as Audio | undefined,
};
export type Lab = typeof lab;

declare global {
  interface Window {
    lab: Lab;
  }
}
window.lab = lab;

// Whatever a test calls in the page counts as a tap; this does not, and tells by a request what came of it.
if (location.hash === '#without-a-tap') {
  const audio = createAudio();
  const answer = await audio.unlock();
  void fetch(`/unlock-answered-${answer}-${audio.state()}`);
}
