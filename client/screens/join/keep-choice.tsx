import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './keep-choice.module.css';

export interface KeepChoiceProps {
  readonly isKept: boolean;
  readonly onChange: (isKept: boolean) => void;
}

/** The plain question whether one's notes may be kept: no at first, both answers alike in size and weight. */
export function KeepChoice({ isKept, onChange }: KeepChoiceProps) {
  const words = useWords();
  return (
    <div className={styles.keep}>
      <ChoiceCards<'no' | 'yes'>
        legend={words('join-keep')}
        look="row"
        value={isKept ? 'yes' : 'no'}
        onChange={(answer) => onChange(answer === 'yes')}
        choices={[
          { value: 'no', label: words('keep-no') },
          { value: 'yes', label: words('keep-yes') },
        ]}
      />
      <p>{words('join-keep-hint')}</p>
    </div>
  );
}
