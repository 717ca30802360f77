import { describe, expect, it } from 'vitest';
import { THE_ROOM } from '../../../shared/base/ids.ts';
import { beats, bpm } from '../../../shared/base/units.ts';
import type { RoomWish } from '../../../shared/event/wish.ts';
import { comingBarLine, leadMs, pulseIsOn } from '../../../shared/room/questions.ts';
import { bpmAt, roomMsAt } from '../../../shared/time/tempo-map.ts';
import { metreOfBar } from '../../../shared/time/metre-map.ts';
import { metreOf } from '../../../shared/time/metre.ts';
import { ADA, after, BEN, eventsOf, LIV, refusalOf, roomOfThree, wished } from './a-room.ts';

const tempo = (quarters: number, glideBars = 0): RoomWish => ({
  type: 'setTempo',
  bpm: bpm(quarters),
  glideBars,
});
const ready = (clockErrorMs: number, isReady = true): RoomWish => ({
  type: 'reportReadiness',
  isReady,
  clockErrorMs,
});

describe('the bar line at which a change takes hold', () => {
  it('[T8] lies 500 ms ahead at least: just that is enough, and less is the next bar', () => {
    expect(comingBarLine(roomOfThree(), after(1500))).toBe(4);
    expect(comingBarLine(roomOfThree(), after(1501))).toBe(8);
    expect(comingBarLine(roomOfThree(), after(0))).toBe(4);
  });

  it('[T8] lies twice the largest clock error further ahead', () => {
    const state = wished(roomOfThree(), ready(100), BEN);
    expect(leadMs(state)).toBe(700);
    expect(comingBarLine(state, after(1300))).toBe(4);
    expect(comingBarLine(state, after(1301))).toBe(8);
  });

  it('[T8] is held back by no listener, by nobody who is gone, and by no clock beyond half a second', () => {
    expect(leadMs(wished(roomOfThree(), ready(100), LIV))).toBe(500);
    const ben = wished(roomOfThree(), ready(100), BEN);
    expect(leadMs(wished(ben, { type: 'loseLink', member: BEN }, THE_ROOM))).toBe(500);
    expect(leadMs(wished(roomOfThree(), ready(2000), BEN))).toBe(1500);
  });
});

describe('tempo', () => {
  it('[T8][T7] steps at the coming bar line and is continuous there', () => {
    const [event] = eventsOf(roomOfThree(), tempo(60), ADA, after(100));
    expect(event).toEqual({ type: 'tempoSet', from: 4, bpm: 60, glideBeats: 0 });
    const state = wished(roomOfThree(), tempo(60), ADA, after(100));
    expect(roomMsAt(state.tempo, beats(4))).toBe(after(2000));
    expect(roomMsAt(state.tempo, beats(5))).toBe(after(3000));
  });

  it('[T8] glides over whole bars of the metre that holds there', () => {
    const [event] = eventsOf(roomOfThree({ metre: '3/4' }), tempo(60, 4), ADA, after(100));
    expect(event).toEqual({ type: 'tempoSet', from: 3, bpm: 60, glideBeats: 12 });
  });

  it('that is so already says nothing; one that is only on its way there is set', () => {
    expect(eventsOf(roomOfThree(), tempo(120), ADA, after(100))).toEqual([]);
    const gliding = wished(roomOfThree(), tempo(60, 8), ADA, after(100));
    expect(eventsOf(gliding, tempo(60), ADA, after(6000))).toHaveLength(1);
    expect(eventsOf(gliding, tempo(120), ADA, after(100))).toHaveLength(1);
    expect(bpmAt(wished(gliding, tempo(120), ADA, after(100)).tempo, beats(100))).toBe(120);
  });
});

describe('metre', () => {
  it('[T8] changes at the coming bar line; the same says nothing', () => {
    const state = wished(roomOfThree(), { type: 'setMetre', metre: '3/4' }, ADA, after(100));
    expect(metreOfBar(state.metre, 0)).toBe(metreOf('4/4'));
    expect(metreOfBar(state.metre, 1)).toBe(metreOf('3/4'));
    expect(eventsOf(state, { type: 'setMetre', metre: '3/4' }, ADA, after(100))).toEqual([]);
  });

  it('[T9] takes a musical echo with it, fixed as it was, and leaves one alone that fits', () => {
    const bar = wished(roomOfThree(), { type: 'fixEcho', echo: 'bar' }, ADA, after(100));
    expect(eventsOf(bar, { type: 'setMetre', metre: '3/4' }, ADA, after(3000))).toEqual([
      { type: 'metreSet', fromBar: 2, metre: '3/4' },
      {
        type: 'echoSet',
        from: 8 * 960,
        echo: { type: 'musical', name: 'bar', length: 3 * 960 },
        isFixed: true,
      },
    ]);
    expect(eventsOf(roomOfThree(), { type: 'setMetre', metre: '3/4' }, ADA, after(3000))).toHaveLength(1);
    const live = roomOfThree({ place: 'together' });
    expect(eventsOf(live, { type: 'setMetre', metre: '3/4' }, ADA, after(3000))).toHaveLength(1);
  });
});

describe('the pulse', () => {
  const allReady = [ADA, BEN].reduce((state, id) => wished(state, ready(2), id), roomOfThree());
  const start: RoomWish = { type: 'startPulse' };
  const stop: RoomWish = { type: 'stopPulse' };

  it('[T12] is only heard or not: the grid runs from the moment the room opens', () => {
    const going = wished(allReady, start, ADA, after(100));
    expect(going.tempo).toBe(allReady.tempo);
    expect(roomMsAt(going.tempo, beats(0))).toBe(after(0));
  });

  it('[T12] is on from its bar line to the one at which it stops, and not beside', () => {
    const going = wished(allReady, start, ADA, after(100));
    expect([3.99, 4, 1000].map((beat) => pulseIsOn(going.pulse, beat))).toEqual([false, true, true]);
    const ending = wished(going, stop, ADA, after(5000));
    expect([4, 11.99, 12].map((beat) => pulseIsOn(ending.pulse, beat))).toEqual([true, true, false]);
    expect(pulseIsOn(allReady.pulse, 4)).toBe(false);
  });

  it('is refused when it is so already, going, awaited or ending', () => {
    const going = wished(allReady, start, ADA, after(100));
    const awaited = wished(roomOfThree(), start, ADA, after(100));
    const ending = wished(going, stop, ADA, after(5000));
    expect(refusalOf(going, start, ADA, after(200))).toBe('alreadySo');
    expect(refusalOf(awaited, start, ADA, after(200))).toBe('alreadySo');
    expect(refusalOf(allReady, stop, ADA, after(200))).toBe('alreadySo');
    expect(refusalOf(ending, stop, ADA, after(5100))).toBe('alreadySo');
    expect(refusalOf(ending, start, ADA, after(5100))).toBeUndefined();
  });

  it('[T13] that is awaited can be called off', () => {
    const awaited = wished(roomOfThree(), start, ADA, after(100));
    expect(awaited.pulse).toEqual({ type: 'awaited', untilMs: after(6100) });
    expect(wished(awaited, stop, ADA, after(200)).pulse).toEqual({ type: 'still' });
  });

  it('[T13] starts when its time is up and not a moment before', () => {
    const awaited = wished(roomOfThree(), start, ADA, after(100));
    const stopWaiting = { type: 'stopWaiting' } as const;
    expect(eventsOf(awaited, stopWaiting, THE_ROOM, after(6099))).toEqual([]);
    expect(eventsOf(awaited, stopWaiting, THE_ROOM, after(6100))).toEqual([
      { type: 'pulseStarted', from: 16, countInBars: 1 },
    ]);
    expect(eventsOf(allReady, stopWaiting, THE_ROOM, after(6100))).toEqual([]);
  });
});

describe('a report of readiness', () => {
  it('that says nothing new is no event', () => {
    const state = wished(roomOfThree(), ready(3), BEN);
    expect(eventsOf(state, ready(3), BEN, after(0))).toEqual([]);
    expect(eventsOf(state, ready(4), BEN, after(0))).toHaveLength(1);
    expect(eventsOf(state, ready(3, false), BEN, after(0))).toHaveLength(1);
  });

  it('[T13] starts no pulse that nobody awaits, nor one that awaits others too', () => {
    const one = wished(roomOfThree(), ready(3), ADA);
    expect(eventsOf(one, ready(3), BEN, after(0))).toHaveLength(1);
    const awaited = wished(roomOfThree(), { type: 'startPulse' });
    expect(eventsOf(awaited, ready(3), BEN, after(0))).toHaveLength(1);
  });
});
