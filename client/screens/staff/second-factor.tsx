import { type FormEvent, useState } from 'react';
import { SECOND_FACTOR_DIGITS, type SecondFactorOffer } from '../../../shared/wire/account.ts';
import { useMe, useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { Qr } from '../../ui/control/qr.tsx';
import { useWords } from '../../words/use-words.tsx';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/**
 * The second step of signing in.
 *
 *   off ──set up──▶ offered ──the numbers of it──▶ on ──switch off, with the password──▶ off
 */
export function SecondFactor() {
  const words = useWords();
  const { secondFactor } = useMe();
  const isOn = secondFactor === 'on';
  return (
    <section className={styles.section} aria-labelledby="second-factor">
      <h2 id="second-factor">{words('second-title')}</h2>
      <p className={styles.soft}>{words(isOn ? 'second-on-text' : 'second-off-text')}</p>
      {isOn ? <SwitchOff /> : <SetUp />}
    </section>
  );
}

function SetUp() {
  const words = useWords();
  const say = useTroubleWords();
  const { client, onMe } = useStaff();
  const [offer, setOffer] = useState<SecondFactorOffer>();
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();

  const begin = async () => {
    const answer = await client.beginSecondFactor();
    setTrouble(troubleOf(answer));
    if (answer.type === 'granted') setOffer(answer.value);
  };
  const confirm = async (digits: string) => {
    const answer = await client.confirmSecondFactor(digits);
    if (answer.type === 'granted') return onMe(answer.value);
    setCode('');
    return setTrouble(troubleOf(answer));
  };

  if (!offer) {
    return (
      <>
        <div className={styles.buttons}>
          <Button icon="qr" onClick={() => void begin()}>
            {words('second-set-up')}
          </Button>
        </div>
        {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
      </>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void confirm(code);
      }}
    >
      <div className={styles.link}>
        <div className={styles.square}>
          <Qr text={offer.uri} label={words('second-qr')} />
        </div>
        <div className={styles.about}>
          <p>{words('second-scan')}</p>
          <p className={styles.soft}>{words('second-type')}</p>
          <p className={styles.secret}>{inFours(offer.secret)}</p>
        </div>
      </div>
      <CodeField
        value={code}
        onChange={(next) => {
          setCode(next);
          setTrouble(undefined);
          if (next.length === SECOND_FACTOR_DIGITS) void confirm(next);
        }}
        problem={say(trouble)}
      />
      <Button kind="primary" icon="check" type="submit" isResting={code.length < SECOND_FACTOR_DIGITS}>
        {words('second-confirm')}
      </Button>
    </form>
  );
}

function SwitchOff() {
  const words = useWords();
  const say = useTroubleWords();
  const { client, onMe } = useStaff();
  const [isAsked, setAsked] = useState(false);
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const switchOff = async () => {
    const answer = await client.endSecondFactor(password);
    if (answer.type === 'granted') return onMe(answer.value);
    return setTrouble(troubleOf(answer));
  };
  if (!isAsked) {
    return (
      <div className={styles.buttons}>
        <Button onClick={() => setAsked(true)}>{words('second-off')}</Button>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void switchOff();
      }}
    >
      <PasswordField
        use="current"
        value={password}
        onChange={(next) => {
          setPassword(next);
          setTrouble(undefined);
        }}
        problem={say(trouble)}
      />
      <div className={styles.buttons}>
        <Button onClick={() => setAsked(false)}>{words('leave-it')}</Button>
        <Button kind="primary" type="submit">
          {words('second-off')}
        </Button>
      </div>
    </form>
  );
}

/** Easier to read and to type in groups of four. */
export const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
