import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MemberId, SessionId } from '../../../shared/base/ids.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { useBeat } from '../../hooks/use-beat.ts';
import type { LastHeard } from '../../hooks/use-last-heard.ts';
import type { RoomNow } from '../../hooks/use-room-now.ts';
import { useNames } from '../../hooks/use-names.ts';
import { useSession } from '../../hooks/use-session.ts';
import { INSTRUMENT_ICONS } from '../../panels/instrument-families.ts';
import { ArcStrip } from '../../panels/lead/arc-strip.tsx';
import { keepHere, readHere } from '../../panels/lead/kept-here.ts';
import { LargeView } from '../../panels/lead/large-view.tsx';
import { isTheirs, type Lead } from '../../panels/lead/lead.ts';
import { SignalsCount, UndoList } from '../../panels/lead/now.tsx';
import type { PageName } from '../../panels/lead/page-name.ts';
import { WaitingNumber } from '../../panels/lead/waiting-number.tsx';
import type { Session } from '../../session/session.ts';
import { classes } from '../../ui/classes.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { LeadWords, useWords } from '../../words/use-words.tsx';
import { LeadCircle } from './lead-circle.tsx';
import { LeadFoot } from './lead-foot.tsx';
import { LeadPage, titleOf } from './lead-page.tsx';
import styles from './lead-screen.module.css';
import { useShortcuts } from './use-shortcuts.ts';

export interface LeadScreenProps {
  readonly session: Session;
  readonly sessionId: SessionId;
  readonly room: RoomState;
  readonly you: Member;
  readonly now: RoomNow;
  readonly heard: LastHeard;
  /** Back to playing. */
  readonly onClose: () => void;
}

interface Place {
  readonly page: PageName;
  readonly person?: MemberId | undefined;
}

/** Often enough for bars and seconds in words. */
const LOOK_EVERY_MS = 500;

/**
 * The room from the therapist's chair: the course along the top, the circle with how each person is, what is at hand now beside
 * it, everything else in the drawer; hush, pulse and tempo never move. A page over the room, so that playing goes on under it.
 */
export function LeadScreen(props: LeadScreenProps) {
  return (
    <LeadWords fallback={null}>
      <Screen {...props} />
    </LeadWords>
  );
}

function Screen({ onClose, ...room }: LeadScreenProps) {
  const words = useWords();
  const { nameOf } = useNames();
  const dialog = useRef<HTMLDialogElement>(null);
  const { passing, refusal, sound } = useSession(room.session);
  const beat = useBeat(room.session.pulseNow, LOOK_EVERY_MS);
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [areKeysOn, setKeysOn] = useState(() => readHere('keys') !== 'off');
  const place = places.at(-1);

  const lead: Lead = {
    ...room,
    passing,
    beat,
    onPage: useCallback(
      (page: PageName, person?: MemberId) => setPlaces((before) => [...before, { page, person }]),
      [],
    ),
    onBack: useCallback(() => setPlaces((before) => before.slice(0, -1)), []),
  };
  useShortcuts(dialog, lead, areKeysOn && place?.page !== 'large', (page) => setPlaces([{ page }]));
  useShown(dialog);

  return (
    <dialog
      ref={dialog}
      className={styles.frame}
      aria-label={words('lead-title')}
      onCancel={(event) => {
        event.preventDefault();
        if (place) lead.onBack();
        else onClose();
      }}
    >
      <div className={classes(styles.screen, place !== undefined && styles.paged)}>
        <header className={styles.top}>
          <Button
            kind="round"
            icon={INSTRUMENT_ICONS[room.you.instrument]}
            className={styles.back}
            onClick={onClose}
          >
            {words('lead-back')}
          </Button>
          <ArcStrip lead={lead} />
          {isTheirs(lead, 'callIn') && (
            <Button kind="round" icon="door" className={styles.door} onClick={() => lead.onPage('door')}>
              {words('lead-door-title')}
              <WaitingNumber passing={passing} />
            </Button>
          )}
        </header>
        <div className={styles.circle}>
          <LeadCircle lead={lead} isBesidePage={place !== undefined} />
        </div>
        <Panel
          key={`${places.length} ${place?.page}`}
          title={place && (titleOf(place.page, words) ?? nameOf(personOf(lead, place)))}
          onBack={lead.onBack}
        >
          {refusal !== undefined && <Notice icon="info">{words(`refusal-${refusal}`)}</Notice>}
          {sound !== 'running' && (
            <Notice
              icon="sound"
              tone="caution"
              actions={
                <Button icon="sound" onClick={() => void room.session.soundAgain()}>
                  {words('sound-again')}
                </Button>
              }
            >
              {words('sound-stopped')}
            </Notice>
          )}
          {place && <UndoList lead={lead} />}
          {place && place.page !== 'signals' && <SignalsCount lead={lead} />}
          <LeadPage
            lead={lead}
            page={place?.page}
            person={place?.person}
            areKeysOn={areKeysOn}
            onKeys={(isOn) => {
              keepHere('keys', isOn ? 'on' : 'off');
              setKeysOn(isOn);
            }}
          />
        </Panel>
        <LeadFoot lead={lead} />
      </div>
      {place?.page === 'large' && <LargeView lead={lead} onClose={lead.onBack} />}
    </dialog>
  );
}

const personOf = (lead: Lead, { person }: Place): Member =>
  (person && memberOf(lead.room, person)) ?? lead.you;

interface PanelProps {
  /** The name of the page that is open; none at home. */
  readonly title: string | undefined;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function Panel({ title, onBack, children }: PanelProps) {
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  // Whoever opens a page, or comes back, is at its beginning, by eye and by ear.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={title ?? words('lead-title')}>
      {title !== undefined && (
        <div className={styles.panelHead}>
          <Button kind="plain" icon="back" onClick={onBack}>
            {words('back')}
          </Button>
          <h2>{title}</h2>
        </div>
      )}
      <div className={styles.panelBody}>{children}</div>
    </section>
  );
}

/** The browser's own modal: the focus stays inside, and goes back to where it was. */
function useShown(dialog: { readonly current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    if (!element.open) element.showModal();
    return () => element.close();
  }, [dialog]);
}
