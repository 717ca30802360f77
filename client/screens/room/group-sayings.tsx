import { whyNot } from '../../../shared/room/permissions.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import type { Names } from '../../hooks/use-names.ts';
import type { Session } from '../../session/session.ts';
import { Button } from '../../ui/control/button.tsx';
import type { Speech } from '../../words/speech.ts';
import { Counted } from './counted.tsx';
import type { GroupNow } from './group-now.ts';
import type { Saying } from './saying.ts';

export interface GroupSayingsProps {
  readonly session: Session;
  readonly room: RoomState;
  readonly you: Member;
  readonly group: GroupNow;
  /** Asks about one's softened sound, or for one more round, and thanks for it. */
  readonly onSignal: (signal: 'askMe' | 'oneMore') => void;
  /** What one has asked for already is not offered again. */
  readonly hasAsked: (signal: 'askMe' | 'oneMore') => boolean;
}

/** What was done to oneself, weightier than all else; shown though one is quiet, though one leads. */
export function ownSayings(props: GroupSayingsProps, words: Speech, names: Names): readonly Saying[] {
  const { group, room, onSignal, hasAsked } = props;
  const { softened } = group;
  if (!softened) return [];
  const name = names.authorOf(room.members, softened.by);
  return [
    {
      key: 'softened',
      icon: 'soft',
      text: (
        <Counted
          phase={softened.kind}
          text={words(`softened-you-${softened.kind}`, { name, minutes: softened.minutes })}
        />
      ),
      actions: !hasAsked('askMe') && (
        <Button kind="plain" icon="say" onClick={() => onSignal('askMe')}>
          {words('softened-ask')}
        </Button>
      ),
    },
  ];
}

/** What was decided for everyone, with who decided it and what one may do. */
export function groupSayings(props: GroupSayingsProps, words: Speech, names: Names): readonly Saying[] {
  const { group, room } = props;
  const sayings: readonly (Saying | false)[] = [
    group.hushedBy !== undefined && {
      key: 'hushed',
      icon: 'quiet',
      text: words('hushed', { name: names.authorOf(room.members, group.hushedBy) }),
    },
    endSaying(props, words, names),
    awaySaying(props, words),
    group.isPaused && group.hushedBy === undefined && { key: 'paused', icon: 'pause', text: words('paused') },
  ];
  return sayings.filter((saying) => saying !== false);
}

/** What changes softly by itself: last of all, where nothing else is to be said. */
export function softSayings({ group }: GroupSayingsProps, words: Speech): readonly Saying[] {
  const { swell, isThinned } = group;
  return [
    ...(swell ? [{ key: 'swell', icon: 'soft', text: words(`swell-${swell}`) } as const] : []),
    ...(isThinned ? [{ key: 'thinned', icon: 'info', text: words('thinned-you') } as const] : []),
  ];
}

function endSaying(props: GroupSayingsProps, words: Speech, names: Names): Saying | false {
  const { group, room, you, session, onSignal, hasAsked } = props;
  const { end } = group;
  if (end?.type !== 'announced' && end?.type !== 'closing') return false;
  // From the last bar on it cannot be called off any more.
  const mayCallOff = whyNot(room, 'callOffEnding', you.id) === undefined && end.bars > 1;
  const mayAsk = !mayCallOff && whyNot(room, 'propose', you.id) === undefined && !hasAsked('oneMore');
  return {
    key: 'end',
    icon: 'ending',
    text: (
      <Counted
        phase={end.type}
        text={
          end.type === 'closing'
            ? words('end-closing', { bars: end.bars })
            : words('end-announced', { name: names.authorOf(room.members, end.by), bars: end.bars })
        }
      />
    ),
    actions: mayCallOff ? (
      <Button kind="plain" icon="undo" onClick={() => session.wish({ type: 'callOffEnding' })}>
        {words('end-play-on')}
      </Button>
    ) : (
      mayAsk && (
        <Button kind="plain" icon="loop" onClick={() => onSignal('oneMore')}>
          {words('end-one-more')}
        </Button>
      )
    ),
  };
}

function awaySaying({ group, room, you, session }: GroupSayingsProps, words: Speech): Saying | false {
  if (!group.away || group.end) return false;
  const mayEnd = group.away === 'offered' && whyNot(room, 'announceEnding', you.id) === undefined;
  return {
    key: 'away',
    icon: 'people',
    text: words(group.away === 'offered' ? 'away-offered' : 'away'),
    actions: mayEnd && (
      <Button
        kind="plain"
        icon="ending"
        onClick={() => session.wish({ type: 'announceEnding', leadBars: null, closeBars: CALM_CLOSE_BARS })}
      >
        {words('away-end')}
      </Button>
    ),
  };
}

/** As a proposed ending has it (shared/room/passing). */
const CALM_CLOSE_BARS = 4;
