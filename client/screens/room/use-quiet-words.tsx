import { useState } from 'react';
import type { Proposal, Signal } from '../../../shared/event/signal.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import type { Session } from '../../session/session.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { Saying } from './saying.ts';

export interface QuietWords {
  readonly signal: (signal: Signal, isNamed: boolean) => void;
  readonly propose: (proposal: Proposal) => void;
  /** Asked for in answer to what happened: the same is not offered twice. */
  readonly askFor: (signal: 'askMe' | 'oneMore') => void;
  readonly hasAsked: (signal: 'askMe' | 'oneMore') => boolean;
}

interface QuietWordsDeps {
  readonly session: Session;
  readonly room: RoomState;
  readonly you: Member;
  /** For the thank-you. */
  readonly onSaying: (saying: Saying) => void;
  readonly onRest: () => void;
}

/** A member's quiet words, each with a thank-you that goes by itself. */
export function useQuietWords({ session, room, you, onSaying, onRest }: QuietWordsDeps): QuietWords {
  const words = useWords();
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => new Set());
  const [count, setCount] = useState(0);
  const keyOf = (signal: 'askMe' | 'oneMore') =>
    signal === 'oneMore' ? `oneMore ${room.ending?.from}` : `askMe ${you.softened?.since}`;
  const thank = (text: string, actions?: Saying['actions']) => {
    setCount((before) => before + 1);
    onSaying({ key: `thanks ${count}`, icon: 'check', text, actions });
  };
  const send = (signal: Signal, isNamed: boolean) => {
    session.wish({ type: 'sendSignal', signal, isNamed });
    const restNow = signal === 'needBreak' && (
      <Button kind="plain" icon="night" onClick={onRest}>
        {words('rest-now')}
      </Button>
    );
    thank(words(isNamed ? 'thanks-signal' : 'thanks-unnamed'), restNow);
  };
  return {
    signal: send,
    propose(proposal) {
      session.wish({ type: 'propose', proposal });
      thank(words('thanks-proposal'));
    },
    askFor(signal) {
      setAsked((before) => new Set([...before, keyOf(signal)]));
      send(signal, true);
    },
    hasAsked: (signal) => asked.has(keyOf(signal)),
  };
}
