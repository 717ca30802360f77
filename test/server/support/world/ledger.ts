import type { Write } from '../../../../server/room/ports.ts';
import type { Entry, LineEntry } from '../../../../shared/event/entry.ts';
import type { RoomState } from '../../../../shared/room/state.ts';
import { memberOf } from '../../../../shared/room/questions.ts';
import { isLineWish } from '../../../../shared/event/wish-kind.ts';
import type { Page } from './page.ts';

/**
 * What was appended because of whose wish, in all lives of the server: against it what people were told, and what the
 * disk has in the end, are held.
 */
export interface Ledger {
  onAppend(
    writes: readonly Write[],
    cause: { readonly page: Page; readonly n: number } | undefined,
    state: RoomState | undefined,
    epoch: string,
  ): void;
  /** What is wrong, in sentences; empty when all is well. */
  complaints(kept: readonly Write[], pages: readonly Page[]): readonly string[];
  readonly wrongs: string[];
}

const sameEntry = (one: Entry) => JSON.stringify([one.seq, one.at, one.by, one.event]);
const lineKey = ({ by, seq }: LineEntry) => `${by} ${seq}`;

/** A hand is dated as well as its device's clock knows the time; in a world to 20 ms. */
const CLOCK_ERROR_MS = 25;

/** Whether the last word before that moment was no, by the person's own time. */
const saidNo = (page: Page, atMs: number): boolean =>
  page.said.findLast((word) => word.atMs < atMs - CLOCK_ERROR_MS)?.isKept === false &&
  !page.said.some((word) => Math.abs(word.atMs - atMs) <= CLOCK_ERROR_MS && word.isKept);

export function createLedger(): Ledger {
  const entriesOf = new Map<Page, Map<string, string[]>>();
  const linesOf = new Map<Page, Set<number>>();
  const wrongs: string[] = [];

  function complaints(kept: readonly Write[], pages: readonly Page[]): readonly string[] {
    const found = [...wrongs];
    const entries = new Set<string>();
    const numbers = new Set<string>();
    const lines = new Set<string>();
    for (const write of kept) {
      if (write.type === 'entry') {
        entries.add(sameEntry(write.entry));
        const key = `${write.entry.by} ${write.n}`;
        if (write.n !== undefined && numbers.has(key)) found.push(`wish ${key} is stored twice`);
        if (write.n !== undefined) numbers.add(key);
      }
      if (write.type === 'line') {
        const key = lineKey(write.entry);
        if (lines.has(key)) found.push(`line entry ${key} is stored twice`);
        if (numbers.has(key)) found.push(`wish ${key} is stored as an entry and as a line entry`);
        lines.add(key);
        numbers.add(key);
      }
    }
    for (const page of pages) found.push(...brokenWords(page, entries, lines));
    return found;
  }

  /** What a page was told and does not hold. */
  function brokenWords(page: Page, entries: ReadonlySet<string>, lines: ReadonlySet<string>): string[] {
    const found: string[] = [];
    const who = page.seat.member;
    for (const [n, epoch] of page.told.granted) {
      // In another life of the server it may have led to something else, or to nothing: all was as wished.
      const led = entriesOf.get(page)?.get(`${epoch} ${n}`) ?? [];
      const wish = page.wishes.get(n);
      if (wish && isLineWish(wish)) found.push(`${who} was granted the line wish ${n}`);
      if (led.length > 0 && !led.some((entry) => entries.has(entry)))
        found.push(`${who} was granted ${n} (${wish?.type}), which is lost`);
    }
    for (const n of linesOf.get(page) ?? [])
      if (page.told.durable.has(n) && !lines.has(`${who} ${n}`))
        found.push(`${who} was told that ${n} (${page.wishes.get(n)?.type}) is durable, and it is lost`);
    return found;
  }

  return {
    wrongs,
    onAppend(writes, cause, state, epoch) {
      for (const write of writes) {
        if (write.type === 'line') {
          const { by, at, seq } = write.entry;
          const keptSince = state && memberOf(state, by)?.keptSince;
          if (keptSince === undefined || keptSince > at)
            wrongs.push(`[L5] line entry ${by} ${seq} was appended though not agreed to`);
          // A loop is dated by its arrival; whatever a hand did has its own time.
          if (cause && seq > 0 && 'played' in write.entry.event && saidNo(cause.page, at))
            wrongs.push(`[L5] ${by} ${seq} was appended though its player had said no when they played it`);
          if (cause && seq > 0) linesOf.set(cause.page, (linesOf.get(cause.page) ?? new Set()).add(cause.n));
        }
        if (write.type === 'entry' && write.n !== undefined && cause) {
          const ofPage = entriesOf.get(cause.page) ?? new Map<string, string[]>();
          const key = `${epoch} ${cause.n}`;
          ofPage.set(key, [...(ofPage.get(key) ?? []), sameEntry(write.entry)]);
          entriesOf.set(cause.page, ofPage);
        }
      }
    },
    complaints,
  };
}
