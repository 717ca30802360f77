import { useId } from 'react';
import { INSTRUMENTS, type InstrumentId, type SurfaceName } from '../../shared/music/instrument.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import { SURFACE_ICONS } from './instrument-families.ts';
import styles from './surface-choice.module.css';

export interface SurfaceChoiceProps {
  readonly instrument: InstrumentId;
  readonly surface: SurfaceName;
  readonly onChange: (surface: SurfaceName) => void;
  /** Without the step loop, which needs the pulse of a room. */
  readonly isAlone?: boolean;
}

/** The ways an instrument can be played. Nothing at all where there is only one. */
export function SurfaceChoice({ instrument, surface, onChange, isAlone = false }: SurfaceChoiceProps) {
  const words = useWords();
  const name = useId();
  const ways = INSTRUMENTS[instrument].surfaces.filter((way) => !(isAlone && way === 'loop'));
  if (ways.length < 2) return null;
  return (
    <fieldset className={styles.ways}>
      <legend className="heard-only">{words('surface-choose')}</legend>
      {ways.map((way) => (
        <label key={way} className={styles.way}>
          <input type="radio" name={name} checked={way === surface} onChange={() => onChange(way)} />
          <Icon name={SURFACE_ICONS[way]} size="1.375rem" />
          <span>{words(`surface-${way}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
