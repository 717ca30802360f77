import { useState } from 'react';
import type { MemberId } from '../../../shared/base/ids.ts';
import { CONTROLS, type Control, SHAREABLE_CONTROLS } from '../../../shared/event/holding.ts';
import { controlsOf, facilitatorOf } from '../../../shared/room/holding.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Button } from '../../ui/control/button.tsx';
import { Shape } from '../../ui/shape/shape.tsx';
import { useWords } from '../../words/use-words.tsx';
import { InviteToHold } from './invite-to-hold.tsx';
import { isTheirs, type Lead } from './lead.ts';
import styles from './lead.module.css';
import { canBeInvited } from './person-acts.ts';
import { WishButton } from './wish-button.tsx';

type Shareable = (typeof SHAREABLE_CONTROLS)[number];
const shareable = (control: Control): Shareable | undefined =>
  SHAREABLE_CONTROLS.find((one) => one === control);

/** Who holds what; and for whoever opened the room, to ask someone, to open it to all, to take it back. */
export function HoldingPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { room, you } = lead;
  const [asking, setAsking] = useState<readonly Control[]>();
  const [person, setPerson] = useState<MemberId>();
  const done = () => {
    setAsking(undefined);
    setPerson(undefined);
  };
  const member = person && memberOf(room, person);
  if (asking && member) return <InviteToHold lead={lead} member={member} controls={asking} onDone={done} />;
  if (asking) return <Whom lead={lead} onWhom={setPerson} onDone={done} />;
  const away = CONTROLS.filter((control) => room.holding[control].type !== 'facilitator');
  const own = you.role === 'facilitator' ? [] : controlsOf(room, you.id);
  return (
    <>
      <p className={styles.hint}>{words('lead-holding-text')}</p>
      <ul className={styles.plainList}>
        {CONTROLS.map((control) => (
          <Held key={control} lead={lead} control={control} onAsk={() => setAsking([control])} />
        ))}
      </ul>
      <div className={styles.stack}>
        {isTheirs(lead, 'inviteToHold') && (
          <Button icon="share" onClick={() => setAsking(CONTROLS)}>
            {words('lead-holding-ask-all')}
          </Button>
        )}
        {away.length > 0 && (
          <WishButton lead={lead} icon="undo" wish={{ type: 'takeBack', controls: [...away] }}>
            {words('lead-holding-take-all')}
          </WishButton>
        )}
        {own.length > 0 && (
          <WishButton lead={lead} icon="undo" wish={{ type: 'giveBack', controls: [...own] }}>
            {words('lead-holding-give-all')}
          </WishButton>
        )}
      </div>
    </>
  );
}

function Held({
  lead,
  control,
  onAsk,
}: {
  readonly lead: Lead;
  readonly control: Control;
  readonly onAsk: () => void;
}) {
  const words = useWords();
  const { nameOf } = useNames();
  const { room, you } = lead;
  const holder = room.holding[control];
  const person = holder.type === 'member' ? memberOf(room, holder.member) : facilitatorOf(room);
  const isYours = person?.id === you.id;
  const who =
    holder.type === 'everyone'
      ? words('lead-held-everyone')
      : isYours
        ? words('lead-held-you')
        : person
          ? nameOf(person)
          : words('role-facilitator');
  const open = shareable(control);
  return (
    <li className={styles.between}>
      <span className={styles.words}>
        <span className={styles.label}>{words(`lead-control-${control}`)}</span>
        <span className={styles.value}>
          {holder.type === 'member' && holder.until !== null ? words('lead-held-for-now', { who }) : who}
        </span>
      </span>
      <span className={styles.chips}>
        {holder.type === 'facilitator' && isTheirs(lead, 'inviteToHold') && (
          <Button className={styles.chip} onClick={onAsk}>
            {words('lead-holding-ask')}
          </Button>
        )}
        {holder.type !== 'everyone' && open && (
          <WishButton lead={lead} className={styles.chip} wish={{ type: 'openToAll', control: open }}>
            {words('lead-holding-open')}
          </WishButton>
        )}
        {holder.type !== 'facilitator' && (
          <WishButton lead={lead} className={styles.chip} wish={{ type: 'takeBack', controls: [control] }}>
            {words('lead-holding-take')}
          </WishButton>
        )}
        {holder.type === 'member' && isYours && (
          <WishButton lead={lead} className={styles.chip} wish={{ type: 'giveBack', controls: [control] }}>
            {words('lead-holding-give')}
          </WishButton>
        )}
      </span>
    </li>
  );
}

interface WhomProps {
  readonly lead: Lead;
  readonly onWhom: (member: MemberId) => void;
  readonly onDone: () => void;
}

function Whom({ lead, onWhom, onDone }: WhomProps) {
  const words = useWords();
  const { nameOf } = useNames();
  const people = lead.room.members.filter((member) => canBeInvited(lead, member));
  return (
    <>
      <h3>{words('lead-holding-whom')}</h3>
      {people.length === 0 && <p>{words('lead-holding-nobody')}</p>}
      <div className={styles.stack}>
        {people.map((member) => (
          <Button key={member.id} onClick={() => onWhom(member.id)}>
            <Shape shape={member.shape} colour={member.colour} /> {nameOf(member)}
          </Button>
        ))}
        <Button kind="plain" onClick={onDone}>
          {words('lead-never-mind')}
        </Button>
      </div>
    </>
  );
}
