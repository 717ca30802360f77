import { isValidElement, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { beats } from '../../../shared/base/units.ts';
import type { RoomEvent } from '../../../shared/event/entry.ts';
import type { Member } from '../../../shared/room/state.ts';
import { createNames } from '../../../client/hooks/use-names.ts';
import { groupNow } from '../../../client/screens/room/group-now.ts';
import {
  type GroupSayingsProps,
  groupSayings,
  ownSayings,
  softSayings,
} from '../../../client/screens/room/group-sayings.tsx';
import type { Saying } from '../../../client/screens/room/saying.ts';
import { fakeRoom, personId } from '../support/fake-room.ts';
import { createFakeSession } from '../support/fake-session.ts';
import { englishWords } from '../support/spoken.ts';

const words = englishWords();
const names = createNames(words, 'en');

/** What a person reads at a beat of a room where this has happened. */
function at(beat: number, you: number, events: readonly RoomEvent[], asked: readonly string[] = []) {
  const room = fakeRoom(4, ...events);
  const session = createFakeSession(room, personId(you));
  const signals: string[] = [];
  const props: GroupSayingsProps = {
    session,
    room,
    you: room.members.find(({ id }) => id === personId(you)) as Member,
    group: groupNow(room, personId(you), [], beat * 960),
    onSignal: (signal) => signals.push(signal),
    hasAsked: (signal) => asked.includes(signal),
  };
  const own = ownSayings(props, words, names);
  const group = groupSayings(props, words, names);
  return { all: [...own, ...group, ...softSayings(props, words)], session, signals };
}

const textOf = ({ text }: Saying) =>
  isValidElement(text) ? (text as ReactElement<{ readonly text: string }>).props.text : text;
const buttonOf = (saying: Saying | undefined) =>
  isValidElement(saying?.actions)
    ? (saying.actions as ReactElement<{ readonly children: string; readonly onClick: () => void }>).props
    : undefined;

const softened: RoomEvent = {
  type: 'softened',
  member: personId(1),
  kind: 'softer',
  from: beats(0),
  untilMs: 300_000,
};
const ending: RoomEvent = { type: 'endingAnnounced', from: beats(16), until: beats(32) };

describe('what is said over the surface', () => {
  it('tells a softened person who did it, when it is over, and that they can ask; with one tap they do', () => {
    const { all, signals } = at(0, 1, [softened]);
    expect(all.map(textOf)).toEqual([
      'The facilitator has made your sound soft for now. It comes back by itself in 5 minutes. You can ask.',
    ]);
    expect(buttonOf(all[0])?.children).toBe('Ask about it');
    buttonOf(all[0])?.onClick();
    expect(signals).toEqual(['askMe']);
    expect(buttonOf(at(0, 1, [softened], ['askMe']).all[0])).toBeUndefined();
    expect(at(0, 2, [softened]).all).toEqual([]);
  });

  it('announces the end with the bars left and a quiet way to ask for more', () => {
    const { all, signals } = at(4, 1, [ending]);
    expect(all.map(textOf)).toEqual(['The facilitator brings the music to its end. 7 more bars.']);
    expect(buttonOf(all[0])?.children).toBe('One more round?');
    buttonOf(all[0])?.onClick();
    expect(signals).toEqual(['oneMore']);
    expect(at(31, 1, [ending]).all.map(textOf)).toEqual(['Coming home. One bar to the last chord.']);
    expect(at(33, 1, [ending]).all).toEqual([]);
  });

  it('[C4] lets whoever holds the ending call it off, until its last bar', () => {
    const { all, session } = at(4, 0, [ending]);
    expect(buttonOf(all[0])?.children).toBe('Play on after all');
    buttonOf(all[0])?.onClick();
    expect(session.wishes).toEqual([{ type: 'callOffEnding' }]);
    expect(buttonOf(at(29, 0, [ending]).all[0])?.children).not.toBe('Play on after all');
  });

  it('[R10] offers a calm end to a player once the facilitator has been away for long, and not before', () => {
    const away: RoomEvent = { type: 'wentAway', member: personId(0) };
    expect(buttonOf(at(40, 1, [away]).all[0])).toBeUndefined();
    const { all, session } = at(400, 1, [away, { type: 'calmEndOffered' }]);
    buttonOf(all[0])?.onClick();
    expect(session.wishes).toEqual([{ type: 'announceEnding', leadBars: null, closeBars: 4 }]);
  });

  it('says who asked for silence and nothing of a pause beneath it', () => {
    const paused: RoomEvent = { type: 'loudnessSet', from: beats(0), to: 0, glideBeats: beats(4) };
    expect(at(8, 1, [paused]).all.map(({ key }) => key)).toEqual(['paused']);
    expect(at(8, 1, [paused, { type: 'hushed' }]).all.map(({ key }) => key)).toEqual(['hushed']);
  });
});
