import { UNDO_MS } from '../../../shared/base/limits.ts';
import type { RoomMs } from '../../../shared/base/units.ts';
import { levelToCome } from '../../../shared/time/level-map.ts';
import type { Member } from '../../../shared/room/state.ts';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import type { PlainWordId } from '../../words/speech.ts';
import { isTheirs, type Lead, type LeadWish } from './lead.ts';

/** Something that can be done about one person's sound, with one tap. */
export interface PersonAct {
  readonly name: 'softer' | 'silent' | 'back' | 'thinOut' | 'bringIn';
  readonly label: PlainWordId;
  readonly icon: IconName;
  readonly wish: LeadWish;
  readonly isPointless: boolean;
}

/** How much of a part is let through once it is thinned out, and over how many bars it gets there. */
const THIN = 0.4;
const DENSITY_BARS = 2;

type Here = Pick<Lead, 'room' | 'you'>;

const makesSound = ({ role }: Member) => role !== 'listener';
/** Someone who can be asked: a person, not oneself, who came to play. */
export const canBeInvited = ({ you }: Pick<Lead, 'you'>, member: Member): boolean =>
  member.id !== you.id && !member.isCompany && makesSound(member) && !member.isOnBreak;

/** What may be done about someone's sound, by whoever leads; nothing that touches someone who only listens. */
export function soundActs(lead: Here, member: Member): readonly PersonAct[] {
  if (!makesSound(member)) return [];
  const { id, softened } = member;
  const acts: readonly PersonAct[] = [
    ...(id === lead.you.id
      ? []
      : ([
          {
            name: 'softer',
            label: 'lead-act-softer',
            icon: 'soft',
            wish: { type: 'soften', member: id, kind: 'softer' },
            isPointless: softened?.kind === 'softer',
          },
          {
            name: 'silent',
            label: 'lead-act-silent',
            icon: 'quiet',
            wish: { type: 'soften', member: id, kind: 'silent' },
            isPointless: softened?.kind === 'silent',
          },
        ] as const)),
    ...(softened
      ? ([
          {
            name: 'back',
            label: 'lead-act-back',
            icon: 'undo',
            wish: { type: 'endSoftening', member: id },
            isPointless: false,
          },
        ] as const)
      : []),
    densityAct(member),
  ];
  return acts.filter(({ wish }) => isTheirs(lead, wish.type));
}

function densityAct({ id, density }: Member): PersonAct {
  const isThin = levelToCome(density) < 1;
  return {
    name: isThin ? 'bringIn' : 'thinOut',
    label: isThin ? 'lead-act-bringIn' : 'lead-act-thinOut',
    icon: isThin ? 'plus' : 'minus',
    wish: { type: 'setDensity', part: id, to: isThin ? 1 : THIN, bars: DENSITY_BARS },
    isPointless: false,
  };
}

/** Who may be sent to the door: anyone but a facilitator; the company is sent home together. */
export const canBeSentOut = (lead: Here, member: Member): boolean =>
  member.id !== lead.you.id &&
  member.role !== 'facilitator' &&
  !member.isCompany &&
  isTheirs(lead, 'putAtDoor');

/** Those whose sound one made soft so lately that it can be undone with one tap. */
export const undoable = ({ room, you }: Here, at: RoomMs): readonly Member[] =>
  room.members.filter(
    ({ softened }) => softened !== undefined && softened.by === you.id && at - softened.since < UNDO_MS,
  );
