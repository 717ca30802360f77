import type { Refusal } from '../../../shared/base/refusal.ts';
import { ShapeChoice } from '../../panels/shape-choice.tsx';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import type { PartShape } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { KeepChoice } from './keep-choice.tsx';

/** What someone says of themselves at the door. An empty name: here as their shape only. */
export interface Newcomer {
  readonly name: string;
  readonly shape: PartShape;
  readonly isKept: boolean;
}

export interface WhoYouAreProps {
  readonly title: string;
  readonly newcomer: Newcomer;
  readonly onChange: (change: Partial<Newcomer>) => void;
  readonly trouble: Refusal | 'unreachable' | undefined;
  readonly isJoining: boolean;
  readonly onPlay: () => void;
  readonly onListen: () => void;
}

const ABOUT_NAME: ReadonlySet<string> = new Set(['nameEmpty', 'nameTooLong', 'nameTaken']);

/** A shape, perhaps a name, and the question about keeping. Nothing here has to be touched: the foot goes on. */
export function WhoYouAre(props: WhoYouAreProps) {
  const { title, newcomer, onChange, trouble, isJoining, onPlay, onListen } = props;
  const words = useWords();
  const sentence =
    trouble === undefined
      ? undefined
      : words(trouble === 'unreachable' ? 'unreachable' : `refusal-${trouble}`);
  const isAboutName = trouble !== undefined && ABOUT_NAME.has(trouble);
  return (
    <Page
      mark="none"
      title={words('join-title')}
      text={title === '' ? words('join-text') : `${words('join-into', { title })} ${words('join-text')}`}
      foot={
        <>
          <Button size="l" icon="ear" isResting={isJoining} onClick={onListen}>
            {words('join-listen')}
          </Button>
          <Button kind="primary" size="l" icon="hand" isResting={isJoining} onClick={onPlay}>
            {words('join-play')}
          </Button>
        </>
      }
    >
      <ShapeChoice shape={newcomer.shape} onChange={(shape) => onChange({ shape })} />
      <TextField
        label={words('join-name')}
        hint={words('join-name-hint')}
        value={newcomer.name}
        onChange={(name) => onChange({ name })}
        problem={isAboutName ? sentence : undefined}
        autoComplete="given-name"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="done"
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <KeepChoice isKept={newcomer.isKept} onChange={(isKept) => onChange({ isKept })} />
      {sentence !== undefined && !isAboutName && <Notice tone="caution">{sentence}</Notice>}
    </Page>
  );
}
