import { assertNever } from '../../../shared/base/assert.ts';
import { useEffect } from 'react';
import type { Member } from '../../../shared/room/state.ts';
import type { Farewell } from '../../../shared/wire/down.ts';
import { useNames } from '../../hooks/use-names.ts';
import { go } from '../../hooks/use-route.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { PageTooNew, PageTooOld } from '../plain-pages.tsx';

export interface EndedProps {
  /** Whoever was put at the door is not at an end; see `AtTheDoor`. */
  readonly why: Exclude<Farewell, 'putAtDoor'>;
  /** Who sent one out, where a person did. */
  readonly by?: Member | undefined;
  /** How one came in, if this page knows: the way back for someone who left. */
  readonly onComeBack: (() => void) | undefined;
  /** Takes the seat back into this page. */
  readonly onReturn: () => void;
}

/** Every way a room can end for a person, each with what happened and what to do next. */
export function Ended({ why, by, onComeBack, onReturn }: EndedProps) {
  const words = useWords();
  const { nameOf } = useNames();
  switch (why) {
    case 'pageTooOld':
      return <PageTooOld />;
    case 'pageTooNew':
      return <PageTooNew />;
    case 'roomClosed':
      return (
        <Page
          mark="large"
          title={words('roomClosed-title')}
          text={words('roomClosed-text')}
          foot={<FrontDoor />}
        />
      );
    case 'leftRoom':
      return (
        <Page
          mark="large"
          title={words('leftRoom-title')}
          text={words('leftRoom-text')}
          foot={
            <>
              <FrontDoor />
              {onComeBack && (
                <Button kind="primary" size="l" icon="enter" onClick={onComeBack}>
                  {words('come-back')}
                </Button>
              )}
            </>
          }
        />
      );
    case 'removed':
      return (
        <Page
          mark="large"
          title={words('removed-title')}
          text={words('removed-text', { name: by ? nameOf(by) : words('someone') })}
          foot={<FrontDoor />}
        />
      );
    case 'seatTakenElsewhere':
      return (
        <Page
          title={words('seatTakenElsewhere-title')}
          text={words('seatTakenElsewhere-text')}
          foot={
            <Button kind="primary" size="l" icon="enter" onClick={onReturn}>
              {words('seatTakenElsewhere-go')}
            </Button>
          }
        />
      );
    case 'seatUnknown':
      return (
        <Page
          title={words('seatUnknown-title')}
          text={words('seatUnknown-text')}
          foot={<FrontDoor isNext />}
        />
      );
    case 'tooMuch':
      return (
        <Page
          title={words('tooMuch-title')}
          text={words('tooMuch-text')}
          foot={<ReturnButton onReturn={onReturn} />}
        />
      );
    case 'serverStopping':
      return <ShortBreak onReturn={onReturn} />;
    default:
      return assertNever(why);
  }
}

/** The room comes back by itself in a moment; so do we. */
const BREAK_MS = 4000;

function ShortBreak({ onReturn }: { readonly onReturn: () => void }) {
  const words = useWords();
  useEffect(() => {
    const timer = setTimeout(onReturn, BREAK_MS);
    return () => clearTimeout(timer);
  }, [onReturn]);
  return (
    <Page
      mark="large"
      title={words('serverStopping-title')}
      text={words('serverStopping-text')}
      foot={<ReturnButton onReturn={onReturn} />}
    />
  );
}

function ReturnButton({ onReturn }: { readonly onReturn: () => void }) {
  const words = useWords();
  return (
    <Button kind="primary" size="l" icon="enter" onClick={onReturn}>
      {words('return-go')}
    </Button>
  );
}

function FrontDoor({ isNext = false }: { readonly isNext?: boolean }) {
  const words = useWords();
  return (
    <Button kind={isNext ? 'primary' : 'quiet'} size="l" icon="door" onClick={() => go({ type: 'welcome' })}>
      {words('to-start')}
    </Button>
  );
}
