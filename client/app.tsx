import { assertNever } from '../shared/base/assert.ts';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Newcomer } from '../shared/event/membership.ts';
import type { InstrumentId } from '../shared/music/instrument.ts';
import type { Member } from '../shared/room/state.ts';
import type { RoomKey, Seat } from '../shared/wire/door.ts';
import { PROTOCOL } from '../shared/wire/protocol.ts';
import { useHouse } from './hooks/use-house.ts';
import { usePreferences } from './hooks/use-preferences.ts';
import { go, keptWayIn, readRoute, type Route, routeOf, isOfStaff, useHash } from './hooks/use-route.ts';
import { useSession } from './hooks/use-session.ts';
import type { SoundDevice } from './player/sound-device.ts';
import { type AtClosedDoor, Join } from './screens/join/join.tsx';
import { PageTooNew, PageTooOld, Waiting } from './screens/plain-pages.tsx';
import type { Session } from './session/session.ts';
import { takeIfOffered } from './session/take-if-offered.ts';
import { wearTheme } from './ui/theme.ts';
import { useWords } from './words/use-words.tsx';

const Welcome = lazy(() =>
  import('./screens/welcome/welcome.tsx').then((page) => ({ default: page.Welcome })),
);
const StaffPages = lazy(() =>
  import('./screens/staff/staff-pages.tsx').then((pages) => ({ default: pages.StaffPages })),
);
const loadRoom = () => import('./screens/room/room.tsx');
/** What stepping in needs, fetched while someone finds their instrument. */
const loadSession = () => import('./live-session.ts');
const Room = lazy(() => loadRoom().then((page) => ({ default: page.Room })));
const ReturnPage = lazy(() =>
  import('./screens/ended/return-page.tsx').then((page) => ({ default: page.ReturnPage })),
);
const AtTheDoor = lazy(() =>
  import('./screens/door/at-the-door.tsx').then((page) => ({ default: page.AtTheDoor })),
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
  const [waiting, setWaiting] = useState<AtClosedDoor>();
  const version = useVersion();
  useTheme();

  const enter = useCallback(
    async (seat: Seat, sound: SoundDevice, cameBy?: RoomKey, instrument?: InstrumentId) => {
      const session = await house.createSession(seat, sound);
      if (instrument) takeIfOffered(session, instrument);
      setLive((before) => {
        before?.session.close();
        return { seat, session, sound, cameBy };
      });
      setWaiting(undefined);
      // The way in is not a page one comes back to by going back.
      go({ type: 'room', session: seat.session }, 'replace', cameBy);
    },
    [house],
  );
  const wait = useCallback((at: AtClosedDoor) => {
    setWaiting(at);
    go({ type: 'room', session: at.answer.session }, 'replace', at.said.key);
  }, []);
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
      <Pages
        key={isOfStaff(route) ? 'staff' : hash}
        route={route}
        live={live}
        waiting={waiting}
        enter={enter}
        wait={wait}
      />
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
  /** Where one knocked and waits. */
  readonly waiting: AtClosedDoor | undefined;
  readonly wait: (at: AtClosedDoor) => void;
  readonly enter: (
    seat: Seat,
    sound: SoundDevice,
    cameBy?: RoomKey,
    instrument?: InstrumentId,
  ) => Promise<void>;
}

function Pages({ route, live, waiting, enter, wait }: PagesProps) {
  switch (route.type) {
    case 'welcome':
      return <Welcome />;
    case 'code':
      return <JoinBy roomKey={{ code: route.code }} enter={enter} wait={wait} />;
    case 'join':
      return <JoinBy roomKey={{ invite: route.invite }} enter={enter} wait={wait} />;
    case 'start':
    case 'welcomeStaff':
    case 'signIn':
    case 'staff':
    case 'open':
    case 'plan':
    case 'account':
    case 'admin':
      return <StaffPages route={route} onStepIn={(...way) => void enter(...way)} />;
    case 'room':
      if (live?.seat.session !== route.session) return <ComingIn {...{ route, waiting, enter }} />;
      return <LiveRoom live={live} enter={enter} />;
    default:
      return assertNever(route);
  }
}

interface ComingInProps extends Pick<PagesProps, 'waiting' | 'enter'> {
  readonly route: Extract<Route, { readonly type: 'room' }>;
}

/** At the address of a room and not in it: one waits at its door, or comes back to it. */
function ComingIn({ route, waiting, enter }: ComingInProps) {
  const [wayIn] = useState(() => keptWayIn(history.state));
  useEffect(() => void Promise.allSettled([loadRoom(), loadSession()]), []);
  const onStepIn = (seat: Seat, sound: SoundDevice, instrument?: InstrumentId) =>
    void enter(seat, sound, wayIn, instrument);
  if (waiting?.answer.session !== route.session)
    return <ReturnPage session={route.session} wayIn={wayIn} onStepIn={onStepIn} />;
  const { said, answer, instrument } = waiting;
  return (
    <AtTheDoor
      session={route.session}
      said={said}
      first={answer}
      wayIn={wayIn}
      instrument={instrument}
      onStepIn={onStepIn}
    />
  );
}

interface JoinByProps extends Pick<PagesProps, 'enter' | 'wait'> {
  readonly roomKey: RoomKey;
}

/** The room is fetched while someone tries their instrument, but not before they may have heard its first note. */
const FIRST_NOTE_MS = 2500;

function JoinBy({ roomKey, enter, wait }: JoinByProps) {
  const [key] = useState(roomKey);
  const [isTrying, setTrying] = useState(false);
  useEffect(() => {
    if (!isTrying) return undefined;
    const fetching = setTimeout(() => void Promise.allSettled([loadRoom(), loadSession()]), FIRST_NOTE_MS);
    return () => clearTimeout(fetching);
  }, [isTrying]);
  return (
    <Join
      roomKey={key}
      onTrying={() => setTrying(true)}
      onStepIn={(seat, sound, instrument) => void enter(seat, sound, key, instrument)}
      onAtDoor={wait}
    />
  );
}

function LiveRoom({ live, enter }: { readonly live: Live; readonly enter: PagesProps['enter'] }) {
  const { seat, session, sound, cameBy } = live;
  const { link, you } = useSession(session);
  const [me, setMe] = useState(you);
  // As one was last: whoever is put at the door is no longer in the room's own list.
  if (you && you !== me) setMe(you);
  if (link.type !== 'ended') return <Room session={session} sessionId={seat.session} sound={sound} />;
  const comeBack = cameBy && (() => go(routeOf(cameBy)));
  const stepBackIn = () => {
    // A tap: the sound may begin in it. Without it the room has its own button for that.
    void sound.unlock();
    void enter(seat, sound, cameBy);
  };
  if (link.why === 'putAtDoor') {
    return (
      <AtTheDoor
        session={seat.session}
        said={me && cameBy && { key: cameBy, newcomer: newcomerOf(me) }}
        wayIn={cameBy}
        instrument={me?.instrument}
        sent={{ by: link.by }}
        onStepIn={(again, device, instrument) => void enter(again, device, cameBy, instrument)}
      />
    );
  }
  return <Ended why={link.why} by={link.by} onComeBack={comeBack} onReturn={stepBackIn} />;
}

/** What a member would say of themselves at the door: the same as before. */
const newcomerOf = ({ name, shape, role, keptSince }: Member): Newcomer => ({
  ...(name === undefined ? {} : { name }),
  shape,
  role: role === 'listener' ? 'listener' : 'player',
  isKept: keptSince !== undefined,
});

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
