import type { PassingView } from '../../../shared/room/passing/view.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './waiting-number.module.css';

/** How many stand at the door and are not asked in yet; none for whoever does not hold the door. */
export const waitingCount = ({ waiting }: Pick<PassingView, 'waiting'>): number =>
  waiting?.filter(({ isCalled }) => !isCalled).length ?? 0;

/** A small number on a button that leads to the door; nothing while nobody waits. */
export function WaitingNumber({ passing }: { readonly passing: Pick<PassingView, 'waiting'> }) {
  const words = useWords();
  const count = waitingCount(passing);
  if (count === 0) return null;
  return (
    <span className={styles.number}>
      <span aria-hidden="true">{count}</span>
      <span className="heard-only">{words('waiting-count', { count })}</span>
    </span>
  );
}
