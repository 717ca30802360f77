import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../shared/base/ids.ts';
import { beats, roomMs } from '../../../shared/base/units.ts';
import type { RoomEvent } from '../../../shared/event/entry.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { groupNow } from '../../../client/screens/room/group-now.ts';
import { fakeRoom, personId } from '../support/fake-room.ts';

/** What holds for a person at a beat; bars are of four. */
const at = (room: RoomState, beat: number, you = 1, order: readonly MemberId[] = []) =>
  groupNow(room, personId(you), order, beat * 960);
const beatAtMs = (room: RoomState, ms: number) => beatAt(room.tempo, roomMs(ms));
const withOne = (...events: readonly RoomEvent[]) => fakeRoom(4, ...events);

describe('what holds for the group', () => {
  it('is nothing while everyone just plays', () => {
    expect(at(withOne(), 20)).toEqual({
      end: undefined,
      round: undefined,
      softened: undefined,
      hushedBy: undefined,
      isPaused: false,
      swell: undefined,
      isThinned: false,
      away: undefined,
    });
  });

  it('counts the bars to the last chord, the one that sounds among them, and then there is silence', () => {
    const room = withOne({ type: 'endingAnnounced', from: beats(16), until: beats(32) });
    expect(at(room, 0).end).toMatchObject({ type: 'announced', bars: 8 });
    expect(at(room, 15.9).end).toMatchObject({ type: 'announced', bars: 5 });
    expect(at(room, 16).end).toMatchObject({ type: 'closing', bars: 4 });
    expect(at(room, 31.99).end).toMatchObject({ type: 'closing', bars: 1 });
    expect(at(room, 32).end).toEqual({ type: 'lastChord' });
    const rungOut = beats(32 + (5000 / 60_000) * 76);
    expect(at(room, rungOut - 0.1).end).toEqual({ type: 'lastChord' });
    expect(at(room, rungOut + 0.1).end).toEqual({ type: 'silence' });
  });

  it('is a stop at once, whatever was announced', () => {
    const room = withOne({ type: 'endingAnnounced', from: beats(16), until: beats(32) }, { type: 'stopped' });
    expect(at(room, 4).end).toEqual({ type: 'stopped' });
  });

  it('tells a softened person who did it and for how many minutes yet, and nobody else', () => {
    const room = withOne({
      type: 'softened',
      member: personId(1),
      kind: 'silent',
      from: beats(0),
      untilMs: 300_000,
    });
    expect(at(room, 0).softened).toMatchObject({ kind: 'silent', minutes: 5 });
    expect(at(room, beatAtMs(room, 61_000)).softened?.minutes).toBe(4);
    expect(at(room, beatAtMs(room, 299_000)).softened?.minutes).toBe(1);
    expect(at(room, 0, 2).softened).toBeUndefined();
  });

  it('is a silence with whoever asked for it, until it is lifted', () => {
    expect(at(withOne({ type: 'hushed' }), 4).hushedBy).toBe('room');
    expect(at(withOne({ type: 'hushed' }, { type: 'hushLifted' }), 4).hushedBy).toBeUndefined();
  });

  it('is a pause, and a swell only while it moves', () => {
    const swell = (to: number): RoomEvent => ({
      type: 'loudnessSet',
      from: beats(4),
      to,
      glideBeats: beats(8),
    });
    expect(at(withOne(swell(0)), 6)).toMatchObject({ isPaused: true, swell: undefined });
    expect(at(withOne(swell(0.4)), 6).swell).toBe('softer');
    expect(at(withOne(swell(0.4)), 13).swell).toBeUndefined();
  });

  it('is thinning of one’s own part, until all of it is let through again', () => {
    const thin = (to: number): RoomEvent => ({
      type: 'densitySet',
      part: personId(1),
      from: beats(4),
      to,
      glideBeats: beats(4),
    });
    expect(at(withOne(thin(0.5)), 6).isThinned).toBe(true);
    expect(at(withOne(thin(0.5)), 6, 2).isThinned).toBe(false);
    expect(at(withOne(thin(0.5), thin(1)), 12).isThinned).toBe(false);
  });

  it('[R10] says at once, but for a breath, that nobody holds the room, and later that anyone may end it', () => {
    const left = withOne({ type: 'wentAway', member: personId(0) });
    expect(at(left, beatAtMs(left, 400)).away).toBeUndefined();
    expect(at(left, beatAtMs(left, 600)).away).toBe('away');
    const offered = withOne({ type: 'wentAway', member: personId(0) }, { type: 'calmEndOffered' });
    expect(at(offered, 400).away).toBe('offered');
  });
});

describe('a round as everyone sees it', () => {
  const turn = (place: number | 'all', from: number, until: number): RoomEvent => ({
    type: 'turnSet',
    member: place === 'all' ? 'all' : personId(place),
    from: beats(from),
    until: beats(until),
  });
  const begun: RoomEvent = { type: 'roundBegun', kind: 'round', bars: 2 };

  it('names who plays, who is next and who will be asked, in order', () => {
    const room = withOne(begun, turn(0, 0, 8), turn(1, 8, 16));
    expect(at(room, 3, 1, [personId(2), personId(3)]).round).toEqual({
      kind: 'round',
      places: [
        { who: personId(0), state: 'now' },
        { who: personId(1), state: 'set' },
        { who: personId(2), state: 'asked' },
        { who: personId(3), state: 'asked' },
      ],
      barsLeft: 2,
      mine: { type: 'set', bars: 2 },
    });
  });

  it('counts the bars to one’s own, of one’s own, and about how many until one is asked', () => {
    const room = withOne(begun, turn(0, 0, 8), turn(1, 8, 16));
    expect(at(room, 4, 1).round?.mine).toEqual({ type: 'set', bars: 1 });
    expect(at(room, 8, 1).round?.mine).toEqual({ type: 'now', bars: 2 });
    expect(at(room, 12, 1).round?.mine).toEqual({ type: 'now', bars: 1 });
    expect(at(room, 0, 3, [personId(2), personId(3)]).round?.mine).toEqual({ type: 'asked', bars: 6 });
    expect(at(room, 0, 2).round?.mine).toBeUndefined();
  });

  it('is everyone’s where all answer', () => {
    const room = withOne({ ...begun, kind: 'callAndAnswer' }, turn(0, 0, 8), turn('all', 8, 16));
    expect(at(room, 9, 2).round).toMatchObject({
      kind: 'callAndAnswer',
      barsLeft: 2,
      mine: { type: 'now', bars: 2 },
    });
  });

  it('is shown before the first has answered, and gone once the last turn is over', () => {
    expect(at(withOne(), 4, 2, [personId(2)]).round).toEqual({
      kind: 'round',
      places: [{ who: personId(2), state: 'asked' }],
      barsLeft: undefined,
      mine: { type: 'asked', bars: 1 },
    });
    expect(at(withOne(begun, turn(0, 0, 8)), 8).round).toBeUndefined();
  });
});
