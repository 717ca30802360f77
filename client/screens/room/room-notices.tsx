import { type ReactNode, useEffect, useState } from 'react';
import { notReady } from '../../../shared/room/questions.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { useNames } from '../../hooks/use-names.ts';
import type { RoomNow } from '../../hooks/use-room-now.ts';
import type { SessionView } from '../../session/session.ts';
import { Notice } from '../../ui/control/notice.tsx';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './room-notices.module.css';

export interface RoomNoticesProps {
  readonly view: SessionView;
  readonly room: RoomState;
  readonly you: Member;
  readonly pulse: RoomNow['pulse'];
  readonly isQuiet: boolean;
  /** One's instrument sounds as it should. */
  readonly isPrepared: boolean;
}

interface Saying {
  readonly key: string;
  readonly icon: IconName;
  readonly tone?: 'caution';
  readonly text: ReactNode;
}

/** A group commit takes milliseconds: what is not on disk after this long is not getting there (TRUST R8: told in 2 s). */
const STORE_PATIENCE_MS = 1500;
/** From here on the sentence says how long the place is kept. */
const ALONE_LONG_MS = 20_000;
/** Long enough to be read at leisure; it holds for as long as one is here, and the surface is needed. */
const SLOW_SHOWN_MS = 15_000;

/** What happened and what one can do, between the top and the surface; at most two at a time, the weightier first. */
export function RoomNotices(props: RoomNoticesProps) {
  const sayings = useSayings(props).slice(0, 2);
  return (
    <div className={styles.notices} aria-live="polite">
      {sayings.map(({ key, icon, tone, text }) => (
        <Notice key={key} icon={icon} tone={tone ?? 'plain'} look="banner">
          {text}
        </Notice>
      ))}
    </div>
  );
}

function useSayings({ view, room, you, pulse, isQuiet, isPrepared }: RoomNoticesProps): readonly Saying[] {
  const words = useWords();
  const { listOf } = useNames();
  const { link } = view;
  const isAlone = link.type === 'alone';
  const isSlow = link.type === 'here' && link.usesPolling === true;
  const isSlowLong = useLasting(isSlow, SLOW_SHOWN_MS);
  const isAloneLong = useLasting(isAlone, ALONE_LONG_MS);
  const isLate = useLasting(view.unstored > 0 && link.type === 'here', STORE_PATIENCE_MS);
  const isNotStored = isLate || !view.isDiskWell;
  const awaited = notReady(room);
  const company = room.members.some((member) => member.isCompany);
  const sayings: readonly (Saying | false)[] = [
    isAlone && { key: 'alone', icon: 'lost', text: words(isAloneLong ? 'alone-long' : 'alone') },
    view.refusal !== undefined && {
      key: view.refusal,
      icon: 'info',
      text: words(`refusal-${view.refusal}`),
    },
    isNotStored && { key: 'store', icon: 'keep', tone: 'caution', text: words('not-stored') },
    pulse === 'awaited' && {
      key: 'awaited',
      icon: 'clock',
      text: awaited.some((member) => member.id === you.id)
        ? words('pulse-waiting-you')
        : words('pulse-waiting', { names: listOf(awaited) }),
    },
    pulse === 'countIn' && { key: 'count', icon: 'tempo', text: words('pulse-countIn') },
    pulse === 'ending' && { key: 'ending', icon: 'ending', text: words('pulse-ending') },
    room.isCompanyInvited && !company && { key: 'company', icon: 'people', text: words('company-coming') },
    !isPrepared && {
      key: 'preparing',
      icon: 'clock',
      text: words('try-preparing', { instrument: words(`instrument-${you.instrument}`) }),
    },
    isQuiet && { key: 'quiet', icon: 'quiet', text: words('quiet-on') },
    isSlow && !isSlowLong && { key: 'slow', icon: 'lost', text: words('alone-polling') },
  ];
  return sayings.filter((saying) => saying !== false);
}

/** Whether something has held for a while without a break. */
function useLasting(holds: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!holds) return undefined;
    const timer = setTimeout(() => setLasts(true), ms);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [holds, ms]);
  return holds && lasts;
}
