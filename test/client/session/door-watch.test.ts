import { describe, expect, it } from 'vitest';
import { sessionId } from '../../../shared/base/ids.ts';
import { ASK_AT_DOOR_MS, type AtDoor } from '../../../shared/wire/door.ts';
import type { DoorAnswer } from '../../../client/session/door-client.ts';
import { type AtDoorView, watchDoor } from '../../../client/session/door-watch.ts';
import { personId } from '../support/fake-room.ts';

const session = sessionId('abcdefghij0123456789');
const waiting: AtDoor = { type: 'waiting', session, sentence: undefined };
const inside: AtDoor = { type: 'in', session, you: personId(1) };
const told = <Value>(value: Value): DoorAnswer<Value> => ({ type: 'granted', value });
const nobody = told<AtDoor | undefined>(undefined);
const noAnswer = { type: 'unreachable' } as const;

/** A door whose answers are laid out beforehand, and a page that waits at it; time passes by hand. */
function waitAt(
  answers: readonly DoorAnswer<AtDoor | undefined>[],
  knocks?: readonly DoorAnswer<AtDoor>[],
  first?: AtDoor,
) {
  const left = [...answers];
  const knocksLeft = [...(knocks ?? [])];
  const seen: (readonly [AtDoorView, boolean])[] = [];
  const count = { asked: 0, knocked: 0 };
  let timer: { readonly delayMs: number; readonly task: () => void } | undefined;
  const delays: number[] = [];
  const watch = watchDoor(
    {
      ask() {
        count.asked += 1;
        return Promise.resolve(left.shift() ?? noAnswer);
      },
      knock:
        knocks &&
        (() => {
          count.knocked += 1;
          return Promise.resolve(knocksLeft.shift() ?? noAnswer);
        }),
      after(delayMs, task) {
        timer = { delayMs, task };
        delays.push(delayMs);
        return () => {
          timer = undefined;
        };
      },
      onView: (view, isAlone) => seen.push([view, isAlone]),
    },
    first,
  );
  const settle = async () => {
    for (let turns = 0; turns < 8; turns++) await Promise.resolve();
  };
  return {
    watch,
    seen,
    count,
    delays,
    settle,
    isAsking: () => timer !== undefined,
    last: () => seen.at(-1),
    async next() {
      const due = timer;
      timer = undefined;
      due?.task();
      await settle();
    },
  };
}

describe('waiting at a door', () => {
  it('[S3] shows what was answered on knocking, and asks as often as the door says', async () => {
    const at = waitAt([told({ ...waiting, sentence: 'almostReady' }), told(inside)], undefined, waiting);
    expect(at.last()).toEqual([{ type: 'waiting', sentence: undefined }, false]);
    expect(at.count.asked).toBe(0);
    await at.next();
    expect(at.last()).toEqual([{ type: 'waiting', sentence: 'almostReady' }, false]);
    await at.next();
    expect(at.last()).toEqual([{ type: 'in', seat: { session, you: personId(1) } }, false]);
    expect(at.delays).toEqual([ASK_AT_DOOR_MS, ASK_AT_DOOR_MS]);
  });

  it('asks no more once the door has opened or a no was said', async () => {
    for (const answer of [inside, ...(['notNow', 'turnedAway', 'groupSaidNo'] as const)]) {
      const last = typeof answer === 'string' ? { type: answer, session } : answer;
      const at = waitAt([told(last)], undefined, waiting);
      await at.next();
      expect(at.last()?.[0].type).toBe(last.type);
      expect(at.isAsking()).toBe(false);
    }
  });

  it('tells a listener that the group is being asked', async () => {
    const at = waitAt([told({ type: 'announced', session }), told(inside)], undefined, waiting);
    await at.next();
    expect(at.last()?.[0]).toEqual({ type: 'announced' });
    expect(at.isAsking()).toBe(true);
  });

  it('[R6] knocks again by itself when the server began anew and knows nobody', async () => {
    const at = waitAt([nobody, told(inside)], [told(waiting)], waiting);
    await at.next();
    expect(at.count.knocked).toBe(1);
    expect(at.last()).toEqual([{ type: 'waiting', sentence: undefined }, false]);
    await at.next();
    expect(at.last()?.[0].type).toBe('in');
  });

  it('says so when that knock is refused, and when there is nothing to knock with', async () => {
    const locked = waitAt([nobody], [{ type: 'refused', reason: 'doorLocked' }], waiting);
    await locked.next();
    expect(locked.last()?.[0]).toEqual({ type: 'refused', reason: 'doorLocked' });
    expect(locked.isAsking()).toBe(false);

    const strange = waitAt([nobody]);
    await strange.settle();
    expect(strange.last()?.[0]).toEqual({ type: 'unknown' });
  });

  it('does not knock for ever at a door that forgets at once', async () => {
    const at = waitAt([nobody, nobody, nobody, nobody, nobody], Array(9).fill(told(waiting)), waiting);
    for (let turns = 0; turns < 6; turns++) await at.next();
    expect(at.count.knocked).toBe(3);
    expect(at.last()?.[0]).toEqual({ type: 'unknown' });
  });

  it('keeps what it shows while nobody answers, asks less and less often, and goes on at once after', async () => {
    const at = waitAt([noAnswer, noAnswer, noAnswer, told(waiting)], undefined, waiting);
    for (let turns = 0; turns < 3; turns++) await at.next();
    expect(at.last()).toEqual([{ type: 'waiting', sentence: undefined }, true]);
    await at.next();
    expect(at.last()).toEqual([{ type: 'waiting', sentence: undefined }, false]);
    expect(at.delays).toEqual([1500, 3000, 6000, 6000, 1500]);
  });

  it('knocks again when asked to, after a no for now', async () => {
    const at = waitAt([told({ type: 'notNow', session })], [told(waiting)], waiting);
    await at.next();
    at.watch.knockAgain();
    expect(at.last()?.[0]).toEqual({ type: 'asking' });
    await at.settle();
    expect(at.last()?.[0].type).toBe('waiting');
  });

  it('is quiet after it was stopped', async () => {
    const at = waitAt([told(inside)], undefined, waiting);
    const due = at.next();
    at.watch.stop();
    await due;
    expect(at.seen).toHaveLength(1);
    expect(at.isAsking()).toBe(false);
  });
});
