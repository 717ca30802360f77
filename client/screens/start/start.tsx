import { useCallback, useEffect } from 'react';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { go } from '../../hooks/use-route.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';

/** A facilitator comes in by a one-time link. Whoever used it in this browser before is known here and may go on. */
export function Start({ token }: { readonly token: string }) {
  const words = useWords();
  const { door } = useHouse();
  const signIn = useCallback(() => door.signIn(token), [door, token]);
  const { answer, again } = useAnswer(signIn);
  const isIn = answer?.type === 'granted';
  // The link is spent: it is not left in the address, where a second visit would only find it used.
  useEffect(() => {
    if (isIn) go({ type: 'open' }, 'replace');
  }, [isIn]);

  if (answer?.type === 'unreachable') return <Unreachable onAgain={again} />;
  if (answer?.type !== 'refused') return <Waiting title={words('start-title')} />;
  return (
    <Page
      title={words('start-used-title')}
      text={words('start-used-text')}
      foot={
        <Button kind="primary" size="l" icon="forward" onClick={() => go({ type: 'open' }, 'replace')}>
          {words('start-go-on')}
        </Button>
      }
    />
  );
}
