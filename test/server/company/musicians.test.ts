import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDrummer } from '../../../server/company/drummer.ts';
import { createGround } from '../../../server/company/ground.ts';
import type { BarAhead, Musician } from '../../../server/company/musician.ts';
import { createSinger } from '../../../server/company/singer.ts';
import { createRandom } from '../../../shared/base/random.ts';
import { ticks, ticksOfBeats } from '../../../shared/base/units.ts';
import { fitsFrame, type Frame } from '../../../shared/music/frame.ts';
import { INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';
import { feltBeatsOfBar } from '../../../shared/time/grid.ts';
import { METRE_NAMES, type MetreName } from '../../../shared/time/metre.ts';
import { beatOfBar, createMetreMap } from '../../../shared/time/metre-map.ts';

const TRIO = { createDrummer, createSinger, createGround };

const frames = fc.record<Frame>({
  tonic: fc.integer({ min: 0, max: 11 }),
  scale: fc.constantFrom(...SCALE_NAMES),
  feel: fc.constantFrom('straight', 'swing'),
});

function ahead(metre: MetreName, bar: number, frame: Frame, isPulsing: boolean, busyness: number): BarAhead {
  const map = createMetreMap(metre);
  const startTick = ticksOfBeats(beatOfBar(map, bar));
  return {
    bar,
    startTick,
    beatTicks: feltBeatsOfBar(map, bar).map(({ beat }) => ticks(ticksOfBeats(beat) - startTick)),
    lengthTicks: ticks(ticksOfBeats(beatOfBar(map, bar + 1)) - startTick),
    frame,
    isPulsing,
    busyness,
  };
}

const notesOver = (musician: Musician, bars: number, frame: Frame, isPulsing: boolean, busyness: number) =>
  Array.from({ length: bars }, (_, bar) =>
    musician.play(ahead('4/4', bar, frame, isPulsing, busyness)),
  ).flat();

const FRAME: Frame = { tonic: 2, scale: 'majorPentatonic', feel: 'straight' };

describe.each(Object.entries(TRIO))('[R11] %s', (_name, create) => {
  it('plays in the frame, in its register, within the bar, never loud, in every metre', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...METRE_NAMES),
        frames,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, metre, frame, isPulsing, busyness) => {
          const musician = create(createRandom(seed));
          const { isPitched, lowest, highest } = INSTRUMENTS[musician.instrument];
          for (let bar = 0; bar < 8; bar++) {
            const coming = ahead(metre, bar, frame, isPulsing, busyness);
            for (const note of musician.play(coming)) {
              expect(!isPitched || fitsFrame(frame, note.pitch)).toBe(true);
              expect(note.pitch).toBeGreaterThanOrEqual(lowest - 12);
              expect(note.pitch).toBeLessThanOrEqual(highest + 12);
              expect(note.tick).toBeGreaterThanOrEqual(Math.max(0, coming.startTick - 5));
              expect(note.tick).toBeLessThan(coming.startTick + coming.lengthTicks);
              expect(note.strength).toBeGreaterThan(0);
              expect(note.strength).toBeLessThan(0.7);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('plays the same for the same seed, and otherwise for another', () => {
    const play = (seed: number) => notesOver(create(createRandom(seed)), 8, FRAME, true, 0);
    expect(play(1)).toEqual(play(1));
    expect(play(1)).not.toEqual(play(2));
  });

  it('is there within four bars, with and without the pulse', () => {
    for (const isPulsing of [true, false])
      expect(notesOver(create(createRandom(5)), 4, FRAME, isPulsing, 0).length).toBeGreaterThan(0);
  });
});

describe('[R11] the company', () => {
  it('makes room for people who play a lot', () => {
    for (const create of [createDrummer, createSinger]) {
      const count = (busyness: number) =>
        [1, 2, 3, 4, 5].reduce(
          (sum, seed) => sum + notesOver(create(createRandom(seed)), 32, FRAME, true, busyness).length,
          0,
        );
      expect(count(1)).toBeLessThan(0.75 * count(0));
    }
  });

  it('marks the one of every bar', () => {
    for (let bar = 0; bar < 16; bar++) {
      const coming = ahead('3/4', bar, FRAME, true, 1);
      const first = createDrummer(createRandom(bar)).play(coming)[0];
      expect(Math.abs((first?.tick ?? 0) - coming.startTick)).toBeLessThanOrEqual(5);
    }
  });
});
