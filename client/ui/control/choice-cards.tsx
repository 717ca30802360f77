import { type ReactNode, useId } from 'react';
import { classes } from '../classes.ts';
import styles from './choice-cards.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** A sentence on what it means. */
  readonly hint?: ReactNode;
  /** A picture before the words: an icon or a shape. */
  readonly picture?: ReactNode;
  readonly isResting?: boolean;
}

export interface ChoiceCardsProps<Value extends string> {
  /** What is being chosen; read out before the choices. */
  readonly legend: ReactNode;
  readonly isLegendHidden?: boolean;
  readonly choices: readonly Choice<Value>[];
  /** `undefined` while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** `list` one below the other, `tiles` side by side with the picture on top, `row` a short line of words. */
  readonly look?: 'list' | 'tiles' | 'row';
}

/** One of several, as cards one can touch anywhere: native radio buttons underneath. */
export function ChoiceCards<Value extends string>({
  legend,
  isLegendHidden = false,
  choices,
  value,
  onChange,
  look = 'list',
}: ChoiceCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes(styles.group, styles[look])}>
      <legend className={isLegendHidden ? 'heard-only' : styles.legend}>{legend}</legend>
      <div className={styles.cards}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.isResting}
              aria-describedby={choice.hint === undefined ? undefined : `${name}${choice.value}`}
              onChange={() => onChange(choice.value)}
            />
            {choice.picture !== undefined && <span className={styles.picture}>{choice.picture}</span>}
            <span className={styles.words}>
              <span className={styles.word}>{choice.label}</span>
              {choice.hint !== undefined && (
                <span className={styles.hint} id={`${name}${choice.value}`}>
                  {choice.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
