/**
 * What one exchange with the server proves, whatever the queues did. With o(t) = room time − local time t:
 *
 *     it left here at t₁ and was stamped later:      o(t₁) ≤ server − t₁      an upper fact
 *     it was stamped and then came here at t₂:       o(t₂) ≥ server − t₂      a lower fact
 */
export interface OffsetFact {
  readonly atLocalMs: number;
  readonly offsetMs: number;
}

/** Facts of one side, oldest first. */
export type OffsetFacts = readonly OffsetFact[];

export interface ClockFacts {
  readonly uppers: OffsetFacts;
  readonly lowers: OffsetFacts;
  addUpper(fact: OffsetFact): void;
  addLower(fact: OffsetFact): void;
  /** Forgets everything: the clocks no longer stand as they stood. */
  clear(): void;
}

/** Crystals wander: what is older says little about now (TIMING). */
const KEPT_FOR_MS = 600_000;
/** Of each side: ten minutes of one probe a second, and the bursts. */
const MAX_FACTS = 700;

/** The facts of the last ten minutes, at most 700 a side; the oldest go first. */
export function createClockFacts(): ClockFacts {
  const uppers: OffsetFact[] = [];
  const lowers: OffsetFact[] = [];
  return {
    uppers,
    lowers,
    addUpper: (fact) => add(uppers, fact),
    addLower: (fact) => add(lowers, fact),
    clear() {
      uppers.length = 0;
      lowers.length = 0;
    },
  };
}

function add(facts: OffsetFact[], fact: OffsetFact): void {
  facts.push(fact);
  const isFresh = ({ atLocalMs }: OffsetFact) => fact.atLocalMs - atLocalMs <= KEPT_FOR_MS;
  const stale = Math.max(facts.findIndex(isFresh), facts.length - MAX_FACTS);
  if (stale > 0) facts.splice(0, stale);
}
