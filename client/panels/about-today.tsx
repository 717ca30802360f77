import { SHAREABLE_CONTROLS } from '../../shared/event/holding.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { useNames } from '../hooks/use-names.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './about-today.module.css';

/** What everyone can read about this session: what the group is here for, its course, its door, what is open to all. */
export function AboutToday({ room }: { readonly room: RoomState }) {
  const words = useWords();
  const { controlsOf } = useNames();
  const { arc, goals, door, holding } = room;
  const open = SHAREABLE_CONTROLS.filter((control) => holding[control].type === 'everyone');
  const doorIs = door.isLocked ? 'locked' : door.hasDoor ? 'held' : 'open';
  return (
    <div className={styles.today}>
      {goals !== '' && (
        <section>
          <h3>{words('group-goals')}</h3>
          <p className={styles.goals}>{goals}</p>
        </section>
      )}
      {arc.steps.length > 0 && (
        <section>
          <h3>{words('course-title')}</h3>
          <ol className={styles.course}>
            {arc.steps.map(({ kind, sentence }, place) => (
              <li
                // A course may have the same step twice: their places tell them apart.
                // oxlint-disable-next-line react/no-array-index-key
                key={`${kind} ${place}`}
                className={styles.step}
                aria-current={arc.step === place ? 'step' : undefined}
              >
                <span className={styles.kind}>{words(`course-${kind}`)}</span>
                {sentence !== '' && <span className={styles.sentence}>{sentence}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h3>{words('door-is')}</h3>
        <p>
          <Icon name="door" size="1.25em" /> {words(`door-is-${doorIs}`)}
        </p>
        {open.length > 0 && (
          <p>
            <Icon name="lead" size="1.25em" /> {words('everyone-leads', { what: controlsOf(open) })}
          </p>
        )}
      </section>
    </div>
  );
}
