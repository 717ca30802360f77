import { controlsOf } from '../../../shared/room/holding.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Shape } from '../../ui/shape/shape.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { Lead } from './lead.ts';
import styles from './lead.module.css';
import { heardWords, specialState, turnAt } from './person-state.ts';

/** Everyone who can hear, as a list: the same people as in the circle, with all that is to be said of them. */
export function PeoplePage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  const { room, you, beat, heard } = lead;
  const turn = turnAt(room, beat);
  return (
    <ul className={styles.rows}>
      {room.members.map((member) => {
        const isHolding = member.role !== 'facilitator' && controlsOf(room, member.id).length > 0;
        const facts = [
          member.isCompany && words('person-company'),
          member.role === 'facilitator' && words('role-facilitator'),
          member.role !== 'listener' && words(`instrument-${member.instrument}`),
          turn?.member === member.id && words('lead-state-turn'),
          specialState(member, words) ?? heardWords(heard.agoMs(member.id), words),
          isHolding && words('lead-person-holds-some'),
        ].filter((fact) => fact !== false);
        return (
          <li key={member.id}>
            <button type="button" className={styles.row} onClick={() => lead.onPage('person', member.id)}>
              <Shape
                shape={member.shape}
                colour={member.colour}
                size="2rem"
                isHollow={member.presence !== 'here'}
              />
              <span className={styles.words}>
                <span className={styles.label}>
                  {member.id === you.id ? words('you-named', { name: nameOf(member) }) : nameOf(member)}
                </span>
                <span className={styles.value}>{facts.join(' · ')}</span>
              </span>
              <Icon name="forward" size="1.25em" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
