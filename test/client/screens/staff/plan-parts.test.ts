import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_PLAN } from '../../../../client/screens/staff/first-plan.ts';
import {
  INSTRUMENT_SET_NAMES,
  INSTRUMENT_SETS,
  setOf,
  withInstrument,
} from '../../../../client/screens/staff/instrument-sets.ts';
import {
  lengthIn,
  minutesOf,
  READY_ARC_NAMES,
  readyArc,
  readyArcOf,
  withChangedStep,
  withMovedStep,
  withoutStep,
  withStep,
} from '../../../../client/screens/staff/ready-arcs.ts';
import { MAX_ARC_STEPS } from '../../../../shared/base/limits.ts';
import { type Arc, ARC_STEPS, roomPlanSchema } from '../../../../shared/event/plan.ts';
import { INSTRUMENT_IDS, INSTRUMENTS } from '../../../../shared/music/instrument.ts';

const arcOf = (name: (typeof READY_ARC_NAMES)[number]) => readyArc(name, (kind) => `About ${kind}.`);

describe('the first plan', () => {
  it('is one the server takes as it is, with a door that someone opens', () => {
    expect(roomPlanSchema.safeParse(FIRST_PLAN).success).toBe(true);
    expect(FIRST_PLAN).toMatchObject({ hasDoor: true, arc: [], listening: 'announced' });
    expect(FIRST_PLAN.instruments).toEqual(INSTRUMENT_IDS);
  });
});

describe('instruments on offer', () => {
  it('are known again as the set they are', () => {
    for (const name of INSTRUMENT_SET_NAMES) expect(setOf(INSTRUMENT_SETS[name])).toBe(name);
    expect(setOf(['harp'])).toBeUndefined();
  });

  it('in the gentle set have no drum that is struck and nothing that glints high', () => {
    const gentle: readonly string[] = INSTRUMENT_SETS.gentle;
    const harsh = INSTRUMENT_IDS.filter((id) => INSTRUMENTS[id].surfaces[0] === 'drum' || id === 'bells');
    expect(harsh.filter((id) => gentle.includes(id))).toEqual([]);
    expect(harsh.length).toBeGreaterThan(0);
  });

  it('are never none, stay in the order of the ensemble and come once each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...INSTRUMENT_IDS), fc.boolean()), { maxLength: 60 }),
        (turns) => {
          const left = turns.reduce<readonly (typeof INSTRUMENT_IDS)[number][]>(
            (before, [one, isOut]) => withInstrument(before, one, isOut),
            ['harp'],
          );
          expect(left.length).toBeGreaterThan(0);
          expect(left).toEqual(INSTRUMENT_IDS.filter((id) => left.includes(id)));
        },
      ),
    );
    expect(withInstrument(['harp'], 'harp', false)).toEqual(['harp']);
    expect(withInstrument(['harp'], 'bass', true)).toEqual(['harp', 'bass']);
  });
});

describe('a ready-made course', () => {
  it('is one the server takes, and is known again', () => {
    for (const name of READY_ARC_NAMES) {
      expect(roomPlanSchema.safeParse({ ...FIRST_PLAN, arc: arcOf(name) }).success).toBe(true);
      expect(readyArcOf(arcOf(name))).toBe(name);
    }
  });

  it('is the same one when a sentence is written anew, and no longer when a length changes', () => {
    const arc = arcOf('full');
    expect(readyArcOf(withChangedStep(arc, 0, { sentence: 'Sit down where you like.' }))).toBe('full');
    expect(readyArcOf(withChangedStep(arc, 0, { length: { type: 'minutes', minutes: 9 } }))).toBeUndefined();
  });

  it('takes as long as its card says', () => {
    expect(minutesOf(arcOf('short'))).toBe(20);
    expect(minutesOf(arcOf('rounds'))).toBe(45);
    expect(minutesOf(arcOf('full'))).toBe(60);
  });
});

describe('a course made by hand', () => {
  const arc = arcOf('short');

  it('moves a step earlier and later, and not past its ends', () => {
    expect(withMovedStep(arc, 1, -1).map(({ kind }) => kind)).toEqual([
      'play',
      'arrive',
      'comeDown',
      'close',
    ]);
    expect(withMovedStep(withMovedStep(arc, 1, 1), 2, -1)).toEqual(arc);
    expect(withMovedStep(arc, 0, -1)).toBe(arc);
    expect(withMovedStep(arc, 3, 1)).toBe(arc);
  });

  it('takes a step more up to its limit, and loses one', () => {
    let long: Arc = [];
    for (let count = 0; count < MAX_ARC_STEPS + 3; count++) long = withStep(long, 'play', '');
    expect(long).toHaveLength(MAX_ARC_STEPS);
    expect(withoutStep(arc, 0).map(({ kind }) => kind)).toEqual(['play', 'comeDown', 'close']);
    expect(withoutStep(withStep([], 'close', ''), 0)).toEqual([]);
  });

  it('promises a sum only where every step has minutes', () => {
    expect(minutesOf(withStep(arc, 'close', ''))).toBeUndefined();
    expect(minutesOf(withChangedStep(arc, 0, { length: lengthIn('bars') }))).toBeUndefined();
    for (const kind of ARC_STEPS)
      for (const type of ['open', 'minutes', 'bars'] as const)
        expect(
          roomPlanSchema.safeParse({ ...FIRST_PLAN, arc: [{ kind, length: lengthIn(type), sentence: '' }] })
            .success,
        ).toBe(true);
  });
});
