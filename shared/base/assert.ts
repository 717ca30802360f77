/** Throws when a thing that must hold does not: a bug, never bad input. */
export function assert(holds: unknown, claim: string): asserts holds {
  if (!holds) throw new Error(`This should hold: ${claim}`);
}

/** Closes a `switch` over a union, so that a new kind does not compile until every place handles it. */
export function assertNever(unhandled: never): never {
  throw new Error(`Not handled: ${JSON.stringify(unhandled)}`);
}
