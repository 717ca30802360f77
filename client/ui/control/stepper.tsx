import { type ReactNode, useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import styles from './stepper.module.css';

export interface StepperProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
  /** The value in words; the number itself unless told. */
  readonly valueText?: string;
  /** What the two buttons are called: "slower", "faster". */
  readonly lessLabel: string;
  readonly moreLabel: string;
}

/** A number moved by two large buttons; the new value is read out. */
export function Stepper({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
  valueText = String(value),
  lessLabel,
  moreLabel,
}: StepperProps) {
  const id = useId();
  const moveTo = (next: number) => {
    const within = Math.min(max, Math.max(min, next));
    if (within !== value) onChange(within);
  };
  return (
    <fieldset className={styles.stepper} aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.line}>
        <button type="button" aria-disabled={value <= min || undefined} onClick={() => moveTo(value - step)}>
          <Icon name="minus" />
          <span className="heard-only">{lessLabel}</span>
        </button>
        <output className={styles.value}>{valueText}</output>
        <button type="button" aria-disabled={value >= max || undefined} onClick={() => moveTo(value + step)}>
          <Icon name="plus" />
          <span className="heard-only">{moreLabel}</span>
        </button>
      </div>
    </fieldset>
  );
}
