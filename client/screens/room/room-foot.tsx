import { whyNot } from '../../../shared/room/permissions.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import type { RoomNow } from '../../hooks/use-room-now.ts';
import { INSTRUMENT_ICONS } from '../../panels/instrument-families.ts';
import { mayLead } from '../../panels/lead/lead.ts';
import { WaitingNumber } from '../../panels/lead/waiting-number.tsx';
import type { Session } from '../../session/session.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './room-foot.module.css';
import type { SheetName } from './room-sheets.tsx';

export interface RoomFootProps {
  readonly session: Session;
  readonly room: RoomState;
  readonly you: Member;
  readonly pulse: RoomNow['pulse'];
  readonly onSheet: (sheet: SheetName) => void;
}

/** Under the surface: leaving on the left, what is one's own in the middle, what one holds of the room on the right. */
export function RoomFoot({ session, room, you, pulse, onSheet }: RoomFootProps) {
  const words = useWords();
  const mayPlay = whyNot(room, 'chooseInstrument', you.id) === undefined;
  const maySetPulse = whyNot(room, 'startPulse', you.id) === undefined;
  const maySay = whyNot(room, 'sendSignal', you.id) === undefined && you.role !== 'facilitator';
  const isStill = pulse === 'still' || pulse === 'ending';
  return (
    <nav className={styles.foot} aria-label={words('room')}>
      <Button kind="round" icon="leave" onClick={() => onSheet('leave')}>
        {words('leave')}
      </Button>
      <div className={styles.group}>
        {mayPlay && (
          <Button kind="round" icon={INSTRUMENT_ICONS[you.instrument]} onClick={() => onSheet('instrument')}>
            {words(`instrument-${you.instrument}`)}
          </Button>
        )}
        <Button kind="round" icon="headphones" onClick={() => onSheet('sound')}>
          {words('my-sound')}
        </Button>
        {maySay && (
          <Button kind="round" icon="say" onClick={() => onSheet('say')}>
            {words('say')}
          </Button>
        )}
        {maySetPulse && (
          <Button
            kind="round"
            icon={isStill ? 'play' : 'stop'}
            onClick={() => session.wish({ type: isStill ? 'startPulse' : 'stopPulse' })}
          >
            {words(isStill ? 'pulse-start' : 'pulse-stop')}
          </Button>
        )}
        {mayLead(room, you) && (
          <Button kind="round" icon="lead" onClick={() => onSheet('lead')}>
            {words('lead')}
            <WaitingNumber passing={session.view().passing} />
          </Button>
        )}
      </div>
    </nav>
  );
}
