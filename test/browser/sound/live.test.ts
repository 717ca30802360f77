import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenThousandNotes } from '../../bench/sound/sound-bench.ts';
import { launchChromium } from '../chromium.ts';
import { type OpenLab, openLab } from './open-lab.ts';

describe('the live sound', () => {
  let lab: OpenLab;
  beforeAll(async () => {
    lab = await openLab(await launchChromium({ maySoundWithoutTap: false }));
  }, 60_000);
  afterAll(async () => {
    await lab.page.context().browser()?.close();
    await lab.close();
  });

  it('makes nothing before it is asked, and keeps silent when called too early', async () => {
    const before = await lab.page.evaluate(() => {
      const audio = window.lab.createAudio();
      window.lab.live = audio;
      audio.desk.setLoudness(0.4);
      audio.synth.release();
      return { state: audio.state(), now: audio.now(), facts: audio.clockFacts() ?? null, ...audio.counts() };
    });
    expect(before).toEqual({
      state: 'silent',
      now: 0,
      facts: null,
      activeVoices: 0,
      nodes: 0,
      sampleBytes: 0,
    });
  });

  it('is refused without a tap', async () => {
    const untouched = await lab.page.context().browser()?.newPage();
    const answered = untouched?.waitForRequest(/unlock-answered/);
    await untouched?.goto(`${lab.url}#without-a-tap`);
    expect((await answered)?.url()).toContain('unlock-answered-refused-suspended');
    await untouched?.close();
  });

  it('runs with a tap, telling each change of state', async () => {
    await lab.page.evaluate(() => {
      const told: string[] = [];
      window.lab.live?.onState((state) => told.push(state));
      document.addEventListener('click', async () => {
        const answer = await window.lab.live?.unlock();
        document.title = `${answer}, told ${told.join(' ')}`;
      });
    });
    await lab.page.mouse.click(50, 50);
    await lab.page.waitForFunction(() => document.title.includes('told'));
    expect(await lab.page.title()).toBe('running, told running');
  });

  it('knows its clock: time passes, stamps pair it with the page, latencies are told', async () => {
    const facts = await lab.page.evaluate(async () => {
      const first = window.lab.live?.clockFacts();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const second = window.lab.live?.clockFacts();
      return { first, second, now: window.lab.live?.now(), pageMs: performance.now() };
    });
    expect(facts.second?.currentSec).toBeGreaterThan(facts.first?.currentSec ?? Infinity);
    expect(facts.now).toBeGreaterThanOrEqual(facts.second?.currentSec ?? Infinity);
    expect(facts.second?.stamp?.contextSec).toBeGreaterThan(0);
    expect(Math.abs((facts.second?.stamp?.performanceMs ?? 0) - facts.pageMs)).toBeLessThan(500);
    expect(facts.second?.baseLatencySec).toBeGreaterThan(0);
    expect(facts.second?.outputLatencySec).toBeGreaterThanOrEqual(0);
  });

  it('sounds a stand-in at once and the instrument itself as soon as its first sample is there', async () => {
    const seen = await lab.page.evaluate(async () => {
      const audio = window.lab.live;
      if (!audio) return null;
      type Note = Parameters<typeof audio.synth.start>[0];
      const note = (key: string) =>
        ({
          key,
          part: 'me',
          instrument: 'harp',
          pitch: 60,
          strength: 0.5,
          colour: 0.5,
          lengthSec: 1,
          seed: 1,
        }) as unknown as Note;
      audio.synth.start(note('first'), audio.now());
      const atOnce = audio.counts();
      await audio.prepare('harp');
      audio.synth.start(note('second'), audio.now());
      return { atOnce, later: audio.counts() };
    });
    expect(seen?.atOnce.activeVoices).toBe(1);
    expect(seen?.later.activeVoices).toBeGreaterThanOrEqual(1);
    expect(seen?.later.sampleBytes).toBeGreaterThan(1e6);
  });

  it('takes back what has not begun, and ends what is released', async () => {
    const counts = await lab.page.evaluate(async () => {
      const audio = window.lab.live;
      if (!audio) return null;
      type Synth = typeof audio.synth;
      type Note = Parameters<Synth['start']>[0];
      type When = Parameters<Synth['start']>[1];
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      audio.synth.release();
      await pause(1200);
      const before = audio.counts().activeVoices;
      const note = (key: string, instrument: string) =>
        ({
          key,
          part: 'me',
          instrument,
          pitch: 60,
          strength: 0.5,
          colour: 0.5,
          lengthSec: undefined,
          seed: 1,
        }) as unknown as Note;
      audio.synth.start(note('a', 'warmPad'), audio.now());
      audio.synth.start(note('b', 'harp'), (audio.now() + 5) as When);
      const asked = audio.counts().activeVoices;
      await pause(100);
      audio.synth.cancelFrom((audio.now() + 1) as When);
      const cancelled = audio.counts().activeVoices;
      audio.synth.end('a', audio.now());
      audio.synth.end('unknown', audio.now());
      await pause(4000);
      return { before, asked, cancelled, ended: audio.counts().activeVoices };
    });
    expect(counts).toEqual({ before: 0, asked: 2, cancelled: 1, ended: 0 });
  });

  it('[A9] holds neither nodes nor heap after many notes', async () => {
    await lab.page.evaluate(() => window.lab.live?.dispose());
    const few = ['handDrum', 'harp', 'voice', 'warmPad'] as const;
    const held = await tenThousandNotes(lab, 1000, few);
    expect(held.audioNodesAfter).toBeLessThanOrEqual(held.audioNodesBefore + 20);
    expect(held.heapAfterKb - held.heapBeforeKb).toBeLessThan(1000);
  }, 120_000);
});
