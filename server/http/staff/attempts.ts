import { createBudget } from '../budget.ts';

/**
 * Counts wrong passwords and codes, and only those: ten in a quarter of an hour for one name, whether or not anyone has
 * it; forty for one address, which may be a whole ward. A guess a minute and a half, for ever, is no way to a password.
 */
export const WRONG_OF_A_NAME = 10;
export const WRONG_OF_AN_ADDRESS = 40;
export const WRONG_WITHIN_MS = 15 * 60_000;

export interface Attempts {
  /** Begins one, counted as wrong until it is told otherwise; undefined when there were too many. */
  begin(name: string, address: string): Attempt | undefined;
}

export interface Attempt {
  /** It was not wrong; it is as if it had not been made. */
  onRight(): void;
}

export function createAttempts(nowMs: () => number): Attempts {
  const ofNames = createBudget(WRONG_OF_A_NAME, WRONG_WITHIN_MS, nowMs);
  const ofAddresses = createBudget(WRONG_OF_AN_ADDRESS, WRONG_WITHIN_MS, nowMs);
  return {
    begin(name, address) {
      if (ofNames.isSpent(name) || ofAddresses.isSpent(address)) return undefined;
      // Before anything is awaited, so that many at once are not all let through.
      ofNames.spend(name);
      ofAddresses.spend(address);
      return {
        onRight() {
          ofNames.giveBack(name);
          ofAddresses.giveBack(address);
        },
      };
    },
  };
}
