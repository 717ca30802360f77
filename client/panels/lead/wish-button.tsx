import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { hindrance, isTheirs, type Lead, type LeadWish } from './lead.ts';

export interface WishButtonProps extends Omit<ButtonProps, 'onClick' | 'isResting'> {
  readonly lead: Lead;
  /** What a tap asks of the room. */
  readonly wish: LeadWish;
  /** It makes no sense just now, apart from what the room allows. */
  readonly isPointless?: boolean;
  /** After the wish is sent. */
  readonly onSent?: () => void;
}

/**
 * A button that asks the room for something, shown and greyed by the room's own table: not there for whoever does not hold
 * it, resting with its reason while it may not be.
 */
export function WishButton({
  lead,
  wish,
  isPointless = false,
  onSent,
  children,
  ...button
}: WishButtonProps) {
  const words = useWords();
  if (!isTheirs(lead, wish.type)) return null;
  const reason = hindrance(lead, wish.type);
  return (
    <Button
      {...button}
      data-wish={wish.type}
      isResting={isPointless || reason !== undefined}
      title={reason && words(`refusal-${reason}`)}
      onClick={() => {
        lead.session.wish(wish);
        onSent?.();
      }}
    >
      {children}
    </Button>
  );
}

export interface AskedTwiceProps extends Omit<WishButtonProps, 'children' | 'kind'> {
  readonly label: string;
  /** The question the button turns into; a second tap is the yes. */
  readonly question: string;
}

/** Long enough to read the question and decide; then it is a first tap again. */
const ARMED_MS = 6000;

/** A hand that shakes taps twice without meaning to: a yes takes at least this long (guess). */
const LEAST_THOUGHT_MS = 400;

/** For what cannot be taken back: the first tap asks, the second does. */
export function AskedTwice({
  label,
  question,
  lead,
  wish,
  isPointless = false,
  onSent,
  ...button
}: AskedTwiceProps) {
  const [armedAtMs, setArmedAtMs] = useState<number>();
  const isArmed = armedAtMs !== undefined;
  useEffect(() => {
    if (!isArmed) return undefined;
    const timer = setTimeout(() => setArmedAtMs(undefined), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isArmed]);
  if (!isTheirs(lead, wish.type)) return null;
  const tapped = (atMs: number) => {
    if (armedAtMs === undefined) {
      setArmedAtMs(atMs);
      return;
    }
    if (atMs - armedAtMs < LEAST_THOUGHT_MS) return;
    setArmedAtMs(undefined);
    lead.session.wish(wish);
    onSent?.();
  };
  return (
    <Button
      {...button}
      data-wish={wish.type}
      kind={isArmed ? 'primary' : 'quiet'}
      isResting={isPointless || hindrance(lead, wish.type) !== undefined}
      onClick={(event) => tapped(event.timeStamp)}
    >
      <span aria-live="polite">{isArmed ? question : label}</span>
    </Button>
  );
}
