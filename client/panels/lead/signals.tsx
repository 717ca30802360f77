import { SIGNALS, type Signal } from '../../../shared/event/signal.ts';
import type { Proposal } from '../../../shared/event/signal.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import type { SignalSent } from '../../../shared/room/passing/passing.ts';
import type { PassingView, ProposalSeen } from '../../../shared/room/passing/view.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { NOTE_IDS } from '../pitch-name.ts';
import { type Lead, may } from './lead.ts';
import styles from './lead.module.css';
import { WishButton } from './wish-button.tsx';

/** Signals of one kind, gathered: what is said counts, not how often it is tapped by whom. */
export interface Gathered {
  readonly signal: Signal;
  readonly sent: readonly SignalSent[];
}

/** The weightiest first, as in the list of signals. */
export const gathered = ({ signals }: Pick<PassingView, 'signals'>): readonly Gathered[] =>
  SIGNALS.map((signal) => ({ signal, sent: signals.filter((one) => one.signal === signal) })).filter(
    ({ sent }) => sent.length > 0,
  );

/** The quiet words of members, gathered and without a sound; each kind can be put away once it is seen. */
export function Signals({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { listOf } = useNames();
  const { room, passing, session } = lead;
  return (
    <ul className={styles.signals}>
      {gathered(passing).map(({ signal, sent }) => {
        const named = room.members.filter(({ id }) => sent.some(({ from }) => from === id));
        const unnamed = sent.filter(({ from }) => from === undefined).length;
        const from = [
          ...(named.length > 0 ? [listOf(named)] : []),
          ...(unnamed > 0 ? [words('lead-signal-unnamed', { count: unnamed })] : []),
        ].join(', ');
        return (
          <li key={signal}>
            <span className={styles.words}>
              <span className={styles.label}>{words(`lead-signal-${signal}`)}</span>
              <span className={styles.value}>{from}</span>
            </span>
            {may(lead, 'clearSignal') && (
              <Button
                kind="plain"
                icon="check"
                data-wish="clearSignal"
                onClick={() => {
                  for (const { number } of sent) session.wish({ type: 'clearSignal', signal: number });
                }}
              >
                {words('lead-signal-seen')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What members propose; taken or set aside with one tap by whoever holds it. */
export function Proposals({ lead }: { readonly lead: Lead }) {
  return (
    <ul className={styles.cards}>
      {lead.passing.proposals
        .filter(({ mayTake }) => mayTake)
        .map((proposal) => (
          <Proposed key={proposal.number} lead={lead} proposal={proposal} />
        ))}
    </ul>
  );
}

function Proposed({ lead, proposal }: { readonly lead: Lead; readonly proposal: ProposalSeen }) {
  const words = useWords();
  const { nameOf } = useNames();
  const { number, by, what, seconds } = proposal;
  const member = memberOf(lead.room, by);
  return (
    <li className={styles.card}>
      <p>
        {words('lead-proposal-says', {
          name: member ? nameOf(member) : words('lead-someone'),
          what: whatIsProposed(what, words),
        })}
        {seconds > 0 && ` ${words('lead-proposal-seconds', { count: seconds })}`}
      </p>
      <div className={styles.acts}>
        <WishButton
          lead={lead}
          kind="primary"
          icon="check"
          wish={{ type: 'takeProposal', proposal: number }}
          isPointless={lead.room.ending !== undefined}
        >
          {words('lead-proposal-take')}
        </WishButton>
        <WishButton lead={lead} wish={{ type: 'setAside', proposal: number }}>
          {words('lead-proposal-aside')}
        </WishButton>
      </div>
    </li>
  );
}

function whatIsProposed(what: Proposal, words: ReturnType<typeof useWords>): string {
  if (what.type === 'tempo') return words('lead-proposal-tempo', { bpm: what.bpm });
  if (what.type === 'ending') return words('lead-proposal-ending');
  return words('lead-proposal-frame', {
    mood: words(`mood-${what.frame.scale}`),
    note: words(NOTE_IDS[what.frame.tonic] ?? 'tonic-0'),
  });
}

/** All signals and proposals on a page of their own. */
export function SignalsPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { signals, proposals } = lead.passing;
  const isEmpty = signals.length === 0 && !proposals.some(({ mayTake }) => mayTake);
  return (
    <>
      {isEmpty && <p className={styles.hint}>{words('lead-signals-none')}</p>}
      <Signals lead={lead} />
      <Proposals lead={lead} />
      <p className={styles.hint}>{words('lead-signals-text')}</p>
    </>
  );
}
