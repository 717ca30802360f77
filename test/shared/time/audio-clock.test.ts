import { describe, expect, it } from 'vitest';
import { audioSec, localMs } from '../../../shared/base/units.ts';
import { type AudioClock, createAudioClock } from '../../../shared/time/audio-clock.ts';
import { pollIntervalMs } from '../../../shared/time/poll-interval.ts';
import {
  createDevice,
  DEVICE_KINDS,
  type Device,
  type DeviceKind,
  pollTimes,
} from '../../bench/audio-clock/devices.ts';
import { feed, quantile, runAudioClockBench } from '../../bench/audio-clock/run.ts';

/** Polls the device from one time to another; how far off the clock was at each poll, in ms. NaN where it did not know. */
function listen(clock: AudioClock, device: Device, fromMs: number, toMs: number): readonly number[] {
  return [...pollTimes(fromMs, fromMs, toMs)].map((atMs) => {
    feed(clock, device, atMs);
    return errorMs(clock, device, atMs);
  });
}

const errorMs = (clock: AudioClock, device: Device, atMs: number) =>
  1000 * (clock.audioSecAt(localMs(atMs)) ?? Number.NaN) - device.audibleMs(atMs);
const worst = (errors: readonly number[]) => quantile(errors.map(Math.abs), 1);
const p99 = (errors: readonly number[]) => quantile(errors.map(Math.abs), 0.99);

/** A clock fed by hand with a perfect device: context time is local time less a second, 30 ms of it latency. */
function createFedClock() {
  const clock = createAudioClock();
  let atMs = 5000;
  const poll = (stampOffsetMs = 0) => {
    atMs += 25;
    clock.onStamp({ contextSec: (atMs - 1000 + stampOffsetMs) / 1000, performanceMs: atMs });
    clock.onCurrentTime({
      currentSec: (atMs - 970) / 1000,
      localMs: localMs(atMs),
      baseLatencySec: 0.01,
      outputLatencySec: 0.02,
    });
    return 1000 * (clock.audioSecAt(localMs(atMs)) ?? Number.NaN) - (atMs - 1000);
  };
  const pollMany = (count: number, stampOffsetMs = 0) =>
    Array.from({ length: count }, () => poll(stampOffsetMs));
  return { clock, poll, pollMany, now: () => atMs };
}

describe('audio clock', () => {
  const aims: readonly (readonly [DeviceKind, 'stamps' | 'envelope', number])[] = [
    ['chromium', 'stamps', 0.2],
    ['chromiumTablet', 'stamps', 0.5],
    ['firefox', 'envelope', 1],
    ['firefoxFine', 'envelope', 0.6],
    ['webview', 'envelope', 1],
    ['safari', 'envelope', 1],
    ['safariZeroStamps', 'envelope', 0.9],
    ['safariJumpyStamps', 'envelope', 0.9],
  ];

  it.each(aims)('[T11] on %s it finds the %s and stays within its aim for minutes', (kind, source, aimMs) => {
    for (const seed of [1, 2, 3]) {
      const device = createDevice({ kind, seed });
      const clock = createAudioClock();
      listen(clock, device, 1000, 6000);
      expect(p99(listen(clock, device, 6000, 120_000))).toBeLessThan(aimMs);
      expect(clock.source).toBe(source);
    }
  });

  it('[T11] every simulated platform has its aim here', () => {
    expect(aims.map(([kind]) => kind).sort()).toEqual([...DEVICE_KINDS].sort());
  });

  it.each([-50, 50])('[T11] a sound card %d ppm off is followed for ten minutes', (skewPpm) => {
    for (const kind of ['chromium', 'safari'] as const) {
      const device = createDevice({ kind, seed: 5, skewPpm });
      const clock = createAudioClock();
      listen(clock, device, 1000, 30_000);
      expect(p99(listen(clock, device, 30_000, 600_000))).toBeLessThan(kind === 'chromium' ? 0.15 : 0.8);
    }
  });

  it('[T11] knows its time a tenth of a second after the first stamps, and a quarter after the first readings', () => {
    for (const [kind, withinMs] of [
      ['chromium', 110],
      ['safariZeroStamps', 250],
    ] as const) {
      const device = createDevice({ kind, seed: 9 });
      const clock = createAudioClock();
      expect(clock.audioSecAt(localMs(1000))).toBeUndefined();
      expect(clock.source).toBe('none');
      listen(clock, device, 1000, 1000 + withinMs);
      expect(Math.abs(errorMs(clock, device, 1000 + withinMs))).toBeLessThan(3);
    }
  });

  it('[T11] a lost buffer is mended within 0.15 s where stamps are steady, and counted', () => {
    for (const [trial, lostMs] of [10, 15, 20, 30, 40].entries()) {
      const device = createDevice({ kind: 'chromium', seed: 20 + trial, losses: [{ atMs: 20_000, lostMs }] });
      const clock = createAudioClock();
      const errors = listen(clock, device, 1000, 26_000);
      const wrong = errors.slice(100).filter((error) => Math.abs(error) > 2).length;
      expect(wrong).toBeGreaterThan(2);
      expect(wrong * 25).toBeLessThanOrEqual(150);
      expect(clock.generation).toBe(1);
    }
  });

  it('[T11] a stray stamp moves nothing, three alike move nothing, the fourth is believed at once', () => {
    const { clock, poll, pollMany } = createFedClock();
    pollMany(60);
    expect(poll(-15)).toBeCloseTo(0, 6);
    expect(poll()).toBeCloseTo(0, 6);
    expect(pollMany(3, -15).map(Math.round)).toEqual([0, 0, 0]);
    expect(clock.generation).toBe(0);
    expect(poll(-15)).toBeCloseTo(-15, 6);
    expect(clock.generation).toBe(1);
    expect(Math.round(worst(pollMany(400, -15)))).toBe(15);
    expect(clock.generation).toBe(1);
  });

  it('[T11] four stray stamps that do not agree with each other are not believed', () => {
    const { clock, poll, pollMany } = createFedClock();
    pollMany(60);
    expect([-15, -20, 9, -10].map(poll).map(Math.round)).toEqual([0, 0, 0, 0]);
    expect(clock.generation).toBe(0);
  });

  it('[T11] a step of up to 2.5 ms takes eight stamps to be told from noise, a larger one four', () => {
    const small = createFedClock();
    small.pollMany(100);
    expect(small.pollMany(7, -2.4).map(Math.round)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(small.poll(-2.4)).toBeCloseTo(-2.4, 6);
    expect(small.clock.generation).toBe(1);
    const large = createFedClock();
    large.pollMany(100);
    expect(large.pollMany(3, -2.6).map(Math.round)).toEqual([0, 0, 0]);
    expect(large.poll(-2.6)).toBeCloseTo(-2.6, 6);
    expect(large.clock.generation).toBe(1);
  });

  it('[T11] what lies within 0.9 ms of the line only moves its middle', () => {
    const { clock, pollMany } = createFedClock();
    pollMany(100);
    expect(pollMany(60, -0.8).at(-1)).toBeCloseTo(-0.8, 1);
    expect(clock.generation).toBe(0);
    expect(clock.source).toBe('stamps');
  });

  it('[T11] when Bluetooth takes over, the new latency holds within a second, with stamps or without', () => {
    for (const kind of ['chromium', 'safariZeroStamps'] as const) {
      const device = createDevice({ kind, seed: 3, outputMsFrom: { atMs: 30_000, outputMs: 210 } });
      const clock = createAudioClock();
      expect(p99(listen(clock, device, 1000, 30_000).slice(40))).toBeLessThan(1.5);
      listen(clock, device, 30_000, 31_000);
      expect(p99(listen(clock, device, 31_000, 60_000))).toBeLessThan(1);
    }
  });

  it('[T11] while suspended there is no time; after it the new line, not the old one', () => {
    for (const kind of ['chromium', 'safari'] as const) {
      const device = createDevice({ kind, seed: 8, losses: [{ atMs: 10_000, lostMs: 4000 }] });
      const clock = createAudioClock();
      listen(clock, device, 1000, 10_000);
      const before = clock.generation;
      clock.onSuspended();
      expect(listen(clock, device, 10_000, 14_000).every(Number.isNaN)).toBe(true);
      clock.onResumed();
      expect(clock.audioSecAt(localMs(14_000))).toBeUndefined();
      listen(clock, device, 14_100, 15_500);
      expect(p99(listen(clock, device, 15_500, 25_000))).toBeLessThan(2);
      expect(clock.generation).toBeGreaterThan(before);
    }
  });

  it('[T11] a context that stands still without saying so has no time', () => {
    for (const kind of ['chromium', 'safari'] as const) {
      const device = createDevice({ kind, seed: 8, losses: [{ atMs: 10_000, lostMs: 5000 }] });
      const clock = createAudioClock();
      listen(clock, device, 1000, 10_000);
      listen(clock, device, 10_000, 11_000);
      expect(listen(clock, device, 11_000, 14_900).every(Number.isNaN)).toBe(true);
      listen(clock, device, 14_900, 16_500);
      expect(p99(listen(clock, device, 16_500, 25_000))).toBeLessThan(2);
    }
  });

  it('[T11] a correction makes sounds earlier by as much, and both directions agree', () => {
    const { clock, pollMany, now } = createFedClock();
    pollMany(100);
    const at = localMs(now() + 100);
    const plain = clock.audioSecAt(at) ?? Number.NaN;
    clock.setCorrectionMs(180);
    const corrected = clock.audioSecAt(at) ?? Number.NaN;
    expect(corrected - plain).toBeCloseTo(-0.18, 6);
    expect(clock.localMsAt(audioSec(corrected))).toBeCloseTo(at, 3);
    const started = createAudioClock({ correctionMs: 180 });
    expect(started.audioSecAt(at)).toBeUndefined();
    expect(started.localMsAt(audioSec(1))).toBeUndefined();
  });

  it('[T11] nonsense from a browser changes nothing', () => {
    const { clock, poll, pollMany, now } = createFedClock();
    pollMany(100);
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 0, -5]) {
      clock.onStamp({ contextSec: wrong, performanceMs: now() });
      clock.onStamp({ contextSec: 3, performanceMs: wrong });
    }
    expect(poll()).toBeCloseTo(0, 6);
    expect(clock.generation).toBe(0);
  });
});

describe('audio clock bench', () => {
  it('[T11] two devices sound within the aims of each other, and set-backs are mended in time', () => {
    const { pairs, lostBuffers } = runAudioClockBench({ minutes: 2, seeds: 2 });
    for (const { p99: ours, aimP99, anchoredOnceP99, currentTimeP99 } of pairs) {
      expect(ours).toBeLessThan(aimP99);
      expect(ours).toBeLessThan(Math.min(anchoredOnceP99, currentTimeP99) / 4);
    }
    for (const { device, mendedP50Ms } of lostBuffers) {
      expect(mendedP50Ms).toBeLessThan(device.startsWith('chromium') ? 150 : 400);
    }
  });
});

describe('poll interval', () => {
  it('[T11] is 25 ms on average and meets every phase of a staircase of 10 ms within a few ticks', () => {
    const intervals = Array.from({ length: 4000 }, (_, tick) => pollIntervalMs(tick));
    expect(intervals.reduce((sum, ms) => sum + ms, 0) / intervals.length).toBeCloseTo(25, 1);
    let atMs = 0;
    const phases = intervals.slice(0, 40).map((ms) => (atMs += ms) % 10);
    expect(new Set(phases).size).toBe(10);
  });
});
