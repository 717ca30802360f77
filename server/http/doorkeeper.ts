import { createBudget } from './budget.ts';

/**
 * Counts wrong codes, and only those: 10 a minute of one address, 100 an hour of everyone together. A guesser then
 * needs thousands of years for one of 28^6 codes; who knows the code, or has the link, is never held up by themselves.
 */
export interface Doorkeeper {
  /** No code of this address is looked at now, not even a right one. */
  isTired(address: string): boolean;
  onWrong(address: string): void;
}

export const WRONG_CODES_PER_MINUTE = 10;
export const WRONG_CODES_PER_HOUR = 100;
const EVERYONE = 'everyone';

export function createDoorkeeper(nowMs: () => number): Doorkeeper {
  const each = createBudget(WRONG_CODES_PER_MINUTE, 60_000, nowMs);
  const all = createBudget(WRONG_CODES_PER_HOUR, 60 * 60_000, nowMs);
  return {
    isTired: (address) => each.isSpent(address) || all.isSpent(EVERYONE),
    onWrong(address) {
      each.spend(address);
      all.spend(EVERYONE);
    },
  };
}
