import { type MemberId, type Seq, seq } from '../../shared/base/ids.ts';
import { SEEN_WINDOW } from '../../shared/room/seen.ts';
import type { Durable } from '../../shared/wire/down.ts';
import type { After } from './ports.ts';

/** How far the disk has come, and telling it to those it concerns, at most ten times a second. */
export interface Durability {
  /** What a member is to be told; what is taken counts as told. */
  take(member: MemberId): Durable;
  onEntriesStored(upTo: Seq): void;
  onLineStored(member: MemberId, n: number): void;
  /** A wish came again: if it is on disk its sender has not heard so. */
  onRepeat(member: MemberId, n: number): void;
  onDiskWell(isWell: boolean): void;
  forget(member: MemberId): void;
  stop(): void;
}

/** Told at most this often: a browser only lets go of what it would send again. */
const TELL_EVERY_MS = 100;

/** @param own numbers of the wishes that are on disk already, by sender. */
export function createDurability(
  stored: Seq,
  own: ReadonlyMap<MemberId, Iterable<number>>,
  after: After,
  tell: (members: ReadonlySet<MemberId> | 'all') => void,
): Durability {
  let storedSeq = stored;
  let isDiskWell = true;
  const onDisk = new Map([...own].map(([member, numbers]) => [member, new Set(numbers)]));
  const untold = new Map<MemberId, readonly number[]>();
  let concerned: Set<MemberId> | 'all' = new Set();
  let cancel: (() => void) | undefined;
  let isStopped = false;

  const soon = (whom: MemberId | 'all') => {
    if (isStopped) return;
    if (whom === 'all') concerned = 'all';
    else if (concerned !== 'all') concerned.add(whom);
    cancel ??= after(TELL_EVERY_MS, () => {
      cancel = undefined;
      const told = concerned;
      concerned = new Set();
      tell(told);
    });
  };

  const toTell = (member: MemberId, n: number) => {
    untold.set(member, [...(untold.get(member) ?? []), n].slice(-SEEN_WINDOW));
    soon(member);
  };

  return {
    take(member) {
      const numbers = untold.get(member) ?? [];
      untold.delete(member);
      return { seq: storedSeq, own: numbers, isDiskWell };
    },
    onEntriesStored(upTo) {
      if (upTo <= storedSeq) return;
      storedSeq = seq(upTo);
      soon('all');
    },
    onLineStored(member, n) {
      // What the room itself ended bears no wish's number (L10).
      if (n <= 0) return;
      const numbers = onDisk.get(member) ?? new Set();
      onDisk.set(member, numbers.add(n));
      for (const oldest of numbers) {
        if (numbers.size <= SEEN_WINDOW) break;
        numbers.delete(oldest);
      }
      toTell(member, n);
    },
    onRepeat(member, n) {
      if (onDisk.get(member)?.has(n)) toTell(member, n);
    },
    onDiskWell(isWell) {
      if (isWell === isDiskWell) return;
      isDiskWell = isWell;
      soon('all');
    },
    forget(member) {
      onDisk.delete(member);
      untold.delete(member);
    },
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
