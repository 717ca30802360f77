import { useId, useState } from 'react';
import { ALL_INSTRUMENTS } from '../../shared/event/plan.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './instrument-choice.module.css';
import { type Family, familiesOf, familyOf, INSTRUMENT_ICONS } from './instrument-families.ts';

export interface InstrumentChoiceProps {
  readonly instrument: InstrumentId;
  readonly onChange: (instrument: InstrumentId) => void;
  /** `shelf` is a low strip under a surface, one family at a time where the page is narrow; `wall` shows all. */
  readonly look: 'shelf' | 'wall';
  /** Those that are out today; all of them unless told. */
  readonly offered?: readonly InstrumentId[];
}

/** The instruments on offer, in families, by word and picture. */
export function InstrumentChoice({
  instrument,
  onChange,
  look,
  offered = ALL_INSTRUMENTS,
}: InstrumentChoiceProps) {
  const words = useWords();
  const name = useId();
  const families = familiesOf(offered);
  const [family, setFamily] = useState<Family>(() => familyOf(instrument));
  return (
    <div className={styles[look]}>
      <fieldset className={styles.families}>
        <legend className="heard-only">{words('families')}</legend>
        {families.map(([one]) => (
          <label key={one} className={styles.family}>
            <input
              type="radio"
              name={`${name}-family`}
              checked={one === family}
              onChange={() => setFamily(one)}
            />
            <span>{words(`family-${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.groups}>
        {families.map(([one, instruments]) => (
          <fieldset key={one} className={styles.group} data-family={one === family ? 'shown' : 'put-by'}>
            <legend>{words(`family-${one}`)}</legend>
            <div className={styles.instruments}>
              {instruments.map((id) => (
                <label key={id} className={styles.instrument}>
                  <input
                    type="radio"
                    name={`${name}-instrument`}
                    value={id}
                    checked={id === instrument}
                    onChange={() => onChange(id)}
                  />
                  <Icon name={INSTRUMENT_ICONS[id]} size="1.75rem" />
                  <span>{words(`instrument-${id}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </div>
  );
}
