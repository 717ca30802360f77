import { useState } from 'react';
import { go } from '../../hooks/use-route.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** Out of this browser, or out of all of them. */
export function SignOut() {
  const words = useWords();
  const say = useTroubleWords();
  const { client, onMe } = useStaff();
  const [trouble, setTrouble] = useState<Trouble>();
  const leave = async (where: 'here' | 'everywhere') => {
    const answer = await (where === 'here' ? client.signOut() : client.signOutEverywhere());
    if (answer.type !== 'granted') return setTrouble(troubleOf(answer));
    go({ type: 'signIn' }, 'replace');
    return onMe(undefined);
  };
  return (
    <section className={styles.section} aria-labelledby="sign-out">
      <h2 id="sign-out">{words('sign-out')}</h2>
      <p className={styles.soft}>{words('sign-out-text')}</p>
      <div className={styles.buttons}>
        <Button icon="leave" onClick={() => void leave('here')}>
          {words('sign-out-here')}
        </Button>
        <Button onClick={() => void leave('everywhere')}>{words('sign-out-everywhere')}</Button>
      </div>
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
    </section>
  );
}
