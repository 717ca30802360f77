import { createRoot } from 'react-dom/client';
import '../../client/ui/theme.css';
import { App } from '../../client/app.tsx';
import { HouseContext } from '../../client/hooks/use-house.ts';
import { AtTheDoor } from '../../client/screens/door/at-the-door.tsx';
import { Ended } from '../../client/screens/ended/ended.tsx';
import { PageTooNew, PageTooOld, Unsupported } from '../../client/screens/plain-pages.tsx';
import { Room } from '../../client/screens/room/room.tsx';
import type { ThemeChoice } from '../../client/ui/theme.ts';
import { wearTheme } from '../../client/ui/theme.ts';
import { Words } from '../../client/words/use-words.tsx';
import { createFakeHouse, createFakeSound, SESSION } from '../client/support/fake-house.ts';
import { createFakeStaff } from '../client/support/fake-staff.ts';
import { fakeRoom } from '../client/support/fake-room.ts';
import { FAREWELLS } from '../../shared/wire/down.ts';
import { doorStateOf, isRoomState, type RoomShown, roomStates } from './page-states.ts';

/** Every page in every state, over a house that is not there: `?state=room-alone&theme=day&language=nb`. */
const asked = new URLSearchParams(location.search);
const state = asked.get('state') ?? 'welcome';
const theme = (asked.get('theme') ?? 'night') as ThemeChoice;
const language = asked.get('language') === 'nb' ? 'nb' : 'en';
wearTheme(theme);

function pageOf(name: string) {
  const why = FAREWELLS.find((farewell) => name === `ended-${farewell}`);
  const [maya] = fakeRoom(1).members;
  if (why === 'putAtDoor') {
    return (
      <AtTheDoor
        session={SESSION}
        said={undefined}
        first={{ type: 'waiting', session: SESSION, sentence: undefined }}
        wayIn={undefined}
        sent={{ by: maya }}
        onStepIn={() => undefined}
      />
    );
  }
  if (why) return <Ended why={why} by={maya} onComeBack={() => undefined} onReturn={() => undefined} />;
  if (name === 'unsupported') return <Unsupported missing={['socket', 'audio']} />;
  if (name === 'too-old') return <PageTooOld />;
  if (name === 'too-new') return <PageTooNew />;
  if (isRoomState(name)) {
    const { session, sound = createFakeSound() }: RoomShown = roomStates[name]();
    return <Room session={session} sessionId={SESSION} sound={sound} />;
  }
  history.replaceState(undefined, '', doorStateOf(name).hash);
  return <App />;
}

const house = createFakeHouse(
  doorStateOf(state).door ?? {},
  createFakeSound(asked.get('sound') === 'off' ? 'off' : 'running'),
  createFakeStaff(doorStateOf(state).staff),
);
house.preferences.set({ theme });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <HouseContext value={house}>
      <Words language={language} onLanguage={() => undefined}>
        {pageOf(state)}
      </Words>
    </HouseContext>,
  );
}
