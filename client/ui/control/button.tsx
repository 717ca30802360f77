import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';
import styles from './button.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'disabled'> {
  /** `primary` is the one next step of a page, `quiet` all others, `plain` has no edge, `round` is an icon over its word. */
  readonly kind?: 'primary' | 'quiet' | 'plain' | 'round';
  readonly size?: 'm' | 'l';
  readonly icon?: IconName;
  /** The word. It is always visible. */
  readonly children: ReactNode;
  /** For a button that stays down, such as *quiet*. */
  readonly isPressed?: boolean;
  /** Cannot be pressed now. It keeps its place in the tab order, so that a screen reader can find it and why. */
  readonly isResting?: boolean;
}

/** A button with a word, and perhaps an icon before or over it. 44 px at least. */
export function Button({
  kind = 'quiet',
  size = 'm',
  icon,
  children,
  isPressed,
  isResting = false,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isPressed}
      aria-disabled={isResting || undefined}
      className={classes(styles.button, styles[kind], size === 'l' && styles.large, className)}
      onClick={(event) => {
        if (isResting) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span className={styles.word}>{children}</span>
    </button>
  );
}
