import { useEffect, useRef, useState } from 'react';
import type { RoomState } from '../../../shared/room/state.ts';
import { type Names, useNames } from '../../hooks/use-names.ts';
import type { SessionView } from '../../session/session.ts';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import type { Speech } from '../../words/speech.ts';
import { useWords } from '../../words/use-words.tsx';
import { type Happening, happeningsBetween } from './happenings-between.ts';
import type { Saying } from './saying.ts';

export interface HappeningsProps {
  readonly view: Pick<SessionView, 'room' | 'you'>;
  /** What eyes should have too: the circle does not show it by itself. */
  readonly onSaying: (saying: Saying) => void;
}

/** Says once what happens in the room: politely to a screen reader, and what the circle does not show to everyone. */
export function Happenings({ view, onSaying }: HappeningsProps) {
  const words = useWords();
  const names = useNames();
  const before = useRef<RoomState>(undefined);
  const [said, setSaid] = useState('');
  const { room, you } = view;
  useEffect(() => {
    if (!room) return;
    const last = before.current;
    before.current = room;
    if (!last) return;
    const happenings = happeningsBetween(last, room, you?.id);
    const heard = happenings.filter((happening) => iconOf(happening) === undefined);
    if (heard.length > 0) setSaid(heard.map((one) => wordsOf(one, room, words, names)).join(' '));
    const seen = happenings.findLast((happening) => iconOf(happening) !== undefined);
    const icon = seen && iconOf(seen);
    if (seen && icon)
      onSaying({ key: `said ${seen.type} ${room.seq}`, icon, text: wordsOf(seen, room, words, names) });
  }, [room, you?.id, words, names, onSaying]);
  return <output className="heard-only">{said}</output>;
}

/** The icon of what is shown as well; undefined for what the circle shows. */
function iconOf(happening: Happening): IconName | undefined {
  switch (happening.type) {
    case 'given':
    case 'returned-controls':
      return 'lead';
    case 'unsoftened':
      return happening.isYou ? 'sound' : undefined;
    case 'listens':
      return 'ear';
    case 'calledOff':
    case 'unhushed':
    case 'roundOver':
      return 'play';
    case 'doorLocked':
    case 'doorHeld':
    case 'doorOpen':
      return 'door';
    default:
      return undefined;
  }
}

function wordsOf(happening: Happening, room: RoomState, words: Speech, names: Names): string {
  switch (happening.type) {
    case 'instrument': {
      const { member } = happening;
      const instrument = words(`instrument-${member.instrument}`);
      return words('said-instrument', { name: names.nameOf(member), instrument });
    }
    case 'came':
    case 'listens':
    case 'left':
    case 'lost':
    case 'away':
    case 'back':
    case 'rests':
    case 'returned':
      return words(`said-${happening.type}`, { name: names.nameOf(happening.member) });
    case 'softened':
      return words('said-softened', {
        name: names.nameOf(happening.member),
        by: names.authorOf(room.members, happening.by),
      });
    case 'unsoftened':
      return happening.isYou
        ? words('said-unsoftened-you')
        : words('said-unsoftened', { name: names.nameOf(happening.member) });
    case 'given': {
      const what = names.controlsOf(happening.controls);
      if (happening.to === 'everyone') return words('said-given-everyone', { what });
      return happening.isYou
        ? words('said-given-you', { what })
        : words('said-given', { name: names.nameOf(happening.to), what });
    }
    case 'returned-controls':
      return words('said-returned-controls', { what: names.controlsOf(happening.controls) });
    default:
      return words(`said-${happening.type}`);
  }
}
