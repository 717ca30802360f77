import { type MemberId, type Seq, seq } from '../../shared/base/ids.ts';
import type { Durable } from '../../shared/wire/down.ts';
import type { After } from './ports.ts';

/** How far the disk has come, and telling it to those it concerns, at most ten times a second. */
export interface Durability {
  of(member: MemberId): Durable;
  onEntriesStored(upTo: Seq): void;
  onLineStored(member: MemberId, ownSeq: number): void;
  stop(): void;
}

/** Told at most this often: a browser only lets go of what it would send again. */
const TELL_EVERY_MS = 100;

export function createDurability(
  stored: Seq,
  own: ReadonlyMap<MemberId, number>,
  after: After,
  tell: (members: ReadonlySet<MemberId> | 'all') => void,
): Durability {
  let storedSeq = stored;
  const ownSeqs = new Map(own);
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

  return {
    of: (member) => ({ seq: storedSeq, ownSeq: ownSeqs.get(member) ?? 0 }),
    onEntriesStored(upTo) {
      if (upTo <= storedSeq) return;
      storedSeq = seq(upTo);
      soon('all');
    },
    onLineStored(member, ownSeq) {
      if (ownSeq <= (ownSeqs.get(member) ?? 0)) return;
      ownSeqs.set(member, ownSeq);
      soon(member);
    },
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
