import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Contestant, Device } from './world.ts';

/**
 * The two peers as published, not a character changed: their files are compiled as they are, in a scope in which the
 * timers and chance are the simulated device's. Each device gets a copy of its own.
 */
export const PEERS: readonly Contestant[] = [
  { name: '@ircam/sync', start: startIrcamSync },
  { name: 'timesync', start: startTimesync },
];

/** The part of @ircam/sync's `SyncClient` that is used; seconds throughout. */
interface SyncClient {
  start(
    send: (pingId: number, clientPingSec: number) => void,
    receive: (
      onPong: (pingId: number, clientPingSec: number, serverPingSec: number, serverPongSec: number) => void,
    ) => void,
    report: (report: { readonly status: string }) => void,
  ): void;
  getSyncTime(localSec: number): number;
}

type OnPong = (pingId: number, clientPingSec: number, serverPingSec: number, serverPongSec: number) => void;
type SyncClientClass = new (getTimeSec: () => number, options: object) => SyncClient;

/**
 * Its own series of ten, 250 ms apart, but every five to ten seconds in place of every ten to twenty: one probe a second
 * on average, as ours has.
 */
const IRCAM_OPTIONS = { pingSeriesDelay: { min: 5, max: 10 } };

/** Subtracted before seconds are made: the numbers stay small, as its authors advise. */
const IRCAM_ORIGIN_MS = 1.75e12;

function startIrcamSync(device: Device): (localMs: number) => number | null {
  const { default: Client } = load('@ircam/sync/client/index.js', device) as { default: SyncClientClass };
  const client = new Client(() => device.localNowMs() / 1000, IRCAM_OPTIONS);
  let isStarted = false;
  let handler: OnPong | null = null;
  client.start(
    (pingId, clientPingSec) =>
      device.ask((serverMs) => {
        const serverSec = (serverMs - IRCAM_ORIGIN_MS) / 1000;
        handler?.(pingId, clientPingSec, serverSec, serverSec);
      }),
    (onPong) => {
      handler = onPong;
    },
    ({ status }) => {
      isStarted ||= status === 'training' || status === 'sync';
    },
  );
  return (localMs) => (isStarted ? client.getSyncTime(localMs / 1000) * 1000 + IRCAM_ORIGIN_MS : null);
}

/** The part of timesync that is used. */
interface Timesync {
  readonly create: (options: object) => {
    readonly offset: number;
    /** To be set by whoever uses it: carries a question to the server. */
    send: (to: string, question: { readonly id: number }) => Promise<void>;
    receive(from: string, data: object): void;
    on(event: 'change', then: () => void): void;
  };
}

/** Its five probes a second apart, every ten seconds in place of once an hour. */
const TIMESYNC_INTERVAL_MS = 10_000;

function startTimesync(device: Device): (localMs: number) => number | null {
  const { create } = load('timesync/dist/timesync.js', device) as Timesync;
  let hasOffset = false;
  const sync = create({
    server: 'server',
    interval: TIMESYNC_INTERVAL_MS,
    now: () => device.localNowMs(),
  });
  sync.send = (_to, { id }) => {
    device.ask((serverMs) => sync.receive('server', { jsonrpc: '2.0', id, result: serverMs }));
    return Promise.resolve();
  };
  sync.on('change', () => {
    hasOffset = true;
  });
  return (localMs) => (hasOffset ? localMs + sync.offset : null);
}

/** Compiles an installed CommonJS file as it is, with the device's timers and chance in place of the process's. */
function load(file: string, device: Device): unknown {
  const module = { exports: {} };
  const scope = {
    exports: module.exports,
    module,
    // The only thing either of them requires is its debug printer.
    require: () => () => () => undefined,
    Math: Object.assign(Object.create(Math) as object, { random: device.random }),
    // timesync's bundled promises look here for a MutationObserver, find none, and use the timers.
    global: {},
    ...timersOf(device),
  };
  const run = compileFunction(sourceOf(file), Object.keys(scope)) as (...scope: unknown[]) => void;
  run.apply(module.exports, Object.values(scope));
  return module.exports;
}

const sources = new Map<string, string>();

/** Found from the project's folder, where npm scripts run: the bench itself may be bundled elsewhere. */
function sourceOf(file: string): string {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const source = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(file), 'utf8');
  sources.set(file, source);
  return source;
}

/** `setTimeout` and its family on the device's own clock. */
function timersOf(device: Device) {
  const running = new Map<number, () => void>();
  let count = 0;
  const clear = (id: number) => {
    running.get(id)?.();
    running.delete(id);
  };
  const setTimeout = (then: () => void, delayMs = 0) => {
    const id = ++count;
    running.set(
      id,
      device.after(delayMs, () => {
        running.delete(id);
        then();
      }),
    );
    return id;
  };
  const setInterval = (then: () => void, everyMs: number) => {
    const id = ++count;
    const again = () => {
      running.set(id, device.after(everyMs, again));
      then();
    };
    running.set(id, device.after(everyMs, again));
    return id;
  };
  return { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear };
}
