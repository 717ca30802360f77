import { describe, expect, it } from 'vitest';
import { happeningsBetween } from '../../../client/screens/room/happenings-between.ts';
import type { Member } from '../../../shared/room/state.ts';
import { fakeRoom, personId } from '../support/fake-room.ts';

const three = fakeRoom(3).members;
const change = (place: number, over: Partial<Member>) =>
  three.map((member) => (member.id === personId(place) ? { ...member, ...over } : member));
const typesOf = (before: readonly Member[], after: readonly Member[], you = personId(0)) =>
  happeningsBetween(before, after, you).map(({ type, member }) => `${type} ${member.id}`);

describe('what is said of others', () => {
  it('is who comes and who goes', () => {
    expect(typesOf(three.slice(0, 2), three)).toEqual(['came person2']);
    expect(typesOf(three, three.slice(0, 2))).toEqual(['left person2']);
  });

  it('is a lost line, an absence and a return', () => {
    const lost = change(1, { presence: 'lost' });
    expect(typesOf(three, lost)).toEqual(['lost person1']);
    expect(typesOf(lost, change(1, { presence: 'away' }))).toEqual(['away person1']);
    expect(typesOf(lost, three)).toEqual(['back person1']);
  });

  it('is a new instrument', () => {
    expect(typesOf(three, change(2, { instrument: 'oceanDrum' }))).toEqual(['instrument person2']);
  });

  it('is nothing of oneself, and nothing of what is not heard or seen', () => {
    expect(typesOf(three, change(0, { instrument: 'oceanDrum', presence: 'lost' }))).toEqual([]);
    expect(typesOf(three, change(1, { clockErrorMs: 40, isReady: false }))).toEqual([]);
    expect(typesOf(three, three)).toEqual([]);
  });
});
