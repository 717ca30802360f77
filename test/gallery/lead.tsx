import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../client/ui/theme.css';
import { HouseContext } from '../../client/hooks/use-house.ts';
import { useLastHeard } from '../../client/hooks/use-last-heard.ts';
import { useRoomNow } from '../../client/hooks/use-room-now.ts';
import { useSession } from '../../client/hooks/use-session.ts';
import { LeadScreen } from '../../client/screens/lead/lead-screen.tsx';
import { wearTheme } from '../../client/ui/theme.ts';
import { Words } from '../../client/words/use-words.tsx';
import { createFakeHouse, SESSION } from '../client/support/fake-house.ts';
import type { FakeSession } from '../client/support/fake-session.ts';
import { isLeadState, leadStates } from './lead-states.ts';

/** Leading a room in every state: `lead.html?state=door&theme=day&language=nb`. What is asked stands in `window.wishes`. */
const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? 'playing';
const theme = asked.get('theme') === 'day' ? 'day' : 'night';
wearTheme(theme);

const session = leadStates[isLeadState(name) ? name : 'playing']();
Object.assign(window, { wishes: session.wishes });

function Leading({ session: led }: { readonly session: FakeSession }) {
  const { room, you } = useSession(led);
  const [isOpen, setOpen] = useState(true);
  const heard = useLastHeard(led.heardNotes);
  if (!room || !you) return null;
  return isOpen ? (
    <LeadNow session={led} room={room} you={you} heard={heard} onClose={() => setOpen(false)} />
  ) : null;
}

function LeadNow(props: Omit<Parameters<typeof LeadScreen>[0], 'now' | 'sessionId'>) {
  const now = useRoomNow(props.room, props.session.pulseNow);
  return <LeadScreen {...props} now={now} sessionId={SESSION} />;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <HouseContext value={createFakeHouse()}>
      <Words language={asked.get('language') === 'nb' ? 'nb' : 'en'} onLanguage={() => undefined}>
        <Leading session={session} />
      </Words>
    </HouseContext>,
  );
}
