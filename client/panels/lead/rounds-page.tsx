import { useState } from 'react';
import type { MemberId } from '../../../shared/base/ids.ts';
import { MAX_ROUND_LAPS } from '../../../shared/base/limits.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Stepper } from '../../ui/control/stepper.tsx';
import { Shape } from '../../ui/shape/shape.tsx';
import { useWords } from '../../words/use-words.tsx';
import { isTheirs, type Lead } from './lead.ts';
import styles from './lead.module.css';
import { turnAt } from './person-state.ts';
import { WishButton } from './wish-button.tsx';

const BARS = ['1', '2', '4', '8'] as const;
type Bars = (typeof BARS)[number];

/** Those who can be asked for some bars, around the circle: who is here, came to play, and does not rest. */
export const canTakeTurns = ({ members }: Pick<RoomState, 'members'>): readonly Member[] =>
  members
    .filter(
      ({ role, presence, isOnBreak, isCompany }) =>
        role !== 'listener' && presence === 'here' && !isOnBreak && !isCompany,
    )
    .toSorted((one, other) => one.chair - other.chair);

/** With someone at the end of the order, or out of it again. */
export const withTapped = (order: readonly MemberId[], id: MemberId): readonly MemberId[] =>
  order.includes(id) ? order.filter((one) => one !== id) : [...order, id];

/** Each who likes plays some bars, in an order everyone sees; or two, or one and all, answer each other. */
export function RoundsPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const [kind, setKind] = useState<'round' | 'callAndAnswer'>('round');
  const { room, passing } = lead;
  if (room.round || passing.order.length > 0) return <RoundGoing lead={lead} />;
  if (!isTheirs(lead, 'beginRound')) return <p>{words('lead-rounds-none')}</p>;
  return (
    <>
      <p className={styles.hint}>{words('lead-rounds-text')}</p>
      <ChoiceCards<'round' | 'callAndAnswer'>
        legend={words('lead-rounds-kind')}
        look="row"
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'round', label: words('lead-rounds-round') },
          { value: 'callAndAnswer', label: words('lead-rounds-call') },
        ]}
      />
      {kind === 'round' ? <NewRound lead={lead} /> : <NewCallAndAnswer lead={lead} />}
    </>
  );
}

function NewRound({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  const people = canTakeTurns(lead.room);
  const [tapped, setOrder] = useState<readonly MemberId[]>([]);
  const [bars, setBars] = useState<Bars>('4');
  const [laps, setLaps] = useState(1);
  const order = tapped.filter((id) => people.some((member) => member.id === id));
  return (
    <>
      <section className={styles.part}>
        <h3>{words('lead-rounds-who')}</h3>
        <div className={styles.chips}>
          {people.map((member) => {
            const place = order.indexOf(member.id);
            return (
              <Button
                key={member.id}
                isPressed={place >= 0}
                onClick={() => setOrder(withTapped(order, member.id))}
              >
                {place >= 0 && `${place + 1}. `}
                <Shape shape={member.shape} size="1.1em" /> {nameOf(member)}
              </Button>
            );
          })}
        </div>
        <Button kind="plain" icon="people" onClick={() => setOrder(people.map(({ id }) => id))}>
          {words('lead-rounds-all')}
        </Button>
      </section>
      <BarsChoice bars={bars} onChange={setBars} />
      <Stepper
        label={words('lead-rounds-laps')}
        value={laps}
        min={1}
        max={MAX_ROUND_LAPS}
        onChange={setLaps}
        lessLabel={words('lead-rounds-less')}
        moreLabel={words('lead-rounds-more')}
      />
      <WishButton
        lead={lead}
        kind="primary"
        size="l"
        icon="loop"
        isPointless={order.length === 0}
        wish={{ type: 'beginRound', order: [...order], bars: Number(bars), laps }}
      >
        {words('lead-rounds-begin')}
      </WishButton>
      <p className={styles.hint}>{words('lead-rounds-free')}</p>
    </>
  );
}

function BarsChoice({ bars, onChange }: { readonly bars: Bars; readonly onChange: (bars: Bars) => void }) {
  const words = useWords();
  return (
    <ChoiceCards<Bars>
      legend={words('lead-rounds-bars')}
      look="row"
      value={bars}
      onChange={onChange}
      choices={BARS.map((value) => ({ value, label: words('lead-bars', { bars: Number(value) }) }))}
    />
  );
}

function NewCallAndAnswer({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  const people = canTakeTurns(lead.room);
  const [caller, setCaller] = useState<MemberId>(people[0]?.id ?? lead.you.id);
  const [answerer, setAnswerer] = useState<MemberId | 'all'>('all');
  const [bars, setBars] = useState<Bars>('2');
  const [times, setTimes] = useState(2);
  const choices = people.map((member) => ({
    value: member.id,
    label: nameOf(member),
    picture: <Shape shape={member.shape} colour={member.colour} />,
  }));
  const isKnown = (id: MemberId | 'all') => id === 'all' || people.some((member) => member.id === id);
  return (
    <>
      <ChoiceCards<MemberId>
        legend={words('lead-call-who')}
        look="row"
        value={caller}
        onChange={setCaller}
        choices={choices}
      />
      <ChoiceCards<MemberId | 'all'>
        legend={words('lead-answer-who')}
        look="row"
        value={answerer}
        onChange={setAnswerer}
        choices={[
          { value: 'all', label: words('lead-answer-all') },
          ...choices.filter(({ value }) => value !== caller),
        ]}
      />
      <BarsChoice bars={bars} onChange={setBars} />
      <Stepper
        label={words('lead-call-times')}
        value={times}
        min={1}
        max={MAX_ROUND_LAPS}
        onChange={setTimes}
        lessLabel={words('lead-rounds-less')}
        moreLabel={words('lead-rounds-more')}
      />
      <WishButton
        lead={lead}
        kind="primary"
        size="l"
        icon="loop"
        isPointless={caller === answerer || !isKnown(caller) || !isKnown(answerer)}
        wish={{ type: 'beginCallAndAnswer', caller, answerer, bars: Number(bars), times }}
      >
        {words('lead-call-begin')}
      </WishButton>
      <p className={styles.hint}>{words('lead-rounds-free')}</p>
    </>
  );
}

/** Whose bars they are, who is asked next; and the way out for whoever may end it. */
export function RoundGoing({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { nameOf } = useNames();
  const { room, passing, beat } = lead;
  const turn = turnAt(room, beat);
  const coming = room.turns.filter(({ from }) => from > beat);
  const nameOfTurn = (id: MemberId | 'all') => {
    const member = id === 'all' ? undefined : memberOf(room, id);
    return member ? nameOf(member) : words('lead-answer-all');
  };
  const asked = passing.asked.find(({ what }) => what.type === 'turn');
  return (
    <>
      <p className={styles.large}>
        {turn ? words('lead-rounds-now', { name: nameOfTurn(turn.member) }) : words('lead-rounds-between')}
      </p>
      {(coming.length > 0 || passing.order.length > 0) && (
        <ol className={styles.order}>
          {coming.map(({ member, from }) => (
            <li key={from}>{nameOfTurn(member)}</li>
          ))}
          {passing.order.map((id, place) => (
            // Someone may stand in the order once a lap.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${id} ${place}`}>
              {asked?.to === id && place === 0
                ? words('lead-rounds-asked', { name: nameOfTurn(id) })
                : nameOfTurn(id)}
            </li>
          ))}
        </ol>
      )}
      <div className={styles.acts}>
        {asked && (
          <WishButton
            lead={lead}
            icon="forward"
            wish={{ type: 'withdrawInvitation', invitation: asked.number }}
          >
            {words('lead-rounds-skip')}
          </WishButton>
        )}
        <WishButton lead={lead} icon="stop" wish={{ type: 'endRound' }}>
          {words('lead-rounds-end')}
        </WishButton>
      </div>
    </>
  );
}
