import { assertNever } from '../shared/base/assert.ts';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { InstrumentId } from '../shared/music/instrument.ts';
import type { RoomKey, Seat } from '../shared/wire/door.ts';
import { PROTOCOL } from '../shared/wire/protocol.ts';
import { useHouse } from './hooks/use-house.ts';
import { usePreferences } from './hooks/use-preferences.ts';
import { go, keptWayIn, readRoute, type Route, useHash } from './hooks/use-route.ts';
import { useSession } from './hooks/use-session.ts';
import type { SoundDevice } from './player/sound-device.ts';
import { Join } from './screens/join/join.tsx';
import { PageTooNew, PageTooOld, Waiting } from './screens/plain-pages.tsx';
import type { Session } from './session/session.ts';
import { wearTheme } from './ui/theme.ts';
import { useWords } from './words/use-words.tsx';

const Welcome = lazy(() =>
  import('./screens/welcome/welcome.tsx').then((page) => ({ default: page.Welcome })),
);
const Start = lazy(() => import('./screens/start/start.tsx').then((page) => ({ default: page.Start })));
const OpenPage = lazy(() =>
  import('./screens/start/open-page.tsx').then((page) => ({ default: page.OpenPage })),
);
const loadRoom = () => import('./screens/room/room.tsx');
/** What stepping in needs, fetched while someone finds their instrument. */
const loadSession = () => import('./live-session.ts');
const Room = lazy(() => loadRoom().then((page) => ({ default: page.Room })));
const ReturnPage = lazy(() =>
  import('./screens/ended/return-page.tsx').then((page) => ({ default: page.ReturnPage })),
);
const Ended = lazy(() => import('./screens/ended/ended.tsx').then((page) => ({ default: page.Ended })));

/** A room one is in: it lives as long as the address says so. */
interface Live {
  readonly seat: Seat;
  readonly session: Session;
  readonly sound: SoundDevice;
  /** How one came in, for coming back after leaving. */
  readonly cameBy: RoomKey | undefined;
}

/** The pages, by the address; and the one room a page can be in. */
export function App() {
  const house = useHouse();
  const words = useWords();
  const hash = useHash();
  const route = readRoute(hash);
  const [live, setLive] = useState<Live>();
  const version = useVersion();
  useTheme();

  const enter = useCallback(
    async (seat: Seat, sound: SoundDevice, cameBy?: RoomKey, instrument?: InstrumentId) => {
      const session = await house.createSession(seat, sound);
      if (instrument) session.wish({ type: 'chooseInstrument', instrument });
      setLive((before) => {
        before?.session.close();
        return { seat, session, sound, cameBy };
      });
      // The way in is not a page one comes back to by going back.
      go({ type: 'room', session: seat.session }, 'replace', cameBy);
    },
    [house],
  );
  useEffect(() => {
    // Gone to another page: the line is let go of, the seat waits.
    const look = () =>
      setLive((before) => (before && isAt(before, readRoute(location.hash)) ? before : shut(before)));
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  if (version === 'old') return <PageTooOld />;
  if (version === 'new') return <PageTooNew />;
  return (
    <Suspense fallback={<Waiting title={words('wait-page')} />}>
      <Pages key={hash} route={route} live={live} enter={enter} />
    </Suspense>
  );
}

const isAt = ({ seat }: Live, route: Route) => route.type === 'room' && route.session === seat.session;

function shut(live: Live | undefined): undefined {
  live?.session.close();
}

interface PagesProps {
  readonly route: Route;
  readonly live: Live | undefined;
  readonly enter: (
    seat: Seat,
    sound: SoundDevice,
    cameBy?: RoomKey,
    instrument?: InstrumentId,
  ) => Promise<void>;
}

function Pages({ route, live, enter }: PagesProps) {
  switch (route.type) {
    case 'welcome':
      return <Welcome />;
    case 'code':
      return <JoinBy roomKey={{ code: route.code }} enter={enter} />;
    case 'join':
      return <JoinBy roomKey={{ invite: route.invite }} enter={enter} />;
    case 'start':
      return <Start token={route.token} />;
    case 'open':
      return <OpenPage onStepIn={(opened, sound) => void enter(opened, sound, { invite: opened.invite })} />;
    case 'room':
      if (live?.seat.session !== route.session) {
        return (
          <ReturnPage
            session={route.session}
            onStepIn={(seat, sound) => void enter(seat, sound, keptWayIn(history.state))}
          />
        );
      }
      return <LiveRoom live={live} enter={enter} />;
    default:
      return assertNever(route);
  }
}

function JoinBy({ roomKey, enter }: { readonly roomKey: RoomKey; readonly enter: PagesProps['enter'] }) {
  // The room is fetched while someone finds their instrument, so that stepping in is at once.
  useEffect(() => void Promise.allSettled([loadRoom(), loadSession()]), []);
  const [key] = useState(roomKey);
  return (
    <Join roomKey={key} onStepIn={(seat, sound, instrument) => void enter(seat, sound, key, instrument)} />
  );
}

function LiveRoom({ live, enter }: { readonly live: Live; readonly enter: PagesProps['enter'] }) {
  const { seat, session, sound, cameBy } = live;
  const { link } = useSession(session);
  if (link.type !== 'ended') return <Room session={session} sessionId={seat.session} sound={sound} />;
  const comeBack = cameBy && (() => go(routeOf(cameBy)));
  const stepBackIn = () => {
    // A tap: the sound may begin in it. Without it the room has its own button for that.
    void sound.unlock();
    void enter(seat, sound, cameBy);
  };
  return <Ended why={link.why} onComeBack={comeBack} onReturn={stepBackIn} />;
}

const routeOf = (key: RoomKey): Route =>
  'code' in key ? { type: 'code', code: key.code } : { type: 'join', invite: key.invite };

/** Whether page and server speak the same language; asked once, and not waited for. */
function useVersion(): 'same' | 'old' | 'new' {
  const { door } = useHouse();
  const [version, setVersion] = useState<'same' | 'old' | 'new'>('same');
  useEffect(() => {
    const ask = async () => {
      const answer = await door.hello();
      if (answer.type !== 'granted' || answer.value.protocol === PROTOCOL) return;
      setVersion(answer.value.protocol > PROTOCOL ? 'old' : 'new');
    };
    void ask();
  }, [door]);
  return version;
}

function useTheme(): void {
  const { preferences } = useHouse();
  const { theme } = usePreferences(preferences);
  useEffect(() => wearTheme(theme), [theme]);
}
