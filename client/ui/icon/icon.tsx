import { ICON_PATHS, type IconName } from './icon-paths.ts';
import styles from './icon.module.css';

export interface IconProps {
  readonly name: IconName;
  /** Height and width as a CSS length; 1.5em unless told. */
  readonly size?: string;
}

/** A line drawing beside a word. It says nothing to a screen reader: the word does. */
export function Icon({ name, size = '1.5em' }: IconProps) {
  return (
    <svg className={styles.icon} style={{ width: size, height: size }} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
