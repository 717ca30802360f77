import type { MemberId } from '../../../shared/base/ids.ts';
import { beats } from '../../../shared/base/units.ts';
import { NOTHING_TO_SEE, type PassingView } from '../../../shared/room/passing/view.ts';
import { memberOf } from '../../../shared/room/questions.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { roomNow } from '../../../client/hooks/use-room-now.ts';
import { NEVER_HEARD } from '../../../client/hooks/use-last-heard.ts';
import type { Lead } from '../../../client/panels/lead/lead.ts';
import { SESSION } from './fake-house.ts';
import { createFakeSession, type FakeSession } from './fake-session.ts';

export interface LeadAtTest extends Lead {
  readonly session: FakeSession;
}

/** What someone in a room has before them when they lead, at a beat. */
export function leadOf(
  room: RoomState,
  me: MemberId,
  passing: Partial<PassingView> = {},
  beat = 0,
): LeadAtTest {
  const you = memberOf(room, me);
  if (!you) throw new Error(`${me} is not in the room`);
  const view = { ...NOTHING_TO_SEE, ...passing };
  return {
    session: createFakeSession(room, me, { passing: view }),
    sessionId: SESSION,
    room,
    you,
    passing: view,
    now: roomNow(room, beat * 960),
    heard: NEVER_HEARD,
    beat: beats(beat),
    onPage: () => undefined,
    onBack: () => undefined,
  };
}
