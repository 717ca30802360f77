import { useState } from 'react';
import { DOOR_SENTENCES } from '../../../shared/event/door.ts';
import type { WaitingSeen } from '../../../shared/room/passing/view.ts';
import { Button } from '../../ui/control/button.tsx';
import { Shape } from '../../ui/shape/shape.tsx';
import { Switch } from '../../ui/control/switch.tsx';
import { useWords } from '../../words/use-words.tsx';
import { InvitePage } from './room-pages.tsx';
import { isTheirs, type Lead, may, roomMsOf } from './lead.ts';
import styles from './lead.module.css';
import { AskedTwice, WishButton } from './wish-button.tsx';

/** Those who can still be let in; the others are on their way. */
export const stillWaiting = (waiting: readonly WaitingSeen[] | undefined): readonly WaitingSeen[] =>
  (waiting ?? []).filter(({ isCalled }) => !isCalled);

/** The door: who waits, one by one or all that are shown, and the door itself. */
export function DoorPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { room, passing, session } = lead;
  const { hasDoor, isLocked } = room.door;
  const waiting = passing.waiting ?? [];
  const knocks = stillWaiting(waiting).map(({ knock }) => knock);
  const mayDoor = may(lead, 'setDoor');
  return (
    <>
      {waiting.length === 0 && <p className={styles.hint}>{words('lead-door-nobody')}</p>}
      <ul className={styles.cards}>
        {waiting.map((one) => (
          <WaitingCard key={one.knock} lead={lead} waiting={one} />
        ))}
        {passing.announced.map(({ knock, name, shape, until }) => (
          <li key={knock} className={styles.card}>
            <p>
              {words('lead-door-announced', {
                name: name ?? words(`shape-${shape}`),
                seconds: Math.max(0, Math.ceil((until - roomMsOf(lead)) / 1000)),
              })}
            </p>
            <WishButton lead={lead} wish={{ type: 'objectToListener', knock }}>
              {words('lead-door-object')}
            </WishButton>
          </li>
        ))}
      </ul>
      {knocks.length > 1 && (
        <WishButton lead={lead} kind="primary" size="l" icon="enter" wish={{ type: 'callIn', knocks }}>
          {words('lead-door-all', { count: knocks.length })}
        </WishButton>
      )}
      <div className={styles.switches}>
        <Switch
          label={words('lead-door-on')}
          hint={words('lead-door-on-hint')}
          isOn={hasDoor}
          isResting={!mayDoor}
          onChange={(isOn) => session.wish({ type: 'setDoor', hasDoor: isOn, isLocked })}
        />
        <Switch
          label={words('lead-door-lock')}
          hint={words('lead-door-lock-hint')}
          isOn={isLocked}
          isResting={!mayDoor}
          onChange={(isOn) => session.wish({ type: 'setDoor', hasDoor, isLocked: isOn })}
        />
      </div>
      <CodePart lead={lead} />
    </>
  );
}

function WaitingCard({ lead, waiting }: { readonly lead: Lead; readonly waiting: WaitingSeen }) {
  const words = useWords();
  const { knock, name, shape, role, sentence, since, isCalled } = waiting;
  const minutes = Math.floor(Math.max(0, roomMsOf(lead) - since) / 60_000);
  const facts = [
    role === 'listener' && words('lead-door-listener'),
    isCalled ? words('lead-door-called') : words('lead-door-since', { minutes }),
  ].filter((fact) => fact !== false);
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <Shape shape={shape} size="2rem" />
        <div>
          <p className={styles.label}>{name ?? words(`shape-${shape}`)}</p>
          <p className={styles.facts}>{facts.join(' · ')}</p>
        </div>
      </div>
      {!isCalled && (
        <>
          <div className={styles.acts}>
            <WishButton lead={lead} kind="primary" icon="enter" wish={{ type: 'callIn', knocks: [knock] }}>
              {words('lead-door-let-in')}
            </WishButton>
            <WishButton lead={lead} wish={{ type: 'notNow', knock }}>
              {words('lead-door-not-now')}
            </WishButton>
            <AskedTwice
              lead={lead}
              wish={{ type: 'turnAway', knock }}
              label={words('lead-door-no')}
              question={words('lead-door-no-ask')}
            />
          </div>
          <p className={styles.hint}>{words('lead-door-say')}</p>
          <div className={styles.chips}>
            {DOOR_SENTENCES.map((one) => (
              <WishButton
                key={one}
                lead={lead}
                className={styles.chip}
                isPressed={sentence === one}
                wish={{ type: 'sayAtDoor', knock, sentence: one }}
              >
                {words(`lead-door-say-${one}`)}
              </WishButton>
            ))}
          </div>
        </>
      )}
    </li>
  );
}

/** Code, link and square; a new code makes the old ones open nothing. */
function CodePart({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { seq } = lead.room;
  const [isShown, setShown] = useState(false);
  /** The room's last entry when the new code was asked for: the one after it is the renewal. */
  const [askedAt, setAskedAt] = useState<number>();
  const isRenewed = askedAt !== undefined && seq > askedAt;
  return (
    <div className={styles.stack}>
      {isShown ? (
        <InvitePage key={`${askedAt} ${isRenewed}`} lead={lead} />
      ) : (
        <Button icon="qr" onClick={() => setShown(true)}>
          {words('invite-open')}
        </Button>
      )}
      {isTheirs(lead, 'renewCode') && (
        <AskedTwice
          lead={lead}
          icon="loop"
          wish={{ type: 'renewCode' }}
          label={words('lead-door-new-code')}
          question={words('lead-door-new-code-ask')}
          onSent={() => {
            setAskedAt(seq);
            setShown(true);
          }}
        />
      )}
    </div>
  );
}
