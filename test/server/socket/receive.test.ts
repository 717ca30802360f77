import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allowance } from '../../../server/socket/allowances.ts';
import { createReceive, type Receiver } from '../../../server/socket/receive.ts';
import { roomMs } from '../../../shared/base/units.ts';

const FREE: Allowance = {
  mayTalk: () => true,
  mayWish: () => true,
  mayPing: () => true,
  mayReport: () => true,
  mayBeRefused: () => true,
};

/** Everything that came out, in order. */
function receiving(allowance: Partial<Allowance> = {}, more: Partial<Receiver> = {}) {
  const out: unknown[][] = [];
  let now = 1000;
  const receive = createReceive({ ...FREE, ...allowance }, () => roomMs(now++), {
    onWish: (message) => out.push(['wish', message]),
    onPing: (sentMs, arrivedMs) => out.push(['ping', sentMs, arrivedMs]),
    onLags: (lags) => out.push(['lags', lags]),
    onRefused: (n, reason) => out.push(['refused', n, reason]),
    onBug: (during) => out.push(['bug', during]),
    ...more,
  });
  return { receive, out };
}

describe('The one way in', () => {
  it('a wish that fits is handed on as a new object', () => {
    const { receive, out } = receiving();
    const message = { n: 3, wish: { type: 'setKeeping', isKept: true } };
    receive('wish', message);
    expect(out).toEqual([['wish', message]]);
    expect(out[0]?.[1]).not.toHaveProperty(
      'wish',
      expect.toSatisfy((wish) => wish === message.wish),
    );
  });

  it('a ping carries the time at which it was looked at first', () => {
    const { receive, out } = receiving();
    receive('ping', { sentMs: -0.5 });
    expect(out).toEqual([['ping', -0.5, 1000]]);
  });

  it('a report of lags is handed on', () => {
    const { receive, out } = receiving();
    receive('lag', { lags: [[3, 20]] });
    expect(out).toEqual([['lags', [[3, 20]]]]);
  });

  it('[E1] a malformed wish is refused under its own number where it has one, else under 0', () => {
    const { receive, out } = receiving();
    receive('wish', { n: 7, wish: { type: 'fly' } });
    for (const n of [0, -1, 1.5, 2 ** 60, '7', null, Number.NaN])
      receive('wish', { n, wish: { type: 'fly' } });
    expect(out[0]).toEqual(['refused', 7, 'malformed']);
    expect(out.slice(1)).toEqual(Array.from({ length: 7 }, () => ['refused', 0, 'malformed']));
  });

  it('[E2] what is beyond the allowance is refused as too many; pings and reports are passed over', () => {
    const none = () => false;
    const { receive, out } = receiving({ mayWish: none, mayPing: none, mayReport: none });
    receive('wish', { n: 9, wish: { type: 'stopLoop' } });
    receive('ping', { sentMs: 1 });
    receive('lag', { lags: [] });
    expect(out).toEqual([['refused', 9, 'tooMany']]);
  });

  it('[E3] whatever a handler throws ends here: told as a bug, and the asker hears to try later', () => {
    const { receive, out } = receiving(
      {},
      {
        onWish: () => {
          throw new Error('a bug');
        },
        onLags: () => {
          throw new RangeError('another');
        },
      },
    );
    receive('wish', { n: 4, wish: { type: 'leave' } });
    receive('lag', { lags: [] });
    expect(out).toEqual([
      ['bug', 'wish'],
      ['refused', 4, 'tryLater'],
      ['bug', 'lag'],
      ['refused', 0, 'tryLater'],
    ]);
  });

  it('[E1][E3] of anything at all, nothing throws, and what is let through fits the schema', () => {
    const { receive, out } = receiving();
    const wishLike = fc.record(
      {
        n: fc.oneof(fc.anything(), fc.integer()),
        wish: fc.oneof(
          fc.anything(),
          fc.record({ type: fc.constantFrom('leave', 'playNote', 'setTempo', 'x'), bpm: fc.anything() }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('wish', 'ping', 'lag', 'toString'), fc.anything()),
        fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), wishLike),
        (event, message) => {
          receive(event, message);
        },
      ),
      { numRuns: 20_000 },
    );
    const kinds = new Set(out.map(([kind]) => kind));
    expect(kinds.has('bug')).toBe(false);
    expect(out.every(([kind, message]) => kind !== 'wish' || (message as { n: number }).n >= 1)).toBe(true);
    expect(kinds.has('refused')).toBe(true);
  });
});
