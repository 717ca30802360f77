import { type CSSProperties, lazy, Suspense, useCallback, useState } from 'react';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { InstrumentId, SurfaceName } from '../../../shared/music/instrument.ts';
import type { PassingView } from '../../../shared/room/passing/view.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { useLastHeard } from '../../hooks/use-last-heard.ts';
import { useLookedAt } from '../../hooks/use-looked-at.ts';
import { usePreferences } from '../../hooks/use-preferences.ts';
import { usePrepared } from '../../hooks/use-prepared.ts';
import { useRoomNow } from '../../hooks/use-room-now.ts';
import { useSession } from '../../hooks/use-session.ts';
import { Asks } from '../../panels/asks.tsx';
import { firstSurface } from '../../panels/instrument-families.ts';
import { LoopSurface } from '../../panels/loop-surface.tsx';
import { PlayingSurface } from '../../panels/playing-surface.tsx';
import { SurfaceChoice } from '../../panels/surface-choice.tsx';
import type { SoundDevice } from '../../player/sound-device.ts';
import type { PulseNow } from '../../session/hands.ts';
import type { Session } from '../../session/session.ts';
import { Button } from '../../ui/control/button.tsx';
import { partColour } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { Waiting } from '../plain-pages.tsx';
import { CircleCorner } from './circle-corner.tsx';
import { ClosingView } from './closing-view.tsx';
import { CountIn } from './count-in.tsx';
import { CourseLine } from './course-line.tsx';
import { type GroupNow, groupNow } from './group-now.ts';
import { Happenings } from './happenings.tsx';
import { ListenerView } from './listener-view.tsx';
import { RestPage } from './rest-page.tsx';
import styles from './room.module.css';
import { RoomFoot } from './room-foot.tsx';
import { RoomNotices } from './room-notices.tsx';
import type { SheetName } from './room-sheets.tsx';
import { SoundStopped } from './sound-stopped.tsx';
import { usePassingSaying } from './use-passing-saying.ts';
import { useQuietWords } from './use-quiet-words.tsx';
import { useRest } from './use-rest.ts';

const RoomSheets = lazy(() => import('./room-sheets.tsx').then((sheets) => ({ default: sheets.RoomSheets })));

export interface RoomProps {
  readonly session: Session;
  readonly sessionId: SessionId;
  readonly sound: SoundDevice;
}

/** The room: the surface edge to edge, three things that never move, and everything else one tap away. */
export function Room(props: RoomProps) {
  const words = useWords();
  const { room, you } = useSession(props.session);
  if (!room || !you) return <Waiting title={words('room-connecting')} />;
  return <RoomInside {...props} room={room} you={you} />;
}

interface RoomInsideProps extends RoomProps {
  readonly room: RoomState;
  readonly you: Member;
}

function RoomInside({ session, sessionId, sound, room, you }: RoomInsideProps) {
  const words = useWords();
  const view = useSession(session);
  const { preferences } = useHouse();
  const { isQuiet, touchStrength, glide } = usePreferences(preferences);
  const now = useRoomNow(room, session.pulseNow);
  const heard = useLastHeard(session.heardNotes);
  const [surface, setSurface] = useSurface(you.instrument);
  const [sheet, setSheet] = useState<SheetName>();
  const isPrepared = usePrepared(sound, you.instrument);
  const isPlayer = you.role !== 'listener';
  const group = useGroupNow(room, you, view.passing, session.pulseNow);
  const [passing, onSaying] = usePassingSaying();
  const { isResting, rest, comeBack } = useRest(session, sound, you, isQuiet);
  const onRest = () => {
    setSheet(undefined);
    rest();
  };
  const quietWords = useQuietWords({ session, room, you, onSaying, onRest });
  const isHere = view.link.type === 'here';
  const closing = closingOf(group);
  const title = room.title === '' ? words('room-untitled') : room.title;

  const sheets = sheet !== undefined && (
    <Suspense fallback={null}>
      <RoomSheets
        sheet={sheet}
        onSheet={setSheet}
        session={session}
        sessionId={sessionId}
        sound={sound}
        room={room}
        you={you}
        now={now}
        heard={heard}
        quietWords={quietWords}
        onRest={onRest}
      />
    </Suspense>
  );
  if (isResting) {
    return (
      <div className={styles.frame}>
        <RestPage
          said={closing ? words(`end-${closing}`) : undefined}
          onBack={comeBack}
          onLeave={() => setSheet('leave')}
        />
        {sheets}
      </div>
    );
  }
  return (
    <div className={styles.frame}>
      <div className={styles.room}>
        <Happenings view={view} onSaying={onSaying} />
        <header className={styles.top}>
          <h1 className="heard-only">{title}</h1>
          <Button
            kind="round"
            icon={isQuiet ? 'quiet' : 'sound'}
            isPressed={isQuiet}
            onClick={() => preferences.set({ isQuiet: !isQuiet })}
          >
            {words('quiet')}
          </Button>
          <div className={styles.middle}>
            {isPlayer && !closing && (
              <SurfaceChoice instrument={you.instrument} surface={surface} onChange={setSurface} />
            )}
          </div>
          <CourseLine arc={room.arc} />
          <CircleCorner
            members={room.members}
            you={you}
            heardNotes={session.heardNotes}
            pulseNow={session.pulseNow}
            onOpen={() => setSheet('people')}
          />
        </header>
        <RoomNotices
          view={view}
          session={session}
          room={room}
          you={you}
          group={group}
          pulse={now.pulse}
          isQuiet={isQuiet}
          isPrepared={isPrepared || !isPlayer}
          passing={passing}
          onSignal={quietWords.askFor}
          hasAsked={quietWords.hasAsked}
        />
        <main className={styles.surface} style={{ '--own': partColour(you.colour) } as CSSProperties}>
          {closing && (
            <ClosingView
              phase={closing}
              members={room.members}
              you={you}
              heardNotes={session.heardNotes}
              pulseNow={session.pulseNow}
            />
          )}
          {isPlayer && !closing && surface === 'loop' && (
            <LoopSurface
              key={you.instrument}
              session={session}
              sound={sound}
              you={you}
              frame={now.frame}
              going={view.loops.get(you.id)}
            />
          )}
          {isPlayer && !closing && surface !== 'loop' && (
            <PlayingSurface
              surface={surface}
              instrument={you.instrument}
              frame={now.frame}
              touchStrength={touchStrength}
              glide={glide}
              hands={session.hands}
              heardNotes={session.heardNotes}
              pulseNow={session.pulseNow}
            />
          )}
          {!isPlayer && !closing && (
            <ListenerView
              members={room.members}
              you={you}
              heardNotes={session.heardNotes}
              pulseNow={session.pulseNow}
            />
          )}
          {now.pulse === 'countIn' && <CountIn pulseNow={session.pulseNow} />}
          <SoundStopped sound={sound} state={view.sound} onAgain={() => void session.soundAgain()} />
        </main>
        {isHere && !closing && (
          <Asks session={session} passing={view.passing} room={room} you={you} bpm={now.bpm} />
        )}
        <RoomFoot session={session} room={room} you={you} pulse={now.pulse} onSheet={setSheet} />
        {sheets}
      </div>
    </div>
  );
}

/** Often enough for a bar that begins to be shown with it. */
const LOOK_EVERY_MS = 200;

/** What holds for the group now, looked at as time goes. */
function useGroupNow(room: RoomState, you: Member, { order }: PassingView, pulseNow: PulseNow): GroupNow {
  const look = useCallback(
    () => groupNow(room, you.id, order, pulseNow().tick),
    [room, you.id, order, pulseNow],
  );
  return useLookedAt(look, LOOK_EVERY_MS);
}

/** How far the end has come once nothing begins any more. */
function closingOf({ end }: GroupNow): 'lastChord' | 'silence' | 'stopped' | undefined {
  return end === undefined || end.type === 'announced' || end.type === 'closing' ? undefined : end.type;
}

/** The way of playing chosen for each instrument; a new instrument is met in its own first way. */
function useSurface(instrument: InstrumentId): readonly [SurfaceName, (surface: SurfaceName) => void] {
  const [chosen, setChosen] = useState<Partial<Record<InstrumentId, SurfaceName>>>({});
  return [
    chosen[instrument] ?? firstSurface(instrument),
    (surface) => setChosen((before) => ({ ...before, [instrument]: surface })),
  ];
}
