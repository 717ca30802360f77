import { describe, expect, it } from 'vitest';
import { MOST_FALL } from '../../../client/player/plan-levels.ts';
import { createPlayer } from '../../../client/player/player.ts';
import { withLoop } from '../../../client/player/plan-loops.ts';
import { audioSec, beats, bpm, pitch, type RoomMs, roomMs, ticks } from '../../../shared/base/units.ts';
import { ADA, BO, loopSet, note, pulseFrom, roomOf } from '../support/a-room.ts';
import { createRecordingSynth } from '../support/recording-synth.ts';

/** A device whose audio clock is room time in seconds, and which needs 40 ms from being told to being heard. */
function playerIn(room = roomOf(pulseFrom(0)), ears = {}) {
  const synth = createRecordingSynth();
  const state = { nowMs: 0, isRunning: true, leadMs: 40 };
  const timeline = {
    now: () => roomMs(state.nowMs),
    soonest: () => roomMs(state.nowMs + state.leadMs),
    audioSecAt: (at: RoomMs) => (state.isRunning ? audioSec(at / 1000) : undefined),
  };
  const player = createPlayer(room, synth, timeline, {
    hears: () => true,
    hearsPulse: () => true,
    followsLevel: () => true,
    ...ears,
  });
  const runTo = (ms: number, everyMs = 25) => {
    for (; state.nowMs < ms; state.nowMs += everyMs) player.tick();
  };
  const starts = () => synth.sounded.filter((one) => one.type === 'start');
  const pulses = () => synth.sounded.filter((one) => one.type === 'pulse').map(({ when }) => when);
  return { player, synth, state, runTo, starts, pulses };
}

describe('player', () => {
  it('[P2] hands over each beat once, in order, at its own time', () => {
    const { runTo, pulses } = playerIn();
    runTo(4000);
    expect(pulses()).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]);
  });

  it('[P2] hands nothing over more than 100 ms before the device needs it', () => {
    const { player, state, pulses } = playerIn();
    player.tick();
    state.nowMs = 355;
    player.tick();
    expect(pulses()).toEqual([]);
    state.nowMs = 361;
    player.tick();
    expect(pulses()).toEqual([0.5]);
  });

  it('[P3] passes over what it slept through, and goes on with the next beat', () => {
    const { runTo, state, player, pulses } = playerIn();
    runTo(1000);
    const before = pulses().length;
    state.nowMs = 31_010;
    player.tick();
    runTo(32_000);
    expect(pulses().slice(before)).toEqual([31.5, 32]);
  });

  it('[P5] moves what was not handed over when the tempo changes, and skips no beat', () => {
    const { runTo, player, pulses } = playerIn();
    runTo(1800);
    player.setScore(
      roomOf(pulseFrom(0), { type: 'tempoSet', from: beats(4), bpm: bpm(60), glideBeats: beats(0) }),
    );
    runTo(5000);
    expect(pulses()).toEqual([0.5, 1, 1.5, 2, 3, 4, 5]);
  });

  it('[P5] sounds no beat twice when a change comes after it was handed over', () => {
    const { runTo, player, pulses } = playerIn();
    runTo(1990);
    player.setScore(
      roomOf(pulseFrom(0), { type: 'tempoSet', from: beats(3.9), bpm: bpm(30), glideBeats: beats(0) }),
    );
    runTo(6000);
    expect(pulses().filter((when) => when > 1.9 && when < 2.4)).toEqual([2]);
  });

  it("[N4] sounds someone's note one echo later, to the sample", () => {
    const { runTo, player, starts } = playerIn();
    runTo(600);
    player.receive(note(1000));
    runTo(1500);
    expect(starts()).toHaveLength(1);
    expect(starts()[0]?.when).toBeCloseTo(((1000 + 480) / 960) * 0.5, 9);
  });

  it('[N4] moves a late note to the next sixteenth, and drops it beyond', () => {
    const { runTo, state, player, starts } = playerIn();
    runTo(2000);
    state.nowMs = 2000;
    // Meant for 2000 ms, a line of the grid: heard at 2040 at the soonest, the next sixteenth is 2125.
    player.receive(note((1750 / 500) * 960));
    player.receive(note((1200 / 500) * 960));
    runTo(3000);
    expect(starts().map(({ when }) => when)).toEqual([2.125]);
  });

  it('[N4] plays live without counting what the device needs as lateness', () => {
    const live = { type: 'echoSet', from: ticks(0), echo: { type: 'live', ms: 30 }, isFixed: true } as const;
    const { state, runTo, player, starts } = playerIn(roomOf(live));
    state.nowMs = 1005;
    player.receive(note(1920));
    runTo(1200);
    expect(starts()[0]?.when).toBeCloseTo(1.07, 9);
  });

  it('[N5] lets at most three late notes of one person onto one line', () => {
    const { state, runTo, player, starts } = playerIn();
    state.nowMs = 2000;
    for (let n = 1; n <= 40; n++) player.receive(note((1750 / 500) * 960 + n, { n }));
    player.receive({ ...note((1750 / 500) * 960, { n: 99 }), by: BO });
    runTo(3000);
    expect(starts().filter(({ part }) => part === ADA)).toHaveLength(3);
    expect(starts().filter(({ part }) => part === BO)).toHaveLength(1);
  });

  it('[N6] ends a held note when its release comes, as late as it began late', () => {
    const { state, runTo, player, synth } = playerIn();
    state.nowMs = 2000;
    const late = note((1750 / 500) * 960, { n: 5, length: null, instrument: 'flute' });
    player.receive(late);
    player.receive({
      ...late,
      event: { type: 'noteReleased', note: 5, played: ticks((2250 / 500) * 960) },
    });
    runTo(4000);
    const end = synth.sounded.find(({ type }) => type === 'end');
    expect(end).toMatchObject({ key: `${ADA}:5` });
    expect(end && 'when' in end ? end.when : 0).toBeCloseTo(2.125 + 0.5, 6);
  });

  it('[N6] ends what others hold when they are out of reach', () => {
    const { state, runTo, player, synth } = playerIn();
    player.receive(note(0, { n: 5, length: null, instrument: 'flute' }));
    runTo(1000);
    player.releaseOthers();
    expect(synth.sounded.at(-1)).toMatchObject({ type: 'end', key: `${ADA}:5` });
    expect(state.nowMs).toBe(1000);
  });

  it('[P4] sounds only the parts it is asked to, and shows them all the same', () => {
    const { runTo, player, starts } = playerIn(roomOf(), { hears: (part: string) => part !== ADA });
    const shown: string[] = [];
    player.onHeard(({ note: heard }) => shown.push(heard.part));
    player.receive(note(0));
    runTo(1000);
    expect(starts()).toEqual([]);
    expect(shown).toEqual([ADA]);
  });

  it('shows what is played while the sound does not run, and sounds nothing of it later', () => {
    const { runTo, state, player, starts, pulses } = playerIn();
    state.isRunning = false;
    const shown: number[] = [];
    player.onHeard(({ atMs }) => shown.push(atMs));
    player.receive(note(0));
    runTo(1000);
    state.isRunning = true;
    runTo(1200);
    expect(shown).toHaveLength(1);
    expect(starts()).toEqual([]);
    expect(pulses()).toEqual([]);
  });

  it('[N7] sounds a loop where it lies, whatever the echo', () => {
    const { runTo, player, starts } = playerIn(roomOf());
    player.setLoops(withLoop([], loopSet({ cells: [{ step: 1, row: 0, strength: 1 }] }, 0)));
    runTo(2500);
    expect(starts().map(({ when }) => when)).toEqual([0.25, 2.25]);
  });

  it('takes back what was scheduled when time begins anew, and sounds each beat of the new line once', () => {
    const { runTo, player, synth, pulses } = playerIn();
    runTo(900);
    player.restart();
    const before = pulses().length;
    runTo(2200);
    expect(synth.sounded.filter(({ type }) => type === 'cancel')).toHaveLength(1);
    expect(pulses().slice(before)).toEqual([1, 1.5, 2]);
  });

  describe('what holds the room', () => {
    const levels = (synth: ReturnType<typeof createRecordingSynth>, part = 'room') =>
      synth.sounded.flatMap((one) => (one.type === 'level' && one.part === part ? [one] : []));
    const swell = { type: 'loudnessSet', from: beats(4), to: 0.5, glideBeats: beats(4) } as const;
    const joined = (member: typeof ADA) =>
      ({
        type: 'joined',
        member,
        name: undefined,
        shape: 'star',
        colour: 'amber',
        chair: 0,
        role: 'player',
        instrument: 'marimba',
        isKept: false,
        isCompany: false,
      }) as const;

    it('tells a new player at once how loud all are, also in the middle of something', () => {
      const { state, player, synth } = playerIn(roomOf(joined(ADA), swell));
      state.nowMs = 9000;
      player.tick();
      expect(levels(synth)[0]).toMatchObject({ gain: 0.25 });
      expect(levels(synth)[0]?.when).toBeCloseTo(9.05, 6);
      expect(levels(synth, ADA)).toHaveLength(1);
    });

    it('moves in steps of 50 ms, each once, and is still where nothing changes', () => {
      const { runTo, synth } = playerIn(roomOf(swell));
      runTo(8000);
      const steps = levels(synth).filter(({ when }) => when > 2);
      expect(steps).toHaveLength(40);
      expect(steps.map(({ when }) => Math.round(when * 1000))).toEqual(
        Array.from({ length: 40 }, (_, index) => 2050 + 50 * index),
      );
      expect(steps.at(-1)?.gain).toBe(0.25);
    });

    it('is silent within 400 ms of hearing of a hush, without a jump', () => {
      const { runTo, player, state, synth } = playerIn(roomOf());
      runTo(3000);
      const heardMs = state.nowMs;
      const log = roomOf();
      player.setScore({ ...log, hushes: [{ from: roomMs(heardMs - 60), until: undefined, by: ADA }] });
      runTo(4000);
      const steps = levels(synth).filter(({ when }) => when * 1000 > heardMs);
      expect(steps.at(-1)?.gain).toBe(0);
      expect((steps.at(-1)?.when ?? 9) * 1000 - heardMs).toBeLessThanOrEqual(400);
      const gains = [1, ...steps.map(({ gain }) => gain)];
      for (const [index, gain] of gains.entries())
        expect((gains[index - 1] ?? 1) - gain).toBeLessThanOrEqual(MOST_FALL + 1e-9);
    });

    it('tells nothing while no sound runs, and what holds once it does', () => {
      const { runTo, state, synth } = playerIn(roomOf(swell));
      state.isRunning = false;
      runTo(9000);
      expect(levels(synth)).toEqual([]);
      state.isRunning = true;
      runTo(9100);
      expect(levels(synth)).toHaveLength(1);
      expect(levels(synth)[0]).toMatchObject({ gain: 0.25 });
    });

    it('leaves a part that is not to be followed here as it is', () => {
      const soft = { type: 'softened', member: ADA, kind: 'softer', from: beats(1), untilMs: 1e6 } as const;
      const alone = playerIn(roomOf(joined(ADA), soft), { followsLevel: (part: string) => part !== ADA });
      alone.runTo(3000);
      expect(levels(alone.synth, ADA)).toEqual([]);
      const all = playerIn(roomOf(joined(ADA), soft));
      all.runTo(3000);
      expect(levels(all.synth, ADA).at(-1)?.gain).toBeCloseTo(0.16, 6);
    });

    const thin = {
      type: 'densitySet',
      part: 'all',
      from: beats(0),
      to: 0.2,
      glideBeats: beats(0.5),
    } as const;

    it('keeps a thinned note from the ear and not from the eye, with its release', () => {
      const { runTo, player, starts, synth } = playerIn(roomOf(thin));
      const shown: string[] = [];
      player.onHeard(({ note: heard }) => shown.push(heard.key));
      runTo(1000);
      for (let n = 0; n < 20; n++)
        player.receive(note(2040 + n, { n: n + 1, length: null, instrument: 'flute' }));
      runTo(3000);
      expect(shown).toHaveLength(20);
      expect(starts().length).toBeLessThan(10);
      const before = synth.sounded.length;
      for (let n = 0; n < 20; n++)
        player.receive({
          ...note(0, { n: 50 + n }),
          event: { type: 'noteReleased', note: n + 1, played: ticks(3 * 960) },
        });
      runTo(4500);
      const ended = synth.sounded.slice(before).flatMap((one) => (one.type === 'end' ? [one.key] : []));
      expect([...ended].sort()).toEqual(
        starts()
          .map(({ key }) => key)
          .sort(),
      );
    });

    /** From beat 8 it comes home, at beat 16 (8 s) is the last chord. */
    const ending = { type: 'endingAnnounced', from: beats(8), until: beats(16) } as const;

    it('lets nobody begin from the last chord on, late notes and echoes neither', () => {
      const { runTo, player, starts, pulses, state } = playerIn(roomOf(pulseFrom(0), ending));
      player.setLoops(withLoop([], loopSet({ cells: [{ step: 0, row: 0, strength: 1 }] }, 0)));
      runTo(7700);
      // Played an eighth before it, heard with it.
      player.receive(note(15.5 * 960));
      player.receive(note(15.4 * 960));
      runTo(8005);
      state.nowMs = 8005;
      player.receive(note(15.49 * 960, { n: 77 }));
      runTo(14_000);
      expect(Math.max(...pulses())).toBeLessThan(8);
      const late = starts().filter(({ when, key }) => when >= 8 - 1e-9 && !key.startsWith('last:'));
      expect(late).toEqual([]);
      expect(starts().filter(({ key }) => key === `${ADA}:${15.4 * 960 + 1}`)).toHaveLength(1);
      const chord = starts().filter(({ key }) => key.startsWith('last:'));
      expect(chord.length).toBeGreaterThan(5);
      for (const { when, part } of chord) {
        expect(when).toBeGreaterThanOrEqual(8);
        expect(when).toBeLessThanOrEqual(8.06);
        expect(part).toBe('room');
      }
    });

    it('lets go of what is held when the last chord sounds', () => {
      const { runTo, player, synth } = playerIn(roomOf(ending));
      runTo(6000);
      player.receive(note(13 * 960, { n: 4, length: null, instrument: 'flute' }));
      runTo(9000);
      const end = synth.sounded.find((one) => one.type === 'end');
      expect(end).toMatchObject({ key: `${ADA}:4` });
      expect(end && 'when' in end ? end.when : 0).toBeCloseTo(8, 9);
    });

    it('shows nobody as playing what goes on by itself', () => {
      const ground = { type: 'groundSet', from: beats(4), grounds: ['drone', 'heartbeat'] } as const;
      const { runTo, player, starts } = playerIn(roomOf(ground, ending));
      const shown: string[] = [];
      player.onHeard(({ note: heard }) => shown.push(heard.key));
      runTo(9000);
      expect(starts().length).toBeGreaterThan(10);
      expect(shown).toEqual([]);
    });

    it('begins nothing once a stop has faded', () => {
      const { runTo, player, pulses } = playerIn();
      runTo(3000);
      player.setScore({ ...roomOf(pulseFrom(0)), stoppedAt: roomMs(3000) });
      runTo(9000);
      expect(Math.max(...pulses())).toBeLessThan(5);
      expect(Math.max(...pulses())).toBeGreaterThan(4);
    });
  });

  it('gives a note its length by the tempo that holds where it sounds', () => {
    const { runTo, player, starts } = playerIn();
    player.receive(note(0, { length: ticks(960), pitch: pitch(62) }));
    runTo(1000);
    expect(starts()[0]).toMatchObject({ pitch: 62, lengthSec: 0.5 });
  });
});
