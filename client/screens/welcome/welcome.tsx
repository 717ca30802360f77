import { type FormEvent, useState } from 'react';
import { readCode } from '../../../shared/wire/code.ts';
import { go, readRoute } from '../../hooks/use-route.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { Button } from '../../ui/control/button.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import styles from './welcome.module.css';
import { missingLetters, tidyCode } from './typed-code.ts';

type Try = { readonly type: 'looking' | 'unknown' | 'unreachable' | 'short' | 'busy' };

/** The front door: a large, forgiving field for the code. The door opens by itself at the last letter. */
export function Welcome() {
  const words = useWords();
  const { door } = useHouse();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState<Try>();

  const tryDoor = async (typed: string) => {
    const read = readCode(typed);
    if (read === undefined) {
      setTried({ type: missingLetters(typed) > 0 ? 'short' : 'unknown' });
      return;
    }
    setTried({ type: 'looking' });
    const answer = await door.look({ code: read });
    if (answer.type === 'granted') go({ type: 'code', code: read });
    else if (answer.type === 'unreachable') setTried({ type: 'unreachable' });
    else setTried({ type: answer.reason === 'tryLater' ? 'busy' : 'unknown' });
  };

  const change = (typed: string) => {
    const invited = invitationIn(typed);
    if (invited) return go(invited);
    const tidy = tidyCode(typed);
    setCode(tidy);
    setTried(undefined);
    if (missingLetters(tidy) === 0) void tryDoor(tidy);
    return undefined;
  };

  const problem = {
    unknown: () => words('code-unknown'),
    unreachable: () => words('unreachable'),
    busy: () => words('refusal-tryLater'),
    short: () => words('code-short', { missing: missingLetters(code) }),
    looking: () => undefined,
  };

  return (
    <Page title={words('welcome-title')} text={words('welcome-text')} mark="large">
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void tryDoor(code);
        }}
      >
        <TextField
          isCode
          className={styles.code}
          label={words('code-label')}
          hint={words('code-hint')}
          value={code}
          onChange={change}
          problem={tried && problem[tried.type]()}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
        />
        <Button kind="primary" size="l" icon="enter" type="submit" isResting={tried?.type === 'looking'}>
          {tried?.type === 'looking' ? words('code-looking') : words('code-go')}
        </Button>
      </form>
      <p className={styles.camera}>{words('code-camera')}</p>
      <Button kind="plain" icon="person" className={styles.staff} onClick={() => go({ type: 'staff' })}>
        {words('staff-door')}
      </Button>
    </Page>
  );
}

/** Whoever pastes the whole link instead of the code means the door it leads to. */
function invitationIn(typed: string) {
  const hash = typed.indexOf('#/join/');
  const route = hash < 0 ? undefined : readRoute(typed.slice(hash).trim());
  return route?.type === 'join' ? route : undefined;
}
