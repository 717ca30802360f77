import { useEffect, useState } from 'react';
import type { MemberId } from '../../shared/base/ids.ts';
import type { HeardNotes } from '../session/hands.ts';

/** When each person was last heard on this device. Kept in memory alone, for as long as one is in the room. */
export interface LastHeard {
  /** How long ago, in ms; undefined for someone who was not heard since one came in. */
  agoMs(member: MemberId): number | undefined;
}

export const NEVER_HEARD: LastHeard = { agoMs: () => undefined };

export interface LastHeardKeeper extends LastHeard {
  /** Listens to who is heard until the returned function is called. */
  follow(heardNotes: HeardNotes): () => void;
}

export function createLastHeard(now: () => number): LastHeardKeeper {
  const at = new Map<MemberId, number>();
  return {
    agoMs(member) {
      const heardAt = at.get(member);
      return heardAt === undefined ? undefined : now() - heardAt;
    },
    follow: (heardNotes) => heardNotes(({ member }) => at.set(member, now())),
  };
}

/** Remembers who was heard when, from coming into the room on. Draws nothing anew: who shows it asks. */
export function useLastHeard(heardNotes: HeardNotes): LastHeard {
  const [heard] = useState(() => createLastHeard(() => performance.now()));
  useEffect(() => heard.follow(heardNotes), [heard, heardNotes]);
  return heard;
}
