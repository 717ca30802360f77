import type { MemberId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { Connection } from './live-room.ts';

/**
 * What members are told about their room wishes, so that a repeat is answered as the first was (L3), and never
 * before the disk has what the first led to (L6):
 *
 *   awaited ──on disk──▶ granted          refused
 */
export interface Answers {
  /** The disk is yet to have it; a repeat is answered with the first. */
  awaited(member: MemberId, n: number): void;
  granted(member: MemberId, n: number): void;
  refused(member: MemberId, n: number, reason: Refusal): void;
  /** The wish has come before. What plays in a line has no other answer than a refusal. */
  again(member: MemberId, n: number, isLine: boolean): void;
  forget(member: MemberId): void;
}

/** Refusals remembered of one member; an older one, asked about again, is answered as granted: nothing more happens. */
const MAX_REFUSALS = 64;

export function createAnswers(
  linkOf: (member: MemberId) => Pick<Connection, 'granted' | 'refused'> | undefined,
): Answers {
  const waiting = new Map<MemberId, Set<number>>();
  const refusals = new Map<MemberId, Map<number, Refusal>>();

  return {
    awaited(member, n) {
      waiting.set(member, (waiting.get(member) ?? new Set()).add(n));
    },
    granted(member, n) {
      waiting.get(member)?.delete(n);
      linkOf(member)?.granted({ n });
    },
    refused(member, n, reason) {
      const known = refusals.get(member) ?? new Map<number, Refusal>();
      refusals.set(member, known.set(n, reason));
      const [oldest] = known.keys();
      if (known.size > MAX_REFUSALS && oldest !== undefined) known.delete(oldest);
      linkOf(member)?.refused({ n, reason });
    },
    again(member, n, isLine) {
      const reason = refusals.get(member)?.get(n);
      if (reason) linkOf(member)?.refused({ n, reason });
      else if (!isLine && !waiting.get(member)?.has(n)) linkOf(member)?.granted({ n });
    },
    forget(member) {
      waiting.delete(member);
      refusals.delete(member);
    },
  };
}
