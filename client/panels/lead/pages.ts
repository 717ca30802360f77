import type { ArcStepKind } from '../../../shared/event/plan.ts';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import type { PlainWordId } from '../../words/speech.ts';
import { isTheirs, type Lead, type WishType } from './lead.ts';
import type { ListedPage } from './page-name.ts';

interface PageOf {
  readonly icon: IconName;
  readonly title: PlainWordId;
  /** Shown to whoever may wish for one of these; to everyone who leads where nothing is listed. */
  readonly wishes: readonly WishType[];
}

export const PAGES: Readonly<Record<ListedPage, PageOf>> = {
  people: { icon: 'people', title: 'people-title', wishes: [] },
  door: { icon: 'door', title: 'lead-door-title', wishes: ['callIn'] },
  invite: { icon: 'qr', title: 'invite-title', wishes: ['callIn'] },
  signals: { icon: 'heart', title: 'lead-signals-title', wishes: ['clearSignal'] },
  holding: { icon: 'share', title: 'lead-holding-title', wishes: [] },
  tempo: { icon: 'tempo', title: 'tempo', wishes: ['setTempo'] },
  music: { icon: 'scale', title: 'lead-music', wishes: ['setFrame'] },
  chords: { icon: 'harp', title: 'lead-chords-title', wishes: ['setFrame'] },
  loudness: { icon: 'sound', title: 'lead-loudness-title', wishes: ['swell'] },
  conduct: { icon: 'field', title: 'lead-conduct-title', wishes: ['conduct'] },
  ground: { icon: 'ocean', title: 'lead-ground-title', wishes: ['holdGround'] },
  rounds: { icon: 'loop', title: 'lead-rounds-title', wishes: ['beginRound', 'endRound'] },
  arc: { icon: 'moment', title: 'lead-arc-title', wishes: ['setArc'] },
  ending: { icon: 'ending', title: 'lead-ending-title', wishes: ['announceEnding'] },
  close: { icon: 'leave', title: 'close-title', wishes: ['closeRoom'] },
  echo: { icon: 'ear', title: 'echo-title', wishes: ['fixEcho'] },
  company: { icon: 'people', title: 'company-title', wishes: ['inviteCompany'] },
  notes: { icon: 'pen', title: 'lead-notes-title', wishes: [] },
  large: { icon: 'tablet', title: 'lead-large-title', wishes: [] },
  keys: { icon: 'help', title: 'lead-keys-title', wishes: [] },
};

/** The drawer: what lies together. */
export const DRAWER: readonly { readonly title: PlainWordId; readonly pages: readonly ListedPage[] }[] = [
  {
    title: 'lead-drawer-music',
    pages: ['tempo', 'music', 'chords', 'loudness', 'conduct', 'ground', 'rounds'],
  },
  { title: 'lead-drawer-people', pages: ['people', 'door', 'invite', 'signals', 'holding'] },
  { title: 'lead-drawer-course', pages: ['arc', 'ending', 'close'] },
  { title: 'lead-drawer-room', pages: ['echo', 'company', 'notes', 'large', 'keys'] },
];

/** What is at hand in each step of a session. */
const AT_HAND: Readonly<Record<ArcStepKind | 'none', readonly ListedPage[]>> = {
  none: ['tempo', 'music', 'loudness', 'invite'],
  arrive: ['invite', 'door', 'music', 'ground'],
  play: ['music', 'loudness', 'tempo', 'ground'],
  rounds: ['rounds', 'loudness', 'music', 'tempo'],
  freePlay: ['conduct', 'music', 'chords', 'ground'],
  comeDown: ['loudness', 'tempo', 'ground', 'ending'],
  close: ['ending', 'loudness', 'notes', 'people'],
};
const MOST_AT_HAND = 4;

/** Whether a page has anything for this person. */
export const isPageTheirs = (lead: Pick<Lead, 'room' | 'you'>, page: ListedPage): boolean => {
  const { wishes } = PAGES[page];
  return wishes.length === 0 || wishes.some((wish) => isTheirs(lead, wish));
};

/**
 * The few pages at hand now: those of the present step; the ending once it is announced.
 * Whoever holds little has what they hold at hand, whatever the step.
 */
export function pagesAtHand(lead: Pick<Lead, 'room' | 'you'>): readonly ListedPage[] {
  const { arc, ending, round } = lead.room;
  const step = arc.step === undefined ? undefined : arc.steps[arc.step];
  const wanted: readonly ListedPage[] = [
    ...(ending ? (['ending'] as const) : []),
    ...AT_HAND[step?.kind ?? 'none'],
    ...AT_HAND.none,
    'chords',
    'door',
    'rounds',
    'arc',
    'ending',
  ];
  // A round that goes on stands above them with all that can be done about it.
  const theirs = [...new Set(wanted)].filter(
    (page) => isPageTheirs(lead, page) && !(page === 'rounds' && round),
  );
  return theirs.slice(0, MOST_AT_HAND);
}
