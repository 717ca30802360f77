import { useMemo } from 'react';
import { notReady } from '../../../shared/room/questions.ts';
import { useLasting } from '../../hooks/use-lasting.ts';
import { useNames } from '../../hooks/use-names.ts';
import type { RoomNow } from '../../hooks/use-room-now.ts';
import type { SessionView } from '../../session/session.ts';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { type GroupSayingsProps, groupSayings, ownSayings, softSayings } from './group-sayings.tsx';
import styles from './room-notices.module.css';
import { RoundStrip } from './round-strip.tsx';
import type { Saying } from './saying.ts';

export interface RoomNoticesProps extends GroupSayingsProps {
  readonly view: SessionView;
  readonly pulse: RoomNow['pulse'];
  readonly isQuiet: boolean;
  /** One's instrument sounds as it should. */
  readonly isPrepared: boolean;
  /** Something said once that passes by itself. */
  readonly passing: Saying | undefined;
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
  const { round } = props.group;
  return (
    <div className={styles.notices}>
      {round && <RoundStrip round={round} members={props.room.members} you={props.you.id} />}
      <div className={styles.sayings} aria-live="polite">
        {sayings.map(({ key, icon, tone, text, actions }) => (
          <Notice
            key={key}
            icon={icon}
            tone={tone ?? 'plain'}
            look="banner"
            actions={actions === false ? undefined : actions}
          >
            {text}
          </Notice>
        ))}
      </div>
    </div>
  );
}

function useSayings(props: RoomNoticesProps): readonly Saying[] {
  const { view, passing } = props;
  const words = useWords();
  const names = useNames();
  const isAlone = view.link.type === 'alone';
  const isAloneLong = useLasting(isAlone, ALONE_LONG_MS);
  const own = useOwnTrouble(props);
  const sayings: readonly (Saying | false)[] = [
    isAlone && { key: 'alone', icon: 'lost', text: words(isAloneLong ? 'alone-long' : 'alone') },
    view.refusal !== undefined && {
      key: view.refusal,
      icon: 'info',
      text: words(`refusal-${view.refusal}`),
    },
    ...ownSayings(props, words, names),
    ...groupSayings(props, words, names),
    passing ?? false,
    ...own,
    ...softSayings(props, words),
  ];
  return sayings.filter((saying) => saying !== false);
}

/** What is about this device, the pulse and the disk. */
function useOwnTrouble({ view, room, you, pulse, isQuiet, isPrepared }: RoomNoticesProps) {
  const words = useWords();
  const { listOf } = useNames();
  const { link } = view;
  const isSlow = link.type === 'here' && link.usesPolling === true;
  const isSlowLong = useLasting(isSlow, SLOW_SHOWN_MS);
  const isLate = useLasting(view.unstored > 0 && link.type === 'here', STORE_PATIENCE_MS);
  const isNotStored = isLate || !view.isDiskWell;
  return useMemo(() => {
    const awaited = notReady(room);
    const company = room.members.some((member) => member.isCompany);
    const sayings: readonly (Saying | false)[] = [
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
  }, [room, you, pulse, isQuiet, isPrepared, isNotStored, isSlow, isSlowLong, words, listOf]);
}
