import { assertNever } from '../../shared/base/assert.ts';
import type { MemberId } from '../../shared/base/ids.ts';
import type { Invitation } from '../../shared/room/passing/passing.ts';
import type { ListenerAnnounced, ProposalSeen } from '../../shared/room/passing/view.ts';
import type { Member } from '../../shared/room/state.ts';
import type { Names } from '../hooks/use-names.ts';
import type { Speech } from '../words/speech.ts';
import type { Answer } from './ask-card.tsx';

/** What is asked in words, and the ways to answer it. */
export interface Asked {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly Answer[];
}

export interface AskContext {
  readonly members: readonly Member[];
  readonly you: MemberId;
  readonly bpm: number;
  readonly words: Speech;
  readonly names: Names;
}

/** An invitation: yes, no, and in a round to listen for as long as it lasts. */
export function invitationAsked(invitation: Invitation, { members, words, names }: AskContext): Asked {
  const { number, what, from } = invitation;
  const decline = (listens: boolean) => ({ type: 'declineInvitation', invitation: number, listens }) as const;
  return {
    title: titleOf(),
    text: words(what.type === 'hold' ? 'invited-hold-more' : 'invited-no-matter'),
    answers: [
      { label: words('yes-please'), icon: 'check', wish: { type: 'acceptInvitation', invitation: number } },
      { label: words('no-thanks'), wish: decline(false) },
      ...(what.type === 'turn'
        ? [{ label: words('just-listen'), icon: 'ear', wish: decline(true) } as const]
        : []),
    ],
  };

  function titleOf(): string {
    const name = names.authorOf(members, from);
    switch (what.type) {
      case 'hold': {
        const led = names.controlsOf(what.controls);
        return what.bars === null
          ? words('invited-hold', { name, what: led })
          : words('invited-hold-bars', { name, what: led, bars: what.bars });
      }
      case 'instrument':
        return words('invited-instrument', { name, instrument: words(`instrument-${what.instrument}`) });
      case 'turn':
        return words('invited-turn', { bars: what.bars });
      case 'call':
      case 'answer':
        return words(`invited-${what.type}`, { name, bars: what.bars });
      default:
        return assertNever(what);
    }
  }
}

/** A listener who will come in unless someone says no. */
export function listenerAsked(listener: ListenerAnnounced, { words }: AskContext): Asked {
  const { knock, name, shape } = listener;
  return {
    title: words('announced', { name: name ?? words(`shape-${shape}`) }),
    text: words('announced-text'),
    answers: [
      { label: words('announced-no'), wish: { type: 'objectToListener', knock } },
      { label: words('fine'), icon: 'check', wish: undefined },
    ],
  };
}

/** A proposal, as whoever made it, may take it, or could be with it sees it. */
export function proposalAsked(proposal: ProposalSeen, context: AskContext): Asked {
  const { words, you } = context;
  const { number, by, seconds, mayTake, isSecondedByYou } = proposal;
  const isOwn = by === you;
  const aside = { type: 'setAside', proposal: number } as const;
  const take: Answer = {
    label: words('proposal-take'),
    icon: 'check',
    wish: { type: 'takeProposal', proposal: number },
  };
  return {
    title: proposalTitle(proposal, context),
    text: words('proposed-seconds', { count: seconds }),
    answers: mayTake
      ? [take, { label: words('proposal-aside'), wish: aside }]
      : isOwn
        ? [
            { label: words('proposal-take-back'), icon: 'undo', wish: aside },
            { label: words('fine'), wish: undefined },
          ]
        : [
            ...(isSecondedByYou
              ? []
              : [
                  {
                    label: words('second'),
                    icon: 'heart',
                    wish: { type: 'second', proposal: number },
                  } as const,
                ]),
            { label: words('second-not'), wish: undefined },
          ],
  };
}

function proposalTitle({ by, what }: ProposalSeen, { members, you, bpm, words, names }: AskContext): string {
  const isOwn = by === you;
  const name = names.authorOf(members, by);
  switch (what.type) {
    case 'tempo': {
      if (isOwn) return words('proposed-you-tempo', { bpm: what.bpm });
      return words(what.bpm < bpm ? 'proposed-slower' : 'proposed-faster', { name, bpm: what.bpm });
    }
    case 'frame': {
      const mood = words(`mood-${what.frame.scale}`);
      return isOwn ? words('proposed-you-mood', { mood }) : words('proposed-mood', { name, mood });
    }
    case 'ending':
      return isOwn ? words('proposed-you-ending') : words('proposed-ending', { name });
    default:
      return assertNever(what);
  }
}
