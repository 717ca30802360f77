import { Switch } from '../../ui/control/switch.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './lead.module.css';
import { SHORTCUT_NAMES } from './shortcuts.ts';

export interface KeysPageProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** What the keys do here, and the way to turn them off for whoever speaks to their device (WCAG 2.1.4). */
export function KeysPage({ isOn, onChange }: KeysPageProps) {
  const words = useWords();
  return (
    <>
      <Switch
        label={words('lead-keys-on')}
        hint={words('lead-keys-on-hint')}
        isOn={isOn}
        onChange={onChange}
      />
      <dl className={styles.keys}>
        {SHORTCUT_NAMES.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{words(`lead-key-${name}`)}</kbd>
            </dt>
            <dd>{words(`lead-key-does-${name}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
