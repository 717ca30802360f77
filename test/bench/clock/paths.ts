import { createRandom, type Random } from '../../../shared/base/random.ts';

/** One way of one connection: when what leaves at `leftMs` (true time, never decreasing) arrives. In order, as TCP is. */
export type OneWay = (leftMs: number) => number;

export interface Path {
  readonly up: OneWay;
  readonly down: OneWay;
}

export type PathName = 'LAN' | 'ward Wi-Fi' | '4G' | 'TCP stalls' | '50 ppm skew' | '30 s sleep';

/** A path of the bench, and the device at its end. */
export interface PathKind {
  readonly name: PathName;
  /** Half of (up minus down): what no two-way method can see. Positive when up is slower. */
  readonly asymmetryMs: number;
  /** How far the device's crystal may be off; the sign is the seed's. */
  readonly skewPpm: number;
  /** True when the device sleeps for 30 s, once every two minutes. */
  readonly sleeps: boolean;
  create(seed: number): Path;
}

/** Most crystals of phones and laptops are within 20 ppm of each other (data sheets). */
const USUAL_SKEW_PPM = 20;

export const PATHS: readonly PathKind[] = [
  kind('LAN', { create: eachWay(lanDelay, lanDelay) }),
  kind('ward Wi-Fi', { create: eachWay(wardWifiDelay, wardWifiDelay) }),
  kind('4G', { asymmetryMs: 9, create: eachWay(mobileDelay(54), mobileDelay(36)) }),
  kind('TCP stalls', { create: eachWay(stallingDelay, stallingDelay) }),
  kind('50 ppm skew', { skewPpm: 50, create: eachWay(wardWifiDelay, wardWifiDelay) }),
  kind('30 s sleep', { sleeps: true, create: eachWay(wardWifiDelay, wardWifiDelay) }),
];

function kind(name: PathName, own: Partial<PathKind> & Pick<PathKind, 'create'>): PathKind {
  return { name, asymmetryMs: 0, skewPpm: USUAL_SKEW_PPM, sleeps: false, ...own };
}

/** Makes the delay of one packet from the true time it leaves at; made anew for each way of each connection. */
type Delay = (random: Random) => (leftMs: number) => number;

function eachWay(up: Delay, down: Delay): (seed: number) => Path {
  return (seed) => ({
    up: inOrder(up(createRandom(seed * 2 + 1))),
    down: inOrder(down(createRandom(seed * 2 + 2))),
  });
}

/** What left later never arrives earlier: a late packet holds up all behind it. */
function inOrder(delay: (leftMs: number) => number): OneWay {
  let lastArrivalMs = 0;
  return (leftMs) => {
    lastArrivalMs = Math.max(lastArrivalMs, leftMs + delay(leftMs));
    return lastArrivalMs;
  };
}

/** 1 ± 0.3 ms: a bell curve, never below what switches need. */
function lanDelay(random: Random) {
  return () => Math.max(0.2, 1 + 0.3 * bell(random));
}

/** 8 ms and gamma jitter of mean 6 ms; for 2 % of the time a burst that holds packets for up to 120 ms. */
function wardWifiDelay(random: Random) {
  const burstHeightMs = episodes(random, 15_000, 300);
  return (leftMs: number) => 8 + gamma(random, 6) + random() * burstHeightMs(leftMs) * 120;
}

/** One way of 45 ± 9 ms, gamma jitter of mean 15 ms, and five seconds in each minute in which a queue fills to 400 ms and drains. */
function mobileDelay(baseMs: number): Delay {
  return (random) => {
    const startsMs = 5_000 + random() * 50_000;
    return (leftMs) => {
      const intoMs = (leftMs - startsMs + 60_000) % 60_000;
      const queueMs = intoMs < 5_000 ? 400 * Math.sin((Math.PI * intoMs) / 5_000) : 0;
      return baseMs + gamma(random, 15) + queueMs;
    };
  };
}

/** A wired home link of 10 ms with 2 ms of jitter; 3 % of packets are lost and come 200 to 300 ms later. */
function stallingDelay(random: Random) {
  return () => 10 + gamma(random, 2) + (random() < 0.03 ? 200 + 100 * random() : 0);
}

/** 1 during episodes of `lengthMs`, on average one in `everyMs`, else 0. */
function episodes(random: Random, everyMs: number, lengthMs: number): (atMs: number) => number {
  let startMs = -everyMs * Math.log(1 - random());
  return (atMs) => {
    while (atMs > startMs + lengthMs) startMs += lengthMs - (everyMs - lengthMs) * Math.log(1 - random());
    return atMs >= startMs ? 1 : 0;
  };
}

/** Gamma of shape 2: the sum of two waits, so that the very shortest are rare, as they are in the air. */
function gamma(random: Random, meanMs: number): number {
  return -(meanMs / 2) * Math.log((1 - random()) * (1 - random()));
}

/** Normal of mean 0 and deviation 1 (Box and Muller). */
function bell(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
