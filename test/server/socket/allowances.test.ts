import { describe, expect, it } from 'vitest';
import { createAllowances } from '../../../server/socket/allowances.ts';
import { createTokenBucket } from '../../../server/socket/token-bucket.ts';
import { memberId, sessionId } from '../../../shared/base/ids.ts';

const ROOM = sessionId('room000001');
const seat = (count: number) => memberId(`member0000${count}`);

/** How often in a row something is allowed, of `tries`. */
const countOf = (tries: number, may: () => boolean) =>
  Array.from({ length: tries }, () => may()).filter(Boolean).length;

function world() {
  let nowMs = 0;
  const allowances = createAllowances(() => nowMs);
  return {
    of: (count: number, session = ROOM) => allowances.of(session, seat(count)),
    skipMs: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('What a seat may send', () => {
  it('[E2] 80 notes at once and no 81st; then 40 in each second and no 41st', () => {
    const { of, skipMs } = world();
    const ada = of(1);
    expect(countOf(100, () => ada.mayWish('playNote'))).toBe(80);
    skipMs(1000);
    expect(countOf(100, () => ada.mayWish('playNote'))).toBe(40);
  });

  it('[E2] 30 other wishes at once and no 31st; then 10 in each second and no 11th', () => {
    const { of, skipMs } = world();
    const ada = of(1);
    expect(countOf(50, () => ada.mayWish('chooseInstrument'))).toBe(30);
    skipMs(1000);
    expect(countOf(50, () => ada.mayWish('setTempo'))).toBe(10);
  });

  it('[E2] a room takes 480 notes at once and then 240 in each second, whoever plays them', () => {
    const { of, skipMs } = world();
    const seats = Array.from({ length: 10 }, (_, count) => of(count));
    const all = () => seats.reduce((sum, one) => sum + countOf(80, () => one.mayWish('playNote')), 0);
    expect(all()).toBe(480);
    skipMs(1000);
    expect(all()).toBe(240);
    expect(countOf(80, () => of(1, sessionId('room000002')).mayWish('playNote'))).toBe(80);
  });

  it('[N6] a release is never behind notes: what has begun can be ended', () => {
    const { of } = world();
    const ada = of(1);
    countOf(100, () => ada.mayWish('playNote'));
    expect(countOf(100, () => ada.mayWish('releaseNote'))).toBe(80);
  });

  it('[E2] notes, wishes and pings have their own allowances', () => {
    const { of } = world();
    const ada = of(1);
    countOf(100, () => ada.mayWish('playNote'));
    expect(ada.mayWish('leave')).toBe(true);
    expect(countOf(100, () => ada.mayPing())).toBe(60);
    expect(ada.mayReport()).toBe(true);
  });

  it('[E2] a second link to a seat gets no second allowance, also shortly after the first ended', () => {
    const { of, skipMs } = world();
    countOf(100, () => of(1).mayWish('playNote'));
    skipMs(500);
    expect(countOf(100, () => of(1).mayWish('playNote'))).toBe(20);
    expect(countOf(100, () => of(2).mayWish('playNote'))).toBe(80);
  });

  it('a link that was quiet for a minute goes on as before', () => {
    const { of, skipMs } = world();
    const ada = of(1);
    skipMs(61_000);
    of(2);
    expect(countOf(100, () => ada.mayWish('playNote'))).toBe(80);
    expect(countOf(100, () => of(1).mayWish('playNote'))).toBe(0);
  });
});

describe('A token bucket', () => {
  it('fills steadily and never above its burst', () => {
    let nowMs = 0;
    const bucket = createTokenBucket({ perSec: 4, burst: 2 }, () => nowMs);
    expect(countOf(3, () => bucket.take())).toBe(2);
    nowMs = 249;
    expect(bucket.take()).toBe(false);
    nowMs = 250;
    expect(bucket.take()).toBe(true);
    nowMs = 1_000_000;
    expect(countOf(9, () => bucket.take())).toBe(2);
  });
});
