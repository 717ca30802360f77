import { useId } from 'react';
import type { PassingWish } from '../../shared/event/wish.ts';
import { Button } from '../ui/control/button.tsx';
import type { IconName } from '../ui/icon/icon-paths.ts';
import styles from './ask-card.module.css';

/** One way to answer; without a wish the card is just put by. */
export interface Answer {
  readonly label: string;
  readonly icon?: IconName;
  readonly isFirst?: boolean;
  readonly wish: PassingWish | undefined;
}

export interface AskCardProps {
  readonly title: string;
  /** More about it, and that a no is fine. */
  readonly text: string;
  readonly answers: readonly Answer[];
  /** It has only just come: a touch was not meant for it. */
  readonly isResting: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

/** A question in a quiet card: what, by whom, and answers of equal weight. */
export function AskCard({ title, text, answers, isResting, onAnswer }: AskCardProps) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.words}>
        <p id={id} className={styles.title}>
          {title}
        </p>
        {text !== '' && <p className={styles.text}>{text}</p>}
      </div>
      <div className={styles.answers}>
        {answers.map((answer) => (
          <Button
            key={answer.label}
            kind={answer.isFirst === true ? 'primary' : 'quiet'}
            {...(answer.icon && { icon: answer.icon })}
            isResting={isResting}
            onClick={() => onAnswer(answer)}
          >
            {answer.label}
          </Button>
        ))}
      </div>
    </section>
  );
}
