import { type CSSProperties, type ReactNode, useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';
import styles from './slider.module.css';

export interface SliderProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
  /** The value in words ("half", "96 beats a minute"): shown, and said by a screen reader. */
  readonly valueText?: string;
  readonly icon?: IconName;
  readonly isResting?: boolean;
}

/** A slider: the browser's own, so that keys, switches and screen readers know it. */
export function Slider({
  label,
  value,
  min = 0,
  max = 1,
  step = 0.01,
  onChange,
  valueText,
  icon,
  isResting = false,
}: SliderProps) {
  const id = useId();
  const fraction = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  return (
    <div className={styles.slider} style={{ '--fraction': fraction } as CSSProperties}>
      <div className={styles.head}>
        {icon && <Icon name={icon} />}
        <label htmlFor={id}>{label}</label>
        {valueText !== undefined && (
          <output htmlFor={id} aria-hidden="true">
            {valueText}
          </output>
        )}
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={isResting}
        aria-valuetext={valueText}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
