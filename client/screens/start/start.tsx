import { useCallback, useState } from 'react';
import { useAnswer } from '../../hooks/use-answer.ts';
import { go } from '../../hooks/use-route.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { LinkUsed } from '../staff/link-used.tsx';
import { NewPerson } from '../staff/new-person.tsx';

/** The first account of a service, by the link the server printed when it first started. */
export function Start({ token }: { readonly token: string }) {
  const words = useWords();
  const { client, onMe } = useStaff();
  const { answer, again } = useAnswer(useCallback(() => client.isStartOpen(token), [client, token]));
  const [isUsed, setUsed] = useState(false);

  if (answer?.type === 'unreachable') return <Unreachable onAgain={again} />;
  if (answer === undefined) return <Waiting title={words('wait-page')} />;
  if (isUsed || answer.type === 'refused' || !answer.value) {
    return <LinkUsed title={words('start-used-title')} text={words('start-used-text')} />;
  }
  return (
    <Page mark="none" title={words('start-title')} text={words('start-text')}>
      <NewPerson
        make={(said) => client.firstAccount({ startCode: token, ...said })}
        onMade={(me) => {
          onMe(me);
          // The link is spent: it is not left in the address, where a second visit would only find it used.
          go({ type: 'staff' }, 'replace');
        }}
        onLinkUsed={() => setUsed(true)}
      />
    </Page>
  );
}
