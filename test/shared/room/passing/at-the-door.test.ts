import { describe, expect, it } from 'vitest';
import { assert } from '../../../../shared/base/assert.ts';
import { memberId } from '../../../../shared/base/ids.ts';
import { DOOR_SENTENCES } from '../../../../shared/event/door.ts';
import { isStanding, mustWait } from '../../../../shared/room/passing/at-the-door.ts';
import { viewFor } from '../../../../shared/room/passing/view.ts';
import { ADA, BEN, LIV, STRANGER } from '../a-room.ts';
import { everyWay, owns, waits, wishes, type Act } from '../stories.ts';
import { accept, ask, aWorld, comeIn, knock, own, wait, wish, type World } from '../world.ts';

const closed = aWorld({ hasDoor: true });
const PLANTED = 'Zwölfender';
const EVA = memberId('eva0000000');
const answerOf = ({ passing }: World, number = 1) =>
  passing.waiting.find((one) => one.knock === number)?.answer.type;
const stays = (world: World, ms: number, number = 1): World => {
  let at = world;
  for (let left = ms; left > 0; left -= 10_000) at = ask(wait(at, Math.min(left, 10_000)), number);
  return at;
};

describe('whoever comes', () => {
  it('[W1] waits at a door; without one a player need not, and a listener always', () => {
    expect(mustWait(closed.state, { role: 'player' })).toBe(true);
    expect(mustWait(closed.state, { role: 'listener' })).toBe(true);
    expect(mustWait(aWorld().state, { role: 'player' })).toBe(false);
    expect(mustWait(aWorld().state, { role: 'listener' })).toBe(true);
  });

  it('[W2] cannot even wait at a locked door, a full, a closed or a listenerless room, and nothing changes', () => {
    const locked = wish(closed, ADA, { type: 'setDoor', hasDoor: true, isLocked: true });
    const over = wish(closed, ADA, { type: 'closeRoom' });
    const full = Array.from({ length: 19 }, (_, index) => index).reduce(
      (world, index) =>
        own(world, {
          type: 'admit',
          member: memberId(`crowd${10_000 + index}`),
          name: undefined,
          shape: (['circle', 'triangle', 'square', 'diamond', 'drop'] as const)[index % 5] ?? 'leaf',
          role: 'player',
          isKept: false,
          isCompany: false,
        }),
      closed,
    );
    expect(full.state.members).toHaveLength(24);
    for (const [world, reason] of [
      [locked, 'doorLocked'],
      [over, 'roomClosed'],
      [full, 'roomFull'],
    ] as const)
      expect(knock(world)).toEqual({ ...world, refusal: reason });
    const none = aWorld({ listening: 'nobody', hasDoor: true });
    expect(knock(none, { role: 'listener' }).refusal).toBe('notAllowed');
    expect(knock(none).refusal).toBeUndefined();
  });

  it('[W2] finds sixteen before them and no more', () => {
    let world = closed;
    for (let count = 0; count < 16; count++) world = knock(world);
    expect([world.refusal, world.passing.waiting.length]).toEqual([undefined, 16]);
    expect(knock(world).refusal).toBe('doorFull');
    const answered = wish(world, ADA, { type: 'turnAway', knock: 3 });
    expect(knock(answered).refusal).toBeUndefined();
  });

  it('[W2] has a name like nobody’s inside or at the door', () => {
    for (const name of ['Ada', 'A d a', 'АDА', 'ben'])
      expect(knock(closed, { name }).refusal).toBe('nameTaken');
    const one = knock(closed, { name: 'Ingrid' });
    expect(knock(one, { name: 'lngrid' }).refusal).toBe('nameTaken');
    expect(knock(one, { name: 'Ingvild' }).refusal).toBeUndefined();
    expect(knock(one, { name: undefined }).refusal).toBeUndefined();
    const gone = wish(one, ADA, { type: 'turnAway', knock: 1 });
    expect(knock(gone, { name: 'Ingrid' }).refusal).toBeUndefined();
  });
});

describe('waiting', () => {
  const waiting = knock(closed, { name: PLANTED, role: 'player', isKept: true });

  it('[W4] lasts while their page asks, and 45 s longer', () => {
    expect(answerOf(wait(waiting, 44_999))).toBe('waiting');
    expect(answerOf(wait(waiting, 45_000))).toBeUndefined();
    const asked = ask(wait(waiting, 44_999), 1);
    expect(answerOf(wait(asked, 44_999))).toBe('waiting');
    expect(answerOf(wait(asked, 45_000))).toBeUndefined();
    expect(answerOf(stays(waiting, 3_600_000))).toBe('waiting');
    expect(ask(waiting, 99).passing).toBe(waiting.passing);
  });

  it('[W5] ends for those who are named when they are called in, and for nobody who came meanwhile', () => {
    const two = knock(waiting, { name: 'Fay' });
    const called = wish(two, ADA, { type: 'callIn', knocks: [1] });
    expect([answerOf(called, 1), answerOf(called, 2)]).toEqual(['called', 'waiting']);
    const inside = comeIn(called, 1, EVA);
    expect(inside.state.members.at(-1)).toMatchObject({ id: EVA, name: PLANTED, role: 'player' });
    expect(inside.state.members.at(-1)?.keptSince).toBe(inside.now);
    expect(inside.passing.waiting.map((one) => one.knock)).toEqual([2]);
    expect(comeIn(two, 1, EVA)).toBe(two);
  });

  it('[W5] is over for who was called and has not come within a minute', () => {
    const called = wish(waiting, ADA, { type: 'callIn', knocks: [1, 7] });
    expect(answerOf(stays(called, 59_999))).toBe('called');
    expect(answerOf(stays(called, 60_000))).toBeUndefined();
  });

  it('[W7] may be told one of a few sentences, the last of which stays', () => {
    let world = waiting;
    for (const sentence of DOOR_SENTENCES)
      world = wish(world, ADA, { type: 'sayAtDoor', knock: 1, sentence });
    expect(world.passing.waiting[0]).toMatchObject({ sentence: 'pleaseWait', answer: { type: 'waiting' } });
    expect(wish(world, ADA, { type: 'sayAtDoor', knock: 2, sentence: 'seenYou' }).refusal).toBe(
      'noSuchKnock',
    );
  });

  it('[W8] ends with a not now or a clear no, which their page hears before they are forgotten', () => {
    for (const [type, answer] of [
      ['notNow', 'notNow'],
      ['turnAway', 'turnedAway'],
    ] as const) {
      const told = wish(waiting, ADA, { type, knock: 1 });
      expect(answerOf(told)).toBe(answer);
      expect(wish(told, ADA, { type: 'callIn', knocks: [1] }).passing).toEqual(told.passing);
      expect(answerOf(wait(told, 45_000))).toBeUndefined();
      expect(knock(told, { name: PLANTED }).refusal).toBeUndefined();
      expect(wish(waiting, ADA, { type, knock: 2 }).refusal).toBe('noSuchKnock');
      expect(wish(waiting, BEN, { type, knock: 1 }).refusal).toBe('notAllowed');
    }
  });
});

describe('a listener', () => {
  const listener = knock(closed, { name: PLANTED, role: 'listener' });
  const announced = wish(listener, ADA, { type: 'callIn', knocks: [1] });

  it('[W6] is announced to everyone for ten seconds before they may come in', () => {
    expect(answerOf(listener)).toBe('waiting');
    expect(answerOf(announced)).toBe('announced');
    for (const id of [ADA, BEN, LIV])
      expect(viewFor(announced.state, announced.passing, id).announced).toEqual([
        { knock: 1, name: PLANTED, shape: 'square', until: announced.now + 10_000 },
      ]);
    expect(viewFor(announced.state, announced.passing, STRANGER).announced).toEqual([]);
    expect(answerOf(wait(announced, 9999))).toBe('announced');
    expect(comeIn(wait(announced, 9999), 1, EVA).state).toBe(announced.state);
    const called = wait(announced, 10_000);
    expect(answerOf(called)).toBe('called');
    expect(viewFor(called.state, called.passing, BEN).announced).toEqual([]);
    expect(comeIn(called, 1, EVA).state.members.at(-1)).toMatchObject({ id: EVA, role: 'listener' });
    expect(answerOf(stays(called, 60_000))).toBeUndefined();
  });

  it('[W6] is announced at once where there is no door', () => {
    const open = knock(aWorld(), { name: PLANTED, role: 'listener' });
    expect([answerOf(open), answerOf(wait(open, 10_000))]).toEqual(['announced', 'called']);
  });

  it('[W6] is kept out by one no of anyone inside, and nowhere is it said whose', () => {
    const others = [ADA, BEN, LIV].map((id) => {
      const no = wish(announced, id, { type: 'objectToListener', knock: 1 });
      expect([answerOf(no), no.refusal]).toEqual(['groupSaidNo', undefined]);
      expect(comeIn(wait(no, 20_000), 1, EVA).state).toBe(announced.state);
      expect(no.log).toEqual(announced.log);
      return no.passing;
    });
    // The same, whoever said it: so it cannot be told.
    expect(new Set(others.map((passing) => JSON.stringify(passing))).size).toBe(1);
    expect(wish(announced, STRANGER, { type: 'objectToListener', knock: 1 }).refusal).toBe('notHere');
  });

  it('[W6] cannot be objected to before or after, nor can a player be', () => {
    const object = (world: World, number = 1) =>
      wish(world, BEN, { type: 'objectToListener', knock: number }).refusal;
    expect(object(listener)).toBe('noSuchKnock');
    expect(object(wait(announced, 10_000))).toBe('noSuchKnock');
    expect(object(announced, 2)).toBe('noSuchKnock');
    expect(object(wish(knock(closed), ADA, { type: 'callIn', knocks: [1] }))).toBe('noSuchKnock');
  });
});

describe('who sees the door', () => {
  const waiting = knock(knock(closed, { name: PLANTED }), { name: 'Fay', role: 'listener' });
  const seenBy = ({ state, passing }: World, id = BEN) => viewFor(state, passing, id);

  it('[W3] is who holds it: to all others nobody waits there', () => {
    expect(seenBy(waiting, ADA).waiting?.map(({ name, role, isCalled }) => [name, role, isCalled])).toEqual([
      [PLANTED, 'player', false],
      ['Fay', 'listener', false],
    ]);
    for (const id of [BEN, LIV, STRANGER]) {
      expect(seenBy(waiting, id).waiting).toBeUndefined();
      expect(JSON.stringify(seenBy(waiting, id))).not.toMatch(/Zwölfender|Fay/);
    }
  });

  it('[W3] follows the door from hand to hand', () => {
    const invited = wish(waiting, ADA, { type: 'inviteToHold', member: BEN, controls: ['door'], bars: null });
    expect(seenBy(invited).waiting).toBeUndefined();
    const shared = accept(invited, BEN);
    expect([seenBy(shared).waiting?.length, seenBy(shared, ADA).waiting]).toEqual([2, undefined]);
    const back = wish(shared, BEN, { type: 'giveBack', controls: ['door'] });
    expect([seenBy(back).waiting, seenBy(back, ADA).waiting?.length]).toEqual([undefined, 2]);
  });

  it('[W3] sees who was called as called, and nobody any more who had an answer', () => {
    const called = wish(waiting, ADA, { type: 'callIn', knocks: [1] });
    expect(seenBy(called, ADA).waiting?.map(({ isCalled }) => isCalled)).toEqual([true, false]);
    const no = wish(called, ADA, { type: 'turnAway', knock: 2 });
    expect(seenBy(no, ADA).waiting?.map(({ knock }) => knock)).toEqual([1]);
  });
});

describe('every way the door can go', () => {
  const act = (title: string, run: Act['run']): Act => ({ title, run });
  const ways: readonly Act[] = [
    act('a player knocks', (world) => knock(world, { name: 'Eva' })),
    act('a listener knocks', (world) => knock(world, { role: 'listener' })),
    act('1 asks', (world) => ask(world, 1)),
    act('1 comes in', (world) => comeIn(world, 1, EVA)),
    wishes(ADA, { type: 'callIn', knocks: [1, 2] }),
    wishes(ADA, { type: 'notNow', knock: 1 }),
    wishes(ADA, { type: 'turnAway', knock: 1 }),
    wishes(BEN, { type: 'objectToListener', knock: 1 }),
    wishes(ADA, { type: 'setDoor', hasDoor: false, isLocked: false }),
    wishes(ADA, { type: 'setDoor', hasDoor: true, isLocked: true }),
    owns({ type: 'loseLink', member: BEN }),
    waits(10_000),
    waits(45_000),
  ];

  it('[W1][W5][W6][W10] lets in only who was called, a listener only after their announcement, and writes of nobody before', () => {
    const steps = everyWay(ways, 4, closed, (before, after, way) => {
      const came = after.log.slice(before.log.length).filter(({ event }) => event.type === 'joined');
      assert(came.length === 0 || way.at(-1) === '1 comes in', 'one comes in by coming in');
      const was = before.passing.waiting.find((one) => one.knock === 1);
      assert(came.length === 0 || was?.answer.type === 'called', 'who comes in was called');
      const isListener = came.length > 0 && was?.role === 'listener';
      assert(!isListener || way.includes('10000 ms') || way.includes('45000 ms'), 'a listener was announced');
      assert(after.passing.waiting.filter(isStanding).length <= 16, 'sixteen wait');
      for (const { answer } of after.passing.waiting)
        assert(
          !('until' in answer) || answer.until > after.now,
          'nobody is called or announced beyond its time',
        );
    });
    expect(steps).toBeGreaterThan(4000);
  });
});
