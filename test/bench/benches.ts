import { cpus, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openLab } from '../browser/sound/open-lab.ts';
import { runAudioClockBench } from './audio-clock/run.ts';
import { runArrivalBench } from './browsers/arrival.ts';
import { runPairBench } from './browsers/pair.ts';
import { runTouchBench } from './browsers/touch.ts';
import { withServer } from './browsers/with-server.ts';
import { runClockBench } from './clock/run.ts';
import { runHoldBench } from './hold/run.ts';
import { runRelayBench } from './relay/run.ts';
import { runSoundBench } from './sound/sound-bench.ts';
import { runStoreBench } from './store/run.ts';
import { type Cell, tableOf } from './table.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SERVER = file('dist/server/main.js');
const CLIENT = file('dist/client');
const PORT = 18_260;

export interface Section {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** Every bench by name, each giving sections of rows. Seconds are chosen so that all of them take under ten minutes. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Section[]>>> = {
  clock: async () => [
    {
      title: 'Room clock, virtual time: error by path, ms',
      rows: runClockBench({ seeds: 5, minutes: 10 }).map((row) => ({ ...row })),
    },
  ],
  audioClock: async () => {
    const { pairs, lostBuffers } = runAudioClockBench();
    return [
      {
        title: "Audio clock, simulated devices: two devices' clicks apart, ms",
        rows: pairs.map((row) => ({ ...row })),
      },
      { title: 'Audio clock: a lost buffer mended, ms', rows: lostBuffers.map((row) => ({ ...row })) },
    ];
  },
  pair: () =>
    withServer(SERVER, PORT, async (server) => [
      {
        title: 'Two Chromium processes in one room: the same sound apart, ms',
        rows: (await runPairBench(server, 20)).map((row) => ({ ...row })),
      },
    ]),
  touch: () =>
    withServer(SERVER, PORT, async (server) => [
      {
        title: 'Touch to first sample, ms',
        rows: (await runTouchBench(server, 40)).map((row) => ({ ...row })),
      },
    ]),
  arrival: () =>
    withServer(SERVER, PORT, async (server) => [
      { title: 'From the link to the first note', rows: [{ ...(await runArrivalBench(server, CLIENT)) }] },
    ]),
  hold: () =>
    withServer(SERVER, PORT, async (server) => [
      {
        title: 'Holding a room of 24 who all play: from the tap to everyone, ms',
        rows: (await runHoldBench(server)).map((row) => ({ ...row })),
      },
    ]),
  relay: async () => {
    const scripts = { server: SERVER, bare: file('test/bench/relay/bare-relay.mjs') };
    const rows = await runRelayBench(scripts, { rooms: 50, notesPerSec: 8, seconds: 10 });
    const bare = rows.find(({ who }) => who === 'bare ws');
    return [
      {
        title: 'Relay: rooms of eight; processor time a delivery, bare ws = 1',
        rows: rows.map((row) => ({ ...row, cpuRatio: row.cpuUs / (bare?.cpuUs ?? Number.NaN) })),
      },
    ];
  },
  store: async () => {
    const { loads, ...figures } = await runStoreBench();
    return [
      { title: 'Store: bytes a note, notes and commits a second', rows: [figures] },
      { title: 'Store: how long a commit takes under load', rows: loads.map((row) => ({ ...row })) },
    ];
  },
  sound: async () => {
    const lab = await openLab();
    try {
      const { voices, endurance, chainPercent, sampleMegabytes } = await runSoundBench(lab);
      return [
        { title: 'Voices that fill half a core', rows: voices.map((row) => ({ ...row })) },
        { title: 'After 10,000 notes', rows: [{ ...endurance, chainPercent, sampleMegabytes }] },
      ];
    } finally {
      await lab.close();
    }
  },
};

/** @param args names of benches, all if none is named; `--json` prints one JSON object instead of tables. */
export async function runBenches(args: readonly string[]): Promise<void> {
  const isJson = args.includes('--json');
  const named = args.filter((arg) => !arg.startsWith('-'));
  const unknown = named.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    throw new Error(
      `No bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`,
    );
  }
  const results: Record<string, readonly Section[]> = {};
  if (!isJson) print(`On ${machine()}.\n`);
  for (const [name, run] of Object.entries(BENCHES)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const sections = await run();
    results[name] = sections;
    if (!isJson) for (const { title, rows } of sections) print(`\n**${title}**\n\n${tableOf(rows)}\n`);
  }
  if (isJson) print(`${JSON.stringify({ machine: machine(), benches: results })}\n`);
}

const print = (text: string) => void process.stdout.write(text);

function machine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim()}, ${gigabytes} GiB, ${type()} ${release()}, Node ${process.version}`;
}
