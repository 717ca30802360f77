import { setTimeout } from 'node:timers/promises';

export interface UntilOptions {
  readonly withinMs?: number;
  /** What is being waited for, for the words of a failure. */
  readonly what?: string;
}

const LOOK_EVERY_MS = 40;

/** Asks until something holds (is neither false nor undefined) and gives it. A generous limit: only a failure takes long. */
export async function until<Found>(
  look: () => Promise<Found | false | undefined> | Found | false | undefined,
  { withinMs = 20_000, what = look.toString() }: UntilOptions = {},
): Promise<Found> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined) return found;
    if (Date.now() > end) throw new Error(`It did not come about within ${withinMs} ms: ${what}`);
    await setTimeout(LOOK_EVERY_MS);
  }
}
