import { tightest } from './band-edge.ts';
import type { ClockFacts } from './clock-facts.ts';

/**
 * The offset in the middle of the widest band between upper and lower facts.
 *
 * For a slope s let u(s) be the tightest upper fact carried to now along s, l(s) the tightest lower one, and
 * w(s) = u(s) − l(s). Were all waiting times exponential, with ρ facts a millisecond near the edges, the likelihood of s
 * would be exp(ρ·w(s)): the true slope is the one along which the facts leave the widest band. Together with what is
 * known of crystals before any fact, normal around `slope`:
 *
 *     p(s) ∝ exp( CAUTION·ρ·w(s) − (s − slope)² / 2·spread² )
 *
 * The estimate is the mean of the band's middle over p, not its peak: early, when many slopes fit nearly as well, a
 * peak jumps from one to the next. p is log-concave, so that a coarse look finds where to look closely.
 */
export interface OffsetLine {
  readonly atLocalMs: number;
  readonly offsetMs: number;
  /** Room ms gained on local ms, per local ms. */
  readonly slope: number;
}

/** What is believed of the slope before the facts. */
export interface SlopeBelief {
  readonly slope: number;
  readonly spread: number;
}

const PPM = 1e-6;
/** Crystals change with warmth: a fact claims this much less per ms of age (between 2 and 4 ppm all paths do alike). */
const LOOSENING = 3 * PPM;
/** Waiting times are not quite exponential and not independent; a half does best over all paths (measured). */
const CAUTION = 0.5;
/** The density of facts near the edge is read off the fifth tightest. */
const DENSITY_RANK = 5;
/** An edge is the mean of up to this many of the tightest facts, one more for each `FACTS_FOR_ONE_MORE`. */
const MAX_EDGE_FACTS = 5;
const FACTS_FOR_ONE_MORE = 16;
/** Browsers' stamps are no finer (guess): keeps a density finite where facts coincide. */
const FINEST_STAMP_MS = 0.02;
/** What one unit of surprise weighs against band width (guess, small). */
const TIE_BREAK_MS = 0.02;
/** Slopes on either side of the middle, in each of the two looks. */
const SLOPES_ASIDE = 6;
const COARSE_STEP = 20 * PPM;
/** The close look spans this many deviations found by the coarse one. */
const CLOSE_SPAN = 3;

/** What is seen along one slope. */
interface Look {
  readonly slope: number;
  readonly widthMs: number;
  readonly middleMs: number;
  /** Facts a ms near the edges; 0 while there are too few to tell. */
  readonly density: number;
}

/** The line through the middle of the widest band, at `atLocalMs`. Needs one fact of each side. */
export function widestBand(facts: ClockFacts, atLocalMs: number, belief: SlopeBelief): OffsetLine {
  const lookAround = (slope: number, step: number) =>
    slopesAround(slope, step).map((aside) => lookAlong(facts, atLocalMs, aside));
  const coarse = lookAround(belief.slope, COARSE_STEP);
  const density = widestOf(coarse, belief).density;
  const first = meanOver(coarse, density, belief);
  const spread = Math.max(first.spread, 0.4 * COARSE_STEP);
  const close = lookAround(first.slope, (CLOSE_SPAN * spread) / SLOPES_ASIDE);
  const { slope, offsetMs } = meanOver(close, density, belief);
  return { atLocalMs, offsetMs, slope };
}

function slopesAround(middle: number, step: number): readonly number[] {
  return Array.from({ length: 2 * SLOPES_ASIDE + 1 }, (_, index) => middle + (index - SLOPES_ASIDE) * step);
}

function lookAlong(facts: ClockFacts, atLocalMs: number, slope: number): Look {
  const view = { atLocalMs, slope, loosening: LOOSENING };
  const uppers = tightest(facts.uppers, { ...view, side: 'upper' }, DENSITY_RANK + 1);
  const lowers = tightest(facts.lowers, { ...view, side: 'lower' }, DENSITY_RANK + 1);
  const fewer = Math.min(facts.uppers.length, facts.lowers.length);
  const count = Math.min(MAX_EDGE_FACTS, 1 + Math.floor(fewer / FACTS_FOR_ONE_MORE));
  return {
    slope,
    widthMs: (uppers[0] ?? Infinity) - (lowers[0] ?? -Infinity),
    middleMs: (meanOf(uppers.slice(0, count)) + meanOf(lowers.slice(0, count))) / 2,
    density: (densityOf(uppers) + densityOf(lowers)) / 2,
  };
}

function densityOf(claims: readonly number[]): number {
  const first = claims[0];
  const last = claims[claims.length - 1];
  if (first === undefined || last === undefined || claims.length < 4) return 0;
  return (claims.length - 1) / Math.max(FINEST_STAMP_MS, Math.abs(last - first));
}

/** (s − slope)² / 2·spread² */
const surprise = (slope: number, belief: SlopeBelief) => 0.5 * ((slope - belief.slope) / belief.spread) ** 2;

/** A slope with a wide band; a little belief breaks ties while the facts are few. */
function widestOf(looks: readonly Look[], belief: SlopeBelief): Look {
  const scoreOf = (look: Look) => look.widthMs - TIE_BREAK_MS * surprise(look.slope, belief);
  return looks.reduce((best, look) => (scoreOf(look) > scoreOf(best) ? look : best));
}

/** Means over p; `spread` is the deviation of the slope. */
function meanOver(looks: readonly Look[], density: number, belief: SlopeBelief) {
  const scoreOf = (look: Look) => CAUTION * density * look.widthMs - surprise(look.slope, belief);
  const top = Math.max(...looks.map(scoreOf));
  let [weight, slope, square, offsetMs] = [0, 0, 0, 0];
  for (const look of looks) {
    const share = Math.exp(scoreOf(look) - top);
    weight += share;
    slope += share * look.slope;
    square += share * look.slope ** 2;
    offsetMs += share * look.middleMs;
  }
  slope /= weight;
  const spread = Math.sqrt(Math.max(0, square / weight - slope ** 2));
  return { slope, offsetMs: offsetMs / weight, spread };
}

function meanOf(claims: readonly number[]): number {
  return claims.reduce((sum, claim) => sum + claim, 0) / claims.length;
}
