import { describe, expect, it } from 'vitest';
import { beats } from '../../../shared/base/units.ts';
import type { RoomEvent } from '../../../shared/event/entry.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { type Happening, happeningsBetween } from '../../../client/screens/room/happenings-between.ts';
import { fakeRoom, personId } from '../support/fake-room.ts';

const three = fakeRoom(3);
const withMembers = (members: readonly Member[]): RoomState => ({ ...three, members });
const change = (place: number, over: Partial<Member>) =>
  withMembers(
    three.members.map((member) => (member.id === personId(place) ? { ...member, ...over } : member)),
  );
const told = (happening: Happening) =>
  'member' in happening ? `${happening.type} ${happening.member.id}` : happening.type;
const typesOf = (before: RoomState, after: RoomState, you = personId(0)) =>
  happeningsBetween(before, after, you).map(told);
/** What one person hears of something that happened after the room was as in `before`. */
const saidOf = (happened: readonly RoomEvent[], you: number, before: readonly RoomEvent[] = []) =>
  happeningsBetween(fakeRoom(3, ...before), fakeRoom(3, ...before, ...happened), personId(you));

describe('what is said of others', () => {
  it('is who comes and who goes, and who comes to listen', () => {
    const two = withMembers(three.members.slice(0, 2));
    expect(typesOf(two, three)).toEqual(['came person2']);
    expect(typesOf(two, change(2, { role: 'listener' }))).toEqual(['listens person2']);
    expect(typesOf(three, two)).toEqual(['left person2']);
  });

  it('is a lost line, an absence and a return', () => {
    const lost = change(1, { presence: 'lost' });
    expect(typesOf(three, lost)).toEqual(['lost person1']);
    expect(typesOf(lost, change(1, { presence: 'away' }))).toEqual(['away person1']);
    expect(typesOf(lost, three)).toEqual(['back person1']);
  });

  it('is a new instrument, a rest and the return from it', () => {
    expect(typesOf(three, change(2, { instrument: 'oceanDrum' }))).toEqual(['instrument person2']);
    const resting = change(1, { isOnBreak: true });
    expect(typesOf(three, resting)).toEqual(['rests person1']);
    expect(typesOf(resting, three)).toEqual(['returned person1']);
  });

  it('is nothing of oneself, and nothing of what is not heard or seen', () => {
    expect(typesOf(three, change(0, { instrument: 'oceanDrum', presence: 'lost' }))).toEqual([]);
    expect(typesOf(three, change(0, { isOnBreak: true }))).toEqual([]);
    expect(typesOf(three, change(1, { clockErrorMs: 40, isReady: false }))).toEqual([]);
    expect(typesOf(three, three)).toEqual([]);
  });
});

describe('what is said of who decided what', () => {
  const softened: RoomEvent = {
    type: 'softened',
    member: personId(1),
    kind: 'softer',
    from: beats(0),
    untilMs: 300_000,
  };
  const back: RoomEvent = { type: 'softeningEnded', member: personId(1), from: beats(4) };

  it('tells the others of a softening, and the person when it is over: while it lasts it stands on their page', () => {
    expect(saidOf([softened], 2).map(told)).toEqual(['softened person1']);
    expect(saidOf([softened], 1)).toEqual([]);
    expect(saidOf([back], 1, [softened])).toMatchObject([{ type: 'unsoftened', isYou: true }]);
    expect(saidOf([back], 2, [softened])).toMatchObject([{ type: 'unsoftened', isYou: false }]);
  });

  it('names together the controls that go to the same hands, and knows whether they are one’s own', () => {
    const given: RoomEvent = {
      type: 'controlsGiven',
      controls: ['tempo', 'ending'],
      to: personId(1),
      until: beats(64),
    };
    const controls = ['tempo', 'ending'];
    expect(saidOf([given], 2)).toMatchObject([
      { type: 'given', controls, isYou: false, to: { id: personId(1) } },
    ]);
    expect(saidOf([given], 1)).toMatchObject([{ type: 'given', controls, isYou: true }]);
    expect(saidOf([{ type: 'controlsReturned', controls: ['ending'] }], 2, [given])).toEqual([
      { type: 'returned-controls', controls: ['ending'] },
    ]);
    const open: RoomEvent = { type: 'controlsGiven', controls: ['frame'], to: 'everyone', until: null };
    expect(saidOf([open], 2)).toMatchObject([{ type: 'given', controls: ['frame'], to: 'everyone' }]);
  });

  it('gives back what someone held who has gone, and says both', () => {
    const given: RoomEvent = { type: 'controlsGiven', controls: ['tempo'], to: personId(1), until: null };
    expect(saidOf([{ type: 'wentAway', member: personId(1) }], 2, [given]).map(told)).toEqual([
      'away person1',
      'returned-controls',
    ]);
  });

  it('is the door, the silence that is over, the round that is over, the ending that was called off', () => {
    expect(saidOf([{ type: 'doorSet', hasDoor: true, isLocked: true }], 1).map(told)).toEqual(['doorLocked']);
    expect(saidOf([{ type: 'doorSet', hasDoor: true, isLocked: false }], 1).map(told)).toEqual(['doorHeld']);
    expect(saidOf([{ type: 'hushLifted' }], 1, [{ type: 'hushed' }]).map(told)).toEqual(['unhushed']);
    const round: RoomEvent = { type: 'roundBegun', kind: 'round', bars: 4 };
    expect(saidOf([{ type: 'roundEnded', from: beats(8) }], 1, [round]).map(told)).toEqual(['roundOver']);
    const ending: RoomEvent = { type: 'endingAnnounced', from: beats(16), until: beats(32) };
    expect(saidOf([{ type: 'endingCalledOff' }], 1, [ending]).map(told)).toEqual(['calledOff']);
  });

  it('leaves the frame of an ending to the words of the ending', () => {
    const frame: RoomEvent = {
      type: 'frameSet',
      from: beats(16),
      frame: { tonic: 0, scale: 'dorian', feel: 'straight' },
    };
    expect(saidOf([frame], 1).map(told)).toEqual(['frame']);
    const ending: RoomEvent = { type: 'endingAnnounced', from: beats(16), until: beats(32) };
    expect(saidOf([ending, frame], 1)).toEqual([]);
  });
});
