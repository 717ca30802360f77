import { useEffect, useRef, useState } from 'react';
import type { Member } from '../../../shared/room/state.ts';
import { useNames } from '../../hooks/use-names.ts';
import type { SessionView } from '../../session/session.ts';
import { useWords } from '../../words/use-words.tsx';
import { type Happening, happeningsBetween } from './happenings-between.ts';

/** Says, to a screen reader and politely, who comes and goes. Eyes have the circle for it. */
export function Happenings({ view }: { readonly view: SessionView }) {
  const words = useWords();
  const { nameOf } = useNames();
  const before = useRef<readonly Member[]>(undefined);
  const [said, setSaid] = useState('');
  const members = view.room?.members;
  useEffect(() => {
    if (!members) return;
    const last = before.current;
    before.current = members;
    if (!last) return;
    const sayings = happeningsBetween(last, members, view.you?.id).map((happening) => say(happening));
    if (sayings.length > 0) setSaid(sayings.join(' '));

    function say({ type, member }: Happening): string {
      const name = nameOf(member);
      return type === 'instrument'
        ? words('said-instrument', { name, instrument: words(`instrument-${member.instrument}`) })
        : words(`said-${type}`, { name });
    }
  }, [members, view.you?.id, nameOf, words]);
  return <output className="heard-only">{said}</output>;
}
