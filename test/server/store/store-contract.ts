import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemberId } from '../../../shared/base/ids.ts';
import { pitch, roomMs, strength, ticks } from '../../../shared/base/units.ts';
import type { LineEvent } from '../../../shared/event/line.ts';
import type { Store, StoredSession } from '../../../server/room/ports.ts';
import { StoreFault, type StoreFaultCode } from '../../../server/store/store-fault.ts';
import {
  ANNA,
  BEN,
  entryOf,
  entryWrite,
  hashOf,
  lineEntryOf,
  lineWrite,
  notePlayed,
  OPENED_AT,
  OTHER_SESSION,
  recordOf,
  SESSION,
  sessionWrite,
  tempoSet,
} from '../support/log-writes.ts';

/** A store that can be closed and opened again over the same content. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes if need be, and opens again. */
  reopen(): Promise<Store>;
  /** Closes what is open and leaves nothing behind. */
  discard(): Promise<void>;
}

/** `kept`, or the code of the fault it met. */
export const codeOf = (store: Promise<unknown>): Promise<StoreFaultCode | 'kept'> =>
  store.then(
    () => 'kept' as const,
    (fault: unknown) => {
      expect(fault).toBeInstanceOf(StoreFault);
      return (fault as StoreFault).code;
    },
  );

const seat = (letter: string) => ({ session: SESSION, member: ANNA, tokenHash: hashOf(letter) });

/** What every store holds to, whatever it keeps the log in. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await open();
      store = under.store;
    });
    afterEach(() => under.discard());

    const only = async (from = store): Promise<StoredSession> => {
      const open = await from.openSessions();
      expect(open).toHaveLength(1);
      return open[0] as StoredSession;
    };

    it('[S1] an empty store has no sessions and no time', async () => {
      expect(await store.openSessions()).toEqual([]);
      expect(await store.latestMs()).toBe(0);
      expect(await store.lineOf(SESSION, ANNA)).toEqual([]);
    });

    it('[S1] what was acknowledged is found again, as it was, after the store was opened anew', async () => {
      const entries = [entryOf(1), entryOf(2, ANNA), entryOf(3, BEN), entryOf(4, ANNA)];
      await store.append([sessionWrite(), entryWrite(entryOf(1))]);
      await store.append([entryWrite(entryOf(2, ANNA), 7), { type: 'seat', seat: seat('a') }]);
      await store.append([entryWrite(entryOf(3, BEN), 2), lineWrite(lineEntryOf(5, ANNA))]);
      await store.append([entryWrite(entryOf(4, ANNA), 3)]);
      const found = await only(await under.reopen());
      expect(found.record).toEqual(recordOf(SESSION));
      expect(found.entries).toEqual(entries);
      expect(found.seats).toEqual([seat('a')]);
      expect(found.numbers).toEqual(
        new Map<MemberId, number[]>([
          [ANNA, [3, 5, 7]],
          [BEN, [2]],
        ]),
      );
    });

    it('[S1] a reading sees every append that was acknowledged before it', async () => {
      await store.append([sessionWrite()]);
      for (let place = 1; place <= 20; place += 1) {
        await store.append([entryWrite(entryOf(place))]);
        expect((await only()).entries).toHaveLength(place);
      }
    });

    it('[L4] appends of one moment are all kept, in their order', async () => {
      const kept = [store.append([sessionWrite()])];
      for (let place = 1; place <= 300; place += 1) kept.push(store.append([entryWrite(entryOf(place))]));
      await Promise.all(kept);
      expect((await only()).entries).toEqual(Array.from({ length: 300 }, (_, index) => entryOf(index + 1)));
    });

    it('[L4] an append that contradicts the log leaves nothing behind, and the others of its moment are kept', async () => {
      await store.append([sessionWrite(), entryWrite(entryOf(1))]);
      const before = store.append([entryWrite(entryOf(2))]);
      const wrong = store.append([
        lineWrite(lineEntryOf(1)),
        { type: 'seat', seat: { session: SESSION, member: BEN, tokenHash: hashOf('b') } },
        entryWrite(entryOf(9)),
      ]);
      const behind = store.append([entryWrite(entryOf(3))]);
      expect(await Promise.all([before, wrong, behind].map(codeOf))).toEqual(['kept', 'conflict', 'kept']);
      const found = await only(await under.reopen());
      expect(found.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(found.seats).toEqual([]);
      expect(found.numbers).toEqual(new Map());
    });

    it('[L1] the room line on disk has no gap: an entry that is not the next is refused', async () => {
      await store.append([sessionWrite()]);
      expect(await codeOf(store.append([entryWrite(entryOf(2))]))).toBe('conflict');
      expect(await codeOf(store.append([entryWrite(entryOf(1))]))).toBe('kept');
      expect(await codeOf(store.append([entryWrite(entryOf(3))]))).toBe('conflict');
      expect((await only()).entries).toEqual([entryOf(1)]);
    });

    it('[S2] an entry that comes again is stored once, and with another content refused', async () => {
      await store.append([sessionWrite(), entryWrite(entryOf(1)), entryWrite(entryOf(2, ANNA), 4)]);
      expect(await codeOf(store.append([entryWrite(entryOf(2, ANNA), 4)]))).toBe('kept');
      expect(await codeOf(store.append([entryWrite(entryOf(2, ANNA, tempoSet(200)), 4)]))).toBe('conflict');
      expect(await codeOf(store.append([entryWrite(entryOf(2, BEN), 4)]))).toBe('conflict');
      expect(await codeOf(store.append([entryWrite(entryOf(2, ANNA), 5)]))).toBe('conflict');
      expect((await only()).entries).toEqual([entryOf(1), entryOf(2, ANNA)]);
    });

    it('[S2] a note that comes again is stored once, as it came first', async () => {
      await store.append([sessionWrite(), lineWrite(lineEntryOf(3))]);
      await store.append([lineWrite(lineEntryOf(3, ANNA, notePlayed({ pitch: pitch(72) })))]);
      await store.append([lineWrite(lineEntryOf(3)), lineWrite(lineEntryOf(3))]);
      expect(await store.lineOf(SESSION, ANNA)).toEqual([lineEntryOf(3)]);
      expect((await only()).numbers.get(ANNA)).toEqual([3]);
    });

    it('[S2] a whole append that comes again after a lost answer changes nothing', async () => {
      const writes = [
        sessionWrite(),
        entryWrite(entryOf(1), undefined),
        entryWrite(entryOf(2, ANNA), 1),
        lineWrite(lineEntryOf(2)),
        { type: 'seat', seat: seat('a') } as const,
      ];
      await store.append(writes);
      const before = await only();
      await store.append(writes);
      expect(await only()).toEqual(before);
    });

    it('[L5] each line is kept apart and read in the order of its numbers, however it came', async () => {
      await store.append([sessionWrite(), sessionWrite(OTHER_SESSION)]);
      for (const place of [4, 1, 9, 2])
        await store.append([lineWrite(lineEntryOf(place)), lineWrite(lineEntryOf(place + 100, BEN))]);
      await store.append([lineWrite(lineEntryOf(1), OTHER_SESSION)]);
      expect(await store.lineOf(SESSION, ANNA)).toEqual([1, 2, 4, 9].map((place) => lineEntryOf(place)));
      expect(await store.lineOf(SESSION, BEN)).toEqual(
        [101, 102, 104, 109].map((place) => lineEntryOf(place, BEN)),
      );
      expect(await store.lineOf(OTHER_SESSION, ANNA)).toEqual([lineEntryOf(1)]);
      expect(await store.lineOf(OTHER_SESSION, BEN)).toEqual([]);
    });

    it('[L5] every kind of line event comes back as it was', async () => {
      const events: readonly LineEvent[] = [
        notePlayed({
          length: null,
          sounds: ticks(9360),
          strength: strength(1 / 3),
          pitch: pitch(60.123456789),
        }),
        {
          type: 'noteBent',
          note: 1,
          points: [
            { played: ticks(9700), pitch: pitch(60.5), colour: 0.1, strength: strength(0.25) },
            { played: ticks(9800), pitch: pitch(61), colour: 1, strength: strength(Math.SQRT1_2) },
          ],
        },
        { type: 'noteReleased', note: 1, played: ticks(10_000) },
        {
          type: 'loopSet',
          loop: {
            instrument: 'bells',
            steps: 8,
            stepTicks: ticks(480),
            cells: [{ step: 1, row: 2, strength: 0.5 }],
          },
          from: ticks(3840),
          anchor: ticks(0),
        },
        { type: 'loopStopped', from: ticks(7680) },
      ];
      const entries = events.map((event, index) => lineEntryOf(index + 1, ANNA, event));
      await store.append([sessionWrite(), ...entries.map((entry) => lineWrite(entry))]);
      expect(await (await under.reopen()).lineOf(SESSION, ANNA)).toEqual(entries);
    });

    it('[L4] a session that was closed is not open, its seats are gone, and its notes are there', async () => {
      await store.append([
        sessionWrite(),
        sessionWrite(OTHER_SESSION),
        { type: 'seat', seat: seat('a') },
        lineWrite(lineEntryOf(1)),
      ]);
      await store.append([{ type: 'sessionClosed', session: SESSION, closedAt: roomMs(OPENED_AT + 5000) }]);
      const again = await under.reopen();
      expect((await only(again)).record.session).toBe(OTHER_SESSION);
      expect(await again.lineOf(SESSION, ANNA)).toEqual([lineEntryOf(1)]);
      expect(await again.latestMs()).toBe(OPENED_AT + 5000);
    });

    it('[L4] notes that were waiting when their session closed are still kept', async () => {
      await store.append([sessionWrite()]);
      await store.append([{ type: 'sessionClosed', session: SESSION, closedAt: OPENED_AT }]);
      await store.append([lineWrite(lineEntryOf(8))]);
      expect(await store.lineOf(SESSION, ANNA)).toEqual([lineEntryOf(8)]);
    });

    it('[S5] a seat has the newest token only, and none when it is gone', async () => {
      await store.append([sessionWrite(), { type: 'seat', seat: seat('a') }]);
      await store.append([{ type: 'seat', seat: seat('b') }]);
      expect((await only()).seats).toEqual([seat('b')]);
      await store.append([{ type: 'seatGone', session: SESSION, member: ANNA }]);
      expect((await only()).seats).toEqual([]);
      await store.append([
        { type: 'seat', seat: seat('c') },
        { type: 'seatGone', session: SESSION, member: ANNA },
        { type: 'seat', seat: seat('e') },
      ]);
      expect((await only(await under.reopen())).seats).toEqual([seat('e')]);
    });

    it('[S1] the latest time is that of any entry or note, and an older one does not turn it back', async () => {
      await store.append([sessionWrite()]);
      expect(await store.latestMs()).toBe(OPENED_AT);
      await store.append([entryWrite(entryOf(1))]);
      expect(await store.latestMs()).toBe(entryOf(1).at);
      await store.append([lineWrite(lineEntryOf(4000))]);
      await store.append([lineWrite(lineEntryOf(2)), entryWrite(entryOf(2))]);
      expect(await store.latestMs()).toBe(lineEntryOf(4000).at);
      expect(await (await under.reopen()).latestMs()).toBe(lineEntryOf(4000).at);
    });

    it('[L4] what belongs to a session that was never stored is refused', async () => {
      expect(await codeOf(store.append([entryWrite(entryOf(1))]))).toBe('conflict');
      expect(await codeOf(store.append([lineWrite(lineEntryOf(1))]))).toBe('conflict');
      expect(await codeOf(store.append([{ type: 'seat', seat: seat('a') }]))).toBe('conflict');
      expect(await store.openSessions()).toEqual([]);
    });

    it('[S1] closing keeps what was appended before it and refuses what comes after', async () => {
      const kept = store.append([sessionWrite(), entryWrite(entryOf(1))]);
      const closed = store.close();
      expect(await codeOf(store.append([entryWrite(entryOf(2))]))).toBe('closed');
      await Promise.all([kept, closed, store.close()]);
      expect((await only(await under.reopen())).entries).toEqual([entryOf(1)]);
    });
  });
}
