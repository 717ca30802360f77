import { describe, expect, it } from 'vitest';
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

  it('gives a note its length by the tempo that holds where it sounds', () => {
    const { runTo, player, starts } = playerIn();
    player.receive(note(0, { length: ticks(960), pitch: pitch(62) }));
    runTo(1000);
    expect(starts()[0]).toMatchObject({ pitch: 62, lengthSec: 0.5 });
  });
});
