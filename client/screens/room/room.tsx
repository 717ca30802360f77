import { type CSSProperties, lazy, Suspense, useState } from 'react';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { InstrumentId, SurfaceName } from '../../../shared/music/instrument.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { whyNot } from '../../../shared/room/permissions.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { useLastHeard } from '../../hooks/use-last-heard.ts';
import { usePreferences } from '../../hooks/use-preferences.ts';
import { usePrepared } from '../../hooks/use-prepared.ts';
import { useRoomNow } from '../../hooks/use-room-now.ts';
import { useSession } from '../../hooks/use-session.ts';
import { firstSurface } from '../../panels/instrument-families.ts';
import { LoopSurface } from '../../panels/loop-surface.tsx';
import { PlayingSurface } from '../../panels/playing-surface.tsx';
import { SurfaceChoice } from '../../panels/surface-choice.tsx';
import type { SoundDevice } from '../../player/sound-device.ts';
import type { Session } from '../../session/session.ts';
import { Button } from '../../ui/control/button.tsx';
import { partColour } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { Waiting } from '../plain-pages.tsx';
import { CircleCorner } from './circle-corner.tsx';
import { CountIn } from './count-in.tsx';
import { Happenings } from './happenings.tsx';
import { ListenerView } from './listener-view.tsx';
import styles from './room.module.css';
import { RoomFoot } from './room-foot.tsx';
import { RoomNotices } from './room-notices.tsx';
import type { SheetName } from './room-sheets.tsx';
import { SoundStopped } from './sound-stopped.tsx';

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
  const isPlayer = whyNot(room, 'playNote', you.id) === undefined;
  const title = room.title === '' ? words('room-untitled') : room.title;

  return (
    <div className={styles.frame}>
      <div className={styles.room}>
        <Happenings view={view} />
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
            {isPlayer && (
              <SurfaceChoice instrument={you.instrument} surface={surface} onChange={setSurface} />
            )}
          </div>
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
          room={room}
          you={you}
          pulse={now.pulse}
          isQuiet={isQuiet}
          isPrepared={isPrepared || !isPlayer}
        />
        <main className={styles.surface} style={{ '--own': partColour(you.colour) } as CSSProperties}>
          {isPlayer && surface === 'loop' && (
            <LoopSurface
              key={you.instrument}
              session={session}
              sound={sound}
              you={you}
              frame={now.frame}
              going={view.loops.get(you.id)}
            />
          )}
          {isPlayer && surface !== 'loop' && (
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
          {!isPlayer && (
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
        <RoomFoot session={session} room={room} you={you} pulse={now.pulse} onSheet={setSheet} />
        {sheet !== undefined && (
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
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** The way of playing chosen for each instrument; a new instrument is met in its own first way. */
function useSurface(instrument: InstrumentId): readonly [SurfaceName, (surface: SurfaceName) => void] {
  const [chosen, setChosen] = useState<Partial<Record<InstrumentId, SurfaceName>>>({});
  return [
    chosen[instrument] ?? firstSurface(instrument),
    (surface) => setChosen((before) => ({ ...before, [instrument]: surface })),
  ];
}
