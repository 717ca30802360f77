import { type FormEvent, useCallback, useState } from 'react';
import { MAX_SAFETY_GRAPHEMES, type ServiceSettings } from '../../../shared/wire/account.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { Switch } from '../../ui/control/switch.tsx';
import { TextArea } from '../../ui/control/text-area.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** What holds for the whole service. */
export function ServiceSettingsForm() {
  const words = useWords();
  const { client } = useStaff();
  const { answer, again } = useAnswer(useCallback(() => client.settings(), [client]));
  return (
    <section className={styles.section} aria-labelledby="settings">
      <h2 id="settings">{words('settings-title')}</h2>
      {answer?.type === 'unreachable' && (
        <Notice actions={<Button onClick={again}>{words('try-again')}</Button>}>
          {words('staff-unreachable')}
        </Notice>
      )}
      {answer?.type === 'granted' && <Form first={answer.value} />}
    </section>
  );
}

function Form({ first }: { readonly first: ServiceSettings }) {
  const words = useWords();
  const say = useTroubleWords();
  const { client, onMe } = useStaff();
  const [settings, setSettings] = useState(first);
  const [kept, setKept] = useState(first);
  const [trouble, setTrouble] = useState<Trouble>();
  const change = (part: Partial<ServiceSettings>) => {
    setSettings((before) => ({ ...before, ...part }));
    setTrouble(undefined);
  };
  const keep = async () => {
    const answer = await client.setSettings(settings);
    setTrouble(troubleOf(answer));
    if (answer.type !== 'granted') return;
    setSettings(answer.value);
    setKept(answer.value);
    // Whoever asks for a second step may be the first who has none.
    const me = await client.me();
    if (me.type === 'granted') onMe(me.value);
  };
  const isKept = settings === kept;
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!isKept) void keep();
      }}
    >
      <TextField
        label={words('settings-name')}
        hint={words('settings-name-hint')}
        value={settings.serviceName}
        onChange={(serviceName) => change({ serviceName })}
        autoComplete="organization"
      />
      <TextArea
        label={words('settings-safety')}
        hint={words('settings-safety-hint', { count: MAX_SAFETY_GRAPHEMES })}
        value={settings.safetySentence}
        onChange={(safetySentence) => change({ safetySentence })}
      />
      <Switch
        label={words('settings-second')}
        hint={words('settings-second-hint')}
        isOn={settings.isSecondFactorRequired}
        onChange={(isSecondFactorRequired) => change({ isSecondFactorRequired })}
      />
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
      <div className={styles.buttons}>
        <Button kind={isKept ? 'quiet' : 'primary'} icon="check" type="submit" isResting={isKept}>
          {words(isKept ? 'settings-kept' : 'settings-keep')}
        </Button>
      </div>
    </form>
  );
}
