import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { classes } from '../classes.ts';
import type { PartColour, PartShape } from '../part.ts';
import { partColour } from '../part.ts';
import { Icon } from '../icon/icon.tsx';
import { Shape } from '../shape/shape.tsx';
import styles from './circle.module.css';
import { followBlooms, type HeardInCircle } from './follow-blooms.ts';
import { placeOfChair } from './place.ts';
import type { CirclePulse } from './pulse-ring.ts';
import { PulseView } from './pulse-view.tsx';

/** `here`; `lost` is looked for; `away` has left and may return; `later` joins when their device is ready. */
export type PresenceInCircle = 'here' | 'lost' | 'away' | 'later';

export interface PersonInCircle {
  readonly id: string;
  readonly name: string;
  readonly colour: PartColour;
  readonly shape: PartShape;
  readonly chair: number;
  readonly presence: PresenceInCircle;
  /** A few words under the name: "you", "listening", "we are looking for them". */
  readonly note?: string;
  readonly isMe?: boolean;
  /** Holds something of the room: a small baton at their seat. */
  readonly isLeading?: boolean;
}

export interface CircleProps {
  readonly people: readonly PersonInCircle[];
  /** Chairs in the circle; as many as there are people unless told. */
  readonly chairs?: number;
  /** `large` has names; `small` is for the edge of a surface and says them only to a screen reader. */
  readonly look?: 'large' | 'small';
  /** What this is, to a screen reader: "Who is here". */
  readonly label: string;
  readonly pulseNow?: () => CirclePulse;
  readonly heardNotes?: HeardInCircle;
  /** What stands in the middle of the ring: a count-in, a word. */
  readonly centre?: ReactNode;
  /** Makes each person a button. */
  readonly onPerson?: (id: string) => void;
}

/** With more chairs than this, names are written smaller. */
const CROWDED = 10;

/** The people of a room in a circle, each at the place they sound from, and the pulse in the middle. Fills its width. */
export function Circle({
  people,
  chairs = people.length,
  look = 'large',
  label,
  pulseNow,
  heardNotes,
  centre,
  onPerson,
}: CircleProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(
    () => (list.current && heardNotes ? followBlooms(list.current, heardNotes) : undefined),
    [heardNotes],
  );
  return (
    <div
      className={classes(styles.circle, styles[look], chairs > CROWDED && styles.crowded)}
      style={{ '--chairs': Math.max(3, chairs) } as CSSProperties}
    >
      <div className={styles.floor} />
      {pulseNow && <PulseView pulseNow={pulseNow} />}
      {centre !== undefined && <div className={styles.centre}>{centre}</div>}
      <ul ref={list} className={styles.people} aria-label={label}>
        {people.map((person) => (
          <li
            key={person.id}
            className={styles.person}
            style={chairStyle(person, chairs)}
            data-part={`${person.colour} ${person.shape}`}
            data-presence={person.presence}
            data-me={person.isMe || undefined}
          >
            {onPerson ? (
              <button type="button" className={styles.touch} onClick={() => onPerson(person.id)}>
                <Seat person={person} look={look} />
              </button>
            ) : (
              <Seat person={person} look={look} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Seat({ person, look }: { readonly person: PersonInCircle; readonly look: 'large' | 'small' }) {
  return (
    <>
      <span className={styles.seat}>
        <span className={styles.bloom} data-bloom="" />
        <span className={styles.figure} data-figure="">
          <Shape
            shape={person.shape}
            colour={person.colour}
            size="100%"
            isHollow={person.presence !== 'here'}
          />
        </span>
        {person.isLeading && look === 'large' && (
          <span className={styles.baton}>
            <Icon name="lead" size="100%" />
          </span>
        )}
      </span>
      <span className={look === 'small' ? 'heard-only' : styles.words}>
        <span className={styles.name}>{person.name}</span>
        {person.note !== undefined && <span className={styles.note}> {person.note}</span>}
      </span>
    </>
  );
}

function chairStyle(person: PersonInCircle, chairs: number): CSSProperties {
  const { x, y } = placeOfChair(person.chair, chairs);
  return { '--x': x.toFixed(4), '--y': y.toFixed(4), '--part': partColour(person.colour) } as CSSProperties;
}
