import type { Invitation } from '../../shared/room/passing/passing.ts';
import type { ListenerAnnounced, PassingView, ProposalSeen } from '../../shared/room/passing/view.ts';
import type { Member } from '../../shared/room/state.ts';

/** Something one may answer, or leave. */
export type Ask =
  | { readonly type: 'invitation'; readonly key: string; readonly invitation: Invitation }
  | { readonly type: 'listener'; readonly key: string; readonly listener: ListenerAnnounced }
  | { readonly type: 'proposal'; readonly key: string; readonly proposal: ProposalSeen };

/**
 * What is asked of one just now, the most personal first; those put by are not shown again.
 *
 * @param putBy keys of what was answered or left alone here.
 */
export function asksFor(
  passing: PassingView,
  you: Pick<Member, 'id' | 'role'>,
  putBy: ReadonlySet<string>,
): readonly Ask[] {
  const mayPropose = you.role !== 'listener';
  const asks: readonly Ask[] = [
    ...passing.invitations.map(
      (invitation): Ask => ({ type: 'invitation', key: `invitation ${invitation.number}`, invitation }),
    ),
    ...passing.announced.map(
      (listener): Ask => ({ type: 'listener', key: `listener ${listener.knock}`, listener }),
    ),
    ...passing.proposals
      // Whoever is with it already has said so; whoever may take it can still do that.
      .filter(({ isSecondedByYou, mayTake }) => mayPropose && (!isSecondedByYou || mayTake))
      .map((proposal): Ask => ({ type: 'proposal', key: `proposal ${proposal.number}`, proposal })),
  ];
  return asks.filter(({ key }) => !putBy.has(key));
}
