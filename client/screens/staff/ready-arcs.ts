import { MAX_ARC_STEPS } from '../../../shared/base/limits.ts';
import type { Arc, ArcStep, ArcStepKind, StepLength } from '../../../shared/event/plan.ts';

/** Courses that sessions often take. Their sentences come in the words of whoever chooses them. */
const minutes = (count: number): StepLength => ({ type: 'minutes', minutes: count });
const READY = {
  none: [],
  short: [
    ['arrive', minutes(3)],
    ['play', minutes(10)],
    ['comeDown', minutes(3)],
    ['close', minutes(4)],
  ],
  rounds: [
    ['arrive', minutes(5)],
    ['play', minutes(10)],
    ['rounds', minutes(15)],
    ['freePlay', minutes(10)],
    ['close', minutes(5)],
  ],
  full: [
    ['arrive', minutes(5)],
    ['play', minutes(10)],
    ['rounds', minutes(15)],
    ['freePlay', minutes(15)],
    ['comeDown', minutes(5)],
    ['close', minutes(10)],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [ArcStepKind, StepLength])[]>>;

export type ReadyArcName = keyof typeof READY;
export const READY_ARC_NAMES = Object.keys(READY) as readonly ReadyArcName[];

type SentenceOf = (kind: ArcStepKind) => string;

export const readyArc = (name: ReadyArcName, sentenceOf: SentenceOf): Arc =>
  READY[name].map(([kind, length]) => ({ kind, length, sentence: sentenceOf(kind) }));

/** The ready-made course a course is, whatever its sentences say; undefined where it was made by hand. */
export function readyArcOf(arc: Arc): ReadyArcName | undefined {
  return READY_ARC_NAMES.find(
    (name) =>
      READY[name].length === arc.length &&
      READY[name].every(([kind, length], index) => {
        const step = arc[index];
        return step?.kind === kind && isSameLength(step.length, length);
      }),
  );
}

const isSameLength = (one: StepLength, other: StepLength) =>
  one.type === other.type &&
  (one.type !== 'minutes' || (other.type === 'minutes' && one.minutes === other.minutes));

/** A step more at the end; a course that is as long as it may be stays as it is. */
export const withStep = (arc: Arc, kind: ArcStepKind, sentence: string): Arc =>
  arc.length >= MAX_ARC_STEPS ? arc : [...arc, { kind, length: { type: 'open' }, sentence }];

export const withoutStep = (arc: Arc, index: number): Arc => arc.filter((_, each) => each !== index);

export const withChangedStep = (arc: Arc, index: number, change: Partial<ArcStep>): Arc =>
  arc.map((step, each) => (each === index ? { ...step, ...change } : step));

/** A step one place earlier or later; at an end it stays. */
export function withMovedStep(arc: Arc, index: number, by: -1 | 1): Arc {
  const step = arc[index];
  const neighbour = arc[index + by];
  if (!step || !neighbour) return arc;
  return arc.map((each, place) => (place === index ? neighbour : place === index + by ? step : each));
}

/** All minutes of a course together; undefined where a step has none, so that no sum is promised that may not hold. */
export function minutesOf(arc: Arc): number | undefined {
  let sum = 0;
  for (const { length } of arc) {
    if (length.type !== 'minutes') return undefined;
    sum += length.minutes;
  }
  return sum;
}

/** Where a new length begins when someone changes what it is counted in. */
export function lengthIn(type: StepLength['type']): StepLength {
  if (type === 'minutes') return minutes(5);
  return type === 'bars' ? { type, bars: 16 } : { type: 'open' };
}
