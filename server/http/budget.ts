/** Counts what may happen only so often, for each key apart. */
export interface Budget {
  /** Whether nothing more may happen under this key now. */
  isSpent(key: string): boolean;
  spend(key: string): void;
  /** What was spent last under this key was not to be counted. */
  giveBack(key: string): void;
}

/** Keys remembered at once; the one not seen for longest is forgotten first. */
const MAX_KEYS = 10_000;

/**
 * At most `most` in any `perMs`: the moments themselves are kept, so there is no edge of a minute to wait for.
 *
 * @param nowMs rises steadily.
 */
export function createBudget(most: number, perMs: number, nowMs: () => number): Budget {
  const spent = new Map<string, number[]>();
  const recent = (key: string) => (spent.get(key) ?? []).filter((atMs) => atMs > nowMs() - perMs);

  return {
    isSpent: (key) => recent(key).length >= most,
    spend(key) {
      const moments = [...recent(key), nowMs()].slice(-most);
      spent.delete(key);
      spent.set(key, moments);
      const [oldest] = spent.keys();
      if (spent.size > MAX_KEYS && oldest !== undefined) spent.delete(oldest);
    },
    giveBack(key) {
      spent.get(key)?.pop();
    },
  };
}
