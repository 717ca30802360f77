import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert } from '../../../shared/base/assert.ts';
import { bpm } from '../../../shared/base/units.ts';
import type { RoomWish } from '../../../shared/event/wish.ts';
import { chordSteps } from '../../../shared/music/chord.ts';
import { fitsFrame, homeChord } from '../../../shared/music/frame.ts';
import { frameAt } from '../../../shared/music/frame-timeline.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';
import { harmonyOf, isOver, leadMs, mayStillCallOff } from '../../../shared/room/questions.ts';
import { levelAt, levelToCome } from '../../../shared/time/level-map.ts';
import { METRE_NAMES } from '../../../shared/time/metre.ts';
import { barAt, beatOfBar, positionAt } from '../../../shared/time/metre-map.ts';
import { beatAt, roomMsAt } from '../../../shared/time/tempo-map.ts';
import { ADA, BEN, LIV } from './a-room.ts';
import { expectLaws } from './laws.ts';
import { accepts, everyWay, lived, storyOf, waits, wishes } from './stories.ts';
import { accept, aWorld, CLEO, eventsSince, goAway, own, wait, wish, type World } from './world.ts';

const ending = (leadBars: number | null = null, closeBars = 4): RoomWish => ({
  type: 'announceEnding',
  leadBars,
  closeBars,
});
const OFF: RoomWish = { type: 'callOffEnding' };
const announced = wish(aWorld(), ADA, ending());
const endingOf = ({ state }: World) => {
  assert(state.ending, 'an ending is announced');
  return state.ending;
};

describe('an ending', () => {
  it('[C5] is announced at least 20 s ahead, on a bar line, and lasts the bars that were asked for', () => {
    expect(endingOf(announced)).toEqual({
      from: 40,
      until: 56,
      by: ADA,
      before: { loudness: 1, density: 1 },
    });
    expect(endingOf(wish(wait(aWorld(), 1), ADA, ending(null, 2)))).toMatchObject({ from: 44, until: 52 });
  });

  it('[C5] lifts a hush, so that nobody ends in a silence that can no longer be lifted', () => {
    const hushed = wish(aWorld(), ADA, { type: 'hush' });
    expect(hushed.state.hushes.at(-1)?.until).toBeUndefined();
    expect(wish(hushed, ADA, ending()).state.hushes.at(-1)?.until).toBeDefined();
  });

  it('[C5] may be any number of bars ahead instead, counted from the coming bar line', () => {
    expect(endingOf(wish(aWorld(), ADA, ending(1)))).toMatchObject({ from: 4, until: 20 });
    expect(endingOf(wish(aWorld(), ADA, ending(8, 16)))).toMatchObject({ from: 32, until: 96 });
  });

  it('[C5] has both its places on bar lines far enough ahead, in every metre and tempo', () => {
    fc.assert(
      fc.property(
        storyOf({ shaping: 3, time: 2 }, 12),
        fc.constantFrom(...METRE_NAMES),
        fc.integer({ min: 30, max: 240 }),
        fc.option(fc.integer({ min: 1, max: 64 })),
        fc.integer({ min: 2, max: 16 }),
        (story, metre, tempo, leadBars, closeBars) => {
          const before = lived(story, () => {}, aWorld({ metre, bpm: bpm(tempo) }));
          const world = wish(before, ADA, ending(leadBars, closeBars));
          const { from, until } = endingOf(world);
          const { state, now } = world;
          for (const beat of [from, until]) expect(positionAt(state.metre, beat).phase).toBeCloseTo(0, 6);
          expect(barAt(state.metre, until) - barAt(state.metre, from)).toBe(closeBars);
          const aheadMs = roomMsAt(state.tempo, from) - now;
          expect(aheadMs).toBeGreaterThan(leadBars === null ? 20_000 - 1 : leadMs(state) - 1);
          const bar = barAt(state.metre, beatAt(state.tempo, now));
          expect(barAt(state.metre, from) - bar).toBeGreaterThanOrEqual((leadBars ?? 1) - 1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('[C6] comes home: the tonic’s own chord, which is in every frame', () => {
    for (const scale of SCALE_NAMES)
      for (const tonic of [0, 5, 11]) {
        const frame = { tonic, scale, feel: 'straight' } as const;
        const { state } = wish(aWorld({ frame }), ADA, ending());
        const home = harmonyOf(state, endingOf(announced).until);
        expect(home.chord).toMatchObject(homeChord(frame));
        expect(frameAt(state.frames, 39.9)).toEqual(frame);
        for (const step of chordSteps(homeChord(frame)))
          expect(fitsFrame(home, 48 + tonic + step)).toBe(true);
        for (const step of chordSteps(homeChord(frame)))
          expect(fitsFrame(frame, 48 + tonic + step)).toBe(true);
      }
  });

  it('[C6] grows softer and thinner from its bar line to its last, and not before', () => {
    const { loudness, density } = announced.state;
    expect([0, 39.9, 40].map((beat) => levelAt(loudness, beat))).toEqual([1, 1, 1]);
    expect(levelAt(loudness, 48)).toBeCloseTo(0.8);
    expect([levelAt(loudness, 56), levelAt(loudness, 90)]).toEqual([0.6, 0.6]);
    expect([levelAt(density, 40), levelAt(density, 56)]).toEqual([1, 0.35]);
  });

  it('[C6] does not grow louder although it begins in the midst of a swell', () => {
    const soft = wait(wish(aWorld(), ADA, { type: 'swell', to: 0, bars: 1 }), 4000);
    const rising = wish(soft, ADA, { type: 'swell', to: 1, bars: 16 });
    const { state } = wish(rising, ADA, ending(2));
    const { from, until } = state.ending ?? { from: 0, until: 0 };
    expect(levelAt(state.loudness, until)).toBeLessThan(levelAt(state.loudness, from));
    expect(levelAt(state.loudness, from)).toBeLessThan(0.1);
  });

  it('[C6] holds a part that grows denser where it is', () => {
    const thin = wait(wish(aWorld(), ADA, { type: 'setDensity', part: BEN, to: 0.1, bars: 1 }), 4000);
    const rising = wish(thin, ADA, { type: 'setDensity', part: BEN, to: 1, bars: 16 });
    const { state } = wish(rising, ADA, ending(5));
    const ben = state.members.find(({ id }) => id === BEN);
    assert(ben && state.ending, 'Ben is here and it ends');
    expect(levelAt(ben.density, state.ending.until)).toBe(levelAt(ben.density, state.ending.from));
    expect(levelAt(ben.density, state.ending.from)).toBeGreaterThan(0.1);
  });

  it('[C6] ends the round where the close begins; a turn that would go on ends there', () => {
    const asked = wish(aWorld(), ADA, { type: 'beginRound', order: [BEN, CLEO], bars: 16, laps: 1 });
    const playing = accept(asked, BEN);
    const world = wish(wait(playing, 4000), ADA, ending(2));
    expect(world.state.turns).toEqual([{ member: BEN, from: 4, until: endingOf(world).from }]);
    expect([world.state.round, world.passing.round]).toEqual([undefined, undefined]);
  });

  it('[C5] is one at a time', () => {
    expect(wish(announced, ADA, ending()).refusal).toBe('alreadySo');
    expect(wish(wish(aWorld(), ADA, { type: 'stopNow' }), ADA, ending()).refusal).toBe('alreadySo');
  });

  it('[C8] closes the room ten seconds after the last chord, by itself', () => {
    // Beat 56 is 28 s in.
    const before = wait(announced, 37_999);
    expect([before.state.isClosed, isOver(before.state, 55.9), isOver(before.state, 56)]).toEqual([
      false,
      false,
      true,
    ]);
    const closed = wait(announced, 38_000);
    expect(closed.state.isClosed).toBe(true);
    expect(eventsSince(before, closed)).toEqual([{ type: 'roomClosed' }]);
    expect(closed.log.at(-1)?.by).toBe('room');
  });

  it('[C4] takes nothing any more that would shape the music, and the pulse goes on', () => {
    const going = wish(aWorld(), ADA, { type: 'startPulse' });
    const world = wish(going, ADA, ending());
    for (const asked of [
      { type: 'swell', to: 1, bars: 1 },
      { type: 'setFrame', frame: { tonic: 0, scale: 'major', feel: 'swing' } },
      { type: 'setTempo', bpm: bpm(90), glideBars: 0 },
      { type: 'conduct', loudness: 1, density: 1 },
      { type: 'stopPulse' },
      { type: 'liftHush' },
    ] as const) {
      const refused = wish(world, ADA, asked);
      expect([refused.refusal, refused.state]).toEqual(['endingNow', world.state]);
    }
    expect(world.state.pulse.type).not.toBe('still');
    expect(wish(world, ADA, { type: 'hush' }).refusal).toBeUndefined();
    expect(wish(world, ADA, { type: 'soften', member: BEN, kind: 'silent' }).refusal).toBeUndefined();
  });
});

describe('calling an ending off', () => {
  it('[C7] before the close leaves all as it was, chords and all', () => {
    const frame = {
      tonic: 2,
      scale: 'dorian',
      feel: 'straight',
      chords: [
        { root: 0, kind: 'minor', bars: 3 },
        { root: 5, kind: 'major', bars: 2 },
      ],
    } as const;
    const going = wish(aWorld(), ADA, { type: 'setFrame', frame });
    const world = wish(wait(wish(wait(going, 5000), ADA, ending()), 3000), ADA, OFF);
    const { ending: none, frames, loudness, density } = world.state;
    expect([none, frames, loudness, density]).toEqual([
      undefined,
      going.state.frames,
      going.state.loudness,
      going.state.density,
    ]);
    for (const bar of [5, 9, 30, 31])
      expect(harmonyOf(world.state, beatOfBar(world.state.metre, bar))).toEqual(
        harmonyOf(going.state, beatOfBar(going.state.metre, bar)),
      );
  });

  it('[C7] in the close brings back frame, loudness and density from the coming bar line, over two bars', () => {
    const soft = wish(aWorld(), ADA, { type: 'conduct', loudness: 0.5, density: 0.7 });
    const closing = wait(wish(soft, ADA, ending(null, 16)), 30_000);
    const { state, now } = wish(closing, ADA, OFF);
    expect(beatAt(state.tempo, now)).toBeCloseTo(60);
    expect(frameAt(state.frames, 63.9).chords).toHaveLength(1);
    expect(frameAt(state.frames, 64)).toEqual(frameAt(soft.state.frames, 0));
    expect(levelAt(state.loudness, 64)).toBeLessThan(0.5);
    expect(levelAt(state.loudness, 72)).toBe(0.5);
    expect([levelToCome(state.loudness), levelToCome(state.density)]).toEqual([0.5, 0.7]);
  });

  it('[C7] is possible until the last bar begins, and then too late', () => {
    // The close is bars 10 to 13; the last begins at beat 52, 26 s in.
    const last = wait(announced, 25_999);
    expect(mayStillCallOff(last.state, last.now)).toBe(true);
    expect(wish(last, ADA, OFF).refusal).toBeUndefined();
    const late = wait(announced, 26_000);
    expect(mayStillCallOff(late.state, late.now)).toBe(false);
    expect(wish(late, ADA, OFF)).toMatchObject({ refusal: 'tooLate', state: late.state });
    expect(wish(aWorld(), ADA, OFF).refusal).toBe('alreadySo');
  });

  it('[C8] is not possible once all was stopped', () => {
    const stopped = wish(announced, ADA, { type: 'stopNow' });
    expect(wish(stopped, ADA, OFF)).toMatchObject({ refusal: 'tooLate', state: stopped.state });
  });

  it('[C3] lets what was softened in it come back', () => {
    const soft = wish(aWorld(), ADA, { type: 'soften', member: BEN, kind: 'silent' });
    const closing = wish(wait(soft, 290_000), ADA, ending(null, 16));
    const over = wait(closing, 15_000);
    const softened = ({ state }: World) => state.members.find(({ id }) => id === BEN)?.softened;
    expect(softened(over)).toBeDefined();
    const off = wish(over, ADA, OFF);
    expect(softened(wait(off, 1))).toBeUndefined();
  });
});

describe('stopping at once', () => {
  it('[C8] closes the room five seconds later, once, with or without an ending', () => {
    for (const from of [aWorld(), announced]) {
      const stopped = wish(from, ADA, { type: 'stopNow' });
      expect(stopped.state.stoppedAt).toBe(from.now);
      expect(wish(wait(stopped, 100), ADA, { type: 'stopNow' }).state.stoppedAt).toBe(from.now);
      expect(wait(stopped, 4999).state.isClosed).toBe(false);
      expect(wait(stopped, 5000).state.isClosed).toBe(true);
    }
  });

  it('[H5] is for who holds the ending and always for the facilitator; a listener and a player may not', () => {
    for (const id of [BEN, LIV]) expect(wish(aWorld(), id, { type: 'stopNow' }).refusal).toBe('notAllowed');
  });
});

describe('a room nobody holds', () => {
  const alone = wait(goAway(aWorld(), ADA), 5 * 60_000 - 1);

  it('[H6] is offered a calm end after five minutes, and any player may announce it, but no listener', () => {
    expect(alone.state.isCalmEndOffered).toBe(false);
    expect(wish(alone, BEN, ending()).refusal).toBe('notAllowed');
    const offered = wait(alone, 1);
    expect(eventsSince(alone, offered)).toEqual([{ type: 'calmEndOffered' }]);
    expect(wish(offered, LIV, ending()).refusal).toBe('notAllowed');
    const calm = wish(offered, BEN, ending());
    expect(endingOf(calm).by).toBe(BEN);
    expect(wish(calm, CLEO, OFF).state.ending).toBeUndefined();
    expect(wish(offered, BEN, { type: 'stopNow' }).refusal).toBe('notAllowed');
  });

  it('[H6] is held again when the facilitator comes back: the offer is over', () => {
    const offered = wait(alone, 1);
    expect(offered.state.unheldSince).toBeDefined();
    const back = own(offered, { type: 'returnToSeat', member: ADA });
    expect([back.state.isCalmEndOffered, back.state.unheldSince]).toEqual([false, undefined]);
    expect(wish(back, BEN, ending()).refusal).toBe('notAllowed');
  });

  it('[H6] is not offered one while someone who shares the holding is here', () => {
    const invited = wish(aWorld(), ADA, { type: 'inviteToHold', member: BEN, controls: ['arc'], bars: null });
    const shared = wait(goAway(accept(invited, BEN), ADA), 20 * 60_000);
    expect([shared.state.isCalmEndOffered, shared.state.unheldSince]).toEqual([false, undefined]);
    const both = wait(goAway(shared, BEN), 5 * 60_000);
    expect(both.state.isCalmEndOffered).toBe(true);
  });
});

describe('every way an ending can go', () => {
  const ways = [
    wishes(ADA, ending(1, 2)),
    wishes(ADA, OFF),
    wishes(ADA, { type: 'stopNow' }),
    wishes(ADA, { type: 'swell', to: 0.2, bars: 2 }),
    wishes(ADA, { type: 'swell', to: 1, bars: 16 }),
    wishes(ADA, { type: 'soften', member: BEN, kind: 'softer' }),
    wishes(ADA, { type: 'setDensity', part: BEN, to: 0.3, bars: 4 }),
    wishes(ADA, { type: 'setDensity', part: BEN, to: 1, bars: 4 }),
    wishes(ADA, { type: 'setMetre', metre: '6/8' }),
    wishes(ADA, { type: 'takeProposal', proposal: 1 }),
    accepts(BEN),
    waits(1100),
    waits(5000),
    waits(300_000),
  ];
  const from = wish(
    wish(aWorld(), BEN, { type: 'propose', proposal: { type: 'tempo', bpm: bpm(80) } }),
    ADA,
    { type: 'beginRound', order: [BEN], bars: 2, laps: 1 },
  );

  it('[C1][C3][C4][C6][C7][C9] keeps the laws, four acts deep', () => {
    const steps = everyWay(ways, 4, from, expectLaws);
    expect(steps).toBeGreaterThan(10_000);
  });
});
