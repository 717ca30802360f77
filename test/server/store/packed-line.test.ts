import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seq } from '../../../shared/base/ids.ts';
import { pitch, roomMs, strength, ticks } from '../../../shared/base/units.ts';
import type { LineEntry } from '../../../shared/event/entry.ts';
import type { LineEvent } from '../../../shared/event/line.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';
import { ByteReader, ByteWriter } from '../../../server/store/bytes.ts';
import { INSTRUMENT_CODES, packLine, unpackLine } from '../../../server/store/packed-line.ts';
import { ANNA, lineEntryOf, notePlayed, OPENED_AT } from '../support/log-writes.ts';

const BASE_MS = Math.floor(OPENED_AT);

/** As clients send them: rounded, of MIDI, of a pen's 32-bit pressure, or as they come. */
const fractions = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: 0, max: 127 }).map((value) => value / 127),
  fc.float({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const tickCounts = fc.oneof(
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 0, max: 4_000_000_000 }),
);
const pitches = fc.oneof(fc.integer({ min: 21, max: 108 }), fc.double({ min: 21, max: 108, noNaN: true }));
const strengths = fractions.map((fraction) => strength(fraction));
const times = fc.oneof(
  fc.integer({ min: 0, max: 7_200_000 }).map((sinceMs) => OPENED_AT + sinceMs),
  fc.double({ min: -3_600_000, max: 7_200_000, noNaN: true }).map((sinceMs) => OPENED_AT + sinceMs),
);
const touches = fc.record({
  pitch: pitches.map((midi) => pitch(midi)),
  strength: strengths,
  colour: fractions,
});

const played: fc.Arbitrary<LineEvent> = fc
  .record({
    at: tickCounts,
    drawn: fc.oneof(fc.constant(0), fc.integer({ min: -1920, max: 1920 })),
    instrument: fc.constantFrom(...INSTRUMENT_IDS),
    touch: touches,
    length: fc.option(fc.integer({ min: 1, max: 100_000 }).map((count) => ticks(count))),
  })
  .map(({ at, drawn, instrument, touch, length }) => ({
    type: 'notePlayed',
    played: ticks(at),
    sounds: ticks(Math.max(0, at + drawn)),
    instrument,
    ...touch,
    length,
  }));

const bent = fc
  .array(fc.record({ step: fc.integer({ min: 0, max: 5000 }), touch: touches }), {
    minLength: 1,
    maxLength: 16,
  })
  .map((steps): LineEvent => {
    let place = 0;
    const points = steps.map(({ step, touch }) => {
      place += step;
      return { played: ticks(place), ...touch };
    });
    return { type: 'noteBent', note: 1, points };
  });

const released = tickCounts.map((at): LineEvent => ({ type: 'noteReleased', note: 1, played: ticks(at) }));

const entries: fc.Arbitrary<LineEntry> = fc
  .record({
    place: fc.integer({ min: 2, max: 1_000_000 }),
    at: times,
    event: fc.oneof(played, bent, released),
  })
  .map(({ place, at, event }) => ({ seq: seq(place), at: roomMs(at), by: ANNA, event }));

const again = (entry: LineEntry) => unpackLine(packLine(entry, BASE_MS), entry.seq, entry.by, BASE_MS);

describe('a packed line entry', () => {
  it('[S2] is read exactly as it was written, every bit of every number', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(again(entry)).toStrictEqual(entry);
      }),
      { numRuns: 3000 },
    );
  });

  it('[S2] is read exactly as it was written when its numbers are none a client may send', () => {
    const strange: readonly LineEvent[] = [
      notePlayed({ played: ticks(0.5), sounds: ticks(-3) }),
      notePlayed({ strength: strength(-0.25), colour: 1e300, pitch: pitch(2 ** 41 + 0.5) }),
      { type: 'noteReleased', note: 99, played: ticks(5) },
      {
        type: 'noteBent',
        note: 1,
        points: [
          { played: ticks(9), pitch: pitch(60), colour: 0, strength: strength(1) },
          { played: ticks(3), pitch: pitch(60), colour: 0, strength: strength(1) },
        ],
      },
    ];
    for (const event of strange)
      expect(again(lineEntryOf(7, ANNA, event))).toStrictEqual(lineEntryOf(7, ANNA, event));
  });

  it('[S2] has at most 21 bytes for an ordinary note and 14 for its release', () => {
    const hourMs = 3_600_000;
    const note = notePlayed({ played: ticks(5_760_000), sounds: ticks(5_759_880), length: ticks(300) });
    const at = roomMs(OPENED_AT + hourMs);
    expect(packLine({ seq: seq(4000), at, by: ANNA, event: note }, BASE_MS).length).toBeLessThanOrEqual(21);
    const release: LineEvent = { type: 'noteReleased', note: 3999, played: ticks(5_760_300) };
    expect(packLine({ seq: seq(4001), at, by: ANNA, event: release }, BASE_MS).length).toBeLessThanOrEqual(
      14,
    );
  });

  it('[S3] is refused when its bytes were cut or are of no known kind', () => {
    const packed = packLine(lineEntryOf(1), BASE_MS);
    for (let length = 0; length < packed.length; length += 1)
      expect(() => unpackLine(packed.subarray(0, length), seq(1), ANNA, BASE_MS)).toThrow(RangeError);
    expect(() => unpackLine(new Uint8Array([7, 0, 0]), seq(1), ANNA, BASE_MS)).toThrow('kind 7');
    const strangeInstrument = packed.slice();
    strangeInstrument[packed.indexOf(INSTRUMENT_CODES.marimba, 3)] = 250;
    expect(() => unpackLine(strangeInstrument, seq(1), ANNA, BASE_MS)).toThrow('Instrument 250');
  });

  it('[S4] instrument numbers are on disk for ever', () => {
    expect(INSTRUMENT_CODES).toMatchObject({
      handDrum: 1,
      frameDrum: 2,
      shaker: 3,
      woodblock: 4,
      marimba: 5,
      kalimba: 6,
      bells: 7,
      bowls: 8,
      harp: 9,
      bass: 10,
      warmPad: 11,
      strings: 12,
      voice: 13,
      flute: 14,
      oceanDrum: 15,
    });
    const codes = Object.values(INSTRUMENT_CODES);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Math.max(...codes)).toBeLessThan(256);
  });
});

describe('bytes', () => {
  it('whole numbers of any size come back, of either sign', () => {
    const writer = new ByteWriter(16);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const half = Math.trunc(value / 2);
        writer.start();
        writer.signed(half);
        expect(new ByteReader(writer.bytes()).signed()).toBe(half === 0 ? 0 : half);
        writer.start();
        writer.whole(Math.abs(value));
        expect(new ByteReader(writer.bytes()).whole()).toBe(Math.abs(value));
      }),
      { numRuns: 2000 },
    );
  });
});
