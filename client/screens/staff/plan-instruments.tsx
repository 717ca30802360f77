import { FAMILIES, FAMILY_NAMES, INSTRUMENT_ICONS } from '../../panels/instrument-families.ts';
import { Button } from '../../ui/control/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Disclosure } from './disclosure.tsx';
import { INSTRUMENT_SET_NAMES, INSTRUMENT_SETS, setOf, withInstrument } from './instrument-sets.ts';
import styles from './plan-instruments.module.css';
import type { PlanPartProps } from './plan-music.tsx';

/** Which instruments lie out: a set that often fits, or one by one. One at least. */
export function PlanInstruments({ plan, onChange }: PlanPartProps) {
  const words = useWords();
  const { instruments } = plan;
  const set = setOf(instruments);
  return (
    <Disclosure
      icon="drum"
      word={words('plan-instruments')}
      line={set === undefined ? words('offer-count', { count: instruments.length }) : words(`offer-${set}`)}
    >
      <fieldset className={styles.sets}>
        <legend className="heard-only">{words('offer-sets')}</legend>
        {INSTRUMENT_SET_NAMES.map((name) => (
          <Button
            key={name}
            isPressed={name === set}
            onClick={() => onChange({ instruments: INSTRUMENT_SETS[name] })}
          >
            {words(`offer-${name}`)}
          </Button>
        ))}
      </fieldset>
      {FAMILY_NAMES.map((family) => (
        <fieldset key={family} className={styles.family}>
          <legend>{words(`family-${family}`)}</legend>
          <div className={styles.instruments}>
            {FAMILIES[family].map((id) => {
              const isOut = instruments.includes(id);
              return (
                <label key={id} className={styles.instrument}>
                  <input
                    type="checkbox"
                    checked={isOut}
                    disabled={isOut && instruments.length === 1}
                    onChange={(event) =>
                      onChange({ instruments: withInstrument(instruments, id, event.currentTarget.checked) })
                    }
                  />
                  <Icon name={INSTRUMENT_ICONS[id]} size="1.5rem" />
                  <span className={styles.word}>{words(`instrument-${id}`)}</span>
                  <span className={styles.tick}>{isOut && <Icon name="check" size="1.1rem" />}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
      {instruments.length === 1 && <p className={styles.last}>{words('offer-last')}</p>}
    </Disclosure>
  );
}
