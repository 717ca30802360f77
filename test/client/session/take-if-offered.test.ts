import { describe, expect, it } from 'vitest';
import { takeIfOffered } from '../../../client/session/take-if-offered.ts';
import { fakeRoom, personId } from '../support/fake-room.ts';
import { createFakeSession } from '../support/fake-session.ts';

describe('an instrument that was found before the room was known', () => {
  const room = { ...fakeRoom(1), instruments: ['harp', 'kalimba'] as const };
  const you = room.members[0];

  it('is taken once the room is there, once', () => {
    const session = createFakeSession(undefined, personId(0));
    takeIfOffered(session, 'harp');
    expect(session.wishes).toEqual([]);
    session.change({ room, you });
    session.change({ room, you });
    expect(session.wishes).toEqual([{ type: 'chooseInstrument', instrument: 'harp' }]);
  });

  it('is let go of when it is not out today', () => {
    const session = createFakeSession(room, personId(0));
    takeIfOffered(session, 'bells');
    expect(session.wishes).toEqual([]);
  });
});
