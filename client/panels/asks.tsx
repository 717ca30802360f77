import { useState } from 'react';
import type { PassingView } from '../../shared/room/passing/view.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { useLasting } from '../hooks/use-lasting.ts';
import type { Session } from '../session/session.ts';
import { useWords } from '../words/use-words.tsx';
import { type Answer, AskCard } from './ask-card.tsx';
import { type Ask, asksFor } from './asks-for-me.ts';
import styles from './asks.module.css';
import { invitationAsked, listenerAsked, proposalAsked } from './asked-in-words.ts';
import { useNames } from '../hooks/use-names.ts';

export interface AsksProps {
  readonly session: Session;
  readonly passing: PassingView;
  readonly room: RoomState;
  readonly you: Member;
  /** What holds now, for what is proposed beside it. */
  readonly bpm: number;
}

/** A hand that plays where a card appears does not answer it: the first moment of a card takes no touch. */
const UNTOUCHED_MS = 700;

/** What others ask of one, one card at a time at the foot of the surface. It never takes the focus; it is read out politely. */
export function Asks({ session, passing, room, you, bpm }: AsksProps) {
  const words = useWords();
  const names = useNames();
  const [putBy, setPutBy] = useState<ReadonlySet<string>>(() => new Set());
  const ask = asksFor(passing, you, putBy)[0];
  const putAside = (key: string) => setPutBy((before) => new Set([...before, key]));
  return (
    <div className={styles.asks} aria-live="polite">
      {ask && <OneAsk key={ask.key} {...askedOf(ask)} onDone={() => putAside(ask.key)} session={session} />}
    </div>
  );

  function askedOf(one: Ask) {
    const context = { members: room.members, you: you.id, bpm, words, names };
    switch (one.type) {
      case 'invitation':
        return invitationAsked(one.invitation, context);
      case 'listener':
        return listenerAsked(one.listener, context);
      default:
        return proposalAsked(one.proposal, context);
    }
  }
}

interface OneAskProps {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  readonly session: Session;
  readonly onDone: () => void;
}

function OneAsk({ title, text, answers, session, onDone }: OneAskProps) {
  const mayTouch = useLasting(true, UNTOUCHED_MS);
  return (
    <AskCard
      title={title}
      text={text}
      answers={answers}
      isResting={!mayTouch}
      onAnswer={({ wish }) => {
        if (wish) session.wish(wish);
        onDone();
      }}
    />
  );
}
