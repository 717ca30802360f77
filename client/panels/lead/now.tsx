import { memberOf } from '../../../shared/room/questions.ts';
import type { Invitation } from '../../../shared/room/passing/passing.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Button } from '../../ui/control/button.tsx';
import type { Speech } from '../../words/speech.ts';
import { useLanguage, useWords } from '../../words/use-words.tsx';
import { stillWaiting } from './door-page.tsx';
import { ComingEnd } from './ending-page.tsx';
import { type Lead, roomMsOf } from './lead.ts';
import styles from './lead.module.css';
import { undoable } from './person-acts.ts';
import { Proposals, Signals } from './signals.tsx';
import { RoundGoing } from './rounds-page.tsx';
import { WishButton } from './wish-button.tsx';

/** What is there to be answered now, and nothing while there is nothing: the door, quiet words, proposals, invitations. */
export function NowList({ lead }: { readonly lead: Lead }) {
  const { room, passing } = lead;
  return (
    <>
      <UndoList lead={lead} />
      {(room.ending || room.stoppedAt !== undefined) && (
        <section className={styles.card}>
          <ComingEnd lead={lead} />
        </section>
      )}
      <AtDoor lead={lead} />
      <OwnInvitations lead={lead} />
      <Signals lead={lead} />
      <Proposals lead={lead} />
      {(room.round || passing.order.length > 0) && !room.ending && (
        <section className={styles.card}>
          <RoundGoing lead={lead} />
        </section>
      )}
      <Asked lead={lead} />
    </>
  );
}

/** For ten seconds what one did to someone's sound can be taken back with one tap, wherever one is on the page. */
export function UndoList({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  return undoable(lead, roomMsOf(lead)).map((member) => (
    <div key={member.id} className={styles.slimCard} role="status">
      <span>
        {words(member.softened?.kind === 'silent' ? 'lead-undo-silent' : 'lead-undo-softer', {
          name: nameOf(member),
        })}
      </span>
      <WishButton lead={lead} icon="undo" wish={{ type: 'endSoftening', member: member.id }}>
        {words('lead-undo')}
      </WishButton>
    </div>
  ));
}

/** On every other page one line tells that something quiet has come. */
export function SignalsCount({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { signals, proposals } = lead.passing;
  const count = signals.length + proposals.filter(({ mayTake }) => mayTake).length;
  if (count === 0) return null;
  return (
    <Button kind="plain" icon="heart" onClick={() => lead.onPage('signals')}>
      {words('lead-signals-count', { count })}
    </Button>
  );
}

/** With more than this the door's own page is the place to look. */
const MOST_NAMED = 4;

/** Who waits, by name, so that nobody is let in unseen; the door is one tap away for all else. */
function AtDoor({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { language } = useLanguage();
  const waiting = stillWaiting(lead.passing.waiting);
  const [first] = waiting;
  if (!first) return null;
  const knocks = waiting.map(({ knock }) => knock);
  const names = waiting.map(({ name, shape, role }) => {
    const called = name ?? words(`shape-${shape}`);
    return role === 'listener' ? words('lead-door-listens', { name: called }) : called;
  });
  const areNamed = waiting.length <= MOST_NAMED;
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return (
    <section className={styles.slimCard}>
      <span>
        {areNamed
          ? words('lead-door-these', { names: list.format(names) })
          : words('lead-door-count', { count: waiting.length })}
      </span>
      <span className={styles.chips}>
        {areNamed && (
          <WishButton lead={lead} kind="primary" icon="enter" wish={{ type: 'callIn', knocks }}>
            {waiting.length === 1
              ? words('lead-door-let-in')
              : words('lead-door-all', { count: waiting.length })}
          </WishButton>
        )}
        <Button icon="door" onClick={() => lead.onPage('door')}>
          {words('lead-door-look')}
        </Button>
      </span>
    </section>
  );
}

/** Whoever leads plays too, and may be asked like everyone. */
function OwnInvitations({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  return lead.passing.invitations.map(({ number, from, what }) => {
    const member = memberOf(lead.room, from);
    const name = from === lead.you.id || !member ? words('you') : nameOf(member);
    return (
      <section key={number} className={styles.slimCard}>
        <span>{words('lead-invited-you', { name, what: invitedTo(what, words) })}</span>
        <span className={styles.chips}>
          <WishButton
            lead={lead}
            kind="primary"
            icon="check"
            wish={{ type: 'acceptInvitation', invitation: number }}
          >
            {words('lead-invited-yes')}
          </WishButton>
          <WishButton lead={lead} wish={{ type: 'declineInvitation', invitation: number, listens: false }}>
            {words('lead-invited-pass')}
          </WishButton>
        </span>
      </section>
    );
  });
}

/** Invitations that are not answered yet; those of a round stand with the round. */
function Asked({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  return lead.passing.asked
    .filter(({ what }) => what.type !== 'turn')
    .map(({ number, to, what }) => {
      const member = memberOf(lead.room, to);
      return (
        <section key={number} className={styles.slimCard}>
          <span className={styles.value}>
            {words('lead-asked-open', {
              name: member ? nameOf(member) : words('lead-someone'),
              what: invitedTo(what, words),
            })}
          </span>
          <WishButton lead={lead} wish={{ type: 'withdrawInvitation', invitation: number }}>
            {words('lead-asked-withdraw')}
          </WishButton>
        </section>
      );
    });
}

function invitedTo(what: Invitation['what'], words: Speech): string {
  switch (what.type) {
    case 'hold':
      return words('lead-to-hold');
    case 'instrument':
      return words('lead-to-instrument', { instrument: words(`instrument-${what.instrument}`) });
    case 'turn':
      return words('lead-to-turn', { bars: what.bars });
    default:
      return words(what.type === 'call' ? 'lead-to-call' : 'lead-to-answer', { bars: what.bars });
  }
}
