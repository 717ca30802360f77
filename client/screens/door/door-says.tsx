import type { Refusal } from '../../../shared/base/refusal.ts';
import { go } from '../../hooks/use-route.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';

/** What a door may say before anyone even waits at it. */
export type DoorSaying = 'doorLocked' | 'doorFull' | 'noListeners';

/** The page a refusal at the door deserves of its own; undefined for what is said beside what was entered. */
export function doorSaying(reason: Refusal | 'unreachable', isListener: boolean): DoorSaying | undefined {
  if (reason === 'doorLocked' || reason === 'doorFull') return reason;
  // Nobody is refused at a door but a listener, where the group plays without them.
  return reason === 'notAllowed' && isListener ? 'noListeners' : undefined;
}

export interface DoorSaysProps {
  readonly saying: DoorSaying;
  readonly isKnocking: boolean;
  readonly onAgain: () => void;
  /** Back to who one is. */
  readonly onBack: () => void;
}

/** Locked, full, or without listeners: what it is, and what to do. */
export function DoorSays({ saying, isKnocking, onAgain, onBack }: DoorSaysProps) {
  const words = useWords();
  const isFinal = saying === 'noListeners';
  return (
    <Page
      mark="large"
      title={words(`door-${saying}-title`)}
      text={words(`door-${saying}-text`)}
      onBack={isFinal ? undefined : onBack}
      foot={
        isFinal ? (
          <Button kind="primary" size="l" icon="back" onClick={onBack}>
            {words('back')}
          </Button>
        ) : (
          <>
            <FrontDoor />
            <Button kind="primary" size="l" icon="door" isResting={isKnocking} onClick={onAgain}>
              {words('door-knock')}
            </Button>
          </>
        )
      }
    />
  );
}

/** The way to the first page. */
export function FrontDoor() {
  const words = useWords();
  return (
    <Button size="l" icon="enter" onClick={() => go({ type: 'welcome' })}>
      {words('to-start')}
    </Button>
  );
}
