import type { MemberId } from '../../shared/base/ids.ts';
import { NOTHING_SEEN, type Seen, seenBeyond } from '../../shared/room/seen.ts';
import type { Welcome } from '../../shared/wire/down.ts';
import type { Durability } from './durability.ts';
import type { Journal } from './journal.ts';
import type { LineDesk } from './line-desk.ts';
import type { PassingDesk } from './passing-desk.ts';
import type { ServerClock } from './ports.ts';

export interface WelcomeParts {
  readonly clock: ServerClock;
  readonly journal: Journal;
  readonly desk: Pick<LineDesk, 'lines'>;
  readonly durability: Pick<Durability, 'take'>;
  readonly passing: Pick<PassingDesk, 'viewFor'>;
  readonly seenOf: (member: MemberId) => Seen | undefined;
}

/** What a link that begins is told: the room as it is, or what came after what the page has already. */
export function welcomeFor(
  { clock, journal, desk, durability, passing, seenOf }: WelcomeParts,
  member: MemberId,
  have: { readonly seq: number; readonly epoch: string | undefined },
): Welcome {
  const tail = have.epoch === clock.epoch ? journal.tailAfter(have.seq) : undefined;
  const known = seenOf(member) ?? NOTHING_SEEN;
  const now = clock.now();
  return {
    you: member,
    epoch: clock.epoch,
    serverMs: now,
    room: tail ? { type: 'tail', entries: tail } : { type: 'snapshot', state: journal.state() },
    loops: desk.lines.loops(),
    held: desk.lines.held(now),
    seenUpTo: known.upTo,
    seenBeyond: seenBeyond(known),
    durable: durability.take(member),
    passing: passing.viewFor(member),
  };
}
