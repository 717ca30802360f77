import { go } from '../../hooks/use-route.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';

/** A link that works once and has; whoever used it can sign in. */
export function LinkUsed({ title, text }: { readonly title: string; readonly text?: string }) {
  const words = useWords();
  return (
    <Page
      title={title}
      text={text ?? words('refusal-linkUsed')}
      foot={
        <Button kind="primary" size="l" icon="enter" onClick={() => go({ type: 'signIn' }, 'replace')}>
          {words('sign-in-go')}
        </Button>
      }
    />
  );
}
