import { INSTRUMENT_IDS, INSTRUMENTS, type InstrumentId } from '../../../shared/music/instrument.ts';
import type { OpenLab } from '../../browser/sound/open-lab.ts';
import type { Score, ScoreNote } from '../../browser/sound/score.ts';

/** How dear one instrument is. */
export interface VoiceCost {
  readonly instrument: InstrumentId;
  /** Share of a core that one sounding voice takes, chain and room not counted. */
  readonly perVoicePercent: number;
  /** Voices that fill half a core, the chain and the room included. */
  readonly voicesInHalfACore: number;
}

/** What is left after many notes. Counts are taken after a garbage collection, when all is silent. */
export interface Endurance {
  readonly notes: number;
  readonly heapBeforeKb: number;
  readonly heapAfterKb: number;
  readonly audioNodesBefore: number;
  readonly audioNodesAfter: number;
  readonly mainThreadMsPerNote: number;
}

export interface SoundBench {
  readonly chainPercent: number;
  readonly voices: readonly VoiceCost[];
  readonly prepareMs: readonly { readonly instrument: InstrumentId; readonly ms: number }[];
  readonly sampleMegabytes: number;
  readonly endurance: Endurance;
}

/** Short, so that among some runs one is left alone by the rest of the machine. */
const LENGTH_SEC = 2;
const RATE_HZ = 48_000;
const REPEATS = 8;
/** How long a struck voice surely sounds; a new group is struck then. */
const RING_SEC: Partial<Record<InstrumentId, number>> = {
  shaker: 0.12,
  woodblock: 0.12,
  handDrum: 0.3,
  frameDrum: 0.6,
};

/** All rows of the sound in one go, on an open lab. Takes about a minute. */
export async function runSoundBench(lab: OpenLab): Promise<SoundBench> {
  const took = await lab.page.evaluate((ids) => window.lab.prepare(ids), [...INSTRUMENT_IDS]);
  const chainMs = await quickest(lab, { lengthSec: LENGTH_SEC, rateHz: RATE_HZ, notes: [], isTimed: true });
  const voices: VoiceCost[] = [];
  for (const instrument of INSTRUMENT_IDS) voices.push(await voiceCost(lab, instrument, chainMs));
  return {
    chainPercent: (chainMs / 1000 / LENGTH_SEC) * 100,
    voices,
    prepareMs: INSTRUMENT_IDS.map((instrument, i) => ({ instrument, ms: took[i] ?? 0 })),
    sampleMegabytes: (await lab.page.evaluate(() => window.lab.sampleBytes())) / 1e6,
    endurance: await tenThousandNotes(lab),
  };
}

async function voiceCost(lab: OpenLab, instrument: InstrumentId, chainMs: number): Promise<VoiceCost> {
  const count = INSTRUMENTS[instrument].maxVoices;
  const ms = await quickest(lab, steadyVoices(instrument, count));
  const perVoice = Math.max(1e-6, (ms - chainMs) / 1000 / LENGTH_SEC / count);
  return {
    instrument,
    perVoicePercent: perVoice * 100,
    voicesInHalfACore: Math.floor((0.5 - chainMs / 1000 / LENGTH_SEC) / perVoice),
  };
}

/** The machine is noisy: the quickest of a few runs is the cost. */
async function quickest(lab: OpenLab, score: Score): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < REPEATS; i++) best = Math.min(best, (await lab.render(score)).tookMs);
  return best;
}

/** As many voices as the instrument may hold, all the time. */
function steadyVoices(instrument: InstrumentId, count: number): Score {
  const { lowest, highest, kind } = INSTRUMENTS[instrument];
  const everySec = kind === 'held' ? LENGTH_SEC : (RING_SEC[instrument] ?? 1);
  const notes: ScoreNote[] = [];
  for (let atSec = 0.01; atSec < LENGTH_SEC; atSec += everySec) {
    for (let i = 0; i < count; i++) {
      const pitch = lowest + (i % (highest - lowest + 1));
      const touch = { strength: 0.55, colour: (i % 5) / 4, part: `part ${i % 8}`, seed: i };
      notes.push({ atSec, instrument, pitch, ...touch, lengthSec: 60, key: `${i} ${atSec}`, isLive: true });
    }
  }
  return { lengthSec: LENGTH_SEC, rateHz: RATE_HZ, notes, isTimed: true };
}

const NOTES = 10_000;
const WARM_UP_NOTES = 500;

/** Heap and nodes before and after ten thousand notes of all instruments on the live sound. */
export async function tenThousandNotes(
  lab: OpenLab,
  notes = NOTES,
  instruments: readonly InstrumentId[] = INSTRUMENT_IDS,
): Promise<Endurance> {
  await lab.page.evaluate(() => {
    window.lab.live = window.lab.createAudio();
    return window.lab.live.unlock();
  });
  await lab.page.evaluate(
    (ids) => Promise.all(ids.map(async (id) => window.lab.live?.prepare(id))),
    [...instruments],
  );
  await playMany(lab, instruments, WARM_UP_NOTES);
  const before = await whatIsHeld(lab);
  const mainThreadMs = await playMany(lab, instruments, notes);
  const after = await whatIsHeld(lab);
  await lab.page.evaluate(() => window.lab.live?.dispose());
  return {
    notes,
    heapBeforeKb: before.heapKb,
    heapAfterKb: after.heapKb,
    audioNodesBefore: before.audioNodes,
    audioNodesAfter: after.audioNodes,
    mainThreadMsPerNote: mainThreadMs / notes,
  };
}

/** Notes as fast as the page can start them, twenty every 20 ms; then silence. Returns main-thread ms spent in `start`. */
function playMany(lab: OpenLab, instruments: readonly InstrumentId[], count: number): Promise<number> {
  return lab.page.evaluate(
    async ({ ids, total }) => {
      const audio = window.lab.live;
      if (!audio) return 0;
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      type Note = Parameters<typeof audio.synth.start>[0];
      let spentMs = 0;
      for (let i = 0; i < total; i += 20) {
        const before = performance.now();
        for (let k = i; k < i + 20; k++) {
          const note = {
            key: `note ${k}`,
            part: `part ${k % 8}`,
            instrument: ids[k % ids.length],
            pitch: 60 + (k % 12),
            strength: 0.3,
            colour: (k % 5) / 4,
            lengthSec: 0.05,
            seed: k,
          } as unknown as Note;
          audio.synth.start(note, audio.now());
        }
        spentMs += performance.now() - before;
        await pause(20);
      }
      audio.synth.release();
      await pause(2500);
      return spentMs;
    },
    { ids: [...instruments], total: count },
  );
}

async function whatIsHeld({ page }: OpenLab): Promise<{ heapKb: number; audioNodes: number }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  for (let i = 0; i < 3; i++) {
    await devtools.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  }
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heapKb: Math.round(valueOf('JSHeapUsedSize') / 1024), audioNodes: valueOf('AudioHandlers') };
}
