import { useSyncExternalStore } from 'react';
import type { Session, SessionView } from '../session/session.ts';

/** The room as it is now; the component draws again when something it shows may have changed. */
export const useSession = (session: Session): SessionView =>
  useSyncExternalStore(session.subscribe, session.view, session.view);
