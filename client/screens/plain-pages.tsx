import { useEffect } from 'react';
import { go } from '../hooks/use-route.ts';
import { useHouse } from '../hooks/use-house.ts';
import { Button } from '../ui/control/button.tsx';
import { useWords } from '../words/use-words.tsx';
import { Page } from './page.tsx';

/** Time to read two short sentences. */
const READ_MS = 5000;

/** Pages that say one thing: what happened, and what one can do. */

export function Unreachable({ onAgain }: { readonly onAgain: () => void }) {
  const words = useWords();
  return (
    <Page
      title={words('unreachable-title')}
      text={words('unreachable')}
      foot={
        <Button kind="primary" size="l" icon="loop" onClick={onAgain}>
          {words('try-again')}
        </Button>
      }
    />
  );
}

/** An invitation that opens nothing (any more). */
export function InviteUnknown() {
  const words = useWords();
  return (
    <Page
      title={words('invite-unknown-title')}
      text={words('invite-unknown-text')}
      foot={
        <Button kind="primary" size="l" icon="enter" onClick={() => go({ type: 'welcome' })}>
          {words('type-code')}
        </Button>
      }
    />
  );
}

export function PageTooOld() {
  const words = useWords();
  const { reload, reloadOnce } = useHouse();
  // Nothing is played on this page: the quiet moment is now, once the sentence has been read.
  useEffect(() => {
    const timer = setTimeout(reloadOnce, READ_MS);
    return () => clearTimeout(timer);
  }, [reloadOnce]);
  return (
    <Page
      title={words('pageTooOld-title')}
      text={words('pageTooOld-text')}
      foot={
        <Button kind="primary" size="l" icon="download" onClick={reload}>
          {words('pageTooOld-go')}
        </Button>
      }
    />
  );
}

export function PageTooNew() {
  const words = useWords();
  const { reload } = useHouse();
  return (
    <Page
      title={words('pageTooNew-title')}
      text={words('pageTooNew-text')}
      foot={
        <Button kind="primary" size="l" icon="loop" onClick={reload}>
          {words('try-again')}
        </Button>
      }
    />
  );
}

/** What the room cannot do without, as asked of the browser before anything else. */
export type Missing = 'socket' | 'audio' | 'language';

export function Unsupported({ missing }: { readonly missing: readonly Missing[] }) {
  const words = useWords();
  const what = missing.map((thing) => words(`missing-${thing}`)).join(', ');
  return (
    <Page title={words('unsupported-title')} text={words('unsupported-text')}>
      <p>{words('unsupported-missing', { what })}</p>
    </Page>
  );
}

/** While an answer is on its way. */
export function Waiting({ title }: { readonly title: string }) {
  return <Page title={title} mark="large" />;
}
