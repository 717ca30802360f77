import type { MemberId } from '../../../shared/base/ids.ts';
import type { Member } from '../../../shared/room/state.ts';
import { useNames } from '../../hooks/use-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Shape } from '../../ui/shape/shape.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Counted } from './counted.tsx';
import type { PlaceInRound, RoundNow } from './round-now.ts';
import styles from './round-strip.module.css';

export interface RoundStripProps {
  readonly round: RoundNow;
  readonly members: readonly Member[];
  readonly you: MemberId;
}

/** So many places are named; a long round shows its next ones. */
const MAX_PLACES = 7;

/** The order of a round, as everyone sees it: who plays, who comes, and how many bars to one's own. */
export function RoundStrip({ round, members, you }: RoundStripProps) {
  const words = useWords();
  const { nameOf } = useNames();
  const { places, barsLeft, mine, kind } = round;
  const memberAt = ({ who }: PlaceInRound) => members.find(({ id }) => id === who);
  const nameAt = (place: PlaceInRound) => {
    if (place.who === you) return words('you');
    const member = memberAt(place);
    return member ? nameOf(member) : words('round-everyone');
  };
  return (
    <section
      className={styles.strip}
      aria-label={words(kind === 'round' ? 'round-title' : 'round-callAndAnswer')}
    >
      <ol className={styles.places}>
        {places.slice(0, MAX_PLACES).map((place, index) => {
          const member = memberAt(place);
          const name = nameAt(place);
          return (
            // The same person may have several turns: their places in the order tell them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${place.who} ${index}`} className={styles.place} data-state={place.state}>
              {member ? (
                <Shape
                  shape={member.shape}
                  colour={member.colour}
                  size="1.25em"
                  isHollow={place.state === 'asked'}
                />
              ) : (
                <Icon name="people" size="1.25em" />
              )}
              <span aria-hidden="true">{name}</span>
              <span className="heard-only">
                {place.state === 'now'
                  ? words('round-place-now', { name })
                  : place.state === 'asked'
                    ? words('round-place-asked', { name })
                    : name}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles.line} aria-live="polite">
        <Counted phase={`${places[0]?.who} ${places[0]?.state} ${mine?.type}`} text={lineOf()} />
      </p>
    </section>
  );

  function lineOf(): string {
    if (mine?.type === 'now' && places[0]?.who !== 'all') return words('round-yours', { bars: mine.bars });
    const now = places.find(({ state }) => state === 'now');
    const going =
      now && barsLeft !== undefined
        ? now.who === 'all'
          ? words('round-now-everyone', { bars: barsLeft })
          : words('round-now', { name: nameAt(now), bars: barsLeft })
        : '';
    const own =
      mine?.type === 'set'
        ? words('round-yours-in', { bars: mine.bars })
        : mine?.type === 'asked'
          ? words('round-asked-in', { bars: mine.bars })
          : '';
    return [going, own].filter((part) => part !== '').join(' ');
  }
}
