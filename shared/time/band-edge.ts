import type { OffsetFact, OffsetFacts } from './clock-facts.ts';

/**
 * One edge of the band in which the offset lies, seen along a slope from a moment on: upper facts bound it from
 * above, lower facts from below. A fact is carried to that moment along the slope, and loosens with its age.
 */
export interface EdgeView {
  readonly side: 'upper' | 'lower';
  readonly atLocalMs: number;
  /** Room ms gained on local ms, per local ms. */
  readonly slope: number;
  /** How much less a fact claims, per ms of its age. */
  readonly loosening: number;
}

/** The `count` tightest claims, tightest first. */
export function tightest(facts: OffsetFacts, view: EdgeView, count: number): readonly number[] {
  const sign = view.side === 'upper' ? 1 : -1;
  const perAge = sign * view.slope + view.loosening;
  const best: number[] = [];
  for (const fact of facts) {
    const claim = sign * fact.offsetMs + perAge * (view.atLocalMs - fact.atLocalMs);
    const loosest = best[best.length - 1];
    if (best.length >= count && loosest !== undefined && claim >= loosest) continue;
    insert(best, claim, count);
  }
  return best.map((claim) => sign * claim);
}

/** The tightest claim alone: no offset lies beyond it. Infinite where there are no facts. */
export function edge(facts: OffsetFacts, view: EdgeView): number {
  const sign = view.side === 'upper' ? 1 : -1;
  const perAge = sign * view.slope + view.loosening;
  const claimOf = ({ offsetMs, atLocalMs }: OffsetFact) =>
    sign * offsetMs + perAge * (view.atLocalMs - atLocalMs);
  let best = Infinity;
  for (const fact of facts) best = Math.min(best, claimOf(fact));
  return sign * best;
}

function insert(sorted: number[], added: number, count: number): void {
  let place = Math.min(sorted.length, count - 1);
  for (; place > 0; place--) {
    const before = sorted[place - 1];
    if (before === undefined || before <= added) break;
    sorted[place] = before;
  }
  sorted[place] = added;
}
